//! The script in the browser agrees with the program on every instant.
//!
//! Instants are drawn over the 400 days that the live data covers, with those where something changes and their neighbours among
//! them. The program answers each through the room `time`; then `tests/browser/agree.mjs` asks the published script.
//!
//! A small number is drawn as a rule. Ten thousand and more, as the figures in `benches/README.md`:
//! `WELCOMEMAT_INSTANTS=1200 cargo test --no-default-features --test suite agreement -- --nocapture`

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ValueEnum as _;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use welcomemat::address::Address;
use welcomemat::build::Build;
use welcomemat::diagnostic::{Diagnostic, Severity};
use welcomemat::publish::live::Span;
use welcomemat::source::MemoryFiles;
use welcomemat::starters::Trade;
use welcomemat::time::hours::Hours;
use welcomemat::time::intervals::Status;

use crate::browser::{has_browser, scripts};
use crate::desk::{Desk, Run, TODAY, has_program, skipped};
use crate::trades;

/// Instants drawn for each site, unless `WELCOMEMAT_INSTANTS` says another number.
const INSTANTS: usize = 120;

/// Clocks that few people think of, and hours that few programs get right: zone, hours, channels.
const ODD: &[(&str, &str, &str)] = &[
    (
        "Australia/Lord_Howe",
        "[hours.office]\nmon-fri = \"01:45-02:15, 09:00-12:00, 13:00-17:00\"\n[hours.night]\ndaily = \"22:00-02:05\"\n",
        "reply_within = \"90 business minutes\"",
    ),
    (
        "Pacific/Apia",
        "[hours.office]\nmon-thu = \"08:00-16:00\"\nsun = \"23:00-24:00\"\n[hours.night]\ndaily = \"00:00-24:00\"\n\
         [[closure]]\nname = \"Easter\"\non = \"easter+1\"\n",
        "reply_within = \"3 business days\"",
    ),
    (
        "Africa/Casablanca",
        "[hours.office]\ndaily = \"02:30-03:30, 20:00-01:00\"\n[hours.night]\nfri-mon = \"18:00-08:00\"\n\
         [[season]]\nschedule = \"office\"\nfrom = \"12-15\"\nto = \"01-10\"\nweekdays = \"10:00-11:00\"\n",
        "reply_within = \"12 business hours\"",
    ),
    (
        "Asia/Kathmandu",
        "[hours.office]\nsun-fri = \"10:15-16:45\"\n[hours.night]\nsat = \"10:00-12:00 by appointment\"\n",
        "reply_within = \"2 months\"",
    ),
    (
        "America/St_Johns",
        "[hours.office]\nmon = \"00:01-02:30\"\nwed-sun = \"00:00-02:00, 23:00-24:00\"\n[hours.night]\nsat = \"22:00-04:00\"\n\
         [[closure]]\nname = \"Long night\"\non = \"2027-03-14\"\nschedules = [\"night\"]\nopen_instead = \"01:00-05:00\"\n\
         [[closure]]\nname = \"Regatta\"\non = \"1st wednesday of august\"\nopen_instead = \"06:00-08:00\"\n\
         [[closure]]\nname = \"Christmas\"\non = \"12-25\"\nobserved = \"next-free-weekday\"\n",
        "reply_within = \"3 weeks\"",
    ),
    (
        "Pacific/Auckland",
        "[hours.office]\nweekdays = \"09:00-17:00\"\n[hours.night]\nweekends = \"17:00-09:00\"\n\
         [[closure]]\nname = \"Summer\"\nfrom = \"2026-12-19\"\nto = \"2027-01-17\"\n\
         [[closure]]\nname = \"Waitangi\"\non = \"02-06\"\nobserved = \"nearest-weekday\"\n\
         [[closure]]\nname = \"Moving\"\non = \"2027-06-09\"\nschedules = [\"night\"]\n",
        "reply_within = \"60 business days\"",
    ),
    (
        "Africa/Cairo",
        "[hours.office]\nsun-thu = \"00:00-00:30, 12:00-20:00\"\n[hours.night]\nfri = \"closed\"\n",
        "reply_within = \"40 days\"",
    ),
];

