//! Every page as a visitor, a screen reader, a search engine and a strict browser get it.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use sha2::{Digest as _, Sha256};
use welcomemat::address::Address;
use welcomemat::policy::kinds::Kind;
use welcomemat::render::Output;

use crate::desk::{BUSINESS, Desk, TODAY};
use crate::html::{self, Tag};
use crate::trades::{self, Built, Page, pages};

/// The one page that stands alone: a host shows it at any depth, so it carries its own style.
const ALONE: &str = "404.html";

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

fn tags<'p>(page: &'p Page, name: &'p str) -> impl Iterator<Item = &'p Tag> {
    page.tags.iter().filter(move |tag| tag.name == name)
}

fn is_alone(page: &Page) -> bool {
    page.address.as_str() == ALONE
}

/// A site small enough for one question, with more settings under `[business]`.
fn with_settings(settings: &str) -> Desk {
    let desk = Desk::with_site(&[
        ("welcome.md", "# Welcome\n\nCome in.\n"),
        ("faq/money.md", "# Money\n\n## How much?\n\nA little.\n"),
        ("guides/deep/a.md", "# A\n\nText.\n"),
    ]);
    desk.write("site/content/business.toml", format!("{BUSINESS}{settings}\n"));
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    desk
}

#[test]
fn no_style_script_or_handler_stands_inline() {
    for page in pages() {
        for tag in &page.tags {
            let handler = tag.attributes.iter().find(|(name, _)| name == "style" || name.starts_with("on"));
            assert_eq!(handler, None, "{}: <{}>", page.name, tag.name);
            let is_data = tag.get("type") == Some("application/ld+json");
            assert!(tag.name != "script" || tag.get("src").is_some() || is_data, "{}: an inline script", page.name);
            assert!(tag.name != "style" || is_alone(page), "{}: an inline style", page.name);
            let runs =
                tag.attributes.iter().any(|(_, value)| value.trim_start().to_lowercase().starts_with("javascript:"));
            assert!(!runs, "{}: a script in <{}>", page.name, tag.name);
        }
    }
}

#[test]
fn each_has_one_h1() {
    for page in pages() {
        assert_eq!(tags(page, "h1").count(), 1, "{}", page.name);
    }
}

#[test]
fn headings_never_skip_a_level() {
    for page in pages() {
        let mut above = 0;
        for tag in &page.tags {
            let Some(level) = HEADINGS.iter().position(|name| *name == tag.name) else { continue };
            assert!(level <= above, "{}: <{}> {:?} follows a heading of level {above}", page.name, tag.name, tag.text);
            above = level + 1;
        }
    }
}

#[test]
fn ids_are_unique_and_whatever_names_one_finds_it() {
    for page in pages() {
        let mut ids = BTreeSet::new();
        for id in page.tags.iter().filter_map(|tag| tag.get("id")) {
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{}: id {id:?}", page.name);
            assert!(ids.insert(id), "{}: #{id} twice", page.name);
        }
        for tag in &page.tags {
            let naming = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget", "headers"];
            let named = naming.iter().filter_map(|name| tag.get(name)).flat_map(str::split_whitespace);
            named.for_each(|id| assert!(ids.contains(id), "{}: <{}> names #{id}", page.name, tag.name));
        }
    }
}

/// Headings may be called like parts of the frame, and a component may stand on a page twice.
#[test]
fn no_heading_and_no_second_component_takes_an_id_from_another() {
    let names = [
        "Menu",
        "Main",
        "Q",
        "Toc name",
        "Pack",
        "Policies",
        "Guides",
        "Categories",
        "Read first",
        "Closures",
        "Hours office",
    ];
    let headings: String = names.iter().map(|name| format!("## {name}\n\nText.\n\n")).collect();
    let hours = "+++\n[hours.office]\nmon = \"09:00-17:00\"\n[[closure]]\nname = \"Fair\"\non = \"12-01\"\n+++\n";
    let desk = Desk::with_site(&[
        ("welcome.md", &format!("# Welcome\n\nCome in.\n\n{headings}")),
        ("guides/a.md", &format!("# A\n\n{{{{ hours.office }}}}\n\n{{{{ hours.office }}}}\n\n{headings}")),
        ("availability.md", &format!("{hours}# Hours\n\nCome by.\n\n{headings}{{{{ closures }}}}\n")),
    ]);
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    for (place, bytes) in desk.tree("site/public").into_iter().filter(|(place, _)| place.ends_with(".html")) {
        let mut ids = BTreeSet::new();
        for id in html::tags(&String::from_utf8_lossy(&bytes)).iter().filter_map(|tag| tag.get("id")) {
            assert!(ids.insert(id.to_owned()), "{place}: #{id} twice");
        }
        let own = ["menu", "closures", "hours-office"].iter().all(|id| ids.contains(*id));
        assert!(
            own || !["index.html", "guides/a.html", "availability.html"].contains(&place.as_str()),
            "{place}: {ids:?}"
        );
    }
}

