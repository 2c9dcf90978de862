//! What is asked of a build.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::print::Pdf;
use crate::render::pictures::Work;
use crate::site::Site;

/// The day a build is made for.
#[derive(Clone, Copy, Debug)]
pub enum Today {
    /// This one.
    Given(Date),
    /// Whichever it is in the business's zone at this moment.
    At(Timestamp),
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// The day.
    pub today: Today,
    /// Whether PDFs are made: they take longer than all the rest.
    pub pdf: Pdf,
    /// Whether pictures are made, which takes longer than what then remains.
    pub pictures: Work,
    /// Whether its own people's pages are made later, for which the site is looked over meanwhile.
    pub staff: Staff,
}

/// Whether the staff edition is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staff {
    /// It is, if the site has pages for its own people.
    Wanted,
    /// It is left out.
    LeftOut,
}

impl From<Today> for Order {
    /// Everything but the PDFs and the staff edition.
    fn from(today: Today) -> Self {
        Order { today, pdf: Pdf::Skip, pictures: Work::Make, staff: Staff::LeftOut }
    }
}

/// Whether pages say where their blocks were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// They do: in the preview.
    Shown,
    /// They do not: everywhere else.
    Absent,
}

impl Today {
    /// The day in the zone of a site's business.
    #[must_use]
    pub fn in_zone_of(self, site: &Site) -> Date {
        match self {
            Today::Given(date) => date,
            Today::At(moment) => {
                let zone = site.business.zone.as_ref().map_or(jiff::tz::TimeZone::UTC, |zone| zone.rules().clone());
                moment.to_zoned(zone).date()
            }
        }
    }
}
