//! Pieces of prose that need a template: callouts, embeds, figures, tables.

use serde::Serialize;

use super::Html;

/// `components/callout.html`: a GFM alert.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CalloutView {
    /// Which of the five.
    pub kind: CalloutKind,
    /// What it says (block content).
    pub body: Html,
}

/// The five GFM alerts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalloutKind {
    /// `[!NOTE]`
    #[default]
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// `components/embed.html`: something of another company's, which is fetched when a client asks for it and never before.
///
/// The script looks for `data-embed` (the kind) with `data-from` (the address), and inside it for `data-embed-show`, the button. On paper,
/// `components/printed-embed.html` says where it lies instead.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EmbedView {
    /// What it is.
    pub kind: EmbedKind,
    /// What it is called: its title, or the host's name.
    pub title: String,
    /// What the company is called.
    pub name: String,
    /// Where it lies: the link that opens it there, and what the button fetches.
    pub href: String,
    /// Width in CSS pixels; absent when unknown.
    pub width: Option<u32>,
    /// Height in CSS pixels; absent when unknown.
    pub height: Option<u32>,
}

/// What an embed is. Kebab case in templates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmbedKind {
    /// A page in a frame.
    #[default]
    Page,
    /// A film.
    Video,
    /// Something to listen to.
    Sound,
    /// A picture.
    Picture,
}

/// `components/figure.html`: a picture alone in its paragraph.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FigureView {
    /// The picture.
    pub src: String,
    /// Its other sizes as a `srcset`; absent when there is one size.
    pub srcset: Option<String>,
    /// What it shows; empty for decoration.
    pub alt: String,
    /// Width in CSS pixels; absent when unknown (an SVG without measures).
    pub width: Option<u32>,
    /// Height in CSS pixels; absent when unknown.
    pub height: Option<u32>,
    /// The caption (the picture's Markdown title).
    pub caption: Option<Html>,
}

/// `components/table.html`: a Markdown table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TableView {
    /// Name of the scrolling region for screen readers: the heading above the table, or its first column heads.
    pub name: String,
    /// The `<table>` itself (block content); cells carry `class="align-end"` or `class="align-center"`, never a style.
    pub table: Html,
}
