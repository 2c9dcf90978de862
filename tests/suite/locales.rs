//! A page speaks one language: no English word is left on the frame of a site in another, on no surface, and an Arabic page mirrors.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use welcomemat::build::{Build, Today, build};
use welcomemat::source::{Layout, MemoryFiles};

use crate::browser::{has_browser, scripts};
use crate::desk::{Desk, Run, TODAY};
use crate::html;
use crate::trades;

const LANGUAGES: [&str; 6] = ["de", "fr", "es", "nl", "pl", "ar"];
/// Attributes that people read or hear.
const HEARD: [&str; 6] = ["aria-label", "title", "alt", "placeholder", "data-copied", "content"];

/// A site whose owner wrote no Latin letter but ids and addresses.
fn arabic_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/arabic")
}

fn arabic() -> Build {
    let mut files = Vec::new();
    for place in ["content", "content/faq"] {
        let entries = std::fs::read_dir(arabic_folder().join(place)).unwrap().map(|entry| entry.unwrap().path());
        for file in entries.filter(|file| file.is_file()) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            files.push((format!("{place}/{name}"), std::fs::read_to_string(&file).unwrap()));
        }
    }
    let files = files.iter().map(|(place, text)| (place.as_str(), text.as_str()));
    build(&MemoryFiles::new(files), Layout::Site, "site", Today::Given(TODAY.parse().unwrap()))
}

/// The pieces of a page that people read or hear.
fn pieces(page: &trades::Page) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for tag in &page.tags {
        let is_silent = matches!(tag.name.as_str(), "script" | "style");
        let is_technical = tag.name == "meta" && tag.get("name") != Some("description");
        found.extend((!is_silent).then(|| html::plain(&tag.text)));
        found.extend(HEARD.iter().filter(|_| !is_technical).filter_map(|name| tag.get(name)).map(str::to_owned));
    }
    found.into_iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// The words with two Latin letters or more that are neither addresses nor the code of a version.
fn latin_words(text: &str) -> Vec<&str> {
    let is_latin = |word: &str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
    let is_address = |word: &str| word.contains(['@', '/']) || word.contains(".example");
    let is_code = |word: &str| word.trim_matches('·').len() == 9 && word.to_uppercase() == word && word.contains('-');
    text.split_whitespace().filter(|word| is_latin(word) && !is_address(word) && !is_code(word)).collect()
}

