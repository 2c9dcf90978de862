//! Findings: problems as values with an address.
//!
//! Every stage hands its problems on as [`Diagnostic`]s; nothing here prints, and nothing stops at the first one.
//! A finding separates what was found ([`Code`]) from how it is judged ([`Severity`]), and speaks to the owner:
//! the place, their own line, what is wrong, what to type instead. `human`, `json` and `github` turn
//! findings into text, one file each.

pub mod codes;
pub mod explain;
pub mod github;
pub mod human;
pub mod json;
mod location;
mod nearest;
mod source;

pub use nearest::nearest;
pub use source::{At, FileId, Position, SourceFile, Sources, Span};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot go out like this.
    Error,
    /// A client would trip over it.
    Warning,
    /// Worth knowing.
    Notice,
}

impl Severity {
    /// The word used in every output format.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }
}

/// One kind of finding: a row of the table in [`codes`].
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `family/name`, for ever.
    pub id: &'static str,
    /// How it is judged unless the owner says otherwise.
    pub severity: Severity,
    /// What it means, in one sentence.
    pub meaning: &'static str,
    /// Why it matters to a client or to the owner.
    pub why: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// What to type: a small before and after, or the right form.
    pub example: &'static str,
}

/// Where a finding points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A stretch of a file's text.
    Text(Span),
    /// A file as a whole: there is no line to show.
    File(FileId),
}

impl Place {
    /// The file pointed into.
    #[must_use]
    pub fn file(self) -> FileId {
        match self {
            Place::Text(span) => span.file,
            Place::File(file) => file,
        }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Text(span)
    }
}

impl From<FileId> for Place {
    fn from(file: FileId) -> Self {
        Place::File(file)
    }
}

/// A second place that explains the first ("the other one is here").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The stretch shown.
    pub span: Span,
    /// What it has to do with the finding.
    pub words: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: &'static Code,
    /// How it is judged.
    pub severity: Severity,
    /// What is wrong, in one sentence in the owner's words.
    pub message: String,
    /// Where; absent for findings about the site as a whole.
    pub place: Option<Place>,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// What to type or do.
    pub help: Option<String>,
    /// What `check --fix` would put in, where that is certain.
    pub fix: Option<Fix>,
}

/// A stretch of an owner's text and what may stand there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The stretch taken out.
    pub span: Span,
    /// What is put in.
    pub with: String,
}

impl Diagnostic {
    /// A finding of kind `code` saying `message`.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            place: None,
            labels: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Points at a place.
    #[must_use]
    pub fn at(mut self, place: impl Into<Place>) -> Self {
        self.place = Some(place.into());
        self
    }

    /// Shows a second place.
    #[must_use]
    pub fn also(mut self, span: Span, words: impl Into<String>) -> Self {
        self.labels.push(Label { span, words: words.into() });
        self
    }

    /// Says what to type or do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offers to put something in.
    #[must_use]
    pub fn fix(mut self, span: Span, with: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, with: with.into() });
        self
    }

    /// Says it in other words.
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Judges it otherwise than its code does (a foreign handbook's dead link is a warning).
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

/// All findings of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Diagnostic>,
}

impl Findings {
    /// No findings yet.
    #[must_use]
    pub fn new() -> Self {
        Findings::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all of another stage's.
    pub fn append(&mut self, other: Findings) {
        self.list.extend(other.list);
    }

    /// In the order found, or after [`Findings::sort`] in reading order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether any of them keeps the site from going out.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether there are none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Puts them in reading order: by file name, place and code; findings without a place come last. Exact repeats are dropped.
    pub fn sort(&mut self, sources: &Sources) {
        let key = |finding: &Diagnostic| {
            let place = finding.place.map(|place| {
                let start = if let Place::Text(span) = place { span.start } else { 0 };
                (sources.file(place.file()).name().to_owned(), start)
            });
            (place.is_none(), place, finding.code.id, finding.message.clone())
        };
        self.list.sort_by_cached_key(key);
        self.list.dedup();
    }

    /// A copy in reading order, as [`Findings::sort`] makes it.
    #[must_use]
    pub fn sorted(&self, sources: &Sources) -> Findings {
        let mut sorted = self.clone();
        sorted.sort(sources);
        sorted
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl Extend<Diagnostic> for Findings {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, findings: I) {
        self.list.extend(findings);
    }
}
