//! What the icon and the card are made from: the business's words, the theme's colours and letters.

use super::theme::Theme;
use crate::pictures::{Colors, Draft, Emblem, Logo};
use crate::policy::business::Corners;
use crate::policy::values::Direction;
use crate::site::Site;

/// The built-in theme's paper and inks: a card is always light.
const PAPER: (&str, &str, &str) = ("#fcfaf6", "#241e18", "#4d463f");
/// The ramp's step for what is filled with the brand's colour: white can be read on it.
const FILL: &str = "42";

/// The emblem of a site in its theme.
#[must_use]
pub fn emblem(site: &Site, theme: &Theme) -> Option<Emblem> {
    let business = &site.business;
    let fill = theme.printed.colors.iter().find(|(step, _)| step == FILL).map(|(_, color)| color.clone());
    let (paper, ink, soft) = PAPER;
    let bare =
        |url: &String| url.split_once("://").map_or(url.as_str(), |(_, bare)| bare).trim_end_matches('/').to_owned();
    let logo = logo(site);
    let address = business.url.as_ref().map(bare);
    let drawing = logo.as_ref().map(|logo| logo.drawing.as_str());
    let words = [Some(business.name.as_str()), business.tagline.as_deref(), address.as_deref(), drawing];
    let has_rare_letters = words.into_iter().flatten().any(has_rare_letters);
    // To unpack letters that nothing is written in would take longer than drawing the icon.
    let is_needed = |name: &str| !name.contains("italic") && (has_rare_letters || !name.contains("-latin-ext-"));
    Emblem::new(Draft {
        name: business.name.clone(),
        tagline: business.tagline.clone(),
        address,
        colors: Colors {
            paper: paper.to_owned(),
            ink: ink.to_owned(),
            soft: soft.to_owned(),
            fill: fill.unwrap_or_else(|| ink.to_owned()),
            on_fill: "#ffffff".to_owned(),
        },
        is_soft: business.brand.corners == Corners::Soft,
        is_rtl: business.language.direction() == Direction::Rtl,
        logo,
        fonts: theme.printed.fonts.iter().filter(|(name, _)| is_needed(name)).cloned().collect(),
    })
}

/// Whether a text has letters that the bundled western faces may lack.
fn has_rare_letters(text: &str) -> bool {
    let is_western =
        |letter: char| letter <= 'ÿ' || matches!(letter, '–' | '—' | '‘' | '’' | '‚' | '“' | '”' | '„' | '…');
    !text.chars().all(is_western)
}

/// The logo, if it is a drawing.
fn logo(site: &Site) -> Option<Logo> {
    let file = site.logo().filter(|logo| logo.address.as_str().ends_with(".svg"))?;
    let (_, bytes) = file.picture()?.at_hand()?;
    let (width, height) = file.size()?;
    let drawing = std::str::from_utf8(bytes).ok()?.to_owned();
    Some(Logo { drawing, is_mark: width < 3 * height })
}
