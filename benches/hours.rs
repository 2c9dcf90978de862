//! How long the room `time` and the live data take.
//!
//! `cargo bench --no-default-features --bench hours`

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on stops")]

use divan::Bencher;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use welcomemat::build::{Build, Today, build};
use welcomemat::publish::live::Span;
use welcomemat::source::{Layout, MemoryFiles};
use welcomemat::time::hours::Hours;

const TODAY: Date = date(2026, 11, 22);

fn main() {
    divan::main();
}

/// Five schedules, split, overnight and by season, with the holidays of a year.
fn five_schedules() -> Build {
    let mut files = MemoryFiles::default();
    let business = "format = 1\n[business]\nname = \"Five\"\ntimezone = \"America/New_York\"\ncountry = \"US\"\n";
    let week = |name: &str, hours: &str| format!("[hours.{name}]\n{hours}\n");
    let hours = [
        week("office", "mon-fri = \"09:00-12:30, 13:30-17:00\""),
        week("oncall", "daily = \"22:00-06:00\""),
        week("shop", "tue-sat = \"10:00-18:00\"\nsun = \"11:00-16:00\""),
        week("phone", "daily = \"08:00-20:00\""),
        week("desk", "mon-thu = \"09:00-17:00\"\nfri = \"09:00-13:00\""),
    ];
    let yearly =
        ["01-01", "3rd monday of january", "last monday of may", "06-19", "07-04", "4th thursday of november", "12-25"];
    let closure =
        |on: &str| format!("[[closure]]\nname = \"Day off {on}\"\non = \"{on}\"\nobserved = \"nearest-weekday\"\n");
    let closures: String = yearly.into_iter().map(closure).collect();
    let season = "[[season]]\nschedule = \"office\"\nfrom = \"06-15\"\nto = \"08-31\"\nfri = \"closed\"\n";
    let page = format!("+++\n{}{season}{closures}+++\n\n# Hours\n\nHere.\n", hours.concat());
    files.put("content/business.toml", business.as_bytes());
    files.put("content/availability.md", page.into_bytes());
    let made = build(&files, Layout::Site, "five", Today::Given(TODAY));
    assert!(!made.findings.has_errors() && made.site.policies.availability.schedules.len() == 5);
    made
}

/// 400 days of intervals of five schedules, closures found anew.
#[divan::bench]
fn intervals_of_400_days(bencher: Bencher<'_, '_>) {
    let made = five_schedules();
    let site = &made.site;
    let zone = site.business.zone.as_ref().unwrap().rules();
    bencher.bench(|| {
        let availability = &site.policies.availability;
        let last = TODAY + 400.days();
        let hours = Hours::between(availability, site.policies.on_call_schedules(), zone, TODAY, last);
        availability.schedules.iter().map(|own| hours.intervals(own, TODAY, last).len()).sum::<usize>()
    });
}

/// Whether each of five schedules is open at one moment.
#[divan::bench]
fn status_at_a_moment(bencher: Bencher<'_, '_>) {
    let made = five_schedules();
    let site = &made.site;
    let zone = site.business.zone.as_ref().unwrap().rules();
    let at: Timestamp = "2026-11-24T20:12:00Z".parse().unwrap();
    bencher.bench(|| {
        let availability = &site.policies.availability;
        let hours = Hours::around(availability, site.policies.on_call_schedules(), zone, at);
        availability.schedules.iter().map(|own| hours.status(own, at)).collect::<Vec<_>>()
    });
}

/// All that the three live files hold, as text.
#[divan::bench]
fn live_files(bencher: Bencher<'_, '_>) {
    let made = five_schedules();
    bencher.bench(|| {
        let span = Span::of(&made.site, TODAY).unwrap();
        welcomemat::publish::live::json::written(&made.site, &span)
    });
}
