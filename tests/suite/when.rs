//! `welcomemat when`: the owner checks a promise before making it.

use crate::desk::Desk;

const HOURS: &str = "+++
[hours.office]
mon-thu = \"09:00-17:00\"
fri = \"09:00-13:00\"
[hours.visits]
wed = \"14:00-16:00 by appointment\"
[[closure]]
name = \"Winter break\"
from = \"2026-12-24\"
to = \"2027-01-01\"
+++

# Hours

We are here.
";

const CHANNELS: &str = "+++
[[channel]]
id = \"email\"
kind = \"email\"
value = \"help@harbour.example\"
schedule = \"office\"
reply_within = \"8 business hours\"
[[channel]]
id = \"text\"
kind = \"sms\"
monitored = false
+++

# Channels

Write to us.
";

fn desk() -> Desk {
    Desk::with_site(&[("availability.md", HOURS), ("channels.md", CHANNELS)])
}

fn json(desk: &Desk, arguments: &[&str]) -> serde_json::Value {
    let fixed = ["when", "--site", "site", "--format", "json"];
    let run = desk.run(&[&fixed, arguments].concat()).expect_code(0);
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn a_mail_before_the_break_is_due_after_it() {
    let answer = json(&desk(), &["--at", "2026-12-23T16:00"]);
    let expected = serde_json::json!({
        "at": "2026-12-23T16:00:00Z",
        "timezone": "Europe/London",
        "schedules": {
            "office": {"open": true, "until": "2026-12-23T17:00:00Z", "opens": null},
            "visits": {"open": false, "until": null, "opens": null},
        },
        "channels": {
            "email": {"open": true, "reply_by": "2027-01-04T16:00:00Z", "promise": "8 business hours"},
            "text": {"open": false, "reply_by": null, "promise": null},
        },
    });
    assert_eq!(answer, expected);
}

#[test]
fn moments_may_come_from_other_zones() {
    let desk = desk();
    for at in ["2026-12-23T16:00:00Z", "2026-12-23T11:00:00-05:00", "2026-12-23T11:00[America/New_York]"] {
        assert_eq!(json(&desk, &["--at", at])["at"], "2026-12-23T16:00:00Z", "{at}");
    }
}

#[test]
fn one_channel_may_be_asked_about_and_a_slip_in_its_name_is_told() {
    let desk = desk();
    let channels = json(&desk, &["email", "--at", "2026-12-23T16:00"])["channels"].clone();
    assert_eq!(channels.as_object().map(serde_json::Map::len), Some(1));
    let run = desk.run(&["when", "emial", "--site", "site"]).expect_code(2);
    assert!(run.err.contains("Did you mean `email`?"), "{}", run.err);
}

#[test]
fn a_moment_in_a_gap_or_fold_is_resolved_with_a_note() {
    let run = desk().run(&["when", "--site", "site", "--at", "2026-03-29 01:30"]).expect_code(0);
    assert!(run.err.contains("jump"), "{}", run.err);
}

#[test]
fn what_else_is_wrong_with_the_site_does_not_matter() {
    let desk = desk();
    desk.write("site/content/scope.md", "+++\n[[service]]\nitem = \n+++\n\n# Scope\n\n[gone](gone.md)\n");
    assert_eq!(json(&desk, &["--at", "2026-12-23T16:00"])["schedules"]["office"]["open"], true);
}

#[test]
fn hours_that_cannot_be_read_are_told_instead_of_guessed() {
    let desk = desk();
    desk.write("site/content/availability.md", HOURS.replace("09:00-13:00", "9-1"));
    let run = desk.run(&["when", "--site", "site", "--at", "2026-12-23T16:00"]).expect_code(1);
    assert!(run.out.is_empty() && run.err.contains("availability.md, line 4"), "{}", run.err);
    let elsewhere = desk;
    elsewhere.write("site/content/availability.md", HOURS);
    elsewhere.change("site/content/business.toml", "Europe/London", "EST");
    let run = elsewhere.run(&["when", "--site", "site", "--at", "2026-12-23T16:00"]).expect_code(1);
    assert!(run.err.contains("business.toml"), "{}", run.err);
}

/// The very keys that scripts read, and instants in UTC to the second.
#[test]
fn the_json_has_the_keys_of_the_contract_and_no_others() {
    let answer = json(&desk(), &["--at", "2026-12-23T16:00"]);
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&answer), ["at", "channels", "schedules", "timezone"]);
    assert_eq!(keys(&answer["schedules"]["office"]), ["open", "opens", "until"]);
    assert_eq!(keys(&answer["channels"]["email"]), ["open", "promise", "reply_by"]);
    let now = json(&desk(), &[])["at"].as_str().unwrap().to_owned();
    assert!(now.ends_with('Z') && now.parse::<jiff::Timestamp>().is_ok(), "{now}");
}

#[test]
fn a_moment_the_clocks_jump_over_is_the_first_one_after_the_jump() {
    let answer = json(&desk(), &["--at", "2026-03-29 01:30"]);
    assert_eq!(answer["at"], "2026-03-29T01:00:00Z");
    let run = desk().run(&["when", "--site", "site", "--at", "2026-10-25T01:30[Europe/London]"]).expect_code(0);
    assert!(run.err.contains("twice"), "{}", run.err);
}

#[test]
fn hours_that_never_close_have_no_end() {
    let always = "+++\n[hours.office]\ndaily = \"00:00-24:00\"\n+++\n\n# Hours\n\nAlways.\n";
    let desk = Desk::with_site(&[("availability.md", always), ("channels.md", CHANNELS)]);
    let office = json(&desk, &["--at", "2026-12-23T16:00"])["schedules"]["office"].clone();
    assert_eq!(office, serde_json::json!({"open": true, "until": null, "opens": null}));
    let run = desk.run(&["when", "--site", "site", "--at", "2026-12-23T16:00"]).expect_code(0);
    assert!(run.out.contains("always open"), "{}", run.out);
}
