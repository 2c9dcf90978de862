//! Hours as a sentence: "Monday to Thursday 9 am–5 pm, Friday 9 am–1 pm".

use jiff::civil::Weekday;

use crate::policy::availability::Week;
use crate::policy::values::{shifts_words, weekday_name};

/// The open days of a week in words; days with the same hours in a row are said together.
#[must_use]
pub fn hours_sentence(week: &Week) -> String {
    let mut groups: Vec<(Weekday, Weekday, String)> = Vec::new();
    for weekday in Weekday::Monday.cycle_forward().take(7) {
        let shifts = week.shifts(weekday);
        if shifts.is_empty() {
            continue;
        }
        let hours = shifts_words(shifts);
        match groups.last_mut() {
            Some((_, last, same)) if *same == hours && last.next() == weekday => *last = weekday,
            _ => groups.push((weekday, weekday, hours)),
        }
    }
    let said: Vec<String> = groups.iter().map(|(first, last, hours)| format!("{} {hours}", days(*first, *last))).collect();
    if said.is_empty() { "closed".to_owned() } else { said.join(", ") }
}

fn days(first: Weekday, last: Weekday) -> String {
    match (first, last) {
        (Weekday::Monday, Weekday::Sunday) => "every day".to_owned(),
        _ if first == last => weekday_name(first).to_owned(),
        _ if first.next() == last => format!("{} and {}", weekday_name(first), weekday_name(last)),
        _ => format!("{} to {}", weekday_name(first), weekday_name(last)),
    }
}

/// Several things in a sentence: "a", "a and b", "a, b and c".
#[must_use]
pub fn listed<S: AsRef<str>>(things: &[S]) -> String {
    match things {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}
