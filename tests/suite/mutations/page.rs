//! A page of an example, in lines, and the page with a slip in it.

use welcomemat::build::Build;
use welcomemat::starters::Trade;

/// A page, or the settings.
#[derive(Debug)]
pub struct Page {
    /// Below the site's folder.
    pub path: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// The lines of its header, from 0, without the `+++`; of the settings all.
    pub header: std::ops::Range<usize>,
    /// Whether clients read it.
    pub is_public: bool,
    /// What is private in the example: its first number.
    pub private: String,
}

/// A text with a slip in it.
#[derive(Debug)]
pub struct Slipped {
    /// The text.
    pub text: String,
    /// The line to be named, from 1; 0 for the file as a whole.
    pub line: u32,
}

/// Every page of an example, and its settings.
pub fn all(trade: Trade, build: &Build) -> Vec<Page> {
    let mut private = build.site.business.private.iter().map(|entry| entry.value.to_string());
    let number =
        private.find(|entry| entry.chars().filter(char::is_ascii_digit).count() > 6).expect("a private number");
    let staff: Vec<String> = build.site.staff.iter().map(|page| format!("content/{}", page.path)).collect();
    let files = trade.files(&trade.example()).into_iter();
    let texts =
        files.filter(|(path, _)| path.starts_with("content/") && (path.ends_with(".md") || path.ends_with(".toml")));
    let page = |(path, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).expect("text");
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let marks: Vec<usize> = (0..lines.len()).filter(|&at| lines[at] == "+++").take(2).collect();
        let header = match marks[..] {
            [first, last] => first + 1..last,
            _ => 0..lines.len(),
        };
        Page { is_public: !staff.contains(&path), path, lines, header, private: number.clone() }
    };
    texts.map(page).collect()
}

impl Page {
    /// Its place below `content/`.
    pub fn name(&self) -> &str {
        self.path.trim_start_matches("content/")
    }

    /// Whether these are the settings.
    pub fn is_settings(&self) -> bool {
        self.path.ends_with(".toml")
    }

    /// Every way to change one line of the header.
    pub fn in_header(&self, change: impl Fn(&str) -> Option<String>) -> Vec<Slipped> {
        self.in_lines(self.header.clone(), change)
    }

    /// Every way to change one of the lines that stand above all tables of the header.
    pub fn at_top(&self, change: impl Fn(&str) -> Option<String>) -> Vec<Slipped> {
        let first_table = self.header.clone().find(|&at| self.lines[at].starts_with('['));
        self.in_lines(self.header.start..first_table.unwrap_or(self.header.end), change)
    }

    /// Every way to change one line of the header below a heading of it such as `[hours.`.
    pub fn under(&self, heading: &str, change: impl Fn(&str) -> Option<String>) -> Vec<Slipped> {
        let is_under = |at: &usize| {
            let above = self.lines[self.header.start..*at].iter().rev();
            above.clone().find(|line| line.starts_with('[')).is_some_and(|line| line.starts_with(heading))
        };
        let lines = self.header.clone().filter(is_under);
        lines.flat_map(|at| self.in_lines(at..at + 1, &change)).collect()
    }

    /// Every way to change one line of the text.
    pub fn in_text(&self, change: impl Fn(&str) -> Option<String>) -> Vec<Slipped> {
        if self.is_settings() { Vec::new() } else { self.in_lines(self.header.end + 1..self.lines.len(), change) }
    }

    /// Every way to put words behind a paragraph of one line.
    pub fn behind_paragraph(&self, words: &str) -> Vec<Slipped> {
        let blank = |at: usize| self.lines.get(at).is_none_or(String::is_empty);
        let is_alone = |at: &usize| blank(at - 1) && blank(at + 1);
        let starts_plainly = |at: &usize| self.lines[*at].starts_with(|letter: char| letter.is_ascii_uppercase());
        let text = if self.is_settings() { 0..0 } else { self.header.end + 1..self.lines.len() };
        let paragraphs = text.filter(|at| is_alone(at) && starts_plainly(at));
        let behind = |line: &str| Some(format!("{line} {words}"));
        paragraphs.flat_map(|at| self.in_lines(at..at + 1, behind)).collect()
    }

    /// The page with more at its end; the line named is the `nth` new one, from 1.
    pub fn at_end(&self, more: &str, nth: usize) -> Vec<Slipped> {
        vec![Slipped { text: format!("{}\n{more}\n", self.lines.join("\n")), line: number(self.lines.len() + nth) }]
    }

    /// The page with other lines.
    pub fn with(&self, lines: &[String], line: usize) -> Slipped {
        Slipped { text: lines.join("\n") + "\n", line: number(line) }
    }

    fn in_lines(&self, range: std::ops::Range<usize>, change: impl Fn(&str) -> Option<String>) -> Vec<Slipped> {
        let mut slipped = Vec::new();
        for at in range {
            if let Some(changed) = change(&self.lines[at]) {
                let mut lines = self.lines.clone();
                lines[at] = changed;
                slipped.push(self.with(&lines, at + 1));
            }
        }
        slipped
    }
}

fn number(line: usize) -> u32 {
    u32::try_from(line).expect("a line")
}

impl Slipped {
    /// The same, told some lines further down.
    pub fn further(self, lines: u32) -> Self {
        Slipped { line: self.line + lines, ..self }
    }
}
