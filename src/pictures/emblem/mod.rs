//! The icon of the browser's tab, the one of a phone's home screen, and the card that stands beside a link somebody sends: drawn from
//! the business's name, colour and logo.
//!
//! Names are known before anything is drawn, and what is drawn is kept like the versions of a photo. Without the feature `pictures`
//! there is no emblem: the logo is the tab's icon, and links have no card.

#[cfg(feature = "pictures")]
mod easel;

use std::sync::Arc;

use super::make::{Format, Version};
use super::{How, Picture};
use crate::address::Address;

/// Raised whenever the same draft becomes other pictures.
const RECIPE: &str = "welcomemat emblem 1";
/// The card's measures in pixels, as Facebook and most others ask for them.
const CARD: (u32, u32) = (1200, 630);
/// The icon's, which is a drawing, and the home screen's.
const ICON: (u32, u32) = (64, 64);
const TOUCH_ICON: (u32, u32) = (180, 180);

/// What an emblem is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The business's name.
    pub name: String,
    /// What it says under it.
    pub tagline: Option<String>,
    /// The site's address without `https://`; without one there is no card, since a card needs a full address.
    pub address: Option<String>,
    /// The colours.
    pub colors: Colors,
    /// Whether corners are round.
    pub is_soft: bool,
    /// Whether words run from right to left.
    pub is_rtl: bool,
    /// The logo's drawing, made safe.
    pub logo: Option<Logo>,
    /// Files of letters (`.ttf`, `.otf`, `.woff2`) with their names, the first asked first.
    pub fonts: Vec<(String, Arc<[u8]>)>,
}

/// The logo of an emblem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its text (SVG).
    pub drawing: String,
    /// Whether it is a mark, about as wide as high, that can be an icon; else it is a name written out.
    pub is_mark: bool,
}

/// Colours as `#rrggbb`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colors {
    /// What everything stands on.
    pub paper: String,
    /// Of the name.
    pub ink: String,
    /// Of the tagline.
    pub soft: String,
    /// The brand's.
    pub fill: String,
    /// Of what stands on the brand's.
    pub on_fill: String,
}

/// An emblem: what it is published as. Its pictures are made when they are asked for.
#[derive(Debug)]
pub struct Emblem {
    /// All its files.
    pub picture: Picture,
    /// The tab's icon; absent where the logo can be it.
    pub icon: Option<Address>,
    /// The home screen's icon.
    pub touch_icon: Address,
    /// The card; absent without an address.
    pub card: Option<Address>,
    /// What can be read on it.
    pub words: String,
}

impl Emblem {
    /// The emblem of a draft; nothing where this program was built without what draws it.
    #[must_use]
    pub fn new(draft: Draft) -> Option<Self> {
        if !cfg!(feature = "pictures") {
            return None;
        }
        let key = draft.key();
        let place = |stem: &str, end: &str| Address::hashed(stem, end, key.as_bytes());
        let is_own = !draft.logo.as_ref().is_some_and(|logo| logo.is_mark);
        let icon = is_own.then(|| place("icon", "svg"));
        let touch_icon = place("icon-180", "png");
        let card = draft.address.is_some().then(|| place("card", "png"));
        let version = |format: Format, (width, height): (u32, u32)| Version { format, width, height };
        let all = [
            icon.clone().map(|icon| (icon, version(Format::Drawing, ICON))),
            Some((touch_icon.clone(), version(Format::Png, TOUCH_ICON))),
            card.clone().map(|card| (card, version(Format::Png, CARD))),
        ];
        let words = [Some(draft.name.as_str()), draft.tagline.as_deref(), draft.address.as_deref()];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join("\n");
        let versions = all.into_iter().flatten().collect();
        let picture = Picture::drawn(key, touch_icon.clone(), versions, How::Drawn(Box::new(draft)));
        Some(Emblem { picture, icon, touch_icon, card, words })
    }

    /// Whether it is the same one.
    #[must_use]
    pub fn is_same(&self, other: &Emblem) -> bool {
        self.picture.key == other.picture.key
    }
}

impl Draft {
    fn key(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        let Draft { name, tagline, address, colors, is_soft, is_rtl, logo, fonts } = self;
        let words = format!("{RECIPE}\0{name:?}{tagline:?}{address:?}{colors:?}{is_soft}{is_rtl}{logo:?}");
        hasher.update(words.as_bytes());
        for (name, bytes) in fonts {
            hasher.update(format!("\0{name}\0{}\0", bytes.len()).as_bytes());
            hasher.update(bytes);
        }
        hasher.finalize()
    }
}

/// Draws the versions of a draft, in the order they are asked for. What can't be drawn is nothing.
#[cfg(feature = "pictures")]
pub(super) fn draw(draft: &Draft, wanted: &[Version]) -> Option<Vec<Arc<[u8]>>> {
    let easel = easel::Easel::new(draft);
    let drawn = |version: &Version| match (version.format, version.width) {
        (Format::Drawing, _) => easel.icon(),
        (_, 180) => easel.touch_icon(),
        _ => easel.card(),
    };
    wanted.iter().map(|version| drawn(version).map(Arc::from)).collect()
}

/// Without what draws there is nothing to draw.
#[cfg(not(feature = "pictures"))]
pub(super) fn draw(_draft: &Draft, _wanted: &[Version]) -> Option<Vec<Arc<[u8]>>> {
    None
}
