//! The ways through a site: links, the menu, the order of pages, the A–Z. Nobody gets lost, and no page is left out.

use std::collections::{BTreeMap, BTreeSet};

use welcomemat::address::Address;
use welcomemat::policy::kinds::Kind;

use crate::html::Tag;
use crate::trades::{self, Built, Page, pages};

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
                        let may = target == "data:,"
                            || tag.name == "a" && ["https", "http", "mailto", "tel", "sms"].contains(&scheme);
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
    page.all("a").filter_map(|link| follow(&page.address, link.get("href")?)).collect()
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
            pages.keys().filter(|address| *address != trades::ALONE && !reached.contains(*address)).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", built.trade);
    }
}

#[test]
fn every_link_and_fragment_leads_somewhere() {
    for built in trades::all() {
        let pages = by_address(built);
        for page in pages.values() {
            for href in page.all("a").filter_map(|link| link.get("href")) {
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
            page.all("a")
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
            let folds = page.text.split("<details").skip(1).filter_map(|fold| fold.split("</details>").next());
            let folds: Vec<&str> = folds.collect();
            for question in faq.document.questions() {
                let id = question.heading.id.to_string();
                // A browser opens a fold by itself when what an address names lies inside it (HTML, “ancestor revealing”).
                let is_inside = |fold: &&str| fold.contains(&format!("id=\"{id}\""));
                assert_eq!(
                    folds.iter().filter(|fold| is_inside(fold)).count(),
                    1,
                    "{}: #{id} is in no fold",
                    page.name
                );
                assert!(page.text.contains(&format!("href=\"#{id}\"")), "{}: #{id} has no permalink", page.name);
            }
        }
    }
}

#[test]
fn everything_on_the_a_to_z_is_there_once() {
    for built in trades::all() {
        let find = &by_address(built)["find.html"];
        let list = find.text.split_once("data-search-results").expect("the list").1;
        let list = list.split("</main>").next().unwrap_or("");
        let count = |href: &str| list.matches(&format!("href=\"{href}\"")).count();
        for page in &built.build.site.pages {
            assert_eq!(count(page.address.as_str()), 1, "{}: {}", built.trade, page.address);
        }
        for page in built.build.site.pages.iter().filter(|page| page.kind == Kind::Faq) {
            for question in page.document.questions() {
                let href = format!("{}#{}", page.address, question.heading.id);
                assert_eq!(count(&href), 1, "{}: {href}", built.trade);
            }
        }
    }
}
