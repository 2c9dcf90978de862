//! One state of the site as it is shown: prepared whole, rendered page by page when somebody looks.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::address::Address;
use crate::build::{Marks, Prepared};
use crate::diagnostic::Findings;
use crate::render::Output;
use crate::staff::{self, FINDINGS};

/// A file may wait so long for the whole build; then it counts as missing.
const PATIENCE: Duration = Duration::from_secs(60);

/// A prepared site and what was made of it so far.
pub struct Showing {
    /// Which one: later ones have larger numbers.
    pub number: u64,
    /// The site.
    pub prepared: Prepared,
    beside: OnceLock<Output>,
    pages: Mutex<BTreeMap<Address, Arc<[u8]>>>,
    finished: watch::Sender<Option<Arc<Output>>>,
    found: OnceLock<Findings>,
    team: OnceLock<Output>,
    team_findings: OnceLock<Output>,
}

impl Showing {
    /// Shows a prepared site.
    #[must_use]
    pub fn new(number: u64, prepared: Prepared) -> Self {
        let (finished, _) = watch::channel(None);
        Showing {
            number,
            prepared,
            beside: OnceLock::new(),
            pages: Mutex::default(),
            finished,
            found: OnceLock::new(),
            team: OnceLock::new(),
            team_findings: OnceLock::new(),
        }
    }

    /// The file at an address, if it is there or can be made at once.
    #[must_use]
    pub fn at_once(&self, address: &Address) -> Option<Arc<[u8]>> {
        if let Some(page) = self.pages.lock().unwrap_or_else(PoisonError::into_inner).get(address) {
            return Some(Arc::clone(page));
        }
        let beside = self.beside.get_or_init(|| self.prepared.beside_pages());
        let bytes: Arc<[u8]> = match beside.get(address) {
            Some(file) => return Some(file.joined().into()),
            // Shown as soon as somebody looks, whatever the whole build is busy with.
            None if self.is_picture(address) => return self.prepared.picture(address),
            None => self.prepared.page(address, Marks::Shown)?.0.joined().into(),
        };
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(address.clone(), Arc::clone(&bytes));
        Some(bytes)
    }

    fn is_picture(&self, address: &Address) -> bool {
        address.folder() == "assets"
    }

    /// The file at an address, out of the whole build, which may still be on its way.
    pub async fn in_the_end(&self, address: &Address) -> Option<Arc<[u8]>> {
        let mut finished = self.finished.subscribe();
        let output = tokio::time::timeout(PATIENCE, finished.wait_for(Option::is_some)).await.ok()?.ok()?;
        Some(output.as_ref()?.get(address)?.joined().into())
    }

    /// Does the whole build, and says what it found.
    pub fn finish(&self) -> Findings {
        let (output, findings) = self.prepared.finish();
        self.found.set(findings.clone()).ok();
        self.finished.send_replace(Some(Arc::new(output)));
        findings
    }

    /// What the whole build found, with what a look over the site says; nothing while it is not done.
    #[must_use]
    pub fn looked_over(&self) -> Option<Findings> {
        Some(self.prepared.looked_over(self.found.get()?))
    }

    /// Waits until the whole build is done, for as long as anybody would.
    pub async fn done(&self) {
        let mut finished = self.finished.subscribe();
        tokio::time::timeout(PATIENCE, finished.wait_for(Option::is_some)).await.ok();
    }

    /// A file of the pages for the business's own people. They are made when somebody asks for one; what the check finds only when
    /// somebody asks for that, once the whole build is done.
    #[must_use]
    pub fn team_file(&self, address: &Address) -> Option<Arc<[u8]>> {
        if !self.prepared.has_staff_pages() {
            return None;
        }
        let team = if address.as_str() == FINDINGS {
            let found = self.found.get()?;
            self.team_findings.get_or_init(|| self.prepared.staff_pages(Some(found)))
        } else {
            self.team.get_or_init(|| self.prepared.staff_pages(None))
        };
        Some(team.get(address)?.joined().into())
    }

    /// Where a page for the business's own people was typed: its file's name as findings call it.
    #[must_use]
    pub fn source_of_team(&self, address: &Address) -> Option<&str> {
        let page = staff::written_as(&self.prepared.site, address)?;
        Some(self.prepared.inputs.sources.file(page.file).name())
    }

    /// Whether the whole build is done.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.finished.borrow().is_some()
    }

    /// Where a page was typed: its file's name as findings call it.
    #[must_use]
    pub fn source_of(&self, address: &Address) -> Option<&str> {
        let page = self.prepared.site.pages.iter().find(|page| page.address == *address)?;
        Some(self.prepared.inputs.sources.file(page.file).name())
    }
}