#[test]
fn an_arabic_site_is_arabic_on_every_page() {
    let build = arabic();
    assert!(build.findings.is_empty(), "{:?}", build.findings.iter().map(|it| &it.message).collect::<Vec<_>>());
    let pages = trades::pages_of("arabic", &build.output);
    assert!(pages.len() > 25, "{}", pages.len());
    for page in &pages {
        let left: Vec<String> = pieces(page)
            .iter()
            .flat_map(|piece| latin_words(piece).into_iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(left.is_empty(), "{}: {left:?}", page.name);
        let root = page.all("html").next().unwrap();
        assert_eq!((root.get("lang"), root.get("dir")), (Some("ar"), Some("rtl")), "{}", page.name);
    }
}

#[test]
fn what_an_arabic_site_gives_to_programs_is_arabic_too() {
    let build = arabic();
    let file = |address: &str| {
        let (_, content) = build.output.iter().find(|(own, _)| own.as_str() == address).unwrap();
        String::from_utf8(content.joined()).unwrap()
    };
    for (address, keys) in
        [("closures.ics", ["SUMMARY:", "X-WR-CALNAME:"]), ("contact.vcf", ["NOTE:", "ADR;TYPE=WORK:"])]
    {
        let text = file(address).replace("\r\n ", "");
        let said = text.lines().filter_map(|line| keys.iter().find_map(|key| line.strip_prefix(key)));
        let left: Vec<&str> = said.flat_map(|line| line.split("\\n")).flat_map(latin_words).collect();
        assert!(left.is_empty(), "{address}: {left:?}");
    }
    let live = file("assets/hours.js");
    let data: serde_json::Value =
        serde_json::from_str(live.split_once(".hours = ").unwrap().1.trim_end().trim_end_matches(';')).unwrap();
    assert_eq!(data["locale"], "ar-SA-u-ca-gregory-nu-latn");
    let words = data["words"].as_object().unwrap().values().chain(data["time"].as_object().unwrap().values());
    let gapless = words.map(|words| {
        words.as_str().unwrap().split('{').map(|part| part.rsplit('}').next().unwrap()).collect::<String>()
    });
    let left: Vec<String> = gapless.filter(|words| !latin_words(words).is_empty()).collect();
    assert!(left.is_empty(), "{left:?}");
    let home = file("faq/treatment.html");
    assert!(home.contains("\"inLanguage\":\"ar\""), "the questions' data names its language");
}

/// A starter built in another language, perhaps with a table of words of its own.
fn in_language(trade: &str, language: &str, table: Option<&str>) -> Desk {
    let desk = Desk::with_starter(trade);
    let settings = desk.read("site/content/business.toml");
    let line = settings.lines().find(|line| line.starts_with("language = ")).unwrap();
    desk.change("site/content/business.toml", line, &format!("language = \"{language}\""));
    if let Some(table) = table {
        desk.write(&format!("site/themes/welcome/labels/{language}.toml"), table);
    }
    desk.run(&["build", "site", "--no-staff", "--today", TODAY]).expect_code(0);
    desk
}

/// The pieces of all its pages.
fn starter(trade: &str, language: &str, table: Option<&str>) -> BTreeSet<String> {
    let desk = in_language(trade, language, table);
    let mut found = BTreeSet::new();
    for (place, bytes) in desk.tree("site/public").into_iter().filter(|(place, _)| place.ends_with(".html")) {
        let text = String::from_utf8(bytes).unwrap();
        let address = welcomemat::address::Address::new(&place);
        found.extend(pieces(&trades::Page { name: place, address, tags: html::tags(&text), text }));
    }
    found
}

fn table(language: &str) -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/welcome/labels/{language}.toml"));
    toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// What the frame says in English, and only the frame, is said in no other language.
#[test]
fn a_starter_in_every_language_keeps_no_english_on_its_frame() {
    let english = starter("web-studio", "en", None);
    let english_words = table("en");
    let marked: String = english_words
        .keys()
        .filter(|key| !["colon", "comma"].contains(&key.as_str()))
        .map(|key| format!("{key} = \"⁂ {key}\"\n"))
        .collect();
    // Welsh has no table of ours: what is still the same there was typed by the owner, or is a value.
    let typed = starter("web-studio", "cy", Some(&marked));
    let frame: BTreeSet<&String> = english.iter().filter(|piece| !typed.contains(*piece)).collect();
    assert!(frame.len() > 100, "{}", frame.len());
    for language in LANGUAGES {
        let words = table(language);
        // “Version” is French too, and so is “Version 7QK4-M2XD”.
        let same: Vec<&String> =
            words.iter().filter(|(key, word)| english_words.get(*key) == Some(word)).map(|(_, word)| word).collect();
        let is_same =
            |piece: &str| same.iter().any(|word| word.len() > 3 && piece.contains(*word) || piece == word.as_str());
        let built = starter("web-studio", language, None);
        let left: Vec<&&String> = frame.iter().filter(|piece| built.contains(**piece) && !is_same(piece)).collect();
        assert!(left.is_empty(), "{language}: {left:?}");
    }
}

/// What the script says at a quarter past three in the night, in New York; read with every blank as a plain one.
const LIVE: [(&str, &str, &str); 6] = [
    ("de", "Geschlossen · öffnet 9 Uhr", "Schreiben Sie jetzt – Sie hören bis 17 Uhr von uns."),
    ("fr", "Fermé · réouverture : 9 h", "Écrivez maintenant : réponse d’ici 17 h."),
    ("es", "Cerrado · abrimos: 9:00 a. m.", "Escriba ahora; tendrá respuesta, como muy tarde: 5:00 p. m."),
    ("nl", "Gesloten · open vanaf 9.00 uur", "Schrijf nu en u hoort van ons vóór 17.00 uur."),
    ("pl", "Zamknięte · otwieramy: 9:00", "Piszą Państwo teraz – odpowiedź najpóźniej: 17:00."),
    ("ar", "مغلق · نفتح 9:00 ص", "اكتبوا الآن ويصلكم ردنا قبل 5:00 م."),
];

#[test]
fn the_script_reads_the_clock_as_the_pages_do() {
    if !has_browser("the live words of every language") {
        return;
    }
    let desks = LIVE.map(|(language, ..)| in_language("web-studio", language, None));
    let scenes: Vec<serde_json::Value> = LIVE
        .iter()
        .zip(&desks)
        .map(|((language, door, hear), desk)| {
            serde_json::json!({
                "why": language, "site": desk.path("site/public").to_str().unwrap(), "page": "channels.html",
                "now": "2026-11-25T08:12:00Z", "zone": "America/New_York",
                // Half translated text may break a line otherwise once the bundled face is there, which counts as a shift: not here.
                "width": if *language == "es" { 700 } else { 1280 },
                "say": [[".site-head .door", door], ["[data-hear=\"email\"]", hear]],
            })
        })
        .collect();
    let desk = Desk::new();
    desk.write("scenes.json", serde_json::json!(scenes).to_string());
    let run =
        Run::of(Command::new("node").arg(scripts().join("live.mjs")).arg(desk.path("scenes.json"))).expect_code(0);
    assert!(run.out.contains("6 scenes, 0 faults"), "{}", run.out);
}

#[test]
fn an_arabic_page_mirrors_without_overlap() {
    if !has_browser("that an Arabic page mirrors") {
        return;
    }
    let desk = Desk::new();
    let site = arabic_folder();
    let out = desk.path("public");
    desk.run(&["build", site.to_str().unwrap(), "--output", out.to_str().unwrap(), "--no-staff", "--today", TODAY])
        .expect_code(0);
    let run = Run::of(Command::new("node").arg(scripts().join("mirror.mjs")).arg(&out)).expect_code(0);
    assert!(run.out.trim_end().ends_with(": 0 faults"), "{}", run.out);
}
