//! The rules of the paged pages that depend on the pack: paper, running heads, the line at the foot.
//!
//! Browsers know neither running strings nor page numbers of other places, so every chapter is a named page with its title in
//! the margin. A box stands at both top and bottom of every page: an edge without one gets the browser's own date and address.

use super::Press;
use crate::policy::values::Paper;
use crate::render::views::ChapterView;

/// The rules for some chapters.
pub(super) fn rules(press: &Press<'_>, chapters: &[ChapterView]) -> String {
    let imprint = press.imprint();
    let labels = &press.theme.labels;
    let name = quoted(&imprint.name);
    let foot = quoted(&format!("{} · {} {}", imprint.name, labels.version(), imprint.version));
    let numbers = page_numbers(labels.page_of());
    let mut rules = format!(
        "@page{{size:{size};margin:{margin};font:8.5pt sans-serif;color:#555;@top-left{{content:\"\"}}@top-right{{content:\"\"}}\
         @bottom-left{{content:{foot}}}@bottom-right{{content:{numbers}}}}}\n\
         @page pack-cover{{@bottom-left{{content:\"\"}}@bottom-right{{content:\"\"}}}}\n\
         @page pack-sheet{{@bottom-right{{content:\"\"}}}}\n\
         @page pack-cards{{margin:{cards};@bottom-left{{content:\"\"}}@bottom-right{{content:\"\"}}}}\n",
        size = size(press.paper()),
        margin = margin(press.paper()),
        cards = card_margin(press.paper()),
    );
    for chapter in chapters {
        let head = quoted(&format!("{}  {}", chapter.number, chapter.title));
        let number = &chapter.number;
        rules.push_str(&format!(
            "@page pack-{number}{{@top-left{{content:{name}}}@top-right{{content:{head}}}}}\n\
             [data-chapter=\"{number}\"]{{page:pack-{number}}}\n"
        ));
    }
    rules
}

fn size(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "210mm 297mm",
        Paper::Letter => "8.5in 11in",
    }
}

/// What is printed lies within 178 × 254 mm, the same on both papers, so that either prints the other's pages whole.
fn margin(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "29.5mm 16mm",
        Paper::Letter => "20.7mm 18.95mm",
    }
}

/// Ten cards of 85.6 × 54 mm, two beside each other, take 171.2 × 270 mm: the same place on both papers.
fn card_margin(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "13.5mm 19.4mm",
        Paper::Letter => "4.7mm 22.35mm",
    }
}

/// “Page {page} of {pages}” as generated content.
fn page_numbers(words: &str) -> String {
    let (before, rest) = words.split_once("{page}").unwrap_or((words, ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    format!("{} counter(page) {} counter(pages) {}", quoted(before), quoted(between), quoted(after))
}

/// Words as a CSS string (CSS Syntax 3, 4.3.5).
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_in_their_quotes() {
        assert_eq!(quoted("a\"b\\c\nd"), "\"a\\\"b\\\\c d\"");
        assert_eq!(page_numbers("Page {page} of {pages}"), "\"Page \" counter(page) \" of \" counter(pages) \"\"");
    }
}