/// One after another, the same at every run. Knuth's MMIX generator.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 11) % u64::try_from(bound).unwrap()).unwrap()
    }
}

fn odd_site(zone: &str, hours: &str, promise: &str) -> MemoryFiles {
    let mut files = MemoryFiles::default();
    let business = format!("format = 1\n[business]\nname = \"Odd\"\ntimezone = \"{zone}\"\ncountry = \"NZ\"\n");
    let channels = [
        ("main", "email", "schedule = \"office\"", promise),
        ("days", "email", "schedule = \"office\"", "reply_within = \"2 business days\""),
        ("night", "portal", "schedule = \"night\"", "reply_within = \"5 business hours\""),
        ("night-days", "portal", "schedule = \"night\"", "reply_within = \"1 business day\""),
        ("usual", "form", "", "reply_within = \"1 business hour\""),
        ("clock", "form", "", "reply_within = \"1 day\""),
        ("fast", "chat", "schedule = \"night\"", "reply_within = \"45 minutes\""),
        ("gone", "social", "monitored = false", ""),
        ("bare", "chat", "", ""),
    ];
    let row = |(id, kind, more, promise): (&str, &str, &str, &str)| {
        let value = if kind == "email" { "a@odd.example" } else { "https://odd.example" };
        format!("[[channel]]\nid = \"{id}\"\nkind = \"{kind}\"\nvalue = \"{value}\"\n{more}\n{promise}\n")
    };
    let rows: String = channels.into_iter().map(row).collect();
    let tier = "[[severity]]\nid = \"p1\"\nname = \"Urgent\"\nmeans = \"All is down\"\nschedule = \"night\"\n";
    files.put("content/business.toml", business.into_bytes());
    files.put("content/availability.md", format!("+++\n{hours}+++\n\n# Hours\n\nHere.\n").into_bytes());
    files.put("content/channels.md", format!("+++\n{rows}+++\n\n# Channels\n\nWrite.\n").into_bytes());
    files.put("content/emergencies.md", format!("+++\n{tier}+++\n\n# Emergencies\n\nCall.\n").into_bytes());
    files
}

fn sites() -> Vec<(String, Build)> {
    let starters = Trade::value_variants().iter().map(|trade| {
        let name = trade.to_possible_value().expect("a name").get_name().to_owned();
        (name, trades::build_of(&trades::files(*trade)))
    });
    let odd = ODD
        .iter()
        .map(|(zone, hours, promise)| ((*zone).to_owned(), trades::build_of(&odd_site(zone, hours, promise))));
    starters.chain(odd).collect()
}

/// Instants of the span: half of them anywhere, half where something changes or a moment beside it.
fn instants(build: &Build, span: &Span, count: usize) -> Vec<Timestamp> {
    let (from, until) = (span.from.as_millisecond(), span.until.as_millisecond());
    let hours = span.hours(&build.site);
    let schedules = &build.site.policies.availability.schedules;
    let shifts = schedules.iter().flat_map(|own| hours.intervals(own, span.first, span.date(span.until)));
    let clock_changes = span.offsets(span.until).into_iter().map(|(at, _)| at);
    let changes: Vec<i64> =
        shifts.flat_map(|shift| [shift.start, shift.end]).chain(clock_changes).map(Timestamp::as_millisecond).collect();
    let mut draw = Draw(0x0057_e1c0 + u64::try_from(from).unwrap());
    let mut drawn: Vec<i64> = (0..count)
        .map(|place| match place % 2 {
            0 => from + draw.below(until - from),
            _ if changes.is_empty() => from + draw.below(until - from),
            _ => {
                let at = changes[usize::try_from(draw.below(i64::try_from(changes.len()).unwrap())).unwrap()];
                let beside = [-1, 0, 1, -60_000, 60_000, draw.below(7_200_000) - 3_600_000];
                at + beside[usize::try_from(draw.below(6)).unwrap()]
            }
        })
        .filter(|at| (from..until).contains(at))
        .collect();
    drawn.extend([from, until - 1]);
    drawn.into_iter().map(|at| Timestamp::from_millisecond(at).unwrap()).collect()
}

