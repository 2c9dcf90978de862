//! Files made of several stretches, some of them shared.

use std::sync::Arc;

use super::*;
use crate::publish::guard::{shared, shown};
use crate::render::Segment;

const FILLER: &str = "<li><a href=\"../guides/opening-hours.html\">Opening hours</a></li>\n";

fn own(text: &str) -> Segment {
    Segment::Own(text.as_bytes().into())
}

/// A menu long enough to be searched once for all pages.
fn menu(start: &str, middle: &str, end: &str) -> Arc<[u8]> {
    Arc::from(format!("{start}{}{middle}{}{end}", FILLER.repeat(60), FILLER.repeat(60)).into_bytes())
}

/// How many of these pages show the number.
fn count_pages(pages: Vec<Vec<Segment>>) -> usize {
    let named = pages.into_iter().enumerate();
    let output: Output =
        named.map(|(page, segments)| (Address::new(&format!("page{page}x.html")), Content::new(segments))).collect();
    shown(&output, &secrets("US", &[NUMBER])).len()
}

#[test]
fn what_many_pages_share_is_found_on_each() {
    let menu = menu("", "<li>757 555 0188</li>", "");
    let half = menu.len() / 3;
    let pages = vec![
        vec![own("<p>"), Segment::Shared(Arc::clone(&menu)), own("</p>")],
        vec![
            Segment::SharedPart(Arc::clone(&menu), 0..half),
            Segment::Embedded(b" aria-current=\"page\""),
            Segment::SharedPart(Arc::clone(&menu), half..menu.len()),
        ],
        vec![own("<p>"), own("nothing")],
    ];
    assert_eq!(count_pages(pages), 2);
}

#[test]
fn only_a_file_that_came_whole_with_the_program_is_passed_over() {
    let pages = vec![vec![Segment::Embedded(b"757 555 0188")], vec![Segment::Embedded(b"757 555 "), own("0188")]];
    assert_eq!(count_pages(pages), 1);
}

#[test]
fn a_number_across_a_border_is_found() {
    let menu = menu("0188</b>", "", "<b>757");
    let shared = || Segment::Shared(Arc::clone(&menu));
    let pages = vec![
        vec![own("<b>757 555 "), shared(), own("nothing")],
        vec![own("nothing"), shared(), own(" 555<i>0188")],
        vec![own("757"), own("555"), own("0188")],
        vec![own("757 556 "), shared(), own(" 556 0188")],
    ];
    assert_eq!(count_pages(pages), 3);
}

#[test]
fn of_what_is_shared_only_the_borders_are_read_with_each_page() {
    let menu = menu("", "", "");
    let content = Content::new(vec![own("<p>"), Segment::Shared(Arc::clone(&menu))]);
    let mut room = Vec::new();
    assert!(shared::own_part(&content, &mut room).len() < menu.len() / 10);
}
