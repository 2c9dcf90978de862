//! The example businesses that `new` starts from, embedded. The web studio is the repository's own `content/`.

use clap::ValueEnum;
use include_dir::{Dir, include_dir};

use crate::policy::values::{Country, Phone};

static WEB_STUDIO: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");
static BOOKKEEPER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starters/bookkeeper");
static OPTICIAN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starters/optician");

/// A trade with an example of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Trade {
    /// Tidewater Web Studio.
    WebStudio,
    /// Ledger & Lark Bookkeeping.
    Bookkeeper,
    /// Bright Corner Opticians.
    Optician,
}

/// What makes an example somebody's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The business's name.
    pub name: String,
    /// The country's two letters.
    pub country: String,
    /// The IANA time zone.
    pub timezone: String,
}

/// A file of a new site: its place below the site's folder, and its bytes.
pub type StarterFile = (String, Vec<u8>);

impl Trade {
    /// What people call the trade.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Trade::WebStudio => "A web studio: clients by appointment, an emergency line, a care plan",
            Trade::Bookkeeper => "A bookkeeper: home-based, no visits, deadlines and papers",
            Trade::Optician => "An optician: walk-ins, waiting times, things kept for clients",
        }
    }

    /// The example's own details.
    #[must_use]
    pub fn example(self) -> Details {
        let (name, country, timezone) = match self {
            Trade::WebStudio => ("Tidewater Web Studio", "US", "America/New_York"),
            Trade::Bookkeeper => ("Ledger & Lark Bookkeeping", "GB", "Europe/London"),
            Trade::Optician => ("Bright Corner Opticians", "IE", "Europe/Dublin"),
        };
        Details { name: name.to_owned(), country: country.to_owned(), timezone: timezone.to_owned() }
    }

    /// The files of a new site, sorted, with the details put in.
    #[must_use]
    pub fn files(self, details: &Details) -> Vec<StarterFile> {
        let folder = match self {
            Trade::WebStudio => &WEB_STUDIO,
            Trade::Bookkeeper => &BOOKKEEPER,
            Trade::Optician => &OPTICIAN,
        };
        let mut files = Vec::new();
        collect(folder, &mut files);
        files.sort();
        let settings = files.iter_mut().find(|(path, _)| path == "content/business.toml");
        if let Some((_, bytes)) = settings {
            *bytes = with_details(&String::from_utf8_lossy(bytes), &self.example(), details).into_bytes();
        }
        let channels = files.iter_mut().find(|(path, _)| path == "content/channels.md");
        if let Some((_, bytes)) = channels.filter(|_| self.example().country != details.country) {
            *bytes = dialled_from_abroad(&String::from_utf8_lossy(bytes), &self.example()).into_bytes();
        }
        files
    }
}

fn collect(folder: &Dir<'static>, files: &mut Vec<StarterFile>) {
    let named = folder
        .files()
        .filter_map(|file| Some((format!("content/{}", file.path().to_str()?), file.contents().to_vec())));
    files.extend(named);
    for inside in folder.dirs() {
        collect(inside, files);
    }
}

/// The name, zone and country stand once each, in `business.toml`.
fn with_details(settings: &str, example: &Details, details: &Details) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let pairs = [
        ("name", &example.name, &details.name),
        ("timezone", &example.timezone, &details.timezone),
        ("country", &example.country, &details.country),
    ];
    let mut settings = settings.to_owned();
    for (key, from, to) in pairs {
        settings = settings.replacen(&format!("{key} = {}", quoted(from)), &format!("{key} = {}", quoted(to)), 1);
    }
    settings
}

/// The contact page with its numbers as they are dialled from any country: read as numbers of another country than the
/// example's they would be somebody else's, or none at all.
fn dialled_from_abroad(page: &str, example: &Details) -> String {
    let Ok(country) = Country::read(&example.country) else { return page.to_owned() };
    let line = |line: &str| {
        let written = line.strip_prefix("value = \"").and_then(|rest| rest.split('"').next());
        let phone = written.and_then(|written| Phone::read(written, country).ok());
        phone.map_or_else(|| line.to_owned(), |phone| line.replacen(phone.written(), &with_country(&phone), 1))
    };
    page.split_inclusive('\n').map(line).collect()
}

/// `0113 496 0142` → `+44 113 496 0142`.
fn with_country(phone: &Phone) -> String {
    let national = phone.written().trim_start_matches('0');
    let digits = national.chars().filter(char::is_ascii_digit).count();
    let e164 = phone.e164();
    let code = &e164[..e164.len().saturating_sub(digits)];
    format!("{code} {national}")
}
