//! Findings of the family `facts`: facts that cannot both be true, and prose that says otherwise than the facts.

family! {
    PREFERRED_UNMONITORED = "facts/preferred-unmonitored", Error,
        meaning: "The page sends clients to a channel that nobody reads.",
        why: "A client who does as told waits for an answer that never comes, and then looks for your home address.",
        mend: "Take `preferred` away from the channel, or say `monitored = true` and read it.",
        example: "[[channel]]\nid = \"text\"\nkind = \"sms\"\nmonitored = false\nsay = \"Texts aren't read. Please email.\"";
    RUNG_UNMONITORED = "facts/rung-unmonitored", Error,
        meaning: "A step of the escalation leads to a channel that nobody reads.",
        why: "This is where clients go on their worst day. It must be the one door that is never dead.",
        mend: "Name a channel that somebody reads.",
        example: "by = \"phone\"";
    VISITS_FORBIDDEN = "facts/visits-forbidden", Error,
        meaning: "Visits are forbidden, and yet coming by is offered as a way to reach you.",
        why: "One of the two will be believed, and it may be the one that brings somebody to your door.",
        mend: "Say `monitored = false` for that channel with a sentence about it, or change `visits` in `business.toml`.",
        example: "visits = \"by-appointment\"";
    USED_AND_NOT = "facts/used-and-not", Error,
        meaning: "A channel is said to be for something and not for it.",
        why: "Clients read the half that suits them.",
        mend: "Take it out of one of the two lists.",
        example: "use_for = [\"questions\"]\nnot_for = [\"emergencies\"]";
    PROMISE_WITHOUT_HOURS = "facts/promise-without-hours", Error,
        meaning: "A reply is promised in business time, but the hours it is counted in are empty.",
        why: "The clock of this promise never runs, so the answer is never due.",
        mend: "Name a schedule with opening hours, or give the schedule hours. Visits by appointment are shown and never counted.",
        example: "schedule = \"office\"\nreply_within = \"8 business hours\"";
    PROMISE_WHILE_CLOSED = "facts/promise-while-closed", Warning,
        meaning: "A promise by the clock runs out while nobody is there.",
        why: "“24 hours” on a Friday afternoon is Saturday afternoon. You are away, and the promise is broken.",
        mend: "Promise business hours or business days: they wait while you are closed.",
        example: "reply_within = \"1 business day\"";
    ALWAYS_ON_A_LINE_WITH_HOURS = "facts/always-on-a-line-with-hours", Error,
        meaning: "A tier is covered day and night, but its line is not.",
        why: "A client who trusts “day and night” rings at 03:00 and hears a dead line.",
        mend: "Give both the same schedule, or say under `outside_hours` what happens when the line is closed.",
        example: "schedule = \"oncall\"\noutside_hours = \"Use the fallbacks; we start when the line opens.\"";
    ESCALATION_TOO_SOON = "facts/escalation-too-soon", Error,
        meaning: "A client may complain that nobody answered before the answer was due.",
        why: "Two promises with one clock: the second starts before the first has ended, and somebody is always wrong.",
        mend: "Let the step wait at least as long as the reply may take.",
        example: "reply_within = \"8 business hours\"\n\nafter = \"1 business day\"";
    ESCALATION_ORDER = "facts/escalation-order", Warning,
        meaning: "A later step of the escalation comes sooner than an earlier one.",
        why: "A ladder is climbed rung by rung. Nobody knows which of the two to take first.",
        mend: "Number the steps so that the waits get longer.",
        example: "step = 1\nafter = \"60 minutes\"\n\nstep = 2\nafter = \"1 business day\"";
    TIERS_ORDER = "facts/tiers-order", Warning,
        meaning: "A more urgent tier is answered later than a less urgent one.",
        why: "Clients will call everything less urgent, because that is how they hear sooner.",
        mend: "Put the most urgent tier first and give it the shortest answer.",
        example: "id = \"p1\"\nrespond_within = \"60 minutes\"\n\nid = \"p2\"\nrespond_within = \"4 business hours\"";
    IN_AND_OUT = "facts/in-and-out", Error,
        meaning: "The same piece of work stands in two ways: once included, once not, for instance.",
        why: "A client will quote the line that suits them, and be right.",
        mend: "Keep one of the two rows, or say in their names how they differ.",
        example: "item = \"Small text edits, up to 30 minutes a month\"\nstatus = \"included\"";
    INCLUDED_WITH_FEE = "facts/included-with-fee", Warning,
        meaning: "Something is included in the price and has a price of its own.",
        why: "“Included” is read as “no extra charge”. The bill will be a surprise.",
        mend: "Write `status = \"fee\"`, or take the fee out.",
        example: "status = \"fee\"\nfee = \"120.00 USD / page\"";
    TWO_OWNERS = "facts/two-owners", Error,
        meaning: "One thing has two owners.",
        why: "What two look after, nobody looks after: this is how backups turn out never to have been made.",
        mend: "Keep one row. Name the one who lends a hand under `helper`.",
        example: "item = \"Website backups\"\nowner = \"client\"\nhelper = \"us\"";
    RUSH_BEFORE_REPLY = "facts/rush-before-reply", Error,
        meaning: "Rush work is done before the request for it would be answered.",
        why: "A client pays for speed, and waits for the first hello longer than for the work.",
        mend: "Promise rush work no sooner than your quickest reply, or answer sooner.",
        example: "[rush]\noffered = true\nwithin = \"2 business days\"";
    STEPS_BACKWARDS = "facts/steps-backwards", Error,
        meaning: "A later step is promised sooner than the one before it.",
        why: "Nobody can answer a complaint before saying that it arrived.",
        mend: "Make the first span the shorter one.",
        example: "acknowledge_within = \"1 business day\"\nanswer_within = \"10 business days\"";
    WAITING_BACKWARDS = "facts/waiting-backwards", Error,
        meaning: "The usual wait is longer than the longest one.",
        why: "People count minutes while they wait, and they count yours.",
        mend: "Swap the two.",
        example: "[waiting]\nusual = \"10 minutes\"\nmost = \"20 minutes\"";
    LONG_BUSINESS_HOURS = "facts/long-business-hours", Warning,
        meaning: "Many business hours are more days than they sound.",
        why: "“48 business hours” is read as two days, and in an eight-hour day it means six.",
        mend: "Write the days: they are what a client counts.",
        example: "reply_within = \"2 business days\"";
    NO_CLOSURES_AHEAD = "facts/no-closures-ahead", Warning,
        meaning: "No day off is listed for the coming year.",
        why: "Clients plan around the calendar. Without a list, they plan on you being there on every holiday.",
        mend: "List the days you close next year; a yearly rule such as `12-25` is typed once.",
        example: "[[closure]]\nname = \"Christmas Day\"\non = \"12-25\"";
    HOURS_IN_PROSE = "facts/hours-in-prose", Warning,
        meaning: "A sentence names hours or days that differ from your opening hours.",
        why: "Somebody will stand before a locked door because of the one of the two they read.",
        mend: "Let the sentence refer to the hours, so that they are typed once.",
        example: "We are open {{ hours.office }}.";
    ALWAYS_IN_PROSE = "facts/always-in-prose", Warning,
        meaning: "A sentence says that you are always there, and your hours say otherwise.",
        why: "“Any time” is taken by its word, also at 03:00.",
        mend: "Refer to the hours, or say what may be done at any time: “write whenever you like; we answer in our hours”.",
        example: "Call us in our hours: {{ hours.office }}.";
    PHONE_IN_PROSE = "facts/phone-in-prose", Warning,
        meaning: "A sentence gives a number of yours that belongs to no channel of yours.",
        why: "Old numbers live on in old sentences, and the client who rings one tells everybody that you never pick up.",
        mend: "Refer to the channel.",
        example: "Call us on {{ channel.phone }}.";
    EMAIL_IN_PROSE = "facts/email-in-prose", Warning,
        meaning: "A sentence gives an address of yours that belongs to no channel of yours.",
        why: "Mail to an address that nobody reads is lost without anyone noticing.",
        mend: "Refer to the channel.",
        example: "Write to {{ channel.email }}.";
    REPLY_TIME_IN_PROSE = "facts/reply-time-in-prose", Warning,
        meaning: "A sentence promises an answer in another time than your channels do.",
        why: "The shorter of two promises is the one you will be held to.",
        mend: "Refer to the promise.",
        example: "We answer within {{ channel.email.reply_within }}.";
    MONEY_IN_PROSE = "facts/money-in-prose", Warning,
        meaning: "A sentence names another price than the fact it speaks of.",
        why: "Prices change, and sentences are forgotten. The client keeps a copy of the lower one.",
        mend: "Refer to the fee.",
        example: "Our rate is {{ fee.hourly }}.";
    PERCENT_IN_PROSE = "facts/percent-in-prose", Warning,
        meaning: "A sentence names another share than the fact it speaks of.",
        why: "A surcharge that is 25% here and 50% there is settled in an argument.",
        mend: "Refer to the fact.",
        example: "A rush adds {{ rush.fee }}.";
    DATE_IN_PROSE = "facts/date-in-prose", Warning,
        meaning: "A sentence says closed on a day on which you are open, or open on one of your closures.",
        why: "The calendar, the lamp and the sentence will disagree on the very day that matters.",
        mend: "Add the day as a closure, or correct the sentence.",
        example: "[[closure]]\nname = \"Training day\"\non = \"2027-02-08\"";
    CHANNEL_IN_PROSE = "facts/channel-in-prose", Warning,
        meaning: "A sentence invites clients to a channel that you don't have or don't read.",
        why: "A friendly “just text us” sends somebody's emergency into a phone that nobody looks at.",
        mend: "Name a channel you read, or add this one to `channels.md`.",
        example: "Please write to {{ channel.email }}.";
    NO_EXCEPTIONS = "facts/no-exceptions", Warning,
        meaning: "A sentence says “no exceptions”, and a list of kindnesses says otherwise.",
        why: "Both can't be so. A client who is refused will find the list, and one who is helped will wonder why you said it.",
        mend: "Say that the list is the limit, and the same for everyone.",
        example: "What we gladly do for anyone stands in our list of kindnesses, and it is the same for all.";
}
