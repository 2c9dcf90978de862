//! The words, as data: seven families, each phrase with why it hurts, what to say instead, and near misses that stay quiet.
//!
//! Collected from the stories behind this project and from what support desks advise against. `*` stands for any one word. An owner's duty
//! (“you must send the papers by Friday”) is no threat: plain-language guides prefer “must” to every softer word.

use crate::diagnostic::Code;
use crate::diagnostic::codes::tone;

/// When a phrase counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Wherever it stands.
    Always,
    /// In a sentence that promises something of ours and names no time.
    PromiseWithoutTime,
}

/// Phrases that hurt in one way.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its family.
    pub code: &'static Code,
    /// The phrases, in small letters with plain apostrophes.
    pub phrases: &'static [&'static str],
    /// How the message goes on behind the phrase.
    pub why: &'static str,
    /// What to say instead.
    pub instead: &'static str,
    /// Words right before a phrase that make it harmless.
    pub not_after: &'static [&'static str],
    /// When it counts.
    pub when: When,
    /// Sentences that look alike and stay quiet: the tests read them.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests, and by whoever wonders what a rule is not about"))]
    pub near_misses: &'static [&'static str],
}

/// Every rule.
pub(super) const RULES: &[Rule] = &[
    Rule {
        code: &tone::BLAME,
        phrases: &["you failed to", "you have failed to", "you've failed to", "your failure to", "you neglected to", "you have neglected to", "you didn't bother", "you did not bother"],
        why: "puts the reader in the dock.",
        instead: "“We don't have … yet. Please send it by …”",
        not_after: &[],
        when: When::Always,
        near_misses: &["The backup failed to start.", "If a page fails to load, tell us.", "We failed to answer in time, and we are sorry."],
    },
    Rule {
        code: &tone::BLAME,
        phrases: &["you should have told", "you should have made", "you should have read", "you should have sent", "you should have known", "you should have called", "you should have asked", "you should have checked", "you should have said", "you should have backed", "you should have paid", "you should have kept", "you should have been", "you should have done", "you should have come", "you should have written", "you should've", "you ought to have", "you could have told us", "if you had read", "had you read", "if you had told us", "you would have known"],
        why: "looks back at what can't be changed.",
        instead: "“Next time, … helps us both. For now, here is what we can do.”",
        not_after: &[],
        when: When::Always,
        near_misses: &["You should hear from us within a day.", "You should keep your receipt.", "You should have a copy of this page."],
    },
    Rule {
        code: &tone::BLAME,
        phrases: &["as already stated", "as previously stated", "as stated before", "as we already told you", "as i already told you", "as we have told you", "as we told you", "as i told you", "as i said before", "like i said", "as already mentioned", "as mentioned before", "as per my last", "as we have said before", "i already told you", "we already told you", "we have already told you"],
        why: "tells the reader that they did not listen.",
        instead: "say it once more, as if for the first time.",
        not_after: &[],
        when: When::Always,
        near_misses: &["We already have your papers.", "As soon as your papers are here, we start.", "We told you the date in May."],
    },
    Rule {
        code: &tone::BLAME,
        phrases: &["our notes show", "my notes show", "my notes say", "our notes say", "our records show that you", "i took notes", "we took notes"],
        why: "opens a trial about who is right.",
        instead: "“Here is what I'm doing now: …”",
        not_after: &[],
        when: When::Always,
        near_misses: &["We take notes during the call and send them to you.", "Your notes are yours to keep.", "Our notes go to both sides."],
    },
    Rule {
        code: &tone::BLAME,
        phrases: &["i assumed you", "we assumed you", "i assumed i", "you must have lost", "you must have deleted", "you must have forgotten"],
        why: "guesses at the reader's fault.",
        instead: "“I don't know yet. I'm looking now, and I call you by …”",
        not_after: &[],
        when: When::Always,
        near_misses: &["We assume nothing: we ask.", "You must have a backup before we start.", "You must send the papers by the 7th."],
    },
    Rule {
        code: &tone::BLAME,
        phrases: &["you forgot to", "you never told us", "you never sent", "why didn't you", "why did you not", "you were told", "you were warned", "you have been told", "because you did not", "because you didn't", "you only have yourself to blame", "you caused", "it was your job to", "you clearly", "you obviously"],
        why: "says whose fault it is before it says what helps.",
        instead: "“… is missing. With it, we can start the same day.”",
        not_after: &["if", "when", "though", "even", "because"],
        when: When::Always,
        near_misses: &["If you forgot your password, call us.", "If you never sent it, no harm is done.", "You were right to call."],
    },
    Rule {
        code: &tone::BLAME,
        phrases: &["your fault", "you are to blame", "you're to blame"],
        why: "names the guilty instead of the next step.",
        instead: "leave the fault out and say what happens now.",
        not_after: &["not", "isn't", "never", "whose", "no"],
        when: When::Always,
        near_misses: &["It's not your fault.", "Whose fault it was comes last.", "A fault in your form is mended free."],
    },
    Rule {
        code: &tone::SHIELD,
        phrases: &["it's our policy", "it is our policy", "that's our policy", "that is our policy", "company policy", "our policy is clear", "policy states", "per our policy", "according to our policy", "due to our policy", "against our policy", "against policy"],
        why: "hides behind a rule.",
        instead: "give the reason behind it, and what you can do.",
        not_after: &[],
        when: When::Always,
        near_misses: &["Our policies stand on these pages.", "This policy is checked twice a year.", "You can read each policy here."],
    },
    Rule {
        code: &tone::SHIELD,
        phrases: &["my hands are tied", "our hands are tied", "those are the rules", "rules are rules", "i don't make the rules", "we don't make the rules", "the system won't let", "the computer says", "the system does not allow", "nothing we can do", "nothing i can do", "there is nothing to be done"],
        why: "says that nobody here can think.",
        instead: "“I can't do that. What I can do is …”",
        not_after: &[],
        when: When::Always,
        near_misses: &["There is nothing you need to do.", "The rules that hold for you hold for us.", "Our hands are clean before we touch a lens."],
    },
    Rule {
        code: &tone::SHIELD,
        phrases: &["we are not allowed to", "we're not allowed to", "i am not allowed to", "i'm not allowed to"],
        why: "hides behind somebody else's no.",
        instead: "“We don't do that, because …”",
        not_after: &[],
        when: When::Always,
        near_misses: &["Dogs are allowed in the shop.", "You are allowed one free change.", "We are not able to open your mail, and never want to."],
    },
    Rule {
        code: &tone::SHIELD,
        phrases: &["the agreement says", "the contract says", "as per the contract", "as per the agreement", "per the contract", "read your contract", "read the contract", "you signed the contract", "you agreed to this"],
        why: "answers a worry with a clause.",
        instead: "say what happens next; name the clause at the end, as a help.",
        not_after: &[],
        when: When::Always,
        near_misses: &["The agreement wins where the two differ.", "Clause 4 of your agreement has the details.", "You signed on Monday, so we start on Tuesday."],
    },
    Rule {
        code: &tone::THREAT,
        phrases: &["immediately terminated", "terminated immediately", "be terminated", "immediate termination", "terminate your contract", "terminate your account", "terminate the relationship"],
        why: "threatens.",
        instead: "“After the third time we end the agreement, with notice, and hand over what is yours.”",
        not_after: &[],
        when: When::Always,
        near_misses: &["The agreement ends with notice.", "Either of us can end it.", "We end the call and write to you."],
    },
    Rule {
        code: &tone::THREAT,
        phrases: &["legal action", "we will not hesitate", "will not be tolerated", "is not tolerated", "zero tolerance", "suffer the consequences", "face the consequences", "or else", "be warned", "you have been warned", "final warning", "last warning", "failure to comply", "non - compliance will", "without further notice", "hand you over to", "report you to"],
        why: "threatens.",
        instead: "say what follows, after how many times, and why.",
        not_after: &["someone", "somebody", "anyone", "anything", "something", "nothing", "everything", "everyone", "nobody", "who", "what"],
        when: When::Always,
        near_misses: &["The consequences stand on one page.", "If nothing else helps, call us.", "We warn you before a certificate runs out.", "What else can we do?"],
    },
    Rule {
        code: &tone::THREAT,
        phrases: &["under no circumstances", "strictly prohibited", "strictly forbidden", "no excuses", "you are required to", "you are hereby", "it is forbidden to", "forbidden to", "do not ever"],
        why: "commands.",
        instead: "“Please …, because …”",
        not_after: &["not"],
        when: When::Always,
        near_misses: &["Please don't come to our homes.", "You need a backup first.", "We never ask for a password.", "Visits need an appointment."],
    },
    Rule {
        code: &tone::DISMISSIVE,
        phrases: &["calm down", "relax", "don't panic", "stop worrying", "get over it", "overreacting", "you're overreacting", "don't be silly", "don't be ridiculous", "there is no need to get upset", "no need to get upset", "no need to shout", "no big deal", "it's not a big deal", "don't speak to me", "what are you doing here"],
        why: "makes somebody's worry small.",
        instead: "“I can hear that this is worrying you.”",
        not_after: &[],
        when: When::Always,
        near_misses: &["A calm voice helps.", "We stay calm, and so does the phone.", "Your deal is closed when you sign."],
    },
    Rule {
        code: &tone::DISMISSIVE,
        phrases: &["obviously", "as everyone knows", "as anyone can see", "anyone can see", "common sense", "it's common sense", "any fool", "even a child", "it should be obvious", "it goes without saying", "self - explanatory"],
        why: "says that the reader should have known.",
        instead: "leave it out.",
        not_after: &["not", "n't", "isn't", "less"],
        when: When::Always,
        near_misses: &["It is not obvious, so here are the steps.", "We say what others find too plain to say."],
    },
    Rule {
        code: &tone::DISMISSIVE,
        phrases: &["simply call", "simply click", "simply send", "simply fill", "simply follow", "simply read", "simply log", "simply restart", "you simply", "simply put it", "all you have to do", "it's easy to", "it is easy to", "it's not that hard", "it isn't that hard", "it's really simple", "you people", "people like you", "with all due respect"],
        why: "makes small what is hard for the reader.",
        instead: "leave the word out and give the step.",
        not_after: &[],
        when: When::Always,
        near_misses: &["Put simply, we keep the copies.", "A wrong figure is easy to mend early.", "The form is short.", "We simply stopped working on Fridays."],
    },
    Rule {
        code: &tone::BUCK_PASSING,
        phrases: &["not our fault", "isn't our fault", "not my fault", "isn't my fault", "wasn't our fault", "wasn't my fault", "our supplier's fault", "the supplier's fault", "their fault", "someone else's fault", "somebody else's fault", "our supplier let us down", "the courier's fault"],
        why: "passes the fault on.",
        instead: "“This should not have happened. I'm on it now.”",
        not_after: &[],
        when: When::Always,
        near_misses: &["When it's our fault, you hear it from us.", "Whose fault it was comes last.", "Fault or not, we mend it."],
    },
    Rule {
        code: &tone::BUCK_PASSING,
        phrases: &["not our problem", "not my problem", "not my job", "not our job", "not my department", "not our department", "you'll have to ask", "you will have to ask", "you'll have to speak to", "you will have to contact", "take it up with", "nothing to do with us", "nothing to do with me", "out of our hands", "out of my hands", "beyond our control", "outside our control", "not up to us"],
        why: "sends the reader away.",
        instead: "“That is with …. I'll pass it on today, and tell you when I have.”",
        not_after: &[],
        when: When::Always,
        near_misses: &["Ask us, and we find out.", "You may have to wait ten minutes.", "Once we post it, the courier has it."],
    },
    Rule {
        code: &tone::VAGUE_PROMISE,
        phrases: &["as soon as possible", "asap", "as soon as we can", "as soon as i can", "as quickly as possible", "as quickly as we can", "at our earliest convenience", "at my earliest convenience", "in due course", "in a timely manner", "in a timely fashion", "promptly", "shortly", "when we get a chance", "when we get round to it", "whenever we can", "when we can", "before long", "soon"],
        why: "promises without a time.",
        instead: "name a time you can keep, best as a reference: {{ channel.email.reply_within }}.",
        not_after: &["how", "too", "very", "so", "as", "this", "it", "that", "them"],
        when: When::PromiseWithoutTime,
        near_misses: &["Please tell us as soon as you can.", "We reply within a day, and sooner if we can.", "How soon will you hear from us?"],
    },
    Rule {
        code: &tone::VAGUE_PROMISE,
        phrases: &["we will try to", "we'll try to", "we try to", "i'll try to", "i will try to", "we do our best to", "we will do our best", "we'll do our best", "we aim to", "we hope to", "we endeavour to", "we strive to", "we usually", "we normally", "we generally"],
        why: "promises and takes it back.",
        instead: "say what you will do, and by when.",
        not_after: &[],
        when: When::PromiseWithoutTime,
        near_misses: &["Try to reload the page.", "We usually meet on Tuesdays.", "We aim to answer within 4 hours."],
    },
];
