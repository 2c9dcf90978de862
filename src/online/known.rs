//! What was answered before, so that nobody is asked twice in a week.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::check::outside::Answer;

/// What works is believed for so many days.
const DAYS_OF_WORKS: i32 = 7;
/// What is gone may be mended by tomorrow.
const DAYS_OF_GONE: i32 = 1;

/// How the file begins.
const FIRST_LINE: &[u8] = b"welcomemat outside links 1\n";

/// Answers by address, each with its day. What nobody could tell is not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    answers: BTreeMap<String, Told>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Told {
    answer: Answer,
    /// The day: `2026-11-22`.
    on: String,
}

impl Known {
    /// The name of the file among what is kept.
    pub const NAME: &str = "outside-links";

    /// What a file of ours says; nothing when it is no file of ours.
    #[must_use]
    pub fn read(file: &[u8]) -> Self {
        file.strip_prefix(FIRST_LINE).and_then(|answers| serde_json::from_slice(answers).ok()).unwrap_or_default()
    }

    /// The file to keep: only what is worth keeping.
    #[must_use]
    pub fn file(&self) -> String {
        let kept = self.answers.iter().filter(|(_, told)| !matches!(told.answer, Answer::CannotTell(_)));
        let kept = Known { answers: kept.map(|(address, told)| (address.clone(), told.clone())).collect() };
        let answers = serde_json::to_string_pretty(&kept).unwrap_or_default();
        format!("{}{answers}\n", String::from_utf8_lossy(FIRST_LINE))
    }

    /// The answer of an address.
    #[must_use]
    pub fn get(&self, address: &str) -> Option<&Answer> {
        self.answers.get(address).map(|told| &told.answer)
    }

    pub(super) fn learn(&mut self, address: String, answer: Answer, on: Date) {
        self.answers.insert(address, Told { answer, on: on.to_string() });
    }

    pub(super) fn forget_what_is_old(&mut self, today: Date) {
        self.answers.retain(|_, told| {
            let days = match told.answer {
                Answer::Works => DAYS_OF_WORKS,
                Answer::Gone(_) => DAYS_OF_GONE,
                Answer::CannotTell(_) => 0,
            };
            told.on.parse::<Date>().is_ok_and(|on| (0..days).contains(&(today - on).get_days()))
        });
    }
}
