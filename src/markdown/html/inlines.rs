//! What stands inside a line: emphasis, links, pictures, references, marks of footnotes.

use std::borrow::Cow;

use super::super::document::{Branch, Image, Kind, Link, Mention, Typed};
use super::super::target::{self, TargetKind};
use super::{Choices, End, Href, Target, Writer, push_address, push_attribute, push_text, words};

impl<'a> Writer<'a> {
    /// Writes the start of an inline node and says which node is next.
    pub(super) fn start_inline(&mut self, branch: Branch<'a>) -> u32 {
        match branch.kind() {
            Kind::SoftBreak => self.around(branch, "\n", ""),
            Kind::HardBreak => self.around(branch, "<br>\n", ""),
            Kind::Emphasis => self.around(branch, "<em>", "</em>"),
            Kind::Strong => self.around(branch, "<strong>", "</strong>"),
            Kind::Struck => self.around(branch, "<del>", "</del>"),
            Kind::Code => self.around(branch, "<code>", "</code>"),
            Kind::Link(_) => self.link(branch),
            Kind::Image(_) => self.image(branch),
            Kind::Task(done) => self.task(branch, done),
            Kind::Reference(_) => self.reference(branch),
            Kind::FootnoteUse(_) => self.footnote_use(branch),
            Kind::Html => self.html(branch),
            _ => branch.nodes().end,
        }
    }

    fn reference(&mut self, branch: Branch<'a>) -> u32 {
        if let Some(reference) = branch.reference() {
            self.surroundings.reference_inline(self.document.mention(reference), &mut self.out);
        }
        branch.nodes().end
    }

    /// Allowed HTML goes out as typed; a reference in it becomes words that can't break an attribute.
    fn html(&mut self, branch: Branch<'a>) -> u32 {
        for part in self.document.branches(branch.inside()) {
            match part.reference() {
                Some(reference) => {
                    let words = self.surroundings.reference_words(self.document.mention(reference));
                    push_attribute(&mut self.out, &words);
                }
                None => self.out.push_str(part.text()),
            }
        }
        branch.nodes().end
    }

    fn link(&mut self, branch: Branch<'a>) -> u32 {
        let Some(row) = branch.link() else { return branch.inside().start };
        let Some(href) = self.href(row) else { return branch.inside().start };
        self.out.push_str("<a href=\"");
        push_address(&mut self.out, &href.address);
        self.out.push('"');
        if href.external {
            self.out.push_str(" rel=\"external noopener\"");
        }
        self.title(row.title.as_ref(), row.references);
        self.around(branch, ">", "</a>")
    }

    fn title(&mut self, title: Option<&Typed>, references: (u32, u32)) {
        let Some(title) = title else { return };
        let words = self.with_words(title, references);
        self.out.push_str(" title=\"");
        push_attribute(&mut self.out, &words);
        self.out.push('"');
    }

