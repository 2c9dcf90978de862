//! A week of hours: day lines typed in any mix of `mon`, `mon-thu`, `weekdays` and `daily`; the more specific line wins.

use jiff::civil::Weekday;
use toml::de::DeTable;

use crate::diagnostic::{At, Diagnostic, Span, codes, nearest};
use crate::policy::kinds::EVERY_PAGE;
use crate::policy::values::{DayRange, Id, Shift, Shifts, YearlyDate, weekday_name};
use crate::policy::written::{Key, Needed, Reading, Shape, Text, Typed, Value, Words, in_file_order};

/// The day lines of a table.
#[derive(Clone, Debug)]
pub struct WeekWritten {
    /// Where the table was typed.
    pub place: Span,
    /// What clients call these hours.
    pub name: Option<At<Text>>,
    /// The lines, in the order typed.
    pub lines: Vec<DayLine>,
}

/// One line: `mon-thu = "09:00-17:00"`.
#[derive(Clone, Debug)]
pub struct DayLine {
    /// The days.
    pub days: At<DayRange>,
    /// Their hours.
    pub shifts: At<Shifts>,
}

/// Seven days of hours, as meant. Index 0 is Monday.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    days: [Option<Day>; 7],
}

/// One day's hours and the line they were typed on.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// Sorted by start; the last may run past midnight.
    pub shifts: Vec<Shift>,
    /// Where they were typed.
    pub span: Span,
}

/// Weeks of the year in which some days have other hours.
#[derive(Clone, Debug)]
pub struct SeasonWritten {
    /// Where it was typed.
    pub place: Span,
    /// The schedule it changes.
    pub schedule: Option<At<Id>>,
    /// Its first day.
    pub from: Option<At<YearlyDate>>,
    /// Its last day.
    pub to: Option<At<YearlyDate>>,
    /// The days it changes.
    pub week: WeekWritten,
}

/// A season, as meant: both bounds belong to it, and it may run over the year's end.
#[derive(Clone, Debug)]
pub struct Season {
    /// Where it was typed.
    pub place: Span,
    /// The schedule it changes.
    pub schedule: At<Id>,
    /// Its first day.
    pub from: At<YearlyDate>,
    /// Its last day.
    pub to: At<YearlyDate>,
    /// The days it changes; days left out keep the week's hours.
    pub week: Week,
}

const DAY_KEYS: &[Key] = &[
    Key::of::<Text>("name", Needed::Optional, "What clients call these hours; without it the table's own name."),
    Key::of::<Shifts>(
        "mon",
        Needed::Optional,
        "The hours of one day: `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`.",
    ),
    Key::of::<Shifts>(
        "mon-thu",
        Needed::Optional,
        "The hours of several days in a row; `fri-mon` runs over the weekend.",
    ),
    Key::of::<Shifts>("weekdays", Needed::Optional, "Monday to Friday."),
    Key::of::<Shifts>("weekends", Needed::Optional, "Saturday and Sunday."),
    Key::of::<Shifts>(
        "daily",
        Needed::Optional,
        "Every day. A line that names fewer days wins over one that names more.",
    ),
];

impl Typed for WeekWritten {
    const TYPE: &'static str = "a table of days and hours";
    const EXAMPLE: &'static str = "…";
    const KEYS: &'static [Key] = DAY_KEYS;
    const SHAPE: Shape = Shape::Table;

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(table) = value.get_ref().as_table() else {
            reading.tell_wrong_type::<Self>(value);
            return None;
        };
        let place = reading.span(value.span());
        Some(WeekWritten { name: reading.key(table, "name"), ..read_lines(table, place, &["name"], reading) })
    }

    fn words(&self) -> Words {
        Words::Silent
    }
}

/// Reads the day lines of `table`; keys of `others` are passed over, anything else is told.
fn read_lines(table: &DeTable<'_>, place: Span, others: &[&str], reading: &mut Reading<'_>) -> WeekWritten {
    let mut lines = Vec::new();
    for (key, _) in in_file_order(table) {
        let name: &str = key.get_ref().as_ref();
        if others.contains(&name) {
            continue;
        }
        let span = reading.span(key.span());
        match DayRange::read(name) {
            Ok(days) => {
                let shifts = reading.key::<Shifts>(table, name);
                lines.extend(shifts.map(|shifts| DayLine { days: At::new(days, span), shifts }));
            }
            Err(_) if EVERY_PAGE.iter().any(|key| key.name == name) => {
                let finding = reading.too_low(name, span);
                reading.find(finding);
            }
            Err(slip) => match nearest(name, others.iter().copied()) {
                Some(near) => {
                    let message = format!("There is no key `{name}` here.");
                    reading.tell(&codes::policy::UNKNOWN_KEY, span, message, format!("Did you mean `{near}`?"));
                }
                None => reading.tell(slip.code, span, slip.message, slip.help),
            },
        }
    }
    WeekWritten { place, name: None, lines }
}

