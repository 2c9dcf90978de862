//! The 46 needs in one table: the code that tells of it, the file that answers it, and how to see that it is answered.
//!
//! The needs are those of the stories behind this project; what each gap costs stands with its code.

use super::met;
use crate::diagnostic::Code;
use crate::diagnostic::codes::needs as codes;
use crate::site::Site;

/// Something clients ask for sooner or later.
#[derive(Debug)]
pub struct Need {
    /// Its row of the table of codes: what is missing, what happens without it, and what to paste.
    pub code: &'static Code,
    /// The file below `content/` that answers it.
    pub file: &'static str,
    /// Whether the site answers it.
    pub met: fn(&Site) -> bool,
}

impl Need {
    /// Its name: the code without the family.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.code.id.strip_prefix("needs/").unwrap_or(self.code.id)
    }
}

const fn need(code: &'static Code, file: &'static str, met: fn(&Site) -> bool) -> Need {
    Need { code, file, met }
}

/// Every need, in the order of the stories.
pub const NEEDS: &[Need] = &[
    need(&codes::HOURS, "availability.md", met::hours),
    need(&codes::PREFERRED_CHANNEL, "channels.md", met::preferred_channel),
    need(&codes::REPLY_TIMES, "channels.md", met::reply_times),
    need(&codes::IF_MISSED, "channels.md", met::if_missed),
    need(&codes::EMERGENCY_STEPS, "emergencies.md", met::emergency_steps),
    need(&codes::ESCALATION, "emergencies.md", met::escalation),
    need(&codes::FALLBACKS, "emergencies.md", met::fallbacks),
    need(&codes::VISITS, "business.toml", met::visits),
    need(&codes::SERIOUS_CASES, "boundaries.md", met::serious_cases),
    need(&codes::SCOPE_INCLUDED, "scope.md", met::scope_included),
    need(&codes::REASONS_FOR_NO, "scope.md", met::reasons_for_no),
    need(&codes::SAME_FOR_ALL, "mistakes.md", met::same_for_all),
    need(&codes::CONSEQUENCES, "boundaries.md", met::consequences),
    need(&codes::READY_REPLIES, "replies/closed.md", met::ready_replies),
    need(&codes::SPOKEN_AND_WRITTEN, "replies/closed.md", met::spoken_and_written),
    need(&codes::READ_FIRST, "welcome.md", met::read_first),
    need(&codes::QUESTIONS, "faq/hours.md", met::questions),
    need(&codes::REPLIES_SHOW_THE_WAY, "replies/closed.md", met::replies_show_the_way),
    need(&codes::WHAT_YOU_GET, "boundaries.md", met::what_you_get),
    need(&codes::TEAM_PAGES, "guides/team.md", met::team_pages),
    need(&codes::COUNTED_HOURS, "channels.md", met::counted_hours),
    need(&codes::FEEDBACK, "mistakes.md", met::feedback),
    need(&codes::REVIEW_DATES, "availability.md", met::review_dates),
    need(&codes::LATE_WORK, "deadlines.md", met::late_work),
    need(&codes::LOST_PAPERS, "deadlines.md", met::lost_papers),
    need(&codes::FEES_FOR_EXTRAS, "scope.md", met::fees_for_extras),
    need(&codes::RUSH_DECISION, "deadlines.md", met::rush_decision),
    need(&codes::GOODWILL, "mistakes.md", met::goodwill),
    need(&codes::BACKUPS_OWNER, "responsibilities.md", met::backups_owner),
    need(&codes::WRONG_BELIEFS, "responsibilities.md", met::wrong_beliefs),
    need(&codes::AGREEMENT, "business.toml", met::agreement),
    need(&codes::FIRST_MINUTES, "emergencies.md", met::first_minutes),
    need(&codes::SAFE_TO_TELL, "mistakes.md", met::safe_to_tell),
    need(&codes::STEADY_VOICE, "guides/team.md", met::steady_voice),
    need(&codes::OWN_MISTAKES, "mistakes.md", met::own_mistakes),
    need(&codes::KIND_OPENERS, "replies/closed.md", met::kind_openers),
    need(&codes::COMPLAINTS, "mistakes.md", met::complaints),
    need(&codes::PLAN_NOT_EXCUSES, "mistakes.md", met::plan_not_excuses),
    need(&codes::FOLLOW_UP, "mistakes.md", met::follow_up),
    need(&codes::OTHER_WAYS, "scope.md", met::other_ways),
    need(&codes::NOT_PERSONAL, "guides/team.md", met::not_personal),
    need(&codes::WAITING, "availability.md", met::waiting),
    need(&codes::WORDS_TO_AVOID, "replies/closed.md", met::words_to_avoid),
    need(&codes::CUSTODY, "responsibilities.md", met::custody),
    need(&codes::STATUS_UPDATES, "mistakes.md", met::status_updates),
    need(&codes::MAKING_GOOD, "mistakes.md", met::making_good),
];
