//! What the system says about changes. It may say too much, too little or nothing; whoever listens looks for himself.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::shop::Errand;
use crate::source::Layout;

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watching {
    /// The system tells us, and we look around now and then.
    Told,
    /// We look around each second: for folders of which no system tells anything, and for tests.
    Looking,
}

/// The system's watcher over a site's folder.
pub struct Watch {
    root: PathBuf,
    layout: Layout,
    watcher: Option<RecommendedWatcher>,
    /// The folders watched with all that is in them, as long as they are.
    deep: Vec<(PathBuf, bool)>,
}

impl Watch {
    /// Begins to watch. Where a system cannot, only looking around is left.
    pub(super) fn begin(root: &Path, layout: Layout, watching: Watching, heard: Sender<Errand>) -> Self {
        let tell = move |event: notify::Result<notify::Event>| {
            let errand = match event {
                // Linux also tells of plain reads, our own among them: they would make us read for ever.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) if event.need_rescan() => Errand::LookAround,
                Ok(event) => Errand::Touched(event.paths),
                Err(_) => Errand::LookAround,
            };
            heard.send(errand).ok();
        };
        let watcher = match watching {
            Watching::Told => notify::recommended_watcher(tell).ok(),
            Watching::Looking => None,
        };
        let deep = match layout {
            Layout::Site => vec![(root.join("content"), false), (root.join("themes"), false)],
            Layout::Handbook => vec![(root.to_owned(), false)],
        };
        let mut watch = Watch { root: root.to_owned(), layout, watcher, deep };
        watch.look_at_the_top();
        watch.keep_up();
        watch
    }

    /// Whether the system tells us nothing.
    pub(super) fn is_blind(&self) -> bool {
        self.watcher.is_none()
    }

    /// A watched folder that went and came back is another folder: it has to be watched anew.
    pub(super) fn notice(&mut self, places: &[PathBuf]) {
        let came_or_went = |folder: &PathBuf| places.contains(folder);
        for (folder, is_watched) in &mut self.deep {
            if came_or_went(folder) && folder.as_path() != self.root {
                *is_watched = false;
            }
        }
        self.keep_up();
    }

    /// Watches what is there and not watched yet.
    pub(super) fn keep_up(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        for (folder, is_watched) in self.deep.iter_mut().filter(|(_, is_watched)| !is_watched) {
            watcher.unwatch(folder).ok();
            *is_watched = watcher.watch(folder, RecursiveMode::Recursive).is_ok();
        }
    }

    /// The site's folder itself, so that a `content` that comes back is noticed.
    fn look_at_the_top(&mut self) {
        if let (Some(watcher), Layout::Site) = (&mut self.watcher, self.layout) {
            watcher.watch(&self.root, RecursiveMode::NonRecursive).ok();
        }
    }
}
