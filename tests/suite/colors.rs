//! Whatever colour a brand has, every word can be read: at least 4.5 to 1 in light, in dark and on paper, in every built-in theme.
//!
//! A real browser works the colours out (`tests/browser/colors.mjs`); the ramps are those the build makes of each colour.

use std::process::Command;

use welcomemat::policy::values::Color;
use welcomemat::render::theme::BuiltIn;
use welcomemat::source::MemoryFiles;
use welcomemat::starters::Trade;

use crate::browser::{has_browser, scripts};
use crate::desk::{BUSINESS, Desk, Run};
use crate::dice::{Dice, report, seed, throws};
use crate::themes::dressed;
use crate::trades::build_of;

/// The hues that are lightest and darkest for their strength, and no hue at all.
const ALWAYS: [&str; 6] = ["#1f6f78", "#ffff00", "#00ff46", "#ff00fc", "#000000", "#ffffff"];

fn colors() -> Vec<String> {
    let mut dice = Dice::of(seed());
    let mut byte = || u8::try_from(dice.below(256)).expect("below 256");
    let random = (0..throws("WELCOMEMAT_COLORS", 6)).map(|_| Color { red: byte(), green: byte(), blue: byte() });
    let random: Vec<String> = random.map(|color| color.to_string()).collect();
    ALWAYS.iter().map(|color| (*color).to_owned()).chain(random).collect()
}

/// The ramp a build makes of a colour.
fn ramp(color: &str, theme: &str) -> String {
    let mut files = MemoryFiles::default();
    let business = format!("{BUSINESS}[brand]\ncolor = \"{color}\"\ntheme = \"{theme}\"\n");
    files.put("content/business.toml", business.into_bytes());
    files.put("content/welcome.md", b"# Welcome\n".to_vec());
    let build = build_of(&files);
    let styles = build.output.iter().filter(|(address, _)| address.as_str().ends_with(".css"));
    let texts = styles.map(|(_, style)| String::from_utf8(style.joined()).expect("text"));
    let ramps =
        texts.filter_map(|text| text.lines().find(|line| line.starts_with(":root{--brand-")).map(str::to_owned));
    ramps.last().unwrap_or_else(|| panic!("no ramp for {color}"))
}

#[test]
fn every_brand_color_leaves_every_word_readable() {
    if !has_browser("the contrast of brand colors in a real browser") {
        return;
    }
    let colors = colors();
    for theme in BuiltIn::all() {
        let desk = Desk::new();
        for (address, content) in build_of(&dressed(Trade::WebStudio, theme.name)).output.iter() {
            desk.write(&format!("public/{address}"), content.joined());
        }
        let line = |color: &String| serde_json::json!({ "color": color, "ramp": ramp(color, theme.name) });
        let ramps: Vec<serde_json::Value> = colors.iter().map(line).collect();
        desk.write("ramps.json", serde_json::to_string(&ramps).expect("text"));
        let mut command = Command::new("node");
        let run =
            Run::of(command.arg(scripts().join("colors.mjs")).arg(desk.path("public")).arg(desk.path("ramps.json")));
        if std::env::var_os("WELCOMEMAT_COLORS").is_some() {
            report(&format!("{}, seed {}:\n{}", theme.name, seed(), run.out));
        }
        assert_eq!(run.code, 0, "{}:\n{}{}", theme.name, run.out, run.err);
    }
}