    /// Where a link leads, if anywhere.
    fn href(&self, link: &'a Link) -> Option<Href<'a>> {
        let words = self.document.typed(&link.target);
        match link.kind {
            TargetKind::Risky => None,
            TargetKind::Reference => {
                let address = self.assembled(words, link.references)?;
                let kind = target::judge(&address).ok()?;
                Some(Href { address: Cow::Owned(address), external: kind.leaves_site() })
            }
            kind => self.surroundings.link(Target { words, kind, span: self.document.span(link.place) }),
        }
    }

    /// A target with the addresses of its references in their places; `None` when one of them has none.
    fn assembled(&self, words: &str, references: (u32, u32)) -> Option<String> {
        self.replaced(words, references, |mention| self.surroundings.reference_address(mention).map(Cow::into_owned))
    }

    /// Words with the words of their references in their places.
    pub(super) fn with_words(&self, typed: &'a Typed, references: (u32, u32)) -> Cow<'a, str> {
        let text = self.document.typed(typed);
        if references.0 == references.1 {
            return Cow::Borrowed(text);
        }
        let words = |mention: Mention<'_>| Some(self.surroundings.reference_words(mention).into_owned());
        self.replaced(text, references, words).map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// Replaces each reference, as typed and in order, by what `with` makes of it. References that are not in `text`
    /// belong to the link's title or its target, whichever `text` is not.
    fn replaced(
        &self,
        text: &str,
        (first, last): (u32, u32),
        with: impl Fn(Mention<'_>) -> Option<String>,
    ) -> Option<String> {
        let rows = self.document.references().get(first as usize..last as usize).unwrap_or_default();
        let mut result = String::with_capacity(text.len());
        let mut rest = text;
        for row in rows {
            let Some((before, after)) = rest.split_once(self.document.text(row.place)) else { continue };
            result.push_str(before);
            result.push_str(&with(self.document.mention(row))?);
            rest = after;
        }
        result.push_str(rest);
        Some(result)
    }

    fn image(&mut self, branch: Branch<'a>) -> u32 {
        let Some(image) = branch.image() else { return branch.nodes().end };
        let from = self.out.len();
        if let Some(end) = self.picture(image) {
            self.title(image.title.as_ref(), image.references);
            self.out.push_str(end);
        } else {
            self.out.truncate(from);
            self.described(image);
        }
        branch.nodes().end
    }

    /// The description of a picture that is not shown; one that lies with another company is linked to.
    fn described(&mut self, image: &'a Image) {
        let alt = words(self.document, self.surroundings, image.alt());
        let is_in_link = self.owed.iter().any(|owed| matches!(owed.end, End::Text("</a>")));
        let leads = self.leading_to(image).filter(|(_, kind)| kind.leaves_site() && !is_in_link);
        let Some((address, _)) = leads else {
            push_text(&mut self.out, &alt);
            return;
        };
        self.out.push_str("<a href=\"");
        push_address(&mut self.out, &address);
        self.out.push_str("\" rel=\"external noopener\">");
        push_text(&mut self.out, if alt.trim().is_empty() { &address } else { &alt });
        self.out.push_str("</a>");
    }

    /// Where a picture lies, references in it resolved, and what kind of place that is. `None`: nowhere.
    pub(super) fn leading_to(&self, image: &'a Image) -> Option<(Cow<'a, str>, TargetKind)> {
        let typed = self.document.typed(&image.target);
        match image.kind {
            TargetKind::Risky => None,
            TargetKind::Reference => {
                let address = self.assembled(typed, image.references)?;
                let kind = target::judge(&address).ok()?;
                Some((Cow::Owned(address), kind))
            }
            kind => Some((Cow::Borrowed(typed), kind)),
        }
    }

    /// Writes the tag of a picture but for its end, which is given back. `None`: it leads nowhere, and what was written is to be undone.
    pub(super) fn picture(&mut self, image: &'a Image) -> Option<&'static str> {
        let (typed, kind) = self.leading_to(image)?;
        let span = self.document.span(image.place);
        let picture = self.surroundings.image(Target { words: &typed, kind, span })?;
        if let Some(choices) = &picture.choices {
            self.choices(choices);
        }
        self.out.push_str("<img src=\"");
        push_address(&mut self.out, &picture.address);
        self.out.push_str("\" alt=\"");
        push_attribute(&mut self.out, &words(self.document, self.surroundings, image.alt()));
        self.out.push_str("\" loading=\"lazy\" decoding=\"async\"");
        if let Some((width, height)) = picture.size {
            self.out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        Some(if picture.choices.is_some() { "></picture>" } else { ">" })
    }

    fn choices(&mut self, choices: &Choices) {
        let Choices { kind, addresses, shown } = choices;
        self.out.push_str(&format!("<picture><source type=\"{kind}\" srcset=\""));
        for (number, (address, width)) in addresses.iter().enumerate() {
            self.out.push_str(if number > 0 { ", " } else { "" });
            push_address(&mut self.out, address);
            self.out.push_str(&format!(" {width}w"));
        }
        self.out.push_str(&format!("\" sizes=\"{shown}\">"));
    }
}
