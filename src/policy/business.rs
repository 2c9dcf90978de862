//! `business.toml`: who we are.

use super::business_types;
use super::checks::{FindingWritten, NotForUsWritten};
use super::embeds::{Embed, EmbedWritten};
use super::values::{Color, Country, Id, Language, Money, WebAddress, Zone};
use super::written::{Flag, Named, Reading, Rows, Text, Typed, Value, Whole, choice, table};
use crate::diagnostic::{At, Span, codes};

/// The version of the file format this program writes and understands.
pub const FORMAT: u32 = 1;

choice! {
    /// Whether clients may come by.
    Visits, "way to visit" {
        /// Anybody may walk in while it is open.
        "walk-in" => WalkIn,
        /// Only at an agreed time.
        "by-appointment" => ByAppointment,
        /// Never: the address is private.
        "forbidden" => Forbidden,
    }
}

choice! {
    /// Whether search engines may list the site.
    Visibility, "visibility" {
        /// Listed.
        "public" => Public,
        /// Reachable by its address, not listed anywhere.
        "unlisted" => Unlisted,
    }
}

choice! {
    /// A family of bundled letters.
    Font, "font" {
        /// Atkinson Hyperlegible Next.
        "humanist" => Humanist,
        /// Inter.
        "grotesque" => Grotesque,
        /// Source Serif 4.
        "serif" => Serif,
        /// Whatever the reader's device uses.
        "system" => System,
    }
}

choice! {
    /// How corners are drawn.
    Corners, "corner style" {
        /// Slightly rounded.
        "soft" => Soft,
        /// Square.
        "square" => Square,
    }
}

choice! {
    /// The paper the pack is set for.
    Paper, "paper" {
        /// By the country.
        "auto" => Auto,
        /// 210 × 297 mm.
        "a4" => A4,
        /// 8.5 × 11 inches.
        "letter" => Letter,
    }
}

table! {
    /// Where the business is. The street is left out where visits are forbidden.
    AddressWritten {
        /// Street and number.
        optional street: Text,
        /// Town.
        optional city: Text,
        /// State, county or province.
        optional region: Text,
        /// Postcode.
        optional postcode: Text,
    }
}

table! {
    /// The contract behind the policies.
    AgreementWritten => Agreement {
        /// What it is called.
        needed title: Text,
        /// Whether it wins where it and these pages differ.
        optional wins: Flag,
        /// Where it can be read.
        optional url: WebAddress,
    }
}

table! {
    /// Who the business is.
    IdentityWritten {
        /// The name clients know.
        needed name: Text,
        /// The name on the contract, if another.
        optional legal_name: Text,
        /// One line under the name.
        optional tagline: Text,
        /// The language of the pages, as in `en` or `de-AT`. Menus, dates and prices are there in `ar`, `de`, `en`, `es`, `fr`, `nl` and `pl`.
        optional language: Language,
        /// The zone all times are meant in.
        needed timezone: Zone,
        /// The country: it decides how phones, paper, dates and money are written.
        needed country: Country,
        /// The address of the finished site.
        optional url: WebAddress,
        /// The kind of business, as schema.org names it: `ProfessionalService`, `Optician`.
        optional kind_of_business as "type": Text,
        /// Whether clients may come by.
        optional visits: Visits,
        /// Where it is.
        optional address: AddressWritten,
        /// The places it serves.
        optional area_served: Vec<At<Text>>,
        /// What must never appear in anything a client sees: a home address, a private number.
        optional private: Vec<At<Text>>,
        /// The contract behind the policies.
        optional agreement: AgreementWritten,
        /// Whether search engines may list the site.
        optional visibility: Visibility,
    }
}

table! {
    /// How the site looks.
    BrandWritten {
        /// The one brand colour; every shade comes from it.
        optional color: Color,
        /// The logo's file, below `content/`.
        optional logo: Text,
        /// The letters.
        optional font: Font,
        /// The corners.
        optional corners: Corners,
        /// Whether the site turns dark at night on devices that ask for it.
        optional dark: Flag,
        /// The theme: `welcome`, `foyer`, or one of your own in `themes/`.
        optional theme: Text,
    }
}

table! {
    /// Somebody clients may meet.
    PersonWritten => Person {
        /// The short name other pages use.
        needed id: Id,
        /// The person's name.
        needed name: Text,
        /// What they do.
        optional role: Text,
    }
}

table! {
    /// The welcome pack on paper.
    PrintWritten {
        /// The paper.
        optional paper: Paper,
        /// The chapters, by page name, `faq` for every category; without it every client policy and all questions.
        optional chapters: Vec<At<Text>>,
    }
}