#[test]
fn each_has_what_a_screen_reader_starts_with() {
    for page in pages() {
        let html = tags(page, "html").next().expect("<html>");
        assert!(html.get("lang").is_some_and(|lang| lang.starts_with("en")), "{}: no language", page.name);
        assert_eq!(html.get("dir"), Some("ltr"), "{}", page.name);
        let title = tags(page, "title").next().expect("<title>");
        assert!(!title.text.trim().is_empty(), "{}: an empty title", page.name);
        assert_eq!(tags(page, "main").count(), 1, "{}", page.name);
        assert!(
            page.text.starts_with("<!doctype html>") && page.text.contains("<meta charset=\"utf-8\">"),
            "{}",
            page.name
        );
        assert!(page.text.contains("name=\"viewport\""), "{}", page.name);
        let body = page.tags.iter().position(|tag| tag.name == "body").expect("<body>");
        let first = &page.tags[body + 1];
        let skips = first.name == "a"
            && first.get("href")
                == tags(page, "main").next().and_then(|main| main.get("id")).map(|id| format!("#{id}")).as_deref();
        assert!(skips || is_alone(page), "{}: the first thing is no way past the menu", page.name);
    }
}

#[test]
fn titles_tell_pages_apart() {
    for built in trades::all() {
        let mut seen = BTreeMap::new();
        for page in trades::pages_of(&built.trade, &built.build.output) {
            let title = tags(&page, "title").next().expect("a title").text.clone();
            let before = seen.insert(title.clone(), page.name.clone());
            assert_eq!(before, None, "{} has the same title {title:?}", page.name);
        }
    }
}

#[test]
fn pictures_and_form_fields_have_names() {
    for page in pages() {
        for picture in tags(page, "img") {
            assert!(picture.get("alt").is_some(), "{}: {:?}", page.name, picture.get("src"));
            assert!(
                picture.get("width").is_some() && picture.get("height").is_some(),
                "{}: {:?}",
                page.name,
                picture.get("src")
            );
        }
        for picture in tags(page, "svg") {
            let is_named = picture.get("role") == Some("img") || picture.get("aria-hidden") == Some("true");
            let is_inside = page.text.contains("aria-hidden=\"true\"><svg");
            assert!(is_named || is_inside, "{}: a picture without a name", page.name);
        }
        let labels: BTreeSet<&str> = tags(page, "label").filter_map(|label| label.get("for")).collect();
        for (before, field) in page.tags.iter().zip(&page.tags[1..]).filter(|(_, tag)| tag.name == "input") {
            let is_named = field.get("id").is_some_and(|id| labels.contains(id)) || before.name == "label";
            assert!(is_named, "{}: a field without a label", page.name);
        }
    }
}

#[test]
fn no_reference_and_no_mark_is_left_over() {
    let left = ["{{", "}}", "{%", "\u{E000}", "\u{E001}", "\u{FFFD}", "undefined", "[object"];
    for page in pages() {
        let words = html::words(&page.text);
        let found = left.iter().find(|mark| words.contains(**mark));
        assert_eq!(found, None, "{}", page.name);
    }
}

