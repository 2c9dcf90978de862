//! Lengths and weeks made comparable.

use super::measure::{felt, is_always_open, longest_gap, working_days};
use crate::build;
use crate::policy::values::Length;
use crate::source::{Layout, MemoryFiles};

fn site(hours: &str) -> crate::site::Site {
    let mut files = MemoryFiles::default();
    files.put("content/business.toml", "format = 1\n[business]\nname = \"A\"\ntimezone = \"UTC\"\ncountry = \"US\"\n");
    files.put("content/availability.md", format!("+++\n[hours.office]\n{hours}\n+++\n\nHours.\n"));
    build::build(&files, Layout::Site, "a", build::Today::Given(jiff::civil::date(2026, 11, 22))).site
}

#[test]
fn lengths_feel_as_a_client_counts_them() {
    let site = site("mon-thu = \"09:00-17:00\"\nfri = \"09:00-13:00\"");
    let usual = site.policies.availability.usual();
    for (text, minutes, days) in [
        ("60 minutes", 60, None),
        ("24 hours", 1440, None),
        ("1 business day", 1440, None),
        ("8 business hours", 1440, Some(1)),
        ("4 business hours", 720, Some(1)),
        ("48 business hours", 8640, Some(6)),
        ("2 weeks", 20160, None),
    ] {
        let length = Length::read(text).unwrap();
        assert_eq!(felt(length, usual), minutes, "{text}");
        assert_eq!(working_days(length, usual), days, "{text}");
    }
}

#[test]
fn gaps_run_over_the_end_of_the_week() {
    for (hours, gap) in [
        ("mon-thu = \"09:00-17:00\"\nfri = \"09:00-13:00\"", Some(68 * 60)),
        ("daily = \"00:00-24:00\"", Some(0)),
        ("daily = \"07:00-22:00\"", Some(9 * 60)),
        ("sat = \"22:00-04:00\"", Some(162 * 60)),
        ("wed = \"14:00-16:00 by appointment\"", None),
    ] {
        let site = site(hours);
        let week = &site.policies.availability.usual().unwrap().week;
        assert_eq!(longest_gap(week), gap, "{hours}");
        assert_eq!(is_always_open(week), gap == Some(0), "{hours}");
    }
}
