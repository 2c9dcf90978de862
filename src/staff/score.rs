//! The score as a picture: a row a policy, a square for each thing clients ask of it. An answered one is filled, an open one is only drawn, so
//! that the picture can be read without its colours; the words beside it say the same, and under it stands what is open.

use super::Material;
use crate::check::needs::{NEEDS, Need};
use crate::markdown::html::escaped;

/// The side of a square and the step from one to the next, in CSS pixels.
const SQUARE: usize = 14;
const STEP: usize = 18;

/// What the site answers of all that clients ask for.
pub(super) fn score(material: Material<'_>) -> String {
    let score = material.score;
    let told = format!(
        "<p class=\"score\"><strong>{}%</strong> <span>{}</span></p>\n",
        score.percent(),
        escaped(&sentence(score.met.len(), score.asked()))
    );
    let head = "<thead><tr><th scope=\"col\">Where</th><th scope=\"col\" colspan=\"2\">Answered</th></tr></thead>";
    let rows: String = rows(material).iter().map(|row| row.html(material)).collect();
    format!("{told}<table class=\"by-policy\">\n{head}\n<tbody>\n{rows}</tbody></table>\n{}", open(material))
}

fn sentence(met: usize, asked: usize) -> String {
    match asked - met {
        0 => format!("All {asked} things clients ask for sooner or later are answered."),
        open => format!("Of {asked} things clients ask for sooner or later, {met} are answered and {open} are open."),
    }
}

/// One policy and its needs.
struct Row {
    /// The file that answers them, or the folder.
    place: &'static str,
    met: usize,
    all: usize,
}

/// The policies in the order in which their needs were first told in the stories.
fn rows(material: Material<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for need in NEEDS.iter().filter(|need| is_for_us(material, need)) {
        let place = place(need);
        let is_met = usize::from(is_met(material, need));
        match rows.iter_mut().find(|row| row.place == place) {
            Some(row) => (row.met, row.all) = (row.met + is_met, row.all + 1),
            None => rows.push(Row { place, met: is_met, all: 1 }),
        }
    }
    rows
}

/// A need names one file of a folder as an example; any in the folder will do.
fn place(need: &Need) -> &'static str {
    need.file.split_inclusive('/').next().unwrap_or(need.file)
}

fn is_for_us(material: Material<'_>, need: &Need) -> bool {
    !material.score.not_for_us.iter().any(|(other, _)| other.name() == need.name())
}

fn is_met(material: Material<'_>, need: &Need) -> bool {
    material.score.met.iter().any(|met| met.name() == need.name())
}

impl Row {
    fn html(&self, material: Material<'_>) -> String {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"count\">{} of {}</td></tr>\n",
            self.name(material),
            self.squares(),
            self.met,
            self.all
        )
    }

    /// The page's own title; what is no page, or not there yet, goes by its place.
    fn name(&self, material: Material<'_>) -> String {
        let page = || material.site.pages.iter().find(|page| page.path.as_str() == self.place);
        let named = match self.place {
            "business.toml" => Some("Settings"),
            "faq/" => Some("Questions"),
            "replies/" => Some("Ready replies"),
            "guides/" => Some("Guides"),
            _ => page().map(|page| page.title.as_str()),
        };
        let place = escaped(self.place);
        named
            .map_or_else(|| place.to_string(), |name| format!("{} <span class=\"count\">{place}</span>", escaped(name)))
    }

    fn squares(&self) -> String {
        let square = |index: usize| {
            let class = if index < self.met { "good" } else { "gap" };
            format!(
                "<rect class=\"{class}\" x=\"{}\" y=\"1\" width=\"{SQUARE}\" height=\"{SQUARE}\" rx=\"3\"/>",
                index * STEP + 1
            )
        };
        let (width, height) = (self.all * STEP, SQUARE + 2);
        let squares: String = (0..self.all).map(square).collect();
        format!(
            "<svg aria-hidden=\"true\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">{squares}</svg>"
        )
    }
}

/// What nobody answers yet, and what is none of ours, with the reason.
fn open(material: Material<'_>) -> String {
    let item = |need: &Need, words: &str| {
        let place = escaped(place(need));
        format!("<li>{} <span class=\"count\">{place}</span></li>\n", escaped(words))
    };
    let open: String = material.score.missing.iter().map(|need| item(need, need.code.meaning)).collect();
    let others: String = material.score.not_for_us.iter().map(|(need, reason)| item(need, reason)).collect();
    listed("Still open", &open) + &listed("None of ours, because", &others)
}

fn listed(title: &str, items: &str) -> String {
    if items.is_empty() { String::new() } else { format!("<h3>{title}</h3>\n<ul>\n{items}</ul>\n") }
}