table! {
    /// The settings of a site.
    BusinessWritten {
        /// The version of this file's format; 1 for now.
        needed format: Whole,
        /// `true` lets raw HTML and unusual links in pages through. Leave it out unless you wrote them yourself.
        optional unsafe_html: Flag,
        /// Who the business is.
        needed business: IdentityWritten,
        /// How the site looks.
        optional brand: BrandWritten,
        /// Prices that are quoted on several pages, each under a name of yours.
        optional fees: Named<Money>,
        /// The people clients may meet.
        optional people: Rows<PersonWritten>,
        /// The welcome pack on paper.
        optional print: PrintWritten,
        /// The companies whose calendars, maps, films or pictures a page may show on a click.
        optional embed: Rows<EmbedWritten>,
        /// What the completeness check need not ask for.
        optional not_for_us: Rows<NotForUsWritten>,
        /// Kinds of findings that you judge otherwise.
        optional finding: Rows<FindingWritten>,
    }
}

/// Who we are, as meant: every setting has a value.
#[derive(Clone, Debug)]
pub struct Business {
    /// The name clients know.
    pub name: String,
    /// The name on the contract, if another.
    pub legal_name: Option<String>,
    /// One line under the name.
    pub tagline: Option<String>,
    /// The language of the pages.
    pub language: Language,
    /// Where it was typed.
    pub language_place: Option<Span>,
    /// The zone all times are meant in; absent only in a handbook without settings.
    pub zone: Option<Zone>,
    /// The country; absent only in a handbook without settings.
    pub country: Option<Country>,
    /// The address of the finished site, without a slash at the end.
    pub url: Option<String>,
    /// The schema.org type.
    pub kind_of_business: Option<At<Text>>,
    /// Whether clients may come by.
    pub visits: Option<Visits>,
    /// Where it is.
    pub address: Option<AddressWritten>,
    /// The places it serves.
    pub area_served: Vec<String>,
    /// What must never be shown.
    pub private: Vec<At<Text>>,
    /// The contract behind the policies.
    pub agreement: Option<Agreement>,
    /// Whether search engines may list the site.
    pub visibility: Visibility,
    /// How the site looks.
    pub brand: Brand,
    /// Named prices.
    pub fees: Vec<(At<Id>, Money)>,
    /// The people.
    pub people: Vec<Person>,
    /// The pack on paper.
    pub print: Print,
    /// The companies of which something may be shown on a click.
    pub embeds: Vec<Embed>,
    /// Whether raw HTML is let through.
    pub unsafe_html: bool,
    /// What the completeness check need not ask for, as typed.
    pub not_for_us: Vec<NotForUsWritten>,
    /// Kinds of findings judged otherwise, as typed.
    pub findings: Vec<FindingWritten>,
}

/// How the site looks, as meant.
#[derive(Clone, Debug)]
pub struct Brand {
    /// The one brand colour, when the owner chose one.
    pub color: Option<At<Color>>,
    /// The logo's file.
    pub logo: Option<At<Text>>,
    /// The letters.
    pub font: Font,
    /// The corners.
    pub corners: Corners,
    /// Whether there is a dark form.
    pub dark: bool,
    /// The theme's name.
    pub theme: String,
    /// Where it was typed.
    pub theme_place: Option<Span>,
}

/// The pack on paper, as meant.
#[derive(Clone, Debug)]
pub struct Print {
    /// The paper.
    pub paper: Paper,
    /// The chapters chosen; empty for all.
    pub chapters: Vec<At<Text>>,
}

/// Reads `business.toml`: as written, and as far as possible as meant.
pub fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<BusinessWritten> {
    let table = value.get_ref().as_table()?;
    let identity = table.get("business").and_then(|value| value.get_ref().as_table());
    // Phones and money further down are written the way the country writes them, so it is looked up first, quietly.
    let country = identity.and_then(|identity| identity.get("country")).and_then(|value| value.get_ref().as_str());
    reading.country = country.and_then(|text| Country::read(text).ok());
    let written = BusinessWritten::read(value, reading)?;
    check_format(&written, reading);
    check_street(&written, reading);
    let identity = written.business.as_ref().map(|at| &at.value);
    business_types::check(identity.and_then(|identity| identity.kind_of_business.as_ref()), reading);
    Some(written)
}

fn check_format(written: &BusinessWritten, reading: &mut Reading<'_>) {
    let Some(format) = written.format.as_ref().filter(|format| format.value.0 != FORMAT) else { return };
    let message = format!("This site says `format = {}`, and this welcomemat knows format {FORMAT}.", format.value.0);
    let help = if format.value.0 > FORMAT {
        "The site was made for a newer welcomemat: install that one, then build again."
    } else {
        "Write `format = 1`."
    };
    reading.tell(&codes::policy::UNKNOWN_FORMAT, format.span, message, help);
}

fn check_street(written: &BusinessWritten, reading: &mut Reading<'_>) {
    let Some(identity) = written.business.as_ref().map(|at| &at.value) else { return };
    let is_private = identity.visits.as_ref().is_some_and(|visits| visits.value == Visits::Forbidden);
    let street = identity.address.as_ref().and_then(|address| address.value.street.as_ref());
    let Some(street) = street.filter(|street| is_private && !street.value.is_empty()) else { return };
    let message = "Visits are forbidden, yet the street would be shown to every client.";
    let help = "Remove the street here, and put it in `private = [\"…\"]` so that it can never slip into a page.";
    reading.tell(&codes::policy::STREET_WITH_VISITS_FORBIDDEN, street.span, message, help);
}

