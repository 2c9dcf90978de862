//! The labelled sentences: how many findings are right, and how many slips are found.

use std::collections::BTreeSet;

use super::*;
use crate::build::{self, Today};
use crate::check::text;
use crate::diagnostic::{SourceFile, Sources, Span};
use crate::markdown::{self, Rules};
use crate::site::Site;
use crate::source::{Layout, MemoryFiles};

/// Labelled sentences, see its head.
const SENTENCES: &str = include_str!("tests/sentences.txt");

const BUSINESS: &str = r#"format = 1
[business]
name = "Tidewater Web Studio"
timezone = "America/New_York"
country = "US"
visits = "by-appointment"
[fees]
hourly = "110.00 USD / hour"
deposit = "40 %"
[[people]]
id = "dana"
name = "Dana Ruiz"
"#;

const AVAILABILITY: &str = r#"+++
[hours.office]
mon-thu = "09:00-17:00"
fri = "09:00-13:00"
[hours.oncall]
name = "The emergency line"
daily = "07:00-22:00"
[hours.visits]
wed = "14:00-16:00 by appointment"
[[season]]
schedule = "office"
from = "06-15"
to = "08-31"
fri = "closed"
[[closure]]
name = "Christmas Day"
on = "12-25"
[[closure]]
name = "Winter break"
from = "2026-12-24"
to = "2027-01-01"
+++
"#;

const CHANNELS: &str = r#"+++
[[channel]]
id = "email"
kind = "email"
value = "help@tidewater.example"
preferred = 1
schedule = "office"
reply_within = "8 business hours"
[[channel]]
id = "portal"
kind = "portal"
value = "https://portal.tidewater.example"
schedule = "office"
reply_within = "2 business days"
[[channel]]
id = "phone"
kind = "phone"
value = "757 555 0100"
schedule = "office"
reply_within = "4 business hours"
[[channel]]
id = "oncall-phone"
kind = "phone"
value = "757 555 0199"
schedule = "oncall"
reply_within = "60 minutes"
[[channel]]
id = "text"
kind = "sms"
monitored = false
+++
"#;

const OTHERS: &[(&str, &str)] = &[
    (
        "emergencies.md",
        "+++\n[[severity]]\nid = \"p1\"\nname = \"Emergency\"\nmeans = \"All is down\"\nchannel = \"oncall-phone\"\nschedule = \"oncall\"\nrespond_within = \"60 minutes\"\noutside_hours = \"Wait.\"\nfee = \"150.00 USD / hour\"\n+++\n",
    ),
    (
        "scope.md",
        "+++\n[[service]]\nid = \"new-pages\"\nitem = \"New pages\"\nstatus = \"fee\"\nfee = \"120.00 USD / page\"\n[[service]]\nid = \"care-plan\"\nitem = \"The Care Plan\"\nstatus = \"fee\"\nfee = \"79.00 USD / month\"\n+++\n",
    ),
    ("deadlines.md", "+++\n[rush]\noffered = true\nwithin = \"2 business days\"\nfee = \"50 %\"\n+++\n"),
    (
        "mistakes.md",
        "+++\n[complaints]\nto = \"dana\"\nacknowledge_within = \"1 business day\"\nanswer_within = \"10 business days\"\n[[goodwill]]\nwhat = \"A small fix\"\nwho = \"everyone\"\n+++\n",
    ),
];

fn site() -> Site {
    let mut files = MemoryFiles::default();
    files.put("content/business.toml", BUSINESS);
    files.put("content/availability.md", AVAILABILITY);
    files.put("content/channels.md", CHANNELS);
    for (path, text) in OTHERS {
        files.put(&format!("content/{path}"), *text);
    }
    let build = build::build(&files, Layout::Site, "a", Today::Given(jiff::civil::date(2026, 11, 22)));
    assert!(!build.findings.has_errors(), "{:?}", build.findings);
    build.site
}

/// The codes found in a sentence, without family and ending.
fn found(known: &Known<'_>, sentence: &str) -> BTreeSet<String> {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("a.md", sentence));
    let text = sources.file(file).text().clone();
    let (document, _) = markdown::read(&text, Span::new(file, 0..text.len()), Rules::default());
    let passages = text::passages(&document);
    let findings =
        passages.iter().flat_map(|passage| check(known, &document, passage).iter().cloned().collect::<Vec<_>>());
    findings.map(|finding| short(finding.code.id).to_owned()).collect()
}

fn short(code: &str) -> &str {
    let name = code.split('/').nth(1).unwrap_or(code).trim_end_matches("-in-prose");
    match name {
        "reply-time" => "reply",
        "no-exceptions" => "exceptions",
        name => name,
    }
}

#[test]
fn labelled_sentences_are_judged_as_people_judge_them() {
    let site = site();
    let known = Known::of(&site, jiff::civil::date(2026, 11, 22));
    let (mut right, mut wrong, mut missed, mut all, mut quiet) = (0, Vec::new(), Vec::new(), 0, 0);
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (label, sentence) = line.split_once(" | ").unwrap();
        let found = found(&known, sentence);
        all += 1;
        if label == "-" {
            quiet += 1;
            wrong.extend(found.iter().map(|code| format!("{code}: {sentence}")));
            continue;
        }
        if found.contains(label) {
            right += 1;
        } else {
            missed.push(format!("{label}: {sentence}"));
        }
        wrong.extend(found.iter().filter(|code| *code != label).map(|code| format!("{code}: {sentence}")));
    }
    assert!(all >= 300 && quiet * 5 >= all * 2, "{all} sentences, {quiet} of them quiet");
    let (precision, recall) = (right * 1000 / (right + wrong.len()), right * 1000 / (right + missed.len()));
    println!(
        "{all} sentences: precision {}.{} %, recall {}.{} %",
        precision / 10,
        precision % 10,
        recall / 10,
        recall % 10
    );
    println!("false alarms: {wrong:#?}\nmissed: {missed:#?}");
    assert!(precision >= 950, "precision {precision} ‰");
    assert!(recall >= 900, "recall {recall} ‰");
}
