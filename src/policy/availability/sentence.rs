//! Hours as a sentence: "Monday to Thursday 9 am–5 pm, Friday 9 am–1 pm".

use jiff::civil::Weekday;

use super::Week;
use crate::policy::values::{DayRange, Shift, Wording};

impl Week {
    /// The open days in words; days in a row with the same hours are said together.
    #[must_use]
    pub fn words(&self, wording: &dyn Wording) -> String {
        let mut runs: Vec<(Weekday, Weekday, &[Shift])> = Vec::new();
        for weekday in self.first_of_runs().cycle_forward().take(7) {
            let shifts = self.shifts(weekday);
            match runs.last_mut() {
                _ if shifts.is_empty() => {}
                Some((_, last, same)) if *same == shifts && last.next() == weekday => *last = weekday,
                _ => runs.push((weekday, weekday, shifts)),
            }
        }
        let days = |first: Weekday, last: Weekday| match first.until(last) {
            6 => wording.days(DayRange::Daily),
            _ => wording.day_run(first, last),
        };
        let said = runs
            .iter()
            .map(|(first, last, shifts)| format!("{} {}", days(*first, *last), shifts_words(shifts, wording)));
        let said: Vec<String> = said.collect();
        if said.is_empty() { wording.closed().to_owned() } else { wording.row(&said) }
    }

    /// The day to begin with: Monday, unless Sunday has the same hours; then the first day of that run, because many countries work from
    /// Sunday to Thursday.
    fn first_of_runs(&self) -> Weekday {
        let same = self.shifts(Weekday::Monday);
        let run = Weekday::Sunday.cycle_reverse().take(6).take_while(|day| self.shifts(*day) == same);
        if same.is_empty() { Weekday::Monday } else { run.last().unwrap_or(Weekday::Monday) }
    }
}

/// The shifts of a day in words.
#[must_use]
pub fn shifts_words(shifts: &[Shift], wording: &dyn Wording) -> String {
    let said: Vec<String> = shifts.iter().map(|shift| wording.shift(*shift)).collect();
    wording.list(&said)
}