fn milliseconds(at: Option<Timestamp>) -> Value {
    at.map_or(Value::Null, |at| at.as_millisecond().into())
}

/// What the program answers at an instant.
fn row(build: &Build, span: &Span, at: Timestamp) -> Value {
    let policies = &build.site.policies;
    let hours = Hours::around(&policies.availability, policies.on_call_schedules(), &span.zone, at);
    let schedules = policies.availability.schedules.iter().map(|own| {
        let answer = match hours.status(own, at) {
            Status::Open { until } => json!([true, milliseconds(hours.known(until)), null]),
            Status::Closed { opens } => json!([false, null, milliseconds(opens)]),
        };
        (own.id.value.to_string(), answer)
    });
    let read = policies.channels.iter().filter(|channel| channel.monitored);
    let channels = read.map(|channel| {
        let answer = json!([hours.is_answered(channel, at), milliseconds(hours.reply_by(channel, at))]);
        (channel.id.value.to_string(), answer)
    });
    json!([at.as_millisecond(), schedules.collect::<Map<_, _>>(), channels.collect::<Map<_, _>>()])
}

fn table(count: usize) -> Value {
    let sites = sites().into_iter().map(|(name, build)| {
        // A promise counted in hours that never come is a mistake of an owner's, and something both must agree on.
        let is_meant = |finding: &&Diagnostic| finding.code.id == "facts/promise-without-hours";
        let mistakes =
            build.findings.iter().filter(|finding| finding.severity == Severity::Error && !is_meant(finding));
        assert_eq!(mistakes.count(), 0, "{name}: {:?}", build.findings);
        let span = Span::of(&build.site, TODAY.parse().unwrap()).unwrap();
        let text = |address: &Address| String::from_utf8(build.output.get(address).unwrap().joined()).unwrap();
        let is_script =
            |address: &&Address| address.as_str().starts_with("assets/site.") && address.as_str().ends_with(".js");
        let script = build.output.iter().map(|(address, _)| address).find(is_script).expect("a script");
        let rows: Vec<Value> = instants(&build, &span, count).into_iter().map(|at| row(&build, &span, at)).collect();
        json!({"name": name, "hours": text(&Address::new("assets/hours.js")), "script": text(script), "rows": rows})
    });
    json!({"sites": sites.collect::<Vec<_>>()})
}

fn asked(table: &Path, is_node_only: bool) -> Run {
    let mut command = Command::new("node");
    command.arg(scripts().join("agree.mjs")).arg(table);
    if is_node_only {
        command.arg("--node-only");
    }
    Run::of(&mut command)
}

fn written(desk: &Desk, table: &Value) -> PathBuf {
    desk.write("table.json", table.to_string());
    desk.path("table.json")
}

#[test]
fn the_script_answers_as_the_program_does_at_every_instant() {
    if !has_program("node") {
        assert!(std::env::var_os("CI").is_none(), "the script cannot be asked without node");
        return skipped("that the script agrees with the program", "node");
    }
    let count = std::env::var("WELCOMEMAT_INSTANTS").ok().and_then(|count| count.parse().ok()).unwrap_or(INSTANTS);
    let desk = Desk::new();
    let mut table = table(count);
    let path = written(&desk, &table);
    let run = asked(&path, !has_browser("that the script agrees with the program in a browser"));
    println!("{}", run.out);
    let run = run.expect_code(0);
    assert!(run.out.lines().count() >= ODD.len() + 3, "{}", run.out);

    // A minute's difference is seen.
    let email = &mut table["sites"][0]["rows"][0][2]["email"][1];
    *email = json!(email.as_i64().unwrap() + 60_000);
    let run = asked(&written(&desk, &table), true).expect_code(1);
    assert!(run.out.contains("web-studio in Node") && run.out.contains("1 differ"), "{}", run.out);
}
