//! Where the site is made again: one thread that hears what changed, and one that does whole builds when nobody waits.
//!
//! Both survive anything: a fault in our own code leaves the last good site on the board and everything forgotten that was remembered.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::Date;

use super::board::Board;
use super::showing::Showing;
use super::watch::{Watch, Watching};
use crate::address::Address;
use crate::build::{self, Memory, Order, Prepared, Today};
use crate::diagnostic::Findings;
use crate::output::keep;
use crate::print::Pdf;
use crate::source::{Changed, Files, Layout, Snapshot};

/// Editors save in several steps. When nothing more comes for so long, they are done.
const QUIET: Duration = Duration::from_millis(10);
/// Nobody waits longer than this because others keep saving.
const CEILING: Duration = Duration::from_millis(100);
/// Between two looks around, at the least.
const LOOK: Duration = Duration::from_secs(1);
/// While the system tells us of changes, looking around may take one part in so many of our time.
const LOOKING_SHARE: u32 = 300;
/// More pages than this are not judged before they are shown; the whole build will.
const MOST_JUDGED: usize = 32;
/// From so many pages on, a whole build waits until saving pauses.
const LARGE: usize = 1000;
/// The pause it waits for.
const PAUSE: Duration = Duration::from_millis(400);
/// A look over the site, which says what clients will still ask and whose sentences are hard, waits for a longer one.
const REST: Duration = Duration::from_millis(800);

/// Something to do.
#[derive(Debug)]
pub enum Errand {
    /// The system says that something happened at these places.
    Touched(Vec<PathBuf>),
    /// The system lost count of what happened.
    LookAround,
    /// Shows the site as on this day; without one, as on the day the preview was begun for.
    Show(Option<Date>),
}

/// A site on disk and what its preparation needs to know.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its folder.
    pub root: PathBuf,
    /// How it is laid out.
    pub layout: Layout,
    /// What a business without a name is called.
    pub folder_name: String,
    /// The clock.
    pub now: fn() -> Timestamp,
}

/// Makes a site again and again, with all that it remembers.
pub struct Shop {
    site: Site,
    pdf: Pdf,
    usual: Option<Date>,
    chosen: Option<Date>,
    memory: Memory,
    made: u64,
    board: Arc<Board>,
}

/// Opens the shop: makes the site once, and from then on whenever something changed.
///
/// # Errors
/// When the system gives us no threads.
pub fn open(site: Site, today: Option<Date>, watching: Watching, board: Arc<Board>) -> std::io::Result<Sender<Errand>> {
    let (errands, waiting) = mpsc::channel();
    let (finished, to_finish) = mpsc::channel();
    let (late_board, root) = (Arc::clone(&board), site.root.clone());
    std::thread::Builder::new()
        .name("whole-builds".into())
        .spawn(move || finish_each(&to_finish, &late_board, &root))?;
    let heard = errands.clone();
    std::thread::Builder::new().name("shop".into()).spawn(move || {
        let watch = Watch::begin(&site.root, site.layout, watching, heard);
        let mut snapshot = Snapshot::take(&site.root, site.layout);
        let mut shop = Shop { pdf: Pdf::Make, ..Shop::new(site, today, board) };
        finished.send(shop.make(&snapshot)).ok();
        shop.work(&mut snapshot, watch, &waiting, &finished);
    })?;
    Ok(errands)
}

impl Shop {
    /// A shop with nothing made yet. It makes no PDFs.
    #[must_use]
    pub fn new(site: Site, today: Option<Date>, board: Arc<Board>) -> Self {
        Shop { site, pdf: Pdf::Skip, usual: today, chosen: today, memory: Memory::default(), made: 0, board }
    }

    /// Prepares the site from its files, judges what is looked at, and puts it up.
    pub fn make(&mut self, files: &dyn Files) -> Arc<Showing> {
        let made = catch_unwind(AssertUnwindSafe(|| self.prepare(files)));
        let (prepared, findings) = made.unwrap_or_else(|_| {
            self.memory = Memory::default();
            self.prepare(files)
        });
        self.made += 1;
        let showing = Arc::new(Showing::new(self.made, prepared));
        self.board.put_up(&showing, &findings);
        showing
    }

    fn prepare(&mut self, files: &dyn Files) -> (Prepared, Findings) {
        let Site { layout, folder_name, .. } = &self.site;
        let order = Order { pdf: self.pdf, ..Order::from(self.today()) };
        let prepared = build::prepare(files, *layout, folder_name, order, &mut self.memory);
        let mut findings = prepared.findings.clone();
        if self.made > 0 && !findings.has_errors() {
            findings.append(prepared.judge(&self.to_be_judged(&prepared)));
        }
        findings.sort(&prepared.inputs.sources);
        (prepared, findings)
    }

