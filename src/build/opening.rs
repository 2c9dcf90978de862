//! The beginning of a build: a site is read and assembled on one side, its theme made ready on the other.
//!
//! The two sides hold each other up at one place alone: the brand is needed to load the theme, and so are the built-in templates. Whoever
//! has theirs second loads it, so nobody ever waits.

use std::sync::{Mutex, OnceLock, PoisonError};

use crate::diagnostic::Findings;
use crate::policy::business::Business;
use crate::render::theme::{Stock, Theme};
use crate::site::{self, Site};
use crate::source::{self, Files, Inputs, Layout};

/// A site as it was opened.
pub(super) struct Opened {
    pub(super) inputs: Inputs,
    pub(super) site: Site,
    /// What was found on the way.
    pub(super) findings: Findings,
    /// Its theme, with what is wrong with it; absent when it was not wanted.
    pub(super) theme: Option<(Theme, Findings)>,
}

/// Whether the theme is made ready as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dress {
    /// It is.
    Fresh,
    /// It is kept from another time, if it still fits.
    Kept,
}

/// Reads and assembles a site.
pub(super) fn open(
    files: &dyn Files,
    layout: Layout,
    folder_name: &str,
    (source, site): (&mut source::Memory, &mut site::Memory),
    dress: Dress,
) -> Opened {
    let wardrobe = Wardrobe::default();
    let (found, (assembled, told)) = rayon::scope(|scope| {
        if dress == Dress::Fresh {
            scope.spawn(|_| wardrobe.bring(Stock::load()));
        }
        let (inputs, found) = source::read_again(files, layout, source);
        let settings = site::read_settings(&inputs, layout, folder_name);
        let (inputs, _) = wardrobe.chosen.get_or_init(|| (inputs, settings.business.clone()));
        scope.spawn(|_| wardrobe.try_on());
        (found, site::assemble_again(inputs, layout, settings, site))
    });
    let Wardrobe { chosen, theme, .. } = wardrobe;
    let inputs = chosen.into_inner().map(|(inputs, _)| inputs).unwrap_or_default();
    let mut findings = found;
    findings.append(told);
    Opened { inputs, site: assembled, findings, theme: theme.into_inner() }
}

/// Where the templates and the brand meet.
#[derive(Default)]
struct Wardrobe {
    stock: Mutex<Option<Stock>>,
    /// What was read, and whose theme it is.
    chosen: OnceLock<(Inputs, Business)>,
    theme: OnceLock<(Theme, Findings)>,
}

impl Wardrobe {
    fn bring(&self, stock: Stock) {
        *self.stock.lock().unwrap_or_else(PoisonError::into_inner) = Some(stock);
        self.try_on();
    }

    /// Loads the theme if everything for it is there.
    fn try_on(&self) {
        let Some((inputs, business)) = self.chosen.get() else { return };
        let stock = self.stock.lock().unwrap_or_else(PoisonError::into_inner).take();
        let load = |stock| Theme::load(stock, business, &inputs.overrides, &inputs.sources);
        if let Some(stock) = stock {
            self.theme.get_or_init(|| load(stock));
        }
    }
}
