//! Findings of the family `needs`: the 46 things clients of a small business ask for sooner or later, each from a true story.
//!
//! `meaning` says what is missing, `why` what happens to businesses without it, `example` is ready to paste into the file that `mend` names.

family! {
    HOURS = "needs/hours", Notice,
        meaning: "Clients can't see when you are there.",
        why: "Without it they try at dawn, on Sundays, and in the end at your own door.",
        mend: "Add it to the header of `availability.md`.",
        example: "[hours.office]\nmon-thu = \"09:00-17:00\"\nfri = \"09:00-13:00\"";
    PREFERRED_CHANNEL = "needs/preferred-channel", Notice,
        meaning: "Clients can't see which way to reach you comes first.",
        why: "Without a first door they try all of them at once, and you answer the same question three times.",
        mend: "Add it to the header of `channels.md`.",
        example: "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@business.example\"\npreferred = 1";
    REPLY_TIMES = "needs/reply-times", Notice,
        meaning: "Clients can't see by when they hear back.",
        why: "Silence without a time is read as “they have forgotten me”, and the second message comes louder.",
        mend: "Add it to the header of `channels.md`.",
        example: "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@business.example\"\nreply_within = \"1 business day\"";
    IF_MISSED = "needs/if-missed", Notice,
        meaning: "Clients can't see what to do if nobody answers.",
        why: "The visitor at the door before sunrise had tried the usual way first, and nothing told them what comes next.",
        mend: "Add it to the header of `channels.md`.",
        example: "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@business.example\"\nif_missed = \"owner\"";
    EMERGENCY_STEPS = "needs/emergency-steps", Notice,
        meaning: "Clients can't see what to do in an emergency.",
        why: "People under stress do the first thing that comes to mind. Without steps, that is ringing every bell.",
        mend: "Add it to the header of `emergencies.md`.",
        example: "[[severity]]\nid = \"p1\"\nname = \"Emergency\"\nmeans = \"Nothing works for anyone\"\nsteps = [\"Call us\", \"Say what you see\", \"Change nothing\"]";
    ESCALATION = "needs/escalation", Notice,
        meaning: "Clients can't see who is asked next when an answer is late.",
        why: "Without a ladder the next step is the loudest one: a public complaint, or your private number.",
        mend: "Add it to the header of `emergencies.md`.",
        example: "[[escalation]]\nid = \"owner\"\nstep = 1\nafter = \"1 business day\"\nto = \"dana\"\nby = \"email\"";
    FALLBACKS = "needs/fallbacks", Notice,
        meaning: "Clients can't see who else can help while you are closed.",
        why: "A business that names no other help becomes the only number anybody dials at night.",
        mend: "Add it to the header of `emergencies.md`.",
        example: "[[fallback]]\nname = \"Your bank's fraud line\"\nphone = \"757 555 0123\"\nwhen = \"before you call us\"";
    VISITS = "needs/visits", Notice,
        meaning: "Nobody knows whether clients may come by.",
        why: "Where nothing is said, an address in an old invoice is taken for an invitation.",
        mend: "Say it in `business.toml`.",
        example: "[business]\nvisits = \"by-appointment\"";
    SERIOUS_CASES = "needs/serious-cases", Notice,
        meaning: "Nobody knows where a serious case starts.",
        why: "Threats and visits at home are then met with a third kind reminder, and somebody gets hurt.",
        mend: "Add it to the header of `boundaries.md`.",
        example: "[[consequence]]\nstep = 3\nwhat = \"We end the agreement and hand over everything that is yours\"\nserious_starts_here = true";
    SCOPE_INCLUDED = "needs/scope-included", Notice,
        meaning: "Clients can't see what the price includes.",
        why: "What is not listed is taken to be included, and every bill becomes a talk about it.",
        mend: "Add it to the header of `scope.md`.",
        example: "[[service]]\nitem = \"Small text edits, up to 30 minutes a month\"\nstatus = \"included\"";
    REASONS_FOR_NO = "needs/reasons-for-no", Notice,
        meaning: "A client hears no without a reason.",
        why: "A no without a why sounds like a whim, and is argued with each time.",
        mend: "Add it to the header of `scope.md`.",
        example: "[[service]]\nitem = \"Computer repair\"\nstatus = \"not-included\"\nwhy = \"We are not insured to open devices\"\ninstead = \"The repair shop on Main Street\"";
    SAME_FOR_ALL = "needs/same-for-all", Notice,
        meaning: "Nobody knows how often a kindness is given.",
        why: "One exception makes the next client ask why they get less: it has become the rule.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[[goodwill]]\nwhat = \"A small fix without a bill\"\nwho = \"every client\"\nhow_often = \"once a year\"";
    CONSEQUENCES = "needs/consequences", Notice,
        meaning: "Nobody knows after how many times what follows.",
        why: "A consequence that was never announced looks like revenge when it comes.",
        mend: "Add it to the header of `boundaries.md`.",
        example: "[[consequence]]\nstep = 1\ncounts = \"first time\"\nwhat = \"We point you to the right way, and help you there\"";
    READY_REPLIES = "needs/ready-replies", Notice,
        meaning: "There are no ready replies for hard situations.",
        why: "Under stress people improvise, and an improvised answer promises too much or sounds too hard.",
        mend: "Add it to a page in `replies/`, which only your own people see.",
        example: "situation = \"Closed\"";
    SPOKEN_AND_WRITTEN = "needs/spoken-and-written", Notice,
        meaning: "No reply exists both to be said and to be sent.",
        why: "What is said on the phone and what is written then differ, and clients compare.",
        mend: "Add it to a page in `replies/`, which only your own people see.",
        example: "## phone\n\nThank you for calling. I will write to you today.\n\n## email\n\nThank you for calling. Here is what we agreed.";
    READ_FIRST = "needs/read-first", Notice,
        meaning: "New clients don't know what to read first.",
        why: "Rules that are first mentioned when they are broken feel made up.",
        mend: "Add it to the header of `welcome.md`.",
        example: "read_first = [\"availability\", \"channels\", \"scope\"]";
    QUESTIONS = "needs/questions", Notice,
        meaning: "There is no answer to any question in the client's own words.",
        why: "The same five questions keep coming by phone, in the evening.",
        mend: "Make a page in `faq/`, with a question for each heading.",
        example: "## When are you open?\n\nWe are open {{ hours.office }}. More: [our hours](../availability.md).";
    REPLIES_SHOW_THE_WAY = "needs/replies-show-the-way", Notice,
        meaning: "No ready reply names a way to reach you.",
        why: "Sympathy without a next step leaves the client where they were, only later.",
        mend: "Add it to a page in `replies/`, which only your own people see.",
        example: "Please write to {{ channel.email }}, and you have an answer within {{ channel.email.reply_within }}.";
    WHAT_YOU_GET = "needs/what-you-get", Notice,
        meaning: "Clients can't see what a boundary gives them.",
        why: "A rule that only serves you is put up with; one that serves both is kept.",
        mend: "Add it to the header of `boundaries.md`.",
        example: "[[boundary]]\nid = \"home\"\nplease = \"Meet us by video\"\nwhy = \"Our families live at home\"\nyou_get = \"A reply from whoever is at work\"";
    TEAM_PAGES = "needs/team-pages", Notice,
        meaning: "Your own people have no page on how you work.",
        why: "The newest person on the phone sets the policy, because nobody told them there is one.",
        mend: "Say it on a page with `audience = \"staff\"`, which only your own people see.",
        example: "audience = \"staff\"\n\n# For the team\n\nWe say the same on the phone, by email and at the door.";
    COUNTED_HOURS = "needs/counted-hours", Notice,
        meaning: "Nobody knows in which hours your reply times are counted.",
        why: "“Within a day” on a Friday evening is Saturday for the client and Monday for you.",
        mend: "Add it to the header of `channels.md`.",
        example: "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@business.example\"\nschedule = \"office\"\nreply_within = \"8 business hours\"";
    FEEDBACK = "needs/feedback", Notice,
        meaning: "Clients can't see how to tell you what could be better.",
        why: "Unhappy clients mostly say nothing, leave, and tell their friends.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[feedback]\nhow = \"Write two lines to {{ channel.email }}; they are read each week.\"";
    REVIEW_DATES = "needs/review-dates", Notice,
        meaning: "No page says how often it is checked.",
        why: "Pages rot quietly: last year's hours stay up until somebody stands before a locked door.",
        mend: "Add it to the header of `availability.md`.",
        example: "reviewed = \"2026-11-02\"\nreview_every = \"6 months\"";
    LATE_WORK = "needs/late-work", Notice,
        meaning: "Clients can't see what happens when they are late.",
        why: "Their lateness becomes your weekend, and nobody ever said that it wouldn't.",
        mend: "Add it to the header of `deadlines.md`.",
        example: "[[deadline]]\nwhat = \"Text and pictures\"\ndue = \"5 business days before launch\"\nif_late = \"The launch moves to the next free day\"";
    LOST_PAPERS = "needs/lost-papers", Notice,
        meaning: "Clients can't see what to do when papers are lost.",
        why: "People hide a loss for as long as they can, and come when it can't be mended any more.",
        mend: "Add it to the header of `deadlines.md`.",
        example: "[[deadline]]\nwhat = \"Receipts\"\ndue = \"by the 7th of each month\"\nlost = \"Ask the shop for a copy, and tell us what is missing\"";
    FEES_FOR_EXTRAS = "needs/fees-for-extras", Notice,
        meaning: "Clients can't see what extra work costs.",
        why: "Clients then think that the monthly fee buys everything, or never dare to ask.",
        mend: "Add it to the header of `scope.md`.",
        example: "[[service]]\nitem = \"New pages\"\nstatus = \"fee\"\nfee = \"120.00 USD / page\"";
    RUSH_DECISION = "needs/rush-decision", Notice,
        meaning: "Nobody knows whether you take rush work.",
        why: "Where it was never decided, the one who begs loudest decides it each time.",
        mend: "Add it to the header of `deadlines.md`.",
        example: "[rush]\noffered = false";
    GOODWILL = "needs/goodwill", Notice,
        meaning: "Nobody knows who may have a kindness.",
        why: "Favours then go to those who shout, and the patient ones notice.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[[goodwill]]\nwhat = \"A first late month without a fee\"\nwho = \"every client\"";
    BACKUPS_OWNER = "needs/backups-owner", Notice,
        meaning: "Nobody knows who looks after what.",
        why: "A whole database was lost because each side thought that the other kept the backups.",
        mend: "Add it to the header of `responsibilities.md`.",
        example: "[[responsibility]]\nitem = \"Website backups\"\nowner = \"client\"";
    WRONG_BELIEFS = "needs/wrong-beliefs", Notice,
        meaning: "What clients often get wrong is not set right.",
        why: "“I thought that's why we pay you” is heard on the day it is too late.",
        mend: "Add it to the header of `responsibilities.md`.",
        example: "[[responsibility]]\nitem = \"Website backups\"\nowner = \"client\"\noften_thought = \"that a studio keeps copies\"\nreality = \"The copies live in your hosting account\"";
    AGREEMENT = "needs/agreement", Notice,
        meaning: "Nobody knows which contract stands behind these pages.",
        why: "When the page and the contract differ, each side quotes the one it likes.",
        mend: "Say it in `business.toml`.",
        example: "[business]\nagreement = { title = \"Service Agreement\", wins = true }";
    FIRST_MINUTES = "needs/first-minutes", Notice,
        meaning: "Clients can't see what to do in the first minutes of a disaster.",
        why: "Most of what is lost for good is lost in the first ten minutes, by somebody trying to help.",
        mend: "Add it to the header of `emergencies.md`.",
        example: "[[severity]]\nid = \"p1\"\nname = \"Emergency\"\nmeans = \"The database is gone\"\nfirst_minutes = [\"Stop. Change nothing.\", \"Write down what you saw\"]";
    SAFE_TO_TELL = "needs/safe-to-tell", Notice,
        meaning: "Clients can't see that telling you of their mistake is safe.",
        why: "Where people fear a lecture, a small slip is hidden until it is a large one.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[yours]\nsay = \"Tell us early. We would rather help than judge.\"";
    STEADY_VOICE = "needs/steady-voice", Notice,
        meaning: "Your people have no note on staying calm.",
        why: "Heat answered with heat ends in a lost client, and in one bad evening for whoever picked up.",
        mend: "Say it on a page with `audience = \"staff\"`, which only your own people see.",
        example: "When somebody shouts, get quieter and slower. Pause before you answer.";
    OWN_MISTAKES = "needs/own-mistakes", Notice,
        meaning: "Clients can't see how soon you own a mistake.",
        why: "A client who finds your mistake before you tell them believes that you meant to hide it.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[ours]\nown_within = \"4 business hours\"";
    KIND_OPENERS = "needs/kind-openers", Notice,
        meaning: "No ready reply has first words.",
        why: "The first sentence decides whether the rest is heard; the optician's “I took notes” lost a client of years.",
        mend: "Add it to a page in `replies/`, which only your own people see.",
        example: "[[opener]]\nsay = \"I can hear that this is worrying you.\"";
    COMPLAINTS = "needs/complaints", Notice,
        meaning: "Clients can't see by when a complaint is acknowledged.",
        why: "People want to be heard first. Without that, the complaint goes where others hear it.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[complaints]\nacknowledge_within = \"1 business day\"";
    PLAN_NOT_EXCUSES = "needs/plan-not-excuses", Notice,
        meaning: "Clients can't see by when there is a plan after your mistake.",
        why: "Where no plan is promised, reasons are given instead, and reasons sound like excuses.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[ours]\nplan_within = \"2 business days\"";
    FOLLOW_UP = "needs/follow-up", Notice,
        meaning: "Nobody asks afterwards whether all is well again.",
        why: "A repair that nobody asks about is remembered as the mistake alone.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[ours]\nfollow_up_after = \"10 business days\"";
    OTHER_WAYS = "needs/other-ways", Notice,
        meaning: "A no comes without another way.",
        why: "A client who is left standing with a no goes on asking, or goes.",
        mend: "Add it to the header of `scope.md`.",
        example: "[[service]]\nitem = \"Computer repair\"\nstatus = \"referred\"\nto = \"Harbor PC, 757 555 0144\"";
    NOT_PERSONAL = "needs/not-personal", Notice,
        meaning: "Your people are not told that anger is not about them.",
        why: "Who takes every hard word home answers the next caller with it.",
        mend: "Say it on a page with `audience = \"staff\"`, which only your own people see.",
        example: "Anger is mostly fear. It is not about you.";
    WAITING = "needs/waiting", Notice,
        meaning: "Clients can't see how long a wait is, and what you do past it.",
        why: "Forty minutes in a shop without a word are the story that is told for years.",
        mend: "Add it to the header of `availability.md`.",
        example: "[waiting]\nusual = \"10 minutes\"\nmost = \"20 minutes\"\nthen = \"We offer a set time, post, or a call back.\"";
    WORDS_TO_AVOID = "needs/words-to-avoid", Notice,
        meaning: "Your people have no list of first words to avoid.",
        why: "“You should have” slips out of anybody who has never seen it written down.",
        mend: "Add it to a page in `replies/`, which only your own people see.",
        example: "[[opener]]\nsay = \"Here is where it stands.\"\ninstead_of = \"As I already told you,\"";
    CUSTODY = "needs/custody", Notice,
        meaning: "Clients can't see how you look after their things.",
        why: "A lost pair of lenses became a quarrel about who remembers what, because no receipt said it.",
        mend: "Add it to the header of `responsibilities.md`.",
        example: "[custody]\nreceipt = true\nlists = [\"each item\", \"its condition\"]\ntell_within = \"1 business day\"";
    STATUS_UPDATES = "needs/status-updates", Notice,
        meaning: "Clients can't see how often they hear news while you mend something.",
        why: "It did not matter whose fault it was: not knowing was what hurt.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[ours]\nupdate_every = \"1 business day\"";
    MAKING_GOOD = "needs/making-good", Notice,
        meaning: "Clients can't see how you make good.",
        why: "Each case is then haggled over, and the one who haggles best is paid best.",
        mend: "Add it to the header of `mistakes.md`.",
        example: "[ours]\nremedies = [\"Work redone at no charge\", \"Credit for the time lost\"]";
    UNKNOWN = "needs/unknown", Error,
        meaning: "`[[not_for_us]]` names something that is not one of the 46 needs.",
        why: "A name that is misspelt would leave the gap open and look as if it were closed.",
        mend: "Write the name as the check prints it, without `needs/`.",
        example: "[[not_for_us]]\nneed = \"waiting\"\nbecause = \"Nobody walks in: we meet by appointment.\"";
    NO_REASON = "needs/no-reason", Error,
        meaning: "`[[not_for_us]]` gives no reason.",
        why: "In a year nobody remembers why this was left out, and a new client asks.",
        mend: "Say why in a sentence.",
        example: "[[not_for_us]]\nneed = \"waiting\"\nbecause = \"Nobody walks in: we meet by appointment.\"";
}
