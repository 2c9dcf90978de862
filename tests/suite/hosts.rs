//! What hosts, search engines and strict browsers ask for, made from one setting: the site's address.

use base64::Engine as _;
use sha2::{Digest as _, Sha256};
use welcomemat::address::Address;
use welcomemat::render::Output;

use crate::desk::{BUSINESS, Desk, TODAY};
use crate::html::{self, Tag};
use crate::trades;

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
fn the_policy_for_browsers_allows_the_one_style_there_is() {
    for built in trades::all() {
        let text = |address: &str| text_of(&built.build.output, address);
        let (headers, missing) = (text("_headers"), text(trades::ALONE));
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
    for (place, bytes) in listed
        .tree("site/public")
        .into_iter()
        .filter(|(place, _)| place.ends_with(".html") && place != trades::ALONE && !place.starts_with("print/"))
    {
        assert!(!String::from_utf8_lossy(&bytes).contains("noindex"), "{place}");
    }
}
