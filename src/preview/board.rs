//! What everybody sees: the site as shown, what is wrong with the newest one, and where pages went.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::report::{Report, Stage};
use super::showing::Showing;
use crate::address::Address;
use crate::diagnostic::Findings;
use crate::render::Content;
use crate::render::theme::Theme;
use crate::site::Page;

/// Pages remembered as looked at. They are judged before a change is shown.
const MOST_VIEWED: usize = 8;

/// Former looks that are still served.
const MOST_LOOKS: usize = 4;

/// The board. Everything on it changes at once or not at all.
pub struct Board {
    inside: Mutex<Inside>,
    news: watch::Sender<u64>,
}

#[derive(Default)]
struct Inside {
    shown: Option<Arc<Showing>>,
    /// The last one that a whole build would publish.
    good: Option<Arc<Showing>>,
    report: Arc<Report>,
    moved: BTreeMap<Address, Moved>,
    /// The looks of states that were shown before: a page on its way asks for the stylesheet of its own state.
    former_looks: VecDeque<Arc<Theme>>,
    viewed: VecDeque<Address>,
}

/// Where a page went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It has another address now.
    To(Address),
    /// It is no more.
    Gone,
}

impl Default for Board {
    fn default() -> Self {
        Board::new()
    }
}

impl Board {
    /// An empty board.
    #[must_use]
    pub fn new() -> Self {
        Board { inside: Mutex::default(), news: watch::channel(0).0 }
    }

    /// Hears of every change of what stands here.
    #[must_use]
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    /// What is shown.
    #[must_use]
    pub fn shown(&self) -> Option<Arc<Showing>> {
        self.inside().shown.clone()
    }

    /// What is to be said about it.
    #[must_use]
    pub fn report(&self) -> Arc<Report> {
        Arc::clone(&self.inside().report)
    }

    /// Where a page went that was here before.
    #[must_use]
    pub fn moved(&self, address: &Address) -> Option<Moved> {
        self.inside().moved.get(address).cloned()
    }

    /// A stylesheet, script or font of a state that was shown a little earlier.
    #[must_use]
    pub fn former_look(&self, address: &Address) -> Option<Content> {
        self.inside().former_looks.iter().find_map(|theme| theme.assets.files.get(address).cloned())
    }

    /// Notes that somebody looks at a page.
    pub fn view(&self, address: &Address) {
        let mut inside = self.inside();
        if inside.viewed.contains(address) {
            return;
        }
        inside.viewed.push_back(address.clone());
        if inside.viewed.len() > MOST_VIEWED {
            inside.viewed.pop_front();
        }
    }

    /// The pages that were looked at last.
    #[must_use]
    pub fn viewed(&self) -> BTreeSet<Address> {
        self.inside().viewed.iter().cloned().collect()
    }

    /// Puts up a newly prepared site, unless something is wrong with it and another is there already.
    pub fn put_up(&self, new: &Arc<Showing>, findings: &Findings) {
        let mut inside = self.inside();
        let is_held = findings.has_errors() && inside.shown.is_some();
        // What comes down is let go only when nobody waits for the board any more: ten thousand pages take a while to forget.
        let before = if is_held { None } else { inside.shown.replace(Arc::clone(new)) };
        if let Some(before) = &before {
            note_moves(&mut inside.moved, before, new);
            keep_look(&mut inside.former_looks, before);
        }
        let stage = if is_held { Stage::Held } else { Stage::Looking };
        self.say(inside, stage, new, findings);
        drop(before);
    }

    /// Takes down the verdict of the whole build. One on what is no longer the newest comes too late to be told.
    pub fn judge(&self, newest: &Arc<Showing>, findings: &Findings) {
        let mut inside = self.inside();
        if inside.report.newest > newest.number {
            let is_shown = inside.shown.as_ref().is_some_and(|shown| shown.number == newest.number);
            if is_shown && !findings.has_errors() {
                inside.good = Some(Arc::clone(newest));
            }
            return;
        }
        let is_shown = inside.shown.as_ref().is_some_and(|shown| shown.number == newest.number);
        let before = (inside.good.clone(), inside.shown.clone());
        let stage = match (findings.has_errors(), is_shown) {
            (false, _) => {
                if is_shown {
                    inside.good = Some(Arc::clone(newest));
                }
                Stage::Good
            }
            (true, true) if inside.good.is_some() => {
                inside.shown = inside.good.clone();
                Stage::Held
            }
            (true, _) => Stage::Held,
        };
        self.say(inside, stage, newest, findings);
        drop(before);
    }

    /// Takes down more about what was judged, unless it is no longer the newest.
    pub fn add(&self, newest: &Arc<Showing>, findings: &Findings) {
        let inside = self.inside();
        if inside.report.newest == newest.number {
            let stage = inside.report.stage;
            self.say(inside, stage, newest, findings);
        }
    }

    fn say(&self, mut inside: MutexGuard<'_, Inside>, stage: Stage, newest: &Showing, findings: &Findings) {
        let shown = inside.shown.as_ref().map_or(0, |shown| shown.number);
        inside.report = Arc::new(Report::of(stage, shown, newest, findings));
        drop(inside);
        self.news.send_modify(|count| *count += 1);
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn keep_look(looks: &mut VecDeque<Arc<Theme>>, before: &Showing) {
    let look = &before.prepared.theme;
    if !looks.iter().any(|own| Arc::ptr_eq(own, look)) {
        looks.push_back(Arc::clone(look));
    }
    if looks.len() > MOST_LOOKS {
        looks.pop_front();
    }
}

/// Takes down which pages are no longer where they were. A page with the same words, or else the same title, is the same page.
fn note_moves(moved: &mut BTreeMap<Address, Moved>, before: &Showing, now: &Showing) {
    let (old, new) = (&before.prepared.site.pages, &now.prepared.site.pages);
    if old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.address == new.address) {
        return;
    }
    let old_places: BTreeSet<&Address> = old.iter().map(|page| &page.address).collect();
    let new_places: BTreeSet<&Address> = new.iter().map(|page| &page.address).collect();
    moved.retain(|address, _| !new_places.contains(address));
    let text = |showing: &Showing, page: &Page| showing.prepared.inputs.sources.file(page.file).text().clone();
    let came: Vec<&Page> = new.iter().filter(|page| !old_places.contains(&page.address)).collect();
    for gone in old.iter().filter(|page| !new_places.contains(&page.address)) {
        let words = text(before, gone);
        let same_words = came.iter().find(|page| text(now, page) == words);
        let same = same_words.or_else(|| came.iter().find(|page| page.title == gone.title));
        let place = same.map_or(Moved::Gone, |page| Moved::To(page.address.clone()));
        moved.insert(gone.address.clone(), place);
    }
}
