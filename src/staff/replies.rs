//! Ready replies: one situation, several media, facts filled in.

use crate::markdown::document::Nodes;
use crate::policy::kinds::Kind;
use crate::site::{Page, PageFacts, Site};

/// What a reply is said or sent by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// A letter on a screen.
    Email,
    /// A talk on the phone.
    Phone,
    /// A message on somebody's machine.
    Voicemail,
    /// A text message.
    Text,
    /// Words at the door.
    Doorstep,
    /// A note that answers by itself.
    OutOfOffice,
}

impl Medium {
    /// All of them, in the order of a grid.
    pub const ALL: [Medium; 6] =
        [Medium::Email, Medium::Phone, Medium::Voicemail, Medium::Text, Medium::Doorstep, Medium::OutOfOffice];

    /// Its heading in a reply, and its name on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Medium::Email => "email",
            Medium::Phone => "phone",
            Medium::Voicemail => "voicemail",
            Medium::Text => "text",
            Medium::Doorstep => "doorstep",
            Medium::OutOfOffice => "out-of-office",
        }
    }

    /// The medium of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|medium| medium.word() == name)
    }
}

/// The ready replies for one situation.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its file's name without the end.
    pub name: String,
    /// The situation in a few words.
    pub situation: String,
    /// What to say by each medium, facts filled in; coaching notes stand in brackets.
    pub parts: Vec<(Medium, String)>,
    /// First words, and the ones they replace.
    pub openers: Vec<(String, Option<String>)>,
}

impl Reply {
    /// What to say by a medium.
    #[must_use]
    pub fn part(&self, medium: Medium) -> Option<&str> {
        self.parts.iter().find(|(own, _)| *own == medium).map(|(_, words)| words.as_str())
    }
}

/// Every reply of a site, in order of its file.
#[must_use]
pub fn replies(site: &Site) -> Vec<Reply> {
    site.staff.iter().filter(|page| page.kind == Kind::Reply).map(|page| reply(site, page)).collect()
}

fn reply(site: &Site, page: &Page) -> Reply {
    let document = &page.document;
    let headings = document.headings().iter().filter(|heading| heading.level == 2);
    let parts = headings.filter_map(|heading| {
        let medium = Medium::named(&heading.id)?;
        Some((medium, words(site, page, heading.section)))
    });
    let situation = match &page.facts {
        PageFacts::Reply(reply) => reply.situation.as_ref().map(|at| at.value.to_string()),
        _ => None,
    };
    Reply {
        name: page.path.file_name().trim_end_matches(".md").to_owned(),
        situation: situation.unwrap_or_else(|| page.title.clone()),
        parts: parts.collect(),
        openers: openers(site, page),
    }
}

/// Paragraphs with an empty line between them, ready for pasting.
fn words(site: &Site, page: &Page, nodes: Nodes) -> String {
    let sayer = site.sayer();
    let paragraphs = page.document.branches(nodes).map(|branch| sayer.plain_nodes(&page.document, branch.nodes()));
    paragraphs.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn openers(site: &Site, page: &Page) -> Vec<(String, Option<String>)> {
    let PageFacts::Reply(reply) = &page.facts else { return Vec::new() };
    let sayer = site.sayer();
    let say = |prose: &crate::policy::written::Prose| sayer.say(&crate::policy::written::Words::Prose(prose.clone()));
    let rows = reply.opener.iter().flat_map(|rows| &rows.value);
    rows.filter_map(|row| {
        let first = row.value.say.as_ref()?;
        Some((say(&first.value), row.value.instead_of.as_ref().map(|at| say(&at.value))))
    })
    .collect()
}
