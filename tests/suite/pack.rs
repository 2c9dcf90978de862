//! The paged pack: one booklet without a loose end.

use std::collections::BTreeSet;

use jiff::civil::date;
use welcomemat::address::Address;
use welcomemat::build::{Build, Today, build};
use welcomemat::source::{Layout, MemoryFiles};

use crate::trades::{self, Page};

fn packs() -> Vec<&'static Page> {
    trades::pages().iter().filter(|page| page.address.as_str().starts_with("print/")).collect()
}

fn whole_packs() -> Vec<&'static Page> {
    packs().into_iter().filter(|page| page.address.as_str() == "print/index.html").collect()
}

fn ids(page: &Page) -> Vec<&str> {
    page.tags.iter().filter_map(|tag| tag.get("id")).collect()
}

const SETTINGS: &str =
    "format = 1\n[business]\nname = \"Tidewater\"\ntimezone = \"America/New_York\"\ncountry = \"US\"\n";

fn site(settings: &str, files: &[(&str, &str)]) -> Build {
    let mut memory = MemoryFiles::new([("content/business.toml", settings)]);
    memory.put("content/welcome.md", "# Welcome\n\nHello.\n");
    for (path, text) in files {
        memory.put(path, *text);
    }
    build(&memory, Layout::Site, "tidewater", Today::Given(date(2026, 11, 22)))
}

fn page(build: &Build, address: &str) -> String {
    let content = build.output.get(&Address::new(address)).unwrap_or_else(|| panic!("no {address}"));
    String::from_utf8(content.joined()).expect("text")
}

#[test]
fn no_id_stands_twice_and_every_jump_lands() {
    assert_eq!(whole_packs().len(), 3);
    for page in packs() {
        let ids = ids(page);
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{}: an id stands twice", page.name);
        let jumps = page.all("a").filter_map(|link| link.get("href")?.strip_prefix('#'));
        for jump in jumps {
            assert!(known.contains(jump), "{}: nothing has the id {jump}", page.name);
        }
    }
}

#[test]
fn no_link_leads_out_of_the_pack_to_a_page_of_the_site() {
    for page in whole_packs() {
        for href in page.all("a").filter_map(|link| link.get("href")) {
            let is_outside = href.contains(':') && !href.starts_with('#');
            assert!(href.starts_with('#') || is_outside, "{}: {href}", page.name);
        }
    }
}

#[test]
fn every_question_stands_open_with_its_answer() {
    for (built, pack) in trades::all().iter().zip(whole_packs()) {
        let words = crate::html::plain(&crate::html::words(&pack.text));
        assert!(!pack.text.contains("<details"), "{}: something is folded", built.trade);
        trades::assert_every_answer_is_in(&words, &built.trade, &built.build);
    }
}

#[test]
fn nothing_live_and_nothing_unfinished_is_printed() {
    for page in packs() {
        let words = crate::html::words(&page.text);
        for wrong in ["{{", "}}", "Open now"] {
            assert!(!words.contains(wrong), "{}: {wrong}", page.name);
        }
        for live in ["<script", "<button", "<input type=\"radio", "style=", "loading=\"lazy"] {
            assert!(!page.text.contains(live), "{}: {live}", page.name);
        }
        assert!(page.text.contains("<meta name=\"robots\" content=\"noindex\">"), "{}", page.name);
    }
}

#[test]
fn every_page_of_site_and_pack_shows_the_version() {
    for (built, pages) in trades::all().iter().map(|built| (built, trades::pages_of(&built.trade, &built.build.output)))
    {
        let version = welcomemat::publish::fingerprint::version(&built.build.site).shown();
        for page in pages.iter().filter(|page| !page.is_alone()) {
            assert!(page.text.contains(&version), "{}: no {version}", page.name);
        }
    }
}

#[test]
fn the_pack_names_its_place_on_the_web_when_there_is_one() {
    let settings = SETTINGS.replace("country", "url = \"https://help.tidewater.example\"\ncountry");
    let built = site(
        &settings,
        &[
            ("content/scope.md", "# Scope\n\nSee [the guide](guides/more.md).\n"),
            ("content/guides/more.md", "# More\n"),
        ],
    );
    let pack = page(&built, "print/index.html");
    assert!(pack.contains("<link rel=\"canonical\" href=\"https://help.tidewater.example/print/index.html\">"));
    // A guide is not bound in, so its whole address stands in a note.
    assert!(pack.contains("https://help.tidewater.example/guides/more.html"), "{pack}");
}

#[test]
fn without_an_address_a_link_to_an_unbound_page_is_just_words() {
    let files =
        [("content/scope.md", "# Scope\n\nSee [the guide](guides/more.md).\n"), ("content/guides/more.md", "# More\n")];
    let pack = page(&site(SETTINGS, &files), "print/index.html");
    assert!(pack.contains("See the guide."), "{pack}");
    let chosen = format!("{SETTINGS}[print]\nchapters = [\"more\", \"scope\"]\n");
    let pack = page(&site(&chosen, &files), "print/index.html");
    assert!(pack.contains("See <a href=\"#guides-more\">the guide</a>."), "{pack}");
    let places = ["id=\"guides-more\"", "id=\"scope\""].map(|id| pack.find(id).expect("a chapter"));
    assert!(places[0] < places[1], "chapters stand in the order chosen");
    assert!(!pack.contains("id=\"welcome\""), "only what was chosen is bound");
}

