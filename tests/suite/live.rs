//! What is shown live: small enough, the same pages from day to day, and the right words at the moments that matter.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use welcomemat::address::Address;
use welcomemat::build::{Today, build};
use welcomemat::render::Output;
use welcomemat::source::Layout;
use welcomemat::starters::Trade;

use crate::browser::{has_browser, scripts};
use crate::desk::{Desk, Run, TODAY};
use crate::trades;

fn text(output: &Output, address: &str) -> String {
    String::from_utf8(output.get(&Address::new(address)).expect(address).joined()).expect("text")
}

fn packed(text: &str) -> usize {
    let mut packing = GzEncoder::new(Vec::new(), Compression::best());
    packing.write_all(text.as_bytes()).unwrap();
    packing.finish().unwrap().len()
}

#[test]
fn the_live_data_and_the_script_are_small() {
    for built in trades::all() {
        let output = &built.build.output;
        let data = packed(&text(output, "assets/hours.js"));
        assert!(data <= 2_048, "{}: hours.js is {data} bytes packed", built.trade);
        let scripts = output
            .iter()
            .filter(|(address, _)| address.as_str().starts_with("assets/site.") && address.as_str().ends_with(".js"));
        let script: usize =
            scripts.map(|(_, content)| packed(&String::from_utf8(content.joined()).expect("a script is text"))).sum();
        assert!((1..=6_144).contains(&script), "{}: the script is {script} bytes packed", built.trade);
        println!("{}: hours.js {data} bytes packed, script {script} bytes packed", built.trade);
    }
}

#[test]
fn only_the_live_files_change_from_day_to_day() {
    for trade in [Trade::WebStudio, Trade::Bookkeeper, Trade::Optician] {
        let files = trades::files(trade);
        let on = |day: &str| build(&files, Layout::Site, "site", Today::Given(day.parse().unwrap())).output;
        let (one, next) = (on("2026-12-01"), on("2026-12-02"));
        let joined = |output: &Output| -> BTreeMap<String, Vec<u8>> {
            output.iter().map(|(address, content)| (address.to_string(), content.joined())).collect()
        };
        let (one, next) = (joined(&one), joined(&next));
        let changed: BTreeSet<&str> = one
            .iter()
            .filter(|(address, bytes)| next.get(*address) != Some(bytes))
            .map(|(address, _)| &**address)
            .collect();
        assert_eq!(changed, BTreeSet::from(["assets/hours.js", "assets/open-now.js", "hours.json"]), "{trade:?}");
        assert_eq!(one.len(), next.len());
    }
}

#[test]
fn every_page_has_its_places_and_loads_the_data_before_the_script() {
    for page in trades::pages().iter().filter(|page| !page.is_alone() && !page.is_printed()) {
        assert!(page.tags.iter().any(|tag| tag.get("data-door").is_some()), "{}: no door", page.name);
        let sources: Vec<&str> = page.all("script").filter_map(|tag| tag.get("src")).collect();
        let place = |part: &str| sources.iter().position(|source| source.contains(part));
        assert!(place("assets/hours.js") < place("assets/site."), "{}: {sources:?}", page.name);
        assert!(place("assets/hours.js").is_some(), "{}: {sources:?}", page.name);
        assert!(!page.text.contains("Open now"), "{} claims without a script what it can't know", page.name);
    }
}

#[test]
fn a_site_without_hours_and_promises_ships_nothing_live() {
    let desk = Desk::new();
    desk.write("site/content/business.toml", crate::desk::BUSINESS);
    desk.write("site/content/welcome.md", "# Welcome\n\nCome in.\n");
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    assert!(!desk.has("site/public/assets/hours.js") && !desk.has("site/public/hours.json"));
    assert!(!desk.read("site/public/index.html").contains("hours.js"));
}

#[test]
fn the_open_hours_are_there_for_other_programs() {
    for built in trades::all() {
        let hours: Value = serde_json::from_str(&text(&built.build.output, "hours.json")).expect("JSON");
        assert_eq!(hours["format"], 1);
        let (from, until) = (hours["from"].as_str().unwrap(), hours["valid_until"].as_str().unwrap());
        let open = hours["schedules"][hours["usual"].as_str().unwrap()]["open"].as_array().unwrap();
        let bounds: Vec<&str> =
            open.iter().flat_map(|pair| [&pair[0], &pair[1]]).map(|at| at.as_str().unwrap()).collect();
        assert!(open.len() > 150 && bounds.is_sorted(), "{}", built.trade);
        assert!(bounds.iter().all(|at| (from..=until).contains(at)), "{}", built.trade);
    }
    let hours: Value = serde_json::from_str(&text(&trades::all()[0].build.output, "hours.json")).unwrap();
    let thanksgiving = json!({"name": "Thanksgiving", "from": "2026-11-26", "to": "2026-11-26", "schedules": ["office"], "hours": null});
    assert_eq!(hours["closures"][0], thanksgiving);
    assert_eq!(hours["schedules"]["office"]["open"][0], json!(["2026-11-23T14:00:00Z", "2026-11-23T22:00:00Z"]));
    assert_eq!(
        hours["channels"]["email"],
        json!({"kind": "email", "schedule": "office", "reply_within": "8 business hours"})
    );
}

/// Moments in the year of two examples, and what must be said at each.
const SCENES: &str = include_str!("../browser/scenes.json");

fn played(desk: &Desk, scenes: &[Value]) -> Run {
    desk.write("scenes.json", json!(scenes).to_string());
    Run::of(Command::new("node").arg(scripts().join("live.mjs")).arg(desk.path("scenes.json")))
}

