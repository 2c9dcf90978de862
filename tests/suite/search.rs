//! The search finds what clients mean: typed their way, with a slip, without accents, from disk and from a host.

use std::process::Command;

use serde_json::json;

use crate::browser::{has_browser, scripts};
use crate::desk::{Desk, Run, TODAY};

const STUDIO: &[(&str, &str)] = &[
    ("are you open sunday", "faq/hours.html#weekends"),
    ("site gone", "faq/when-it-breaks.html#site-down"),
    ("SITÉ  gone!", "faq/when-it-breaks.html#site-down"),
    ("siet gone", "faq/when-it-breaks.html#site-down"),
    ("do you keep backups", "faq/backups-and-hosting.html#do-you-back-up"),
    ("how much is an hour", "faq/changes-and-fees.html#hourly-rate"),
    ("who owns my domain", "faq/backups-and-hosting.html#who-owns-domain"),
    ("can i text you", "faq/reaching-us.html#text-you"),
];
const BOOKKEEPER: &[(&str, &str)] = &[
    ("are you open sunday", "faq/reaching-us.html#open-now"),
    ("lost my receipts", "faq/lost-papers.html#lost-receipt"),
    ("lost my reciepts", "faq/lost-papers.html#lost-receipt"),
    ("can i come round", "faq/reaching-us.html#come-round"),
];
const OPTICIAN: &[(&str, &str)] = &[
    ("are you open sunday", "faq/opening-and-waiting.html#sunday-monday"),
    ("lost my lenses", "faq/your-things.html#lost-lenses"),
    ("lost my lensse", "faq/your-things.html#lost-lenses"),
    ("i sat on my glasses", "faq/when-something-goes-wrong.html#sat-on-them"),
];

/// Enough pages for a finished index, in scripts of all sorts.
fn large() -> Desk {
    let desk = Desk::with_site(&[("welcome.md", "# Welcome\n\nCome in.\n")]);
    for number in 0..160 {
        let page = format!(
            "# Guide {number}\n\nÜber Straßen, œuvres & ’t café no. {number}.\n\n## Ærø and Łódź {number}\n\nDon’t panic: 営業時間 iPhoneを買う 한국어. The the THE.\n\n\
             ## Second\n\nΣίσυφος İstanbul {number}\n"
        );
        desk.write(&format!("site/content/guides/g{number}.md"), page);
    }
    desk
}

#[test]
fn clients_find_what_they_mean() {
    if !has_browser("the search") {
        return;
    }
    let trades = [("web-studio", STUDIO), ("bookkeeper", BOOKKEEPER), ("optician", OPTICIAN)];
    let mut desks: Vec<(Desk, &[(&str, &str)])> =
        trades.into_iter().map(|(trade, questions)| (Desk::with_starter(trade), questions)).collect();
    desks.push((large(), &[("lodz 77", "guides/g77.html#ærø-and-łódź-77")]));
    let mut sites = Vec::new();
    for (desk, questions) in &desks {
        desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
        sites.push(json!({ "site": desk.path("site/public"), "questions": questions }));
    }
    let questions = Desk::new();
    questions.write("questions.json", serde_json::to_vec(&sites).expect("json"));
    let run = Run::of(Command::new("node").arg(scripts().join("search.mjs")).arg(questions.path("questions.json")));
    assert!(run.out.trim_end().ends_with("0 faults"), "{}{}", run.out, run.err);
}
