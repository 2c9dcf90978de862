//! Every interface word a theme may show, one field a key of `themes/<name>/labels/<language>.toml`.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::live_words::LIVE_WORDS;

/// Declares the labels: their keys, and a method a key.
///
/// They are kept in a list rather than in a struct of two hundred fields: what a derive makes of such a struct takes
/// the compiler minutes to optimise.
macro_rules! labels {
    ($($(#[doc = $english:literal])+ $key:ident,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[derive(Clone, Copy)]
        enum Key { $($key),* }

        impl Labels {
            /// Every key, in the order of the table.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),*];

            $($(#[doc = $english])+ #[must_use] pub fn $key(&self) -> &str {
                self.word(Key::$key)
            })*
        }
    };
}

/// A table of words, as a file of labels has it.
pub type Table = BTreeMap<String, String>;

/// The words for a number of results: a key for each category of CLDR, and what the browser's `Intl.PluralRules` calls it. A language has
/// those that it counts in; `other` is the one that every language has.
pub const COUNTED: &[(&str, &str)] = &[
    ("found_zero", "zero"),
    ("found_one", "one"),
    ("found_two", "two"),
    ("found_few", "few"),
    ("found_many", "many"),
    ("found_other", "other"),
];

/// The interface words in one language. The comment on a method is its English wording. `{zone}`-like gaps are filled by the template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    words: Vec<Box<str>>,
    live: BTreeMap<&'static str, Box<str>>,
    found: BTreeMap<&'static str, Box<str>>,
}

impl Labels {
    /// The labels of the first table that has them.
    #[must_use]
    pub fn of(tables: &[Table]) -> Self {
        let word = |key: &str| tables.iter().find_map(|table| table.get(key)).map_or("", String::as_str);
        // Categories belong together: those of another language would be asked for with the wrong numbers.
        let counting = tables.iter().find(|table| table.contains_key("found_other"));
        let counted = COUNTED.iter().filter_map(|(key, name)| Some((*name, counting?.get(*key)?.as_str().into())));
        Labels {
            words: Self::KEYS.iter().map(|key| word(key).into()).collect(),
            live: LIVE_WORDS.iter().map(|(key, name)| (*name, word(key).into())).collect(),
            found: counted.collect(),
        }
    }

    /// The words of the live data, by the names the script has for them.
    #[must_use]
    pub fn live(&self) -> &BTreeMap<&'static str, Box<str>> {
        &self.live
    }

    /// The words for a number of results, by the category of the number.
    #[must_use]
    pub fn found(&self) -> &BTreeMap<&'static str, Box<str>> {
        &self.found
    }

    fn word(&self, key: Key) -> &str {
        self.words.get(key as usize).map_or("", AsRef::as_ref)
    }
}

impl Serialize for Labels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Self::KEYS.iter().zip(&self.words))
    }
}