/// Two closures, two steps may have one name; the words of both are the owner's.
#[test]
fn rows_of_one_name_all_say_their_words() {
    let hours = "+++\n[hours.office]\nmon = \"09:00-17:00\"\n[[closure]]\nname = \"Fair\"\non = \"2026-12-01\"\n\
                 [[closure]]\nname = \"Fair\"\non = \"2027-12-01\"\nmessage = \"Ask *{{ business.name }}*.\"\n+++\n# Hours\n";
    let step =
        "[[step]]\nwhen = \"Day 0\"\nwho = \"us\"\nwhat = \"Call\"\nneeds = \"A *word* with {{ business.name }}\"\n";
    let desk = Desk::with_site(&[
        ("availability.md", hours),
        ("getting-started.md", &format!("+++\n{step}{step}+++\n# Start\n")),
    ]);
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    assert!(desk.read("site/public/availability.html").contains("Ask <em>Harbour Cats</em>."));
    assert_eq!(desk.read("site/public/getting-started.html").matches("A <em>word</em> with Harbour Cats").count(), 2);
}

#[test]
fn every_link_is_relative_or_leaves_openly() {
    for page in pages() {
        for tag in &page.tags {
            let targets = ["href", "src", "action", "poster", "data"].iter().filter_map(|name| tag.get(name));
            for target in targets {
                let scheme = target
                    .split(['/', '?', '#'])
                    .next()
                    .and_then(|head| head.split_once(':'))
                    .map(|(scheme, _)| scheme);
                assert!(!target.starts_with('/') && !target.contains('\\'), "{}: {target}", page.name);
                match scheme {
                    None => {}
                    Some(scheme) => {
                        let may = tag.name == "a" && ["https", "http", "mailto", "tel", "sms"].contains(&scheme);
                        assert!(may, "{}: <{}> {target}", page.name, tag.name);
                    }
                }
            }
            assert!(tag.get("srcset").is_none(), "{}: srcset is not looked at here yet", page.name);
        }
    }
}

/// Follows `href` from a page, without its fragment; nothing for what leaves the site.
fn follow(from: &Address, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or("");
    if path.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.folder().split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {href} leads out of the site"),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(if path.is_empty() { from.to_string() } else { parts.join("/") })
}

fn links(page: &Page) -> BTreeSet<String> {
    tags(page, "a").filter_map(|link| follow(&page.address, link.get("href")?)).collect()
}

/// Pages whose address needs no decoding; the browser test follows all others.
fn by_address(built: &Built) -> BTreeMap<String, Page> {
    let pages = trades::pages_of(&built.trade, &built.build.output);
    pages.into_iter().map(|page| (page.address.to_string(), page)).collect()
}

#[test]
fn every_page_is_reached_from_home() {
    for built in trades::all() {
        let pages = by_address(built);
        let mut reached = BTreeSet::from(["index.html".to_owned()]);
        let mut next = vec!["index.html".to_owned()];
        while let Some(address) = next.pop() {
            let Some(page) = pages.get(&address) else { continue };
            next.extend(links(page).into_iter().filter(|link| reached.insert(link.clone())));
        }
        let lost: Vec<&String> =
            pages.keys().filter(|address| *address != ALONE && !reached.contains(*address)).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", built.trade);
    }
}

#[test]
fn every_link_and_fragment_leads_somewhere() {
    for built in trades::all() {
        let pages = by_address(built);
        for page in pages.values() {
            for href in tags(page, "a").filter_map(|link| link.get("href")) {
                let Some(address) = follow(&page.address, href) else { continue };
                let is_there = built.build.output.get(&Address::new(&address)).is_some();
                assert!(is_there, "{}: {href} leads to {address}, which is not there", page.name);
                let Some((_, id)) = href.split_once('#') else { continue };
                let defines = |page: &Page| page.tags.iter().any(|tag| tag.get("id") == Some(id));
                assert!(pages.get(&address).is_some_and(defines), "{}: {href}", page.name);
            }
        }
    }
}

#[test]
fn previous_and_next_are_one_way_through_all_written_pages() {
    for built in trades::all() {
        let pages = by_address(built);
        let to = |page: &Page, rel: &str| {
            tags(page, "a")
                .find(|link| link.get("rel") == Some(rel))
                .and_then(|link| follow(&page.address, link.get("href")?))
        };
        let written = &built.build.site.pages;
        for (before, after) in written.iter().zip(&written[1..]) {
            let (before, after) = (before.address.as_str(), after.address.as_str());
            assert_eq!(to(&pages[after], "prev").as_deref(), Some(before), "{}: before {after}", built.trade);
            if before != "index.html" {
                assert_eq!(to(&pages[before], "next").as_deref(), Some(after), "{}: after {before}", built.trade);
            }
        }
    }
}