#[test]
fn a_rewrapped_paragraph_keeps_the_version_and_a_fee_changes_it() {
    let scope = |fee: &str, text: &str| {
        format!(
            "+++\neffective = \"2026-09-01\"\nreviewed = \"2026-10-01\"\n[[service]]\nid = \"pages\"\nitem = \"New pages\"\nstatus = \"fee\"\nfee = \"{fee}\"\n+++\n# Scope\n\n{text}\n"
        )
    };
    let code = |files: &[(&str, &str)], settings: &str| {
        welcomemat::publish::fingerprint::version(&site(settings, files).site).code
    };
    let first = scope("110.00 USD / hour", "One two three\nfour five.");
    let known = code(&[("content/scope.md", &first)], SETTINGS);
    let rewrapped = scope("110.00 USD / hour", "One two\nthree four five.");
    assert_eq!(code(&[("content/scope.md", &rewrapped)], SETTINGS), known, "wrapping");
    let checked = first.replace("2026-10-01", "2026-11-01").replace("2026-09-01", "2026-09-02");
    assert_eq!(code(&[("content/scope.md", &checked)], SETTINGS), known, "dates");
    let renamed = first.replace("+++\neffective", "+++\nkind = \"scope\"\neffective");
    assert_eq!(code(&[("content/what-we-do.md", &renamed)], SETTINGS), known, "the file's name");
    let themed = format!("{SETTINGS}[brand]\ncolor = \"#803030\"\n");
    let styled = [("content/scope.md", first.as_str()), ("themes/welcome/assets/css/base.css", "p { color: red }")];
    assert_eq!(code(&styled, &themed), known, "looks");
    let dearer = scope("120.00 USD / hour", "One two three\nfour five.");
    assert_ne!(code(&[("content/scope.md", &dearer)], SETTINGS), known, "a fee");
    let said = scope("110.00 USD / hour", "One two three\nfour six.");
    assert_ne!(code(&[("content/scope.md", &said)], SETTINGS), known, "a word");
}

#[test]
fn a_price_of_the_settings_that_a_policy_names_is_part_of_its_version() {
    for trade in ["web-studio", "bookkeeper", "optician"] {
        let built = trades::all().iter().find(|built| built.trade == trade).expect("a trade");
        let fees = &built.build.site.business.fees;
        assert!(!fees.is_empty() || trade == "optician", "{trade} has no prices");
    }
    let text = "# Scope\n\nAn hour costs {{ fee.hourly }}.\n";
    let code = |fee: &str| {
        let settings = format!("{SETTINGS}[fees]\nhourly = \"{fee}\"\n");
        welcomemat::publish::fingerprint::version(&site(&settings, &[("content/scope.md", text)]).site).code
    };
    assert_ne!(code("110.00 USD / hour"), code("120.00 USD / hour"));
}

#[test]
fn a_site_may_bring_its_own_template_for_the_paged_pages() {
    let own = "{% extends \"print/base.html\" %}{% block paper %}<p>Our own sheet.</p>{% endblock paper %}";
    let built = site(
        SETTINGS,
        &[
            (
                "content/channels.md",
                "+++\n[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@tidewater.example\"\n+++\n# Channels\n",
            ),
            ("themes/welcome/templates/print/sheet.html", own),
        ],
    );
    assert!(page(&built, "print/sheet.html").contains("Our own sheet."), "{:?}", built.findings);
    assert!(!page(&built, "print/index.html").contains("Our own sheet."), "only what was overridden changes");
}

/// Steps of so many letters each, on a card with a square code.
fn told_of_steps(count: usize, letters: usize) -> Vec<&'static str> {
    let step = format!("\"{}\"", "word ".repeat(letters / 5).trim());
    let steps = vec![step; count].join(", ");
    let tier = "id = \"p1\"\nname = \"Emergency\"\nmeans = \"Down\"";
    let page = format!(
        "+++\n[safety]\nnumber = \"911\"\n[[severity]]\n{tier}\nsteps = [{steps}]\n+++\n# When it can't wait\n"
    );
    let settings = SETTINGS.replace("[business]\n", "[business]\nurl = \"https://help.tidewater.example\"\n");
    let found = site(&settings, &[("content/emergencies.md", &page)]).findings;
    found.iter().map(|finding| finding.code.id).filter(|code| code.ends_with("-too-full")).collect()
}

#[test]
fn a_card_that_would_be_clipped_is_told_without_a_pdf() {
    assert_eq!(told_of_steps(3, 60), [""; 0], "three steps of two lines each fit beside the code");
    assert_eq!(told_of_steps(3, 200), ["print/card-too-full"]);
    assert_eq!(told_of_steps(9, 30), ["print/card-too-full"]);
}

#[test]
fn what_the_examples_put_on_card_and_sheet_fits() {
    for built in trades::all() {
        let told = built.build.findings.iter().map(|finding| finding.code.id);
        let told: Vec<&str> = told.filter(|code| code.ends_with("-too-full")).collect();
        assert_eq!(told, [""; 0], "{}", built.trade);
    }
}