labels! {
    // The page around the article
    /// Skip to the page
    skip_to_content,
    /// Home
    home,
    /// Menu
    menu,
    /// Close menu
    close_menu,
    /// Pages
    main_menu,
    /// Search
    search,
    /// Search this site
    search_hint,
    /// `:` behind a label; French parts it from the word.
    colon,
    /// `, ` between the pieces of a row
    comma,
    /// Nothing here for “{words}”.
    found_nothing,
    /// Ask us instead
    found_nothing_ask,
    /// Close the results
    close_results,
    /// On this page
    on_this_page,
    /// You are here
    you_are_here,
    /// Previous
    previous,
    /// Next
    next,
    /// Previous and next page
    page_sequence,
    /// In force since
    effective,
    /// Checked on
    checked_on,
    /// Looked after by
    kept_by,
    /// Version
    version,
    /// Print this page
    print_page,
    /// Welcome pack
    download_pack,
    /// Reach us
    reach_us,
    /// Emergency
    emergency,
    /// Quick help
    quick_help,
    /// Copy
    copy,
    /// Copied
    copied,
    /// Link to this
    link_to_this,

    // Home
    /// I have a question
    door_question,
    /// Find the answer, or who to ask.
    door_question_hint,
    /// Something isn’t right
    door_wrong,
    /// Tell us. We’ll put it right.
    door_wrong_hint,
    /// It can’t wait
    door_urgent,
    /// The fastest way to reach us now.
    door_urgent_hint,
    /// What do you need?
    ways_in,
    /// New here? Read these first
    read_first,
    /// How we work together
    policies,
    /// Questions and answers
    questions,
    /// Guides
    guides,
    /// When we’re next closed
    next_closures,
    /// Hours and all closures
    all_closures,
    /// Put our closures in your calendar
    add_to_calendar,
    /// Save us to your contacts
    save_contact,
    /// The welcome pack
    pack_title,
    /// Everything on this site as a booklet to print and keep.
    pack_words,
    /// The pack as one page, to print from here
    paged_pack,
    /// How to reach us, on one page
    sheet_link,

    // Hours
    /// Day
    day,
    /// Hours
    hours,
    /// Closed
    closed,
    /// Open
    open,
    /// By appointment
    by_appointment,
    /// Today
    today,
    /// `Times are {zone}`
    times_are,
    /// `{city} time`
    zone_time,
    /// `{name} hours`
    hours_named,
    /// Office hours
    hours_office,
    /// On-call hours
    hours_oncall,
    /// Visiting hours
    hours_visits,
    /// `also {date}`
    also_on,
    /// Different hours in season
    other_hours,
    /// Open
    open_instead,
    /// Closes
    closes,
    /// Listed until
    listed_until,
    /// The usual wait
    usual_wait,
    /// The longest wait
    longest_wait,
    /// After that
    after_that,

    // Channels
    /// Best first choice
    preferred,
    /// Emergencies only
    for_emergencies,
    /// Nobody reads this
    not_read,
    /// Good for
    use_for,
    /// Not for
    not_for,
    /// Answered
    answered,
    /// You hear back within
    reply_within,
    /// If you don’t
    if_missed,
    /// Use instead
    better_door,
    /// See all hours
    all_hours,
    /// Phone
    kind_phone,
    /// Text message
    kind_sms,
    /// Email
    kind_email,
    /// Client portal
    kind_portal,
    /// Chat
    kind_chat,
    /// Form
    kind_form,
    /// Post
    kind_post,
    /// Visit
    kind_visit,
    /// Social media
    kind_social,
    /// Call
    action_phone,
    /// Text
    action_sms,
    /// Write to
    action_email,
    /// Open the portal
    action_portal,
    /// Start a chat
    action_chat,
    /// Open the form
    action_form,
    /// Write to
    action_post,
    /// Visit
    action_visit,
    /// Open
    action_social,

    // Emergencies
    /// People first
    safety_first,
    /// Call
    call,
    /// For example
    for_example,
    /// Not this
    not_this,
    /// We answer within
    respond_within,
    /// News every
    update_every,
    /// Outside those hours
    outside_hours,
    /// Who may call it this
    who_may_declare,
    /// Have this in place
    needs_first,
    /// Fee
    fee,
    /// In the first minutes
    first_minutes,
    /// What to do
    do_this,
    /// What nobody can undo
    cannot_undo,
    /// Helps with
    helps_with,
    /// After
    after,
    /// At first
    at_first,
    /// By
    by,
    /// You hear back within
    promise,

    // Scope
    /// Service
    service,
    /// Status
    status,
    /// Included
    status_included,
    /// For a fee
    status_fee,
    /// Not included
    status_not_included,
    /// We refer you
    status_referred,
    /// Details
    details,
    /// How to ask
    how_to_ask,
    /// Who can help
    refer_to,
    /// Why
    why,
    /// Instead
    instead,
    /// Show
    show,
    /// Everything
    show_all,

    // Responsibilities
    /// What
    item,
    /// We do
    owner_us,
    /// You do
    owner_client,
    /// Someone else
    owner_third,
    /// People often think
    often_thought,
    /// In fact
    reality,
    /// Who helps
    helper,
    /// How it’s checked
    check,
    /// Clause
    clause,
    /// You initial this
    initial_here,
    /// You get a receipt for everything we hold.
    receipt_given,
    /// We don’t give a receipt.
    receipt_not_given,
    /// It lists
    receipt_lists,
    /// If it’s lost, you hear within
    tell_within,
    /// Replaced within
    replace_within,

    // Deadlines and fees
    /// By when
    due,
    /// If it’s late
    if_late,
    /// Late fee
    late_fee,
    /// If it’s lost
    lost,
    /// Faster work
    rush,
    /// We can work faster
    rush_offered,
    /// We don’t offer faster work
    rush_not_offered,
    /// Done within
    rush_within,
    /// Adds
    rush_fee,
    /// How often
    rush_limit,
    /// Never for
    never_for,

    // When something went wrong
    /// When we get it wrong
    ours,
    /// We tell you within
    own_within,
    /// News every
    news_every,
    /// Mended, or a plan, within
    plan_within,
    /// We ask how it went after
    follow_up_after,
    /// How we make up for it
    remedies,
    /// When it happened on your side
    yours,
    /// If you want to complain
    complaints,
    /// Goes to
    complaints_to,
    /// We confirm it within
    acknowledge_within,
    /// You have an answer within
    answer_within,
    /// Someone outside
    outside,
    /// Tell us anything
    feedback,
    /// Goodwill
    goodwill,
    /// For whom
    for_whom,
    /// How often
    how_often,

    // Boundaries
    /// Please
    please,
    /// Please don’t
    please_dont,
    /// What you get
    you_get,
    /// Serious: we skip to the serious step
    serious,
    /// Serious matters start here
    serious_starts_here,

    // Getting started
    /// We do
    we_do,
    /// You do
    you_do,
    /// What’s needed
    we_need,

    // Questions
    /// The policy behind this answer
    policy_behind,
    /// Related questions
    related,
    /// Other topics
    other_topics,

    // Callouts
    /// Note
    callout_note,
    /// Tip
    callout_tip,
    /// Important
    callout_important,
    /// Take care
    callout_warning,
    /// Stop first
    callout_caution,

    // What lies with another company
    /// Open it at {name}
    embed_open,
    /// Show it here
    embed_show,
    /// To show it here, your browser fetches it from {name}, which then learns your internet address and that you come from this site.
    embed_note,

    // Signing
    /// Your signature covers
    signature_covers,
    /// You initial these lines
    initials,
    /// You sign again when these change
    sign_again_on,
    /// `If these pages and the {agreement} differ, the {agreement} wins.`
    agreement_wins,
    /// Name
    your_name,
    /// Signature
    signature,
    /// Date
    date,

    // Find
    /// Jump to a letter
    jump_to,
    /// Page
    kind_page,
    /// Question
    kind_question,
    /// Topic
    kind_topic,

    // Reach us
    /// Is anyone in danger?
    safety_question,
    /// What is happening
    your_situation,
    /// What to do
    what_to_do,
    /// Why
    why_this,
    /// You hear back
    hear_back,
    /// Ready words
    ready_words,
    /// If nobody answers
    if_nobody,
    /// All answers at a glance
    decision_table,
    /// More about this
    more_about,
    /// Two short questions, and you see who to turn to, when you hear back, and what to do if you don’t.
    reach_lead,
    /// I’d like to send or ask for something
    door_request,
    /// Every wish has a door where it’s in good hands.
    door_request_hint,
    /// I had another way in mind
    door_instead,
    /// Coming by, a text, a private number: here is the better way.
    door_instead_hint,
    /// What has happened?
    ask_urgent,
    /// What isn’t right?
    ask_wrong,
    /// What is it about?
    ask_question,
    /// What would you like?
    ask_request,
    /// What did you have in mind?
    ask_instead,
    /// I want to complain
    complain,
    /// `within {time}`
    within,
    /// `It counts as “{tier}”.`
    why_tier,
    /// `Good for: {uses}.`
    why_use,
    /// They can help at once.
    why_safety,
    /// Emergency number
    emergency_number,
    /// It may be answered here
    answered_here,
    /// Not there? Ask us
    ask_us,
    /// `Hello, this is [your name]. {what} You reach me on [your number].`
    ready_call,
    /// `Hello,  {what}  You reach me on [your number].  Thank you, [your name]`
    ready_write,
    /// `I have what your page calls “{name}”: “{means}”. I first saw it at [time].`
    ready_tier,
    /// `I have a question about “{topic}”: [your question]`
    ready_question,
    /// `I’m not happy with [what happened]. This would put it right: [your wish].`
    ready_complaint,
    /// `I’d like to [your wish].`
    ready_wish,
    /// Open with these words
    ready_open,
    /// Other ways
    other_ways,
    /// Back
    step_back,
    /// Start again
    start_again,
    /// Not what you were looking for?
    not_found_here,
    /// Tell us what you need
    not_found_way,
    /// `{year} at a glance`
    year_picture,
    /// `Closed days: {closed}. Days with other hours: {other}. The list tells each one still to come.`
    year_words,
    /// Regular day off
    closed_weekly,
    /// Other hours
    other_hours_day,
    /// The steps, one after the other
    ladder_picture,

    // Missing page
    /// This page isn’t here
    missing_title,
    /// It may have moved, or the address may have a slip in it.
    missing_words,
    /// Go to the first page
    missing_home,
    /// Go back with your browser’s back button, or open the first page you were given.
    missing_no_home,
    /// Or reach us straight away
    missing_reach,

    // The welcome pack
    /// {title}, to print
    to_print,
    /// {title}, on one page
    on_one_page,
    /// Prepared for
    prepared_for,
    /// Contents
    contents,
    /// Online
    online,
    /// How to reach us
    how_to_reach_us,
    /// Where these links lead
    link_notes,
    /// Page {page} of {pages}
    page_of,
    /// p. {page}
    page_short,
    /// Signature
    signature_page,
    /// You sign version
    signed_version,
    /// Client
    signed_client,
    /// For {name}
    signed_for,
    /// Way
    way,
    /// The latest version
    scan_for_latest,
    /// Emergency cards to cut out
    wallet_cards,
    /// Danger to people:
    danger,
}