#[test]
fn the_menu_marks_the_page_one_is_on() {
    for built in trades::all() {
        for page in by_address(built)
            .values()
            .filter(|page| built.build.site.pages.iter().any(|own| own.address == page.address))
        {
            let current: Vec<&Tag> = page.tags.iter().filter(|tag| tag.get("aria-current") == Some("page")).collect();
            assert_eq!(current.len(), 1, "{}", page.name);
            assert_eq!(
                follow(&page.address, current[0].get("href").unwrap()),
                Some(page.address.to_string()),
                "{}",
                page.name
            );
        }
    }
}

#[test]
fn a_page_in_a_folder_shows_the_way_to_it() {
    for page in pages().iter().filter(|page| page.address.depth() >= 2) {
        let crumbs =
            page.text.split_once("class=\"crumbs\"").map(|(_, after)| after.split("</nav>").next().unwrap_or(""));
        let shown = crumbs.map_or(0, |crumbs| crumbs.matches("<li>").count());
        assert!(shown >= 2, "{}: {shown} steps", page.name);
    }
}

#[test]
fn a_question_opens_without_a_script_and_has_an_address() {
    for built in trades::all() {
        let pages = by_address(built);
        for faq in built.build.site.pages.iter().filter(|page| page.kind == Kind::Faq) {
            let page = &pages[faq.address.as_str()];
            let details: Vec<&str> = tags(page, "details").filter_map(|tag| tag.get("id")).collect();
            for question in faq.document.questions() {
                let id = question.heading.id.to_string();
                assert!(details.contains(&id.as_str()), "{}: #{id} is no <details>", page.name);
                assert!(page.text.contains(&format!("href=\"#{id}\"")), "{}: #{id} has no permalink", page.name);
            }
        }
    }
}

#[test]
fn everything_on_the_a_to_z_is_there_once() {
    for built in trades::all() {
        let pages = by_address(built);
        let find = links(&pages["find.html"]);
        for page in &built.build.site.pages {
            assert!(find.contains(page.address.as_str()), "{}: {} is not on the A–Z", built.trade, page.address);
        }
        let questions = built.build.site.pages.iter().filter(|page| page.kind == Kind::Faq).flat_map(|page| {
            page.document.questions().map(move |question| format!("{}#{}", page.address, question.heading.id))
        });
        for question in questions {
            let count = pages["find.html"].text.matches(&format!("href=\"{question}\"")).count();
            assert_eq!(count, 1, "{}: {question}", built.trade);
        }
    }
}

/// Plain prose already makes a complete page.
#[test]
fn facts_are_shown_even_when_the_prose_never_mentions_them() {
    let channels = "+++\n[[channel]]\nid = \"mail\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\nreply_within = \"1 business day\"\n+++\n\n# Reach us\n\nWrite.\n";
    let desk = Desk::with_site(&[("channels.md", channels)]);
    desk.build().expect_code(0);
    let hours = desk.read("site/public/availability.html");
    assert!(hours.contains("<table") && hours.contains("Monday") && hours.contains("9 am–5 pm"), "{hours}");
    assert!(desk.read("site/public/channels.html").contains("href=\"mailto:hi@cats.example\""));
}

#[test]
fn the_policy_for_browsers_allows_the_one_style_there_is() {
    for built in trades::all() {
        let text = |address: &str| text_of(&built.build.output, address);
        let (headers, missing) = (text("_headers"), text(ALONE));
        let styles: Vec<Tag> = html::tags(&missing).into_iter().filter(|tag| tag.name == "style").collect();
        assert_eq!(styles.len(), 1);
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(styles[0].text.as_bytes()));
        let policy =
            headers.lines().find(|line| line.trim_start().starts_with("Content-Security-Policy:")).expect("a policy");
        assert!(policy.contains(&format!("'sha256-{hash}'")), "{policy}");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert!(!policy.contains("http"), "nothing comes from elsewhere: {policy}");
    }
}

