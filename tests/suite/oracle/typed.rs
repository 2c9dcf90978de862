//! A random business's hours, typed as an owner types them, and what is asked about them.

use std::fmt::Write as _;

use jiff::civil::{Date, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan, Zoned};
use serde_json::{Value, json};

use super::Dice;

/// Zones with every kind of oddity: half hours, quarter hours, changes at midnight, of half an hour, at Ramadan, and none.
pub(super) const ZONES: &[&str] = &[
    "America/New_York",
    "Europe/London",
    "Europe/Dublin",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "America/St_Johns",
    "America/Nuuk",
    "America/Havana",
    "Asia/Beirut",
    "Asia/Kolkata",
    "Pacific/Chatham",
    "Pacific/Auckland",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "America/Santiago",
    "Asia/Tehran",
    "Antarctica/Troll",
    "UTC",
];

const NAMES: &[&str] = &["office", "oncall", "visits"];
const DAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Promises of every unit whose meaning is written down.
const PROMISES: &[&str] = &[
    "1 business hour",
    "4 business hours",
    "8 business hours",
    "37 business hours",
    "90 business minutes",
    "1 business day",
    "2 business days",
    "9 business days",
    "60 minutes",
    "24 hours",
    "48 hours",
];

/// Hours of a business, and questions about them.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) zone: String,
    pub(super) availability: String,
    pub(super) asks: Vec<Ask>,
    pub(super) ranges: Vec<Range>,
    tier: &'static str,
}

/// Is it open then, and when would an answer come?
#[derive(Debug)]
pub(super) struct Ask {
    pub(super) schedule: String,
    pub(super) at: Timestamp,
    pub(super) promise: String,
}

/// When is it open on these days?
#[derive(Debug)]
pub(super) struct Range {
    pub(super) schedule: String,
    pub(super) first: Date,
    pub(super) last: Date,
}

/// Where in time a case plays.
struct Scene {
    dice: Dice,
    zone: TimeZone,
    /// Around this moment.
    heart: Zoned,
}

impl Case {
    pub(super) fn at_random(seed: u64, number: u64) -> Self {
        let mut dice = Dice::new(seed, number);
        let name = ZONES[usize::try_from(number).unwrap() % ZONES.len()];
        let zone = TimeZoneDatabase::bundled().get(name).unwrap();
        let heart = heart(&mut dice, &zone);
        let mut scene = Scene { dice, zone, heart };
        let availability = scene.availability();
        let asks = (0..8).map(|_| scene.ask()).collect();
        let ranges = vec![scene.range()];
        let tier = scene.dice.one(&["oncall", "office", "visits"]);
        Case { zone: name.to_owned(), availability, asks, ranges, tier }
    }

    pub(super) fn business(&self) -> String {
        format!("format = 1\n[business]\nname = \"Chance\"\ncountry = \"US\"\ntimezone = \"{}\"\n", self.zone)
    }

    /// A tier of urgency makes its schedule an on-call one, which closures leave alone; the usual hours are never that.
    pub(super) fn emergencies(&self) -> String {
        format!(
            "+++\n[safety]\nnumber = \"911\"\n[[severity]]\nid = \"p1\"\nname = \"Down\"\nmeans = \"Down.\"\nschedule = \"{}\"\n+++\n\n# Help\n",
            self.tier
        )
    }

    pub(super) fn question(&self) -> Value {
        let asks = self.asks.iter();
        let ranges = self.ranges.iter();
        json!({
            "zone": self.zone,
            "on_call": if self.tier == "office" { vec![] } else { vec![self.tier] },
            "availability": self.availability,
            "asks": asks.map(|ask| json!({"schedule": ask.schedule, "at": ask.at.as_second(), "promise": ask.promise})).collect::<Vec<_>>(),
            "ranges": ranges.map(|range| json!({"schedule": range.schedule, "first": range.first.to_string(), "last": range.last.to_string()})).collect::<Vec<_>>(),
        })
    }

