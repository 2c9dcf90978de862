//! Completeness: which of the 46 things that clients ask for sooner or later does the site answer?
//!
//! Each need of the [`table`] is met by a fact, missing, or “not for us because …” in `business.toml`. The score counts those that
//! are met among those that are for us. Deliberately absent: how well a need is met; a fact that is there is for the other checks to weigh.

mod met;
mod table;
#[cfg(test)]
mod tests;

pub use table::{NEEDS, Need};

use crate::diagnostic::{Diagnostic, Findings, codes, nearest};
use crate::policy::checks::NotForUsWritten;
use crate::policy::kinds::KINDS;
use crate::site::Site;

/// How the site stands with what clients need.
#[derive(Debug, Default)]
pub struct Score {
    /// Needs that a fact answers.
    pub met: Vec<&'static Need>,
    /// Needs that nothing answers.
    pub missing: Vec<&'static Need>,
    /// Needs declared not to be for this business, and why.
    pub not_for_us: Vec<(&'static Need, String)>,
}

impl Score {
    /// How a site stands.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let mut score = Score::default();
        for need in NEEDS {
            let reason = site.business.not_for_us.iter().find_map(|row| reason(row, need));
            match reason {
                _ if (need.met)(site) => score.met.push(need),
                Some(reason) => score.not_for_us.push((need, reason)),
                None => score.missing.push(need),
            }
        }
        score
    }

    /// “Of 46 things clients ask for, 31 are answered: 67 %.”
    #[must_use]
    pub fn sentence(&self) -> String {
        let met = self.met.len();
        let verb = if met == 1 { "is" } else { "are" };
        format!("Of {} things clients ask for, {met} {verb} answered: {} %.", self.asked(), self.percent())
    }

    /// How many needs are for this business.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.met.len() + self.missing.len()
    }

    /// Needs met of a hundred that are for this business, rounded down; 100 only when nothing is missing.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.met.len() * 100).checked_div(self.asked()).unwrap_or(100)
    }
}

fn reason(row: &NotForUsWritten, need: &Need) -> Option<String> {
    let named = row.need.as_ref()?;
    let because = row.because.as_ref().filter(|because| !because.value.trim().is_empty())?;
    (named.value.as_str() == need.name()).then(|| because.value.to_string())
}

/// One finding for every gap, and what is wrong with what was declared not to be for us.
#[must_use]
pub fn check(site: &Site, score: &Score) -> Findings {
    let mut findings = Findings::new();
    findings.extend(score.missing.iter().map(|need| gap(site, need)));
    findings.extend(site.business.not_for_us.iter().filter_map(undeclared));
    findings
}

fn gap(site: &Site, need: &Need) -> Diagnostic {
    let message = format!("{} {}", need.code.meaning, need.code.why);
    let help = format!("In `content/{}`, for example:\n{}", need.file, indented(need.code.example));
    let finding = Diagnostic::new(need.code, message).help(help);
    let row = KINDS.iter().find(|row| row.file == need.file);
    match row.and_then(|row| site.page_of(row.kind)) {
        Some(page) => finding.at(page.file),
        None => finding,
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn undeclared(row: &NotForUsWritten) -> Option<Diagnostic> {
    let need = row.need.as_ref()?;
    let name = need.value.as_str();
    if !NEEDS.iter().any(|known| known.name() == name) {
        let message = format!("There is no need called `{name}`.");
        let help = match nearest(name, NEEDS.iter().map(Need::name)) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "Write the name as `welcomemat check --all` prints it, without `needs/`.".to_owned(),
        };
        return Some(Diagnostic::new(&codes::needs::UNKNOWN, message).at(need.span).help(help));
    }
    let is_reasoned = row.because.as_ref().is_some_and(|because| !because.value.trim().is_empty());
    (!is_reasoned && !row.slips.contains(&"because")).then(|| {
        let message = format!("`{name}` is said not to be for you, without a reason.");
        Diagnostic::new(&codes::needs::NO_REASON, message).at(need.span).help("Add `because = \"…\"`, in one sentence.")
    })
}
