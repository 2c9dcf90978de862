//! Findings of the family `tone`: words that make a worried client defend themselves, and what to say instead.

family! {
    BLAME = "tone/blame", Warning,
        meaning: "A sentence says who is to blame, and it is the reader.",
        why: "Whoever is blamed defends themselves and stops listening, also where the blame is right.",
        mend: "Say what is missing and what happens next, without “you” before the fault.",
        example: "`You failed to send your documents.` → `We don't have your documents yet. Please send them by Friday.`";
    SHIELD = "tone/shield", Warning,
        meaning: "A sentence hides behind a rule.",
        why: "“It's our policy” tells the client that nobody thought about their case.",
        mend: "Give the reason behind the rule, and what you can do.",
        example: "`It's our policy.` → `We keep evenings free so that somebody is awake for the emergency line.`";
    THREAT = "tone/threat", Warning,
        meaning: "A sentence threatens or shouts.",
        why: "Threats make careful clients leave and careless ones fight.",
        mend: "Say calmly what follows, and when; small letters and one full stop are enough.",
        example: "`Your contract will be TERMINATED!!` → `After the third time we end the agreement, with notice.`";
    DISMISSIVE = "tone/dismissive", Warning,
        meaning: "A sentence makes somebody's trouble small.",
        why: "Nobody has ever calmed down on being told to.",
        mend: "Say what you heard, or leave the word out.",
        example: "`Calm down.` → `I can hear that this is worrying you.`";
    BUCK_PASSING = "tone/buck-passing", Warning,
        meaning: "A sentence passes the fault on.",
        why: "The client chose you, not your supplier. What they hear is that nobody will mend it.",
        mend: "Say what you are doing about it.",
        example: "`That's not our fault.` → `This should not have happened. I am calling the courier now.`";
    VAGUE_PROMISE = "tone/vague-promise", Warning,
        meaning: "A promise has no time.",
        why: "“As soon as possible” is tomorrow for you and tonight for the client.",
        mend: "Name the time you can keep, best by reference.",
        example: "`We reply as soon as possible.` → `We reply within {{ channel.email.reply_within }}.`";
    BARE_NO = "tone/bare-no", Warning,
        meaning: "A paragraph only says no.",
        why: "A client who is left with a no goes on asking, or goes somewhere else.",
        mend: "Add what they can do instead, or who can help.",
        example: "`We don't repair computers.` → `We don't repair computers. Harbor PC does.`";
    MISTAKES_SHAPE = "tone/mistakes-shape", Warning,
        meaning: "The page about mistakes lacks one of three: that you own it, what you do, and by when.",
        why: "People forgive a mistake that is owned, mended and timed. They remember one that was explained.",
        mend: "Say that you are sorry or that it is yours, what happens next, and by when.",
        example: "If we make a mistake, you hear it from us within {{ ours.own_within }}, with a plan.";
    REPLY_SHAPE = "tone/reply-shape", Warning,
        meaning: "A ready reply lacks a part of its shape: acknowledge, fact, next step with a time, another way.",
        why: "A reply without one of them is answered with the question it left open.",
        mend: "Add the missing part; a short sentence is enough.",
        example: "I can hear that this is worrying you. We don't see clients at home. Please write to {{ channel.email }}, and you have an answer within {{ channel.email.reply_within }}. If it can't wait, call {{ channel.oncall-phone }} instead.";
}