    /// The local dates of the first and the last instant asked about.
    pub(super) fn days(&self, zone: &TimeZone) -> (Date, Date) {
        let day = |at: Option<Timestamp>| at.unwrap().to_zoned(zone.clone()).date();
        let instants = || self.asks.iter().map(|ask| ask.at);
        (day(instants().min()), day(instants().max()))
    }

    pub(super) fn fault(&self, asked: &str, ours: &Value, theirs: &Value) -> String {
        let Case { zone, availability, tier, .. } = self;
        format!("{zone}, a tier names {tier}\n{availability}\n{asked}\nevaluator {ours}\noracle    {theirs}")
    }
}

/// A change of the clock, the turn of a year, Easter, a leap day, or any day.
fn heart(dice: &mut Dice, zone: &TimeZone) -> Zoned {
    let year = i16::try_from(dice.between(2024, 2031)).unwrap();
    let start = Date::new(year, 1, 1).unwrap();
    let any = start + dice.between(0, 364).days();
    let date = match dice.between(1, 10) {
        1..=5 => {
            // Samoa once left out a whole day; nobody should be open on it.
            let from = if dice.falls(10) { Date::new(2011, 12, 20).unwrap() } else { any };
            let from = from.to_zoned(zone.clone()).unwrap().timestamp();
            let change = zone.following(from).next().map(|change| change.timestamp());
            return change.filter(|at| at.to_zoned(zone.clone()).year() < 2035).unwrap_or(from).to_zoned(zone.clone());
        }
        6 => start + dice.between(-9, 9).days(),
        7 => welcomemat::policy::values::easter(year).unwrap(),
        8 => Date::new(year, 2, 28).unwrap(),
        _ => any,
    };
    date.to_zoned(zone.clone()).unwrap()
}

impl Scene {
    /// A day near the heart of the case.
    fn day(&mut self, within: i64) -> Date {
        self.heart.date() + self.dice.between(-within, within).days()
    }

    fn availability(&mut self) -> String {
        let mut text = String::new();
        for name in NAMES {
            let _ = writeln!(text, "[hours.{name}]\n{}", self.week(*name == "office"));
        }
        for _ in 0..self.dice.between(0, 2) {
            let (from, to) = (self.day(60), self.day(60));
            let name = self.dice.one(NAMES);
            let _ = write!(
                text,
                "[[season]]\nschedule = \"{name}\"\nfrom = \"{}\"\nto = \"{}\"\n",
                yearly(from),
                yearly(to)
            );
            let day = *self.dice.one(DAYS);
            let _ = writeln!(
                text,
                "{day} = \"{}\"\n{}",
                self.shifts(),
                if self.dice.falls(50) { format!("weekdays = \"{}\"\n", self.shifts()) } else { String::new() }
            );
        }
        for number in 0..self.dice.between(0, 6) {
            let _ = writeln!(text, "[[closure]]\nname = \"Day {number}\"\n{}", self.closure());
        }
        text
    }

    /// The lines of a week, on any levels: the narrower must win.
    fn week(&mut self, is_usual: bool) -> String {
        let mut lines = String::new();
        let mut line = |days: &str, shifts: String| {
            let _ = writeln!(lines, "{days} = \"{shifts}\"");
        };
        if self.dice.falls(25) {
            line("daily", self.shifts());
        }
        if is_usual || self.dice.falls(50) {
            line("weekdays", self.shifts());
        }
        if self.dice.falls(30) {
            line("weekends", self.shifts());
        }
        if self.dice.falls(40) {
            let first = self.dice.between(0, 6);
            let last = (first + self.dice.between(1, 5)) % 7;
            let [first, last] = [first, last].map(|day| DAYS[usize::try_from(day).unwrap()]);
            line(&format!("{first}-{last}"), self.shifts());
        }
        for day in DAYS {
            if self.dice.falls(25) {
                line(day, self.shifts());
            }
        }
        lines
    }