/// The scenes, with the folder of a built site in place of its name.
fn scenes(desk: &Desk) -> Vec<Value> {
    let mut scenes: Vec<Value> = serde_json::from_str(SCENES).expect("scenes");
    for scene in &mut scenes {
        let name = scene["site"].as_str().unwrap().to_owned();
        scene["site"] = desk.path(&format!("{name}/public")).to_str().unwrap().into();
    }
    scenes
}

#[test]
fn the_right_words_are_said_at_the_moments_that_matter() {
    if !has_browser("what pages say live") {
        return;
    }
    let desk = Desk::new();
    for trade in ["web-studio", "optician"] {
        desk.run(&["new", trade, "--trade", trade, "--yes"]).expect_code(0);
        desk.run(&["build", trade, "--today", TODAY]).expect_code(0);
    }
    let scenes = scenes(&desk);
    let run = played(&desk, &scenes).expect_code(0);
    assert!(run.out.contains(&format!("{} scenes, 0 faults", scenes.len())), "{}", run.out);
    let mut wrong = scenes[0].clone();
    wrong["say"] = json!([[".site-head .door", "Open now"]]);
    assert!(played(&desk, &[wrong]).expect_code(1).out.contains("says \"Closed · opens 9 am\""));
}

/// One script tag on somebody else's page, from a host and from disk; nothing is left behind but the words.
#[test]
fn another_website_can_say_it_too() {
    if !has_browser("the script for other websites") {
        return;
    }
    let desk = Desk::with_starter("web-studio");
    desk.build().expect_code(0);
    desk.write(
        "other/index.html",
        "<!doctype html><meta charset=utf-8><link rel=icon href=\"data:,\"><title>Elsewhere</title><body>\
         <script>document.body.dataset.names = Object.keys(window).length</script>\
         <p id=hours>See our hours.</p><script src=\"../site/public/assets/open-now.js\" data-into=\"#hours\"></script>\
         <p id=line><script src=\"../site/public/assets/open-now.js\" data-schedule=\"oncall\" data-link=\"https://else.example/\"></script></p>\
         <p id=new></p><script>document.querySelector('#new').textContent = Object.keys(window).length - document.body.dataset.names</script>",
    );
    let say: &[(&str, &str)] = &[
        ("#hours", "Closed for Thanksgiving · opens tomorrow 9 am"),
        (
            "#hours a[href$=\"/site/public/availability.html\"][data-state=\"closed\"]",
            "Closed for Thanksgiving · opens tomorrow 9 am",
        ),
        ("#line a[href=\"https://else.example/\"][data-state=\"open\"]", "Open now · until 10 pm"),
        ("#new", "0"),
    ];
    let scene = |is_disk: bool| {
        json!({"site": desk.path("").to_str().unwrap(), "page": "other/index.html", "now": "2026-11-26T15:00:00Z", "zone": "America/New_York",
               "disk": is_disk, "may_shift": true, "say": say})
    };
    played(&desk, &[scene(false), scene(true)]).expect_code(0);
}

/// The data that the script is given.
fn data(output: &Output) -> Value {
    let script = text(output, "assets/hours.js");
    let (_, data) = script.split_once(".hours = ").expect("the data");
    serde_json::from_str(data.trim_end().trim_end_matches(';')).expect("JSON")
}

#[test]
fn the_data_is_as_its_format_says() {
    let studio = data(&trades::all()[0].build.output);
    // Midnight of 22 November 2026 in New York is 05:00 UTC; 400 days later it is winter again.
    assert_eq!((&studio["format"], &studio["from"]), (&json!(1), &json!(29_922_060)));
    assert_eq!(studio["until"].as_i64().unwrap() - 29_922_060, 400 * 24 * 60);
    let offsets = studio["offsets"].as_array().unwrap();
    let east: Vec<&Value> = offsets.iter().map(|change| &change[1]).collect();
    assert_eq!(east, [&json!(-300), &json!(-240), &json!(-300)]);
    // Second Sunday of March 2027, 07:00 UTC.
    assert_eq!(offsets[1][0], 30_083_460);
    assert_eq!(studio["schedules"]["visits"], json!({"shifts": "", "appointment": true}));
    assert_eq!(studio["closures"][0], json!([20_783, 1, "Thanksgiving", "office"]));
    assert_eq!(
        studio["channels"]["email"],
        json!({"hours": "office", "promise": [480, "business minutes"], "say": "write"})
    );
    assert!(studio["channels"].get("text").is_none(), "nobody reads it");
    let words = studio["words"].as_object().unwrap();
    assert!(words.values().all(|word| !word.as_str().unwrap().is_empty()), "{words:?}");
}

#[test]
fn hours_that_never_close_stay_short() {
    let desk = Desk::with_site(&[(
        "availability.md",
        "+++\n[hours.office]\ndaily = \"00:00-24:00\"\n+++\n\n# Hours\n\nAlways.\n",
    )]);
    desk.build().expect_code(0);
    let script = desk.read("site/public/assets/hours.js");
    assert!(script.contains("\"shifts\":\"0+1440 1440+1440*") && script.len() < 3_000, "{script}");
}

#[test]
fn what_keeps_its_name_is_not_kept_for_ever() {
    let headers = text(&trades::all()[0].build.output, "_headers");
    assert!(!headers.contains("/assets/*"), "{headers}");
    let rule = |address: &str| {
        headers.split_once(&format!("\n/{address}\n")).expect(address).1.lines().next().unwrap().to_owned()
    };
    for address in ["assets/hours.js", "assets/open-now.js", "hours.json"] {
        assert_eq!(rule(address), "  Cache-Control: public, max-age=3600", "{address}");
    }
    let forever = headers.lines().filter(|line| line.contains("immutable")).count();
    assert!(forever >= 4, "{headers}");
}
