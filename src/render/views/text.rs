//! Pieces of prose that need a template: callouts, figures, tables.

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