    fn shifts(&mut self) -> String {
        let [a, b, c, d] = self.bounds();
        match self.dice.between(1, 12) {
            1..=4 => format!("{a}-{d}"),
            5..=6 => format!("{a}-{b}, {c}-{d}"),
            7 => format!("{c}-{d}, {a}-{b}"),
            8 => format!("{d}-{a}"),
            9 => format!("{c}-24:00"),
            10 => "closed".to_owned(),
            11 => format!("{a}-{d} by appointment"),
            _ => (*self.dice.one(&[
                "00:00-24:00",
                "22:00-04:00",
                "01:30-02:30",
                "02:15-02:45",
                "00:00-00:30",
                "23:30-00:30",
            ]))
            .to_owned(),
        }
    }

    /// Four times of a day in order, often within the hours in which clocks change.
    fn bounds(&mut self) -> [String; 4] {
        let (low, high, step) = if self.dice.falls(40) { (0, 20, 15) } else { (0, 46, 30) };
        let mut picked: Vec<i64> = Vec::new();
        while picked.len() < 4 {
            let minute = self.dice.between(low, high) * step;
            if !picked.contains(&minute) {
                picked.push(minute);
            }
        }
        picked.sort_unstable();
        [0, 1, 2, 3].map(|at| format!("{:02}:{:02}", picked[at] / 60, picked[at] % 60))
    }

    fn closure(&mut self) -> String {
        let mut text = match self.dice.between(1, 6) {
            1 => {
                let from = self.day(12);
                format!("from = \"{from}\"\nto = \"{}\"\n", from + self.dice.between(0, 9).days())
            }
            2 => format!("on = \"{}\"\n", self.day(9)),
            _ => {
                let rule = self.rule();
                let observed = self.dice.one(&["actual", "nearest-weekday", "next-free-weekday", "next-free-weekday"]);
                format!("on = \"{rule}\"\nobserved = \"{observed}\"\n")
            }
        };
        if self.dice.falls(25) {
            let _ = writeln!(text, "open_instead = \"{}\"", self.shifts());
        }
        if self.dice.falls(40) {
            let _ = writeln!(text, "schedules = [\"{}\"]", self.dice.one(NAMES));
        }
        text
    }

    /// A yearly rule that often means a day near the heart.
    fn rule(&mut self) -> String {
        let day = self.day(9);
        match self.dice.between(1, 6) {
            1 => format!("easter{:+}", self.dice.between(-50, 50)),
            2 | 3 => {
                let weekday = match day.weekday() {
                    Weekday::Monday => "monday",
                    Weekday::Tuesday => "tuesday",
                    Weekday::Wednesday => "wednesday",
                    Weekday::Thursday => "thursday",
                    Weekday::Friday => "friday",
                    Weekday::Saturday => "saturday",
                    Weekday::Sunday => "sunday",
                };
                let which = ["1st", "2nd", "3rd", "4th", "5th"][usize::try_from((day.day() - 1) / 7).unwrap()];
                let which = if day.day() > 24 && self.dice.falls(50) { "last" } else { which };
                format!("{which} {weekday} of {}", MONTHS[usize::try_from(day.month() - 1).unwrap()])
            }
            _ => yearly(day),
        }
    }

    fn ask(&mut self) -> Ask {
        let heart = self.heart.timestamp();
        let at = match self.dice.between(1, 6) {
            1 => heart + self.dice.between(-3, 3).seconds(),
            2 => heart + (self.dice.between(-12, 12) * 15).minutes(),
            3 => heart + self.dice.between(-3 * 86_400, 3 * 86_400).seconds(),
            4 => heart + (self.dice.between(-30, 30) * 30).minutes() + self.dice.between(-1, 1).seconds(),
            5 => {
                self.day(20).to_zoned(self.zone.clone()).unwrap().timestamp()
                    + (self.dice.between(0, 48) * 30).minutes()
            }
            _ => heart + self.dice.between(-60 * 1440, 60 * 1440).minutes(),
        };
        let schedule = if self.dice.falls(60) { NAMES[0] } else { *self.dice.one(NAMES) };
        Ask { schedule: schedule.to_owned(), at, promise: (*self.dice.one(PROMISES)).to_owned() }
    }

    fn range(&mut self) -> Range {
        let first = self.day(20);
        let schedule = (*self.dice.one(NAMES)).to_owned();
        Range { schedule, first, last: first + self.dice.between(0, 30).days() }
    }
}

fn yearly(day: Date) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}