impl WeekWritten {
    /// The seven days, the more specific line winning; a day named twice at one level is told.
    pub fn mean(&self, reading: &mut Reading<'_>) -> Week {
        let mut week = Week::default();
        let mut told = Vec::new();
        for weekday in Weekday::Monday.cycle_forward().take(7) {
            let naming: Vec<&DayLine> = self.lines.iter().filter(|line| line.days.value.contains(weekday)).collect();
            let best = naming.iter().map(|line| line.days.value.specificity()).max();
            let mut winners = naming.into_iter().filter(|line| Some(line.days.value.specificity()) == best);
            let Some(winner) = winners.next() else { continue };
            // Two lines that share several days are one slip.
            for other in
                winners.filter(|other| !told.contains(&(winner.days.span, other.days.span))).collect::<Vec<_>>()
            {
                told.push((winner.days.span, other.days.span));
                reading.find(twice(weekday, winner, other));
            }
            week.days[index(weekday)] =
                Some(Day { shifts: winner.shifts.value.shifts().to_vec(), span: winner.shifts.span });
        }
        week.tell_overlaps(reading);
        week
    }
}

fn twice(weekday: Weekday, winner: &DayLine, other: &DayLine) -> Diagnostic {
    let day = weekday_name(weekday);
    let message = if winner.days.value == other.days.value {
        format!("{day} is named on two lines, and only one can be right.")
    } else {
        format!("{day} is named by `{}` and by `{}`, and only one can be right.", winner.days.value, other.days.value)
    };
    let help = match (winner.days.value, other.days.value) {
        (DayRange::From(..), DayRange::From(..)) => {
            let day = DayRange::Day(weekday);
            format!("Let one of the two end or begin a day off, or give the day a line of its own: `{day} = …`.")
        }
        _ => "Keep one of the two lines.".to_owned(),
    };
    Diagnostic::new(&codes::time::DAY_TWICE, message)
        .at(other.days.span)
        .also(winner.days.span, "the other one")
        .help(help)
}

impl Week {
    /// The shifts that start on a weekday; nothing when the day is not named.
    #[must_use]
    pub fn named(&self, weekday: Weekday) -> Option<&Day> {
        self.days[index(weekday)].as_ref()
    }

    /// The shifts that start on a weekday; a day left out is closed.
    #[must_use]
    pub fn shifts(&self, weekday: Weekday) -> &[Shift] {
        self.named(weekday).map_or(&[], |day| day.shifts.as_slice())
    }

    /// Whether no day has any counted shift (by-appointment shifts are shown, never counted).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.iter().flatten().all(|day| day.shifts.iter().all(|shift| shift.by_appointment()))
    }

    /// A shift that runs past midnight must not reach into the next day's first one.
    fn tell_overlaps(&self, reading: &mut Reading<'_>) {
        for weekday in Weekday::Monday.cycle_forward().take(7) {
            let (Some(today), Some(tomorrow)) = (self.named(weekday), self.named(weekday.next())) else { continue };
            let tail = today.shifts.iter().filter(|shift| shift.is_overnight()).map(|shift| shift.end()).max();
            let first = tomorrow.shifts.iter().map(|shift| shift.start()).min();
            if let (Some(tail), Some(first)) = (tail, first)
                && first < tail
            {
                let [night, morning] = [weekday, weekday.next()].map(weekday_name);
                let message =
                    format!("{night}'s night shift runs until {tail}, but {morning}'s hours already start at {first}.");
                let diagnostic = Diagnostic::new(&codes::time::OVERLAP, message)
                    .at(tomorrow.span)
                    .also(today.span, "the night shift")
                    .help(format!("Let {morning} start at {tail} or later, or end the night shift earlier."));
                reading.find(diagnostic);
            }
        }
    }
}

impl Typed for SeasonWritten {
    const TYPE: &'static str = "a table";
    const EXAMPLE: &'static str = "…";
    const KEYS: &'static [Key] = SEASON_KEYS;
    const SHAPE: Shape = Shape::Table;

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(table) = value.get_ref().as_table() else {
            reading.tell_wrong_type::<Self>(value);
            return None;
        };
        let place = reading.span(value.span());
        reading.tell_all_missing(table, place, SEASON_KEYS);
        Some(SeasonWritten {
            place,
            schedule: reading.key(table, "schedule"),
            from: reading.key(table, "from"),
            to: reading.key(table, "to"),
            week: read_lines(table, place, &["schedule", "from", "to"], reading),
        })
    }

    fn words(&self) -> Words {
        Words::Silent
    }
}

const SEASON_KEYS: &[Key] = &[
    Key::of::<Id>("schedule", Needed::Needed, "The schedule it changes: a name from `[hours.…]`."),
    Key::of::<YearlyDate>("from", Needed::Needed, "Its first day."),
    Key::of::<YearlyDate>("to", Needed::Needed, "Its last day; it may lie in the next year."),
    Key::of::<Shifts>("fri", Needed::Optional, "The days it changes, as in `[hours.…]`; the others stay as they are."),
];

impl SeasonWritten {
    /// The season, if every needed key is there.
    pub fn mean(&self, reading: &mut Reading<'_>) -> Option<Season> {
        Some(Season {
            place: self.place,
            week: self.week.mean(reading),
            schedule: self.schedule.clone()?,
            from: self.from.clone()?,
            to: self.to.clone()?,
        })
    }
}

fn index(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0)
}