impl Business {
    /// What is meant by `written`; `fallback_name` stands in for a business without one.
    #[must_use]
    pub fn mean(written: Option<&BusinessWritten>, fallback_name: &str) -> Self {
        let identity = written.and_then(|written| written.business.as_ref()).map(|at| &at.value);
        let text = |value: Option<&At<Text>>| value.map(|at| at.value.to_string()).filter(|text| !text.is_empty());
        let list = |value: Option<&Vec<At<Text>>>| value.cloned().unwrap_or_default();
        Business {
            name: text(identity.and_then(|it| it.name.as_ref())).unwrap_or_else(|| fallback_name.to_owned()),
            legal_name: text(identity.and_then(|it| it.legal_name.as_ref())),
            tagline: text(identity.and_then(|it| it.tagline.as_ref())),
            language: identity
                .and_then(|it| it.language.as_ref())
                .map_or_else(Language::english, |at| at.value.clone()),
            language_place: identity.and_then(|it| it.language.as_ref()).map(|at| at.span),
            zone: identity.and_then(|it| it.timezone.as_ref()).map(|at| at.value.clone()),
            country: identity.and_then(|it| it.country.as_ref()).map(|at| at.value),
            url: identity
                .and_then(|it| it.url.as_ref())
                .map(|at| at.value.to_string().trim_end_matches('/').to_owned()),
            kind_of_business: identity.and_then(|it| it.kind_of_business.clone()),
            visits: identity.and_then(|it| it.visits.as_ref()).map(|at| at.value),
            address: identity.and_then(|it| it.address.as_ref()).map(|at| at.value.clone()),
            area_served: list(identity.and_then(|it| it.area_served.as_ref()).map(|at| &at.value))
                .iter()
                .map(|at| at.value.to_string())
                .collect(),
            private: list(identity.and_then(|it| it.private.as_ref()).map(|at| &at.value)),
            agreement: identity.and_then(|it| it.agreement.as_ref()).and_then(|at| at.value.mean()),
            visibility: identity.and_then(|it| it.visibility.as_ref()).map_or(Visibility::Public, |at| at.value),
            brand: Brand::mean(written.and_then(|written| written.brand.as_ref()).map(|at| &at.value)),
            fees: written.and_then(|written| written.fees.as_ref()).map(|at| at.value.0.clone()).unwrap_or_default(),
            people: rows(written.and_then(|written| written.people.as_ref()), PersonWritten::mean),
            print: Print::mean(written.and_then(|written| written.print.as_ref()).map(|at| &at.value)),
            embeds: rows(written.and_then(|written| written.embed.as_ref()), EmbedWritten::mean),
            unsafe_html: written.and_then(|written| written.unsafe_html.as_ref()).is_some_and(|at| at.value.0),
            not_for_us: rows(written.and_then(|written| written.not_for_us.as_ref()), |row| Some(row.clone())),
            findings: rows(written.and_then(|written| written.finding.as_ref()), |row| Some(row.clone())),
        }
    }

    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: &Id) -> Option<&Person> {
        self.people.iter().find(|person| person.id.value == *id)
    }
}

impl Brand {
    fn mean(written: Option<&BrandWritten>) -> Self {
        let theme = written.and_then(|brand| brand.theme.as_ref());
        Brand {
            color: written.and_then(|brand| brand.color.clone()),
            logo: written.and_then(|brand| brand.logo.clone()).filter(|logo| !logo.value.is_empty()),
            font: written.and_then(|brand| brand.font.as_ref()).map_or(Font::Humanist, |at| at.value),
            corners: written.and_then(|brand| brand.corners.as_ref()).map_or(Corners::Soft, |at| at.value),
            dark: written.and_then(|brand| brand.dark.as_ref()).is_none_or(|at| at.value.0),
            theme: theme.map_or_else(|| "welcome".to_owned(), |at| at.value.to_string()),
            theme_place: theme.map(|at| at.span),
        }
    }
}

impl Print {
    fn mean(written: Option<&PrintWritten>) -> Self {
        Print {
            paper: written.and_then(|print| print.paper.as_ref()).map_or(Paper::Auto, |at| at.value),
            chapters: written.and_then(|print| print.chapters.as_ref()).map(|at| at.value.clone()).unwrap_or_default(),
        }
    }
}

/// What is meant by each row; rows without a needed key are left out (they have been told).
pub(crate) fn rows<W, M>(written: Option<&At<Rows<W>>>, mean: impl Fn(&W) -> Option<M>) -> Vec<M> {
    written.map(|rows| rows.value.iter().filter_map(|row| mean(&row.value)).collect()).unwrap_or_default()
}