fn text_of(output: &Output, address: &str) -> String {
    String::from_utf8(output.get(&Address::new(address)).expect(address).joined()).expect("text")
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for built in trades::all() {
        for (address, content) in built.build.output.iter().filter(|(address, _)| address.as_str().ends_with(".css")) {
            let css = String::from_utf8(content.joined()).unwrap();
            for target in css.split("url(").skip(1).filter_map(|after| after.split(')').next()) {
                let target = target.trim_matches(['"', '\'']);
                let local = target.starts_with("data:")
                    || built.build.output.get(&Address::new(&format!("assets/{target}"))).is_some();
                assert!(local, "{}: {address} fetches {target}", built.trade);
            }
            assert!(
                !css.contains("@import") && !css.contains("http:") && !css.contains("https:"),
                "{}: {address}",
                built.trade
            );
        }
    }
}

#[test]
fn the_missing_page_stands_alone() {
    let desk = with_settings("");
    let page = desk.read("site/public/404.html");
    let fetches =
        |tag: &Tag| ["href", "src"].iter().any(|name| tag.get(name).is_some_and(|target| !target.starts_with("data:")));
    let fetched = html::tags(&page)
        .into_iter()
        .find(|tag| ["link", "script", "img"].contains(&tag.name.as_str()) && fetches(tag));
    assert!(fetched.is_none(), "{fetched:?}");
    assert!(!page.contains("href=\"index.html\""), "at another depth that would be another page");
    let desk = with_settings("url = \"https://cats.example/help/\"");
    assert!(desk.read("site/public/404.html").contains("href=\"https://cats.example/help/\""));
}

#[test]
fn only_a_site_that_knows_its_address_says_it() {
    let desk = with_settings("");
    for file in ["sitemap.xml", "robots.txt", "CNAME"] {
        assert!(!desk.has(&format!("site/public/{file}")), "{file}");
    }
    assert!(!desk.read("site/public/index.html").contains("rel=\"canonical\""));

    let desk = with_settings("url = \"https://help.cats.example\"");
    assert_eq!(desk.read("site/public/CNAME"), "help.cats.example\n");
    assert!(desk.read("site/public/robots.txt").contains("Sitemap: https://help.cats.example/sitemap.xml"));
    let map = desk.read("site/public/sitemap.xml");
    for page in ["", "availability.html", "faq/money.html", "guides/deep/a.html", "find.html"] {
        assert!(map.contains(&format!("<loc>https://help.cats.example/{page}</loc>")), "{page}: {map}");
    }
    assert!(!map.contains("404.html"), "{map}");
    let home = desk.read("site/public/index.html");
    assert!(home.contains("<link rel=\"canonical\" href=\"https://help.cats.example/\">"), "{home}");

    let lent = with_settings("url = \"https://cats.github.io/help\"");
    assert!(!lent.has("site/public/CNAME"), "a lent address is nobody's own");
}

#[test]
fn an_unlisted_site_is_found_by_no_search_engine() {
    let listed = with_settings("url = \"https://help.cats.example\"");
    let unlisted = with_settings("url = \"https://help.cats.example\"\nvisibility = \"unlisted\"");
    assert!(!unlisted.has("site/public/sitemap.xml"));
    assert!(unlisted.read("site/public/robots.txt").contains("Disallow: /\n"));
    assert!(unlisted.read("site/public/_headers").contains("X-Robots-Tag: noindex"));
    assert!(!listed.read("site/public/_headers").contains("X-Robots-Tag"));
    for (place, bytes) in unlisted.tree("site/public").into_iter().filter(|(place, _)| place.ends_with(".html")) {
        assert!(String::from_utf8_lossy(&bytes).contains("<meta name=\"robots\" content=\"noindex\">"), "{place}");
    }
    for (place, bytes) in
        listed.tree("site/public").into_iter().filter(|(place, _)| place.ends_with(".html") && place != ALONE)
    {
        assert!(!String::from_utf8_lossy(&bytes).contains("noindex"), "{place}");
    }
}
