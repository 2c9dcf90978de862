//! Every interface word a theme may show, one field a key of `themes/<name>/labels/<language>.toml`.

use serde::{Deserialize, Serialize};

/// The interface words in one language. The comment on a field is its English wording; a missing or unknown key in
/// a labels file is an error that names it. `{zone}`-like gaps are filled by the template.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Skip to the page
    pub skip_to_content: String,
    /// Home
    pub home: String,
    /// Menu
    pub menu: String,
    /// Close menu
    pub close_menu: String,
    /// Pages
    pub main_menu: String,
    /// Search
    pub search: String,
    /// Search this site
    pub search_hint: String,
    /// On this page
    pub on_this_page: String,
    /// You are here
    pub you_are_here: String,
    /// Previous
    pub previous: String,
    /// Next
    pub next: String,
    /// Previous and next page
    pub page_sequence: String,
    /// In force since
    pub effective: String,
    /// Checked on
    pub checked_on: String,
    /// Looked after by
    pub kept_by: String,
    /// Version
    pub version: String,
    /// Print this page
    pub print_page: String,
    /// Welcome pack
    pub download_pack: String,
    /// Reach us
    pub reach_us: String,
    /// Emergency
    pub emergency: String,
    /// Quick help
    pub quick_help: String,
    /// Copy
    pub copy: String,
    /// Copied
    pub copied: String,
    /// Link to this
    pub link_to_this: String,
    /// I have a question
    pub door_question: String,
    /// Find the answer, or who to ask.
    pub door_question_hint: String,
    /// Something isn’t right
    pub door_wrong: String,
    /// Tell us. We’ll put it right.
    pub door_wrong_hint: String,
    /// It can’t wait
    pub door_urgent: String,
    /// The fastest way to reach us now.
    pub door_urgent_hint: String,
    /// What do you need?
    pub ways_in: String,
    /// New here? Read these first
    pub read_first: String,
    /// How we work together
    pub policies: String,
    /// Questions and answers
    pub questions: String,
    /// Guides
    pub guides: String,
    /// When we’re next closed
    pub next_closures: String,
    /// Hours and all closures
    pub all_closures: String,
    /// Add to your calendar
    pub add_to_calendar: String,
    /// The welcome pack
    pub pack_title: String,
    /// Everything on this site as a booklet to print and keep.
    pub pack_words: String,
    /// Day
    pub day: String,
    /// Hours
    pub hours: String,
    /// Closed
    pub closed: String,
    /// Open
    pub open: String,
    /// By appointment
    pub by_appointment: String,
    /// Today
    pub today: String,
    /// `Times are {zone}`
    pub times_are: String,
    /// Different hours in season
    pub other_hours: String,
    /// Open
    pub open_instead: String,
    /// Closes
    pub closes: String,
    /// Listed until
    pub listed_until: String,
    /// The usual wait
    pub usual_wait: String,
    /// The longest wait
    pub longest_wait: String,
    /// After that
    pub after_that: String,
    /// Best first choice
    pub preferred: String,
    /// Emergencies only
    pub for_emergencies: String,
    /// Nobody reads this
    pub not_read: String,
    /// Good for
    pub use_for: String,
    /// Not for
    pub not_for: String,
    /// Answered
    pub answered: String,
    /// You hear back within
    pub reply_within: String,
    /// If you don’t
    pub if_missed: String,
    /// Use instead
    pub better_door: String,
    /// See all hours
    pub all_hours: String,
    /// Phone
    pub kind_phone: String,
    /// Text message
    pub kind_sms: String,
    /// Email
    pub kind_email: String,
    /// Client portal
    pub kind_portal: String,
    /// Chat
    pub kind_chat: String,
    /// Form
    pub kind_form: String,
    /// Post
    pub kind_post: String,
    /// Visit
    pub kind_visit: String,
    /// Social media
    pub kind_social: String,
    /// Call
    pub action_phone: String,
    /// Text
    pub action_sms: String,
    /// Write to
    pub action_email: String,
    /// Open the portal
    pub action_portal: String,
    /// Start a chat
    pub action_chat: String,
    /// Open the form
    pub action_form: String,
    /// Write to
    pub action_post: String,
    /// Visit
    pub action_visit: String,
    /// Open
    pub action_social: String,
    /// People first
    pub safety_first: String,
    /// Call
    pub call: String,
    /// For example
    pub for_example: String,
    /// Not this
    pub not_this: String,
    /// We answer within
    pub respond_within: String,
    /// News every
    pub update_every: String,
    /// Outside those hours
    pub outside_hours: String,
    /// Who may call it this
    pub who_may_declare: String,
    /// Have this in place
    pub needs_first: String,
    /// Fee
    pub fee: String,
    /// In the first minutes
    pub first_minutes: String,
    /// What to do
    pub do_this: String,
    /// What nobody can undo
    pub cannot_undo: String,
    /// Helps with
    pub helps_with: String,
    /// After
    pub after: String,
    /// At first
    pub at_first: String,
    /// By
    pub by: String,
    /// You hear back within
    pub promise: String,
    /// Service
    pub service: String,
    /// Status
    pub status: String,
    /// Included
    pub status_included: String,
    /// For a fee
    pub status_fee: String,
    /// Not included
    pub status_not_included: String,
    /// We refer you
    pub status_referred: String,
    /// Details
    pub details: String,
    /// How to ask
    pub how_to_ask: String,
    /// Who can help
    pub refer_to: String,
    /// Why
    pub why: String,
    /// Instead
    pub instead: String,
    /// Show
    pub show: String,
    /// Everything
    pub show_all: String,
    /// What
    pub item: String,
    /// We do
    pub owner_us: String,
    /// You do
    pub owner_client: String,
    /// Someone else
    pub owner_third: String,
    /// People often think
    pub often_thought: String,
    /// In fact
    pub reality: String,
    /// Who helps
    pub helper: String,
    /// How it’s checked
    pub check: String,
    /// Clause
    pub clause: String,
    /// You initial this
    pub initial_here: String,
    /// You get a receipt for everything we hold.
    pub receipt_given: String,
    /// We don’t give a receipt.
    pub receipt_not_given: String,
    /// It lists
    pub receipt_lists: String,
    /// If it’s lost, you hear within
    pub tell_within: String,
    /// Replaced within
    pub replace_within: String,
    /// By when
    pub due: String,
    /// If it’s late
    pub if_late: String,
    /// Late fee
    pub late_fee: String,
    /// If it’s lost
    pub lost: String,
    /// Faster work
    pub rush: String,
    /// We can work faster
    pub rush_offered: String,
    /// We don’t offer faster work
    pub rush_not_offered: String,
    /// Done within
    pub rush_within: String,
    /// Adds
    pub rush_fee: String,
    /// How often
    pub rush_limit: String,
    /// Never for
    pub never_for: String,
    /// When we get it wrong
    pub ours: String,
    /// We tell you within
    pub own_within: String,
    /// News every
    pub news_every: String,
    /// Mended, or a plan, within
    pub plan_within: String,
    /// We ask how it went after
    pub follow_up_after: String,
    /// How we make up for it
    pub remedies: String,
    /// When it happened on your side
    pub yours: String,
    /// If you want to complain
    pub complaints: String,
    /// Goes to
    pub complaints_to: String,
    /// We confirm it within
    pub acknowledge_within: String,
    /// You have an answer within
    pub answer_within: String,
    /// Someone outside
    pub outside: String,
    /// Tell us anything
    pub feedback: String,
    /// Goodwill
    pub goodwill: String,
    /// For whom
    pub for_whom: String,
    /// How often
    pub how_often: String,
    /// Please
    pub please: String,
    /// Please don’t
    pub please_dont: String,
    /// What you get
    pub you_get: String,
    /// Serious: we skip to the serious step
    pub serious: String,
    /// Serious matters start here
    pub serious_starts_here: String,
    /// We do
    pub we_do: String,
    /// You do
    pub you_do: String,
    /// What’s needed
    pub we_need: String,
    /// The policy behind this answer
    pub policy_behind: String,
    /// Related questions
    pub related: String,
    /// Other topics
    pub other_topics: String,
    /// Note
    pub callout_note: String,
    /// Tip
    pub callout_tip: String,
    /// Important
    pub callout_important: String,
    /// Take care
    pub callout_warning: String,
    /// Stop first
    pub callout_caution: String,
    /// Your signature covers
    pub signature_covers: String,
    /// You initial these lines
    pub initials: String,
    /// You sign again when these change
    pub sign_again_on: String,
    /// `If these pages and the {agreement} differ, the {agreement} wins.`
    pub agreement_wins: String,
    /// Name
    pub your_name: String,
    /// Signature
    pub signature: String,
    /// Date
    pub date: String,
    /// Jump to a letter
    pub jump_to: String,
    /// Page
    pub kind_page: String,
    /// Question
    pub kind_question: String,
    /// Topic
    pub kind_topic: String,
    /// Is anyone in danger?
    pub safety_question: String,
    /// What is happening
    pub your_situation: String,
    /// What to do
    pub what_to_do: String,
    /// Why
    pub why_this: String,
    /// You hear back
    pub hear_back: String,
    /// Ready words
    pub ready_words: String,
    /// If nobody answers
    pub if_nobody: String,
    /// All answers at a glance
    pub decision_table: String,
    /// More about this
    pub more_about: String,
    /// This page isn’t here
    pub missing_title: String,
    /// It may have moved, or the address may have a slip in it.
    pub missing_words: String,
    /// Go to the first page
    pub missing_home: String,
    /// Go back with your browser’s back button, or open the first page you were given.
    pub missing_no_home: String,
    /// Or reach us straight away
    pub missing_reach: String,
}
