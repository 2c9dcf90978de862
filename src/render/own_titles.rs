//! Headings that say again what a component on the same page is called.
//!
//! A week is drawn under its schedule's name. Only here is it known what a theme really draws, so what was arranged is read, not what was
//! meant. Where many things stand together, as all channels do, a heading that goes into one of them is no slip.

use super::document::placed_shapes;
use super::scene::Scene;
use crate::diagnostic::{Diagnostic, codes};
use crate::markdown::document::Heading;
use crate::site::{Page, Shape};

/// What a component on a page is called there.
#[derive(Clone, Debug)]
pub(super) struct OwnTitle {
    shape: Shape,
    words: String,
}

/// The heading that an arranged component of one thing brings.
pub(super) fn drawn(shape: &Shape, html: &str) -> Option<OwnTitle> {
    shape.only.as_ref()?;
    let starts = html.match_indices("<h").filter_map(|(at, _)| html.get(at + 2..));
    let heads = starts.filter(|rest| rest.starts_with(|level: char| level.is_ascii_digit()));
    let mut inner = heads.filter_map(|rest| rest.split_once('>')?.1.split("</h").next());
    let words = plain(&without_tags(inner.next()?));
    (inner.next().is_none() && !words.is_empty()).then(|| OwnTitle { shape: shape.clone(), words })
}

/// The headings of a page that are among the titles drawn on it. The page's own title may be.
pub(super) fn repeated(scene: &Scene<'_>, page: &Page, titles: &[OwnTitle]) -> Vec<Diagnostic> {
    if titles.is_empty() {
        return Vec::new();
    }
    let headings = page.document.headings().iter().filter(|heading| heading.level > 1);
    let told = headings.filter_map(|heading| {
        let words = scene.sayer().plain_nodes(&page.document, heading.title());
        let title = titles.iter().find(|title| title.words == plain(&words))?;
        Some(tell(scene, (page, heading), &words, title))
    });
    told.collect()
}

fn tell(scene: &Scene<'_>, (page, heading): (&Page, &Heading), words: &str, title: &OwnTitle) -> Diagnostic {
    let named = scene.site.facts.iter().find(|(_, fact)| fact.shape.as_ref() == Some(&title.shape));
    let path = named.map_or("", |(path, _)| path);
    let message = format!("“{words}” stands twice on this page: `{{{{ {path} }}}}` is shown under the same words.");
    let is_placed = placed_shapes(scene.site, page).contains(&title.shape);
    let help = if is_placed {
        "Take this heading out, or give it words of its own.".to_owned()
    } else {
        format!("Write `{{{{ {path} }}}}` on a line of its own in place of this heading; it brings its title along.")
    };
    let place = page.document.span(heading.place);
    Diagnostic::new(&codes::structure::HEADING_TWICE, message).at(place).help(help)
}

fn without_tags(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    // What is left of marks that HTML spells out is no letter, and letters alone are compared.
    let pieces = words.split('&').enumerate();
    pieces.map(|(at, piece)| piece.split_once(';').filter(|_| at > 0).map_or(piece, |(_, rest)| rest)).collect()
}

/// Letters and numbers alone, in small letters, so that no mark makes two names of one.
fn plain(words: &str) -> String {
    let kept: String = words.chars().filter(|letter| letter.is_alphanumeric() || letter.is_whitespace()).collect();
    kept.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Component;

    #[test]
    fn the_titles_of_a_component_are_read_as_drawn() {
        let shape = Shape { component: Component::Week, only: Some("oncall".into()) };
        let words = |html: &str| drawn(&shape, html).map(|title| title.words);
        assert_eq!(
            words("<div><h3 class=\"a\">Dana&#x27;s <b>line</b> &amp; more</h3><hr><header>x</header></div>")
                .as_deref(),
            Some("danas line more")
        );
        assert_eq!(words("<h2><svg></svg><span>E-mail</span></h2><p>a</p>").as_deref(), Some("email"));
        assert_eq!(words("<h2>Phone</h2><p>a</p><h2>E-mail</h2>"), None);
        assert_eq!(words("<h2></h2><h"), None);
        assert!(drawn(&Shape { only: None, ..shape.clone() }, "<h2>Phone</h2>").is_none());
        assert_eq!(plain("  Dana’s line\u{a0}& MORE!"), "danas line more");
    }
}