    /// What changed, and what is looked at.
    fn to_be_judged(&self, prepared: &Prepared) -> BTreeSet<Address> {
        let mut judged = self.board.viewed();
        let fresh = self.memory.freshly_read();
        if fresh.len() <= MOST_JUDGED {
            let pages = prepared.site.pages.iter();
            judged.extend(pages.filter(|page| fresh.contains(&page.path)).map(|page| page.address.clone()));
        }
        judged
    }

    fn today(&self) -> Today {
        self.chosen.map_or_else(|| Today::At((self.site.now)()), Today::Given)
    }

    fn work(
        &mut self,
        snapshot: &mut Snapshot,
        mut watch: Watch,
        errands: &Receiver<Errand>,
        finished: &Sender<Arc<Showing>>,
    ) {
        let mut pace = watch.pace(Duration::ZERO);
        loop {
            let changed = match errands.recv_timeout(pace) {
                Ok(first) => self.run(gathered(first, errands), snapshot, &mut watch),
                Err(RecvTimeoutError::Timeout) => {
                    let started = Instant::now();
                    watch.keep_up();
                    let changed = snapshot.look_around();
                    pace = watch.pace(started.elapsed());
                    self.with_the_day(changed)
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if changed == Changed::Yes && finished.send(self.make(snapshot)).is_err() {
                return;
            }
        }
    }

    /// Does a few errands at once.
    fn run(&mut self, errands: Vec<Errand>, snapshot: &mut Snapshot, watch: &mut Watch) -> Changed {
        let mut places = Vec::new();
        let mut changed = Changed::No;
        for errand in errands {
            match errand {
                Errand::Touched(touched) => places.extend(touched),
                Errand::LookAround => places.push(self.site.root.clone()),
                Errand::Show(day) => {
                    let wanted = day.or(self.usual);
                    changed = if wanted == self.chosen { changed } else { Changed::Yes };
                    self.chosen = wanted;
                }
            }
        }
        places.sort();
        places.dedup();
        watch.notice(&places);
        if snapshot.look_at(&places) == Changed::Yes { Changed::Yes } else { changed }
    }

    /// At midnight the site changes although no file does.
    fn with_the_day(&self, changed: Changed) -> Changed {
        let shown = self.board.shown();
        let is_over = shown.is_some_and(|shown| self.today().in_zone_of(&shown.prepared.site) != shown.prepared.today);
        if is_over { Changed::Yes } else { changed }
    }
}

impl Watch {
    /// How long to wait until the next look around, when the last one took so long.
    fn pace(&self, last: Duration) -> Duration {
        if self.is_blind() { LOOK } else { LOOK.max(last * LOOKING_SHARE) }
    }
}

/// The first errand and all that come with it.
fn gathered(first: Errand, errands: &Receiver<Errand>) -> Vec<Errand> {
    let began = Instant::now();
    let mut all = vec![first];
    while began.elapsed() < CEILING {
        match errands.recv_timeout(QUIET) {
            Ok(next) => all.push(next),
            Err(_) => break,
        }
    }
    all
}

/// Does the whole build of whatever is newest, on one core, so that the other is free for whoever saves next.
fn finish_each(waiting: &Receiver<Arc<Showing>>, board: &Board, root: &Path) {
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build().ok();
    let mut next = waiting.recv().ok();
    while let Some(mut showing) = next.take() {
        let pause =
            if showing.prepared.site.pages.len() < LARGE || showing.number == 1 { Duration::ZERO } else { PAUSE };
        while let Ok(newer) = waiting.recv_timeout(pause) {
            showing = newer;
        }
        finish(&showing, one_core.as_ref(), board);
        keep::settle(root, &build::keepsakes(&showing.prepared.site, showing.prepared.emblem.as_deref()));
        // When the newest is held back, its forerunner is still what people see, and some of its files may wait for the whole build.
        if let Some(shown) = board.shown().filter(|shown| !shown.is_finished()) {
            finish(&shown, one_core.as_ref(), board);
        }
        next = match waiting.recv_timeout(REST) {
            Ok(newer) => Some(newer),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                look_over(&showing, one_core.as_ref(), board);
                waiting.recv().ok()
            }
        };
    }
}

fn look_over(showing: &Arc<Showing>, one_core: Option<&rayon::ThreadPool>, board: &Board) {
    let look = || match one_core {
        Some(pool) => pool.install(|| showing.looked_over()),
        None => showing.looked_over(),
    };
    if let Ok(Some(findings)) = catch_unwind(AssertUnwindSafe(look)) {
        board.add(showing, &findings);
    }
}

fn finish(showing: &Arc<Showing>, one_core: Option<&rayon::ThreadPool>, board: &Board) {
    let finish = || match one_core {
        Some(pool) => pool.install(|| showing.finish()),
        None => showing.finish(),
    };
    if let Ok(findings) = catch_unwind(AssertUnwindSafe(finish)) {
        board.judge(showing, &findings);
    }
}
