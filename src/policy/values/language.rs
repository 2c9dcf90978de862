//! A language by its BCP 47 tag: `en`, `en-GB`, `pt-BR`, `ar`.

use std::fmt;

use oxilangtag::LanguageTag;

use super::typed::{Typed, shown};
use super::{Country, Slip};
use crate::diagnostic::codes::policy::BAD_LANGUAGE;
use crate::diagnostic::nearest;

/// Which way it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// Two-letter languages: ISO 639-1. Three-letter codes (ISO 639-3) are taken as they come: there are eight thousand.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk \
    kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj \
    om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr \
    ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";
/// Languages whose usual script runs from right to left, by CLDR's likely subtags.
const RTL_LANGUAGES: &str = "ar arc arz ary ars ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd skr syr ug ur yi";
/// Scripts that run from right to left, by ISO 15924 and Unicode.
const RTL_SCRIPTS: &str = "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi";
/// Names and country codes typed for a language.
const ALSO_CALLED: &[(&str, &str)] = &[
    ("english", "en"),
    ("american", "en-US"),
    ("british", "en-GB"),
    ("spanish", "es"),
    ("español", "es"),
    ("espanol", "es"),
    ("french", "fr"),
    ("français", "fr"),
    ("francais", "fr"),
    ("german", "de"),
    ("deutsch", "de"),
    ("italian", "it"),
    ("italiano", "it"),
    ("portuguese", "pt"),
    ("português", "pt"),
    ("dutch", "nl"),
    ("nederlands", "nl"),
    ("polish", "pl"),
    ("polski", "pl"),
    ("swedish", "sv"),
    ("svenska", "sv"),
    ("danish", "da"),
    ("dansk", "da"),
    ("norwegian", "nb"),
    ("norsk", "nb"),
    ("finnish", "fi"),
    ("suomi", "fi"),
    ("irish", "ga"),
    ("gaeilge", "ga"),
    ("welsh", "cy"),
    ("greek", "el"),
    ("gr", "el"),
    ("czech", "cs"),
    ("cz", "cs"),
    ("russian", "ru"),
    ("ukrainian", "uk"),
    ("ua", "uk"),
    ("turkish", "tr"),
    ("arabic", "ar"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("chinese", "zh"),
    ("mandarin", "zh"),
    ("cn", "zh"),
    ("japanese", "ja"),
    ("jp", "ja"),
    ("korean", "ko"),
    ("vietnamese", "vi"),
    ("dk", "da"),
    ("us", "en-US"),
    ("gb", "en-GB"),
];
const TRY: &str = "Write its short code, such as `en`, `en-GB` or `es`.";

/// A language tag in canonical case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language(LanguageTag<String>);

impl Language {
    /// Reads a tag in any case.
    ///
    /// # Errors
    /// A slip with the tag of the language meant.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Err(typed.slip(&BAD_LANGUAGE, "The language is missing.", TRY));
        }
        let refused = |message: String| typed.slip(&BAD_LANGUAGE, message, help(typed.text()));
        let tag = LanguageTag::parse_and_normalize(typed.text())
            .map_err(|_| refused(format!("{} is not a language code.", shown(typed.text()))))?;
        if !is_language(tag.primary_language()) {
            return Err(refused(format!("There is no language with the code {}.", shown(typed.text()))));
        }
        if let Some(region) = tag.region().filter(|region| !is_region(region)) {
            return Err(refused(format!("There is no country with the code {}.", shown(region))));
        }
        Ok(Language(tag))
    }

    /// English, for a site that does not say.
    #[must_use]
    pub fn english() -> Self {
        Language::read("en").unwrap_or_else(|_| unreachable!("`en` is a language"))
    }

    /// The tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.0.as_str()
    }

    /// The language alone: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.primary_language()
    }

    /// The country in the tag, where one is named.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.0.region().and_then(Country::find)
    }

    /// Which way it is written: by its script where the tag names one, else by the language.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let rtl = match self.0.script() {
            Some(script) => RTL_SCRIPTS.split(' ').any(|known| known == script),
            None => RTL_LANGUAGES.split(' ').any(|known| known == self.primary()),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

/// Longer primary subtags are well-formed by the standard, but none is registered: `english` is one of them.
fn is_language(primary: &str) -> bool {
    match primary.len() {
        2 => TWO_LETTERS.split_ascii_whitespace().any(|known| known == primary),
        3 => true,
        _ => false,
    }
}

/// A country, or a part of the world in three digits (`es-419`).
fn is_region(region: &str) -> bool {
    region.len() == 3 || Country::find(region).is_some() || region == "XK"
}

fn help(text: &str) -> String {
    meant(text).map_or_else(|| TRY.to_owned(), |tag| format!("Write `{tag}`."))
}

fn meant(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some(tag) = called(&lower) {
        return Some(tag.to_owned());
    }
    let hyphened = lower.replace(['_', ' '], "-");
    let (primary, rest) = hyphened.split_once('-').unwrap_or((&hyphened, ""));
    let primary = called(primary).unwrap_or(primary);
    let rest = if rest == "uk" || rest.starts_with("uk.") { "gb" } else { rest.split('.').next().unwrap_or(rest) };
    let candidate = if rest.is_empty() { primary.to_owned() } else { format!("{primary}-{rest}") };
    if candidate != lower
        && let Ok(language) = Language::read(&candidate)
    {
        return Some(language.tag().to_owned());
    }
    let names = ALSO_CALLED.iter().map(|(name, _)| *name).filter(|name| name.len() > 2);
    nearest(&lower, names).and_then(called).map(str::to_owned)
}

fn called(name: &str) -> Option<&'static str> {
    ALSO_CALLED.iter().find(|(called, _)| *called == name).map(|&(_, tag)| tag)
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
