//! The whole way once through: load → read → model → render → check → write.

mod memory;
mod opening;
mod order;
mod team;
mod world;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::address::Address;
use crate::check;
use crate::check::Looked;
use crate::check::links::Defined;
use crate::check::needs::Score;
use crate::diagnostic::{Diagnostic, FileId, Findings, Sources, codes};
use crate::pictures::Emblem;
use crate::print::{self, Pdf, Press};
use crate::publish::fingerprint::{self, Version};
use crate::publish::{guard, hosts, ics, live, vcard};
use crate::render::pictures::{self, Work};
use crate::render::shelf::{Remembered, Shelf};
use crate::render::theme::Theme;
use crate::render::{self, Backstage, Content, Edition, Output, Papers};
use crate::site::{self, Site};
use crate::source::{Files, Inputs, Layout};
pub use memory::{Memory, keepsakes};
use memory::{dress, emblem_of, pictures_of, recall};
use opening::{Dress, Opened};
pub use order::{Marks, Order, Staff, Today};
pub use team::staff_edition;

/// What a build made, whether or not it may be published.
#[derive(Debug)]
pub struct Build {
    /// Every text read, for showing findings.
    pub sources: Sources,
    /// All findings, in reading order.
    pub findings: Findings,
    /// The site.
    pub site: Site,
    /// Everything to publish.
    pub output: Output,
    /// The icon and the card; absent where nothing can draw them.
    pub emblem: Option<Arc<Emblem>>,
    /// What a look over the site says, for the staff edition; absent where there is none.
    pub looked: Option<Looked>,
}

/// Builds the site that `files` hold. Nothing is written.
pub fn build(files: &dyn Files, layout: Layout, folder_name: &str, order: impl Into<Order>) -> Build {
    build_again(files, layout, folder_name, order, &mut Memory::default())
}

/// The same, taking from `memory` whatever has not changed since. Where it remembers the pages of an earlier build, those that would be made
/// of the same are left as they stand.
pub fn build_again(
    files: &dyn Files,
    layout: Layout,
    folder_name: &str,
    order: impl Into<Order>,
    memory: &mut Memory,
) -> Build {
    let order = order.into();
    let prepared = prepare(files, layout, folder_name, order, memory);
    let has_staff = order.staff == Staff::Wanted && prepared.has_staff_pages();
    let look = || has_staff.then(|| prepared.look_over());
    let (made, looked) = prepared.finish_beside(look);
    Build { looked, ..prepared.into_build(made) }
}

/// A site read and assembled, with its theme: every page can be made of it. What is wrong only with what is made is not known yet.
pub struct Prepared {
    /// Everything that was read.
    pub inputs: Inputs,
    /// The site.
    pub site: Site,
    /// Its looks.
    pub theme: Arc<Theme>,
    /// The icon and the card; absent where nothing can draw them.
    pub emblem: Option<Arc<Emblem>>,
    /// The day it is made for.
    pub today: Date,
    /// Whether PDFs are made.
    pub pdf: Pdf,
    /// Whether pictures are made.
    pub pictures: Work,
    /// Its version.
    pub version: Version,
    /// The version as every page shows it; absent when it covers nothing.
    shown: Option<String>,
    /// Where the papers are; absent when there is nothing to bind.
    papers: Option<Papers>,
    /// What is known to be wrong.
    pub findings: Findings,
    /// What the looks are made of.
    theme_key: blake3::Hash,
    /// Whoever remembers the pages of an earlier build; absent where that is not worth the while.
    remembered: Option<Arc<dyn Remembered>>,
    #[cfg(feature = "pdf")]
    kept_pdfs: Arc<print::KeptPdfs>,
}

/// Reads and assembles a site, taking from `memory` whatever has not changed since.
///
/// A first preparation is one with nothing to remember; the result is the same.
pub fn prepare(
    files: &dyn Files,
    layout: Layout,
    folder_name: &str,
    order: impl Into<Order>,
    memory: &mut Memory,
) -> Prepared {
    let Order { today, pdf, pictures, .. } = order.into();
    #[cfg(feature = "pdf")]
    let kept_pdfs = Arc::clone(&memory.pdfs);
    let remembered = memory.remembered.clone();
    let Memory { source, site, theme, emblem, .. } = memory;
    let wanted = if theme.is_none() { Dress::Fresh } else { Dress::Kept };
    let opened = opening::open(files, layout, folder_name, (source, site), wanted);
    let Opened { inputs, site, mut findings, theme: fresh } = opened;
    let (kept, version) = rayon::join(|| dress(&site, &inputs, fresh, theme), || fingerprint::version(&site));
    let emblem = emblem_of(&site, &kept.theme, emblem);
    recall(pictures_of(&site, emblem.as_deref()), files);
    findings.append(kept.findings.clone());
    let shown = (!version.documents.is_empty()).then(|| version.shown());
    let papers = print::papers(&site, pdf);
    let (today, theme) = (today.in_zone_of(&site), Arc::clone(&kept.theme));
    let is_large = site.pages.len() >= site::LARGE;
    Prepared {
        theme_key: kept.key,
        remembered: remembered.filter(|_| is_large),
        today,
        pdf,
        pictures,
        theme,
        emblem,
        inputs,
        site,
        version,
        shown,
        papers,
        findings,
        #[cfg(feature = "pdf")]
        kept_pdfs,
    }
}

impl Prepared {
    /// Makes everything, and finds everything.
    #[must_use]
    pub fn finish(&self) -> (Output, Findings) {
        self.finish_beside(|| ()).0
    }

    /// The same, with other work on the site beside it, which fills the gaps.
    fn finish_beside<R: Send>(&self, work: impl FnOnce() -> R + Send) -> ((Output, Findings), R) {
        let (site, sources) = (&self.site, &self.inputs.sources);
        let mut findings = self.findings.clone();
        let backstage = Backstage::of(site);
        // Where nothing is remembered, this can wait until the pages are there.
        let needed = OnceLock::new();
        let needed = || needed.get_or_init(|| check::links::pages_with_wanted_ids(site));
        let render = || {
            let shelf = self.remembered.as_deref().map(|remembered| self.shelf(remembered, needed()));
            render::render(site, &self.theme, Edition { shelf, ..self.edition(Marks::Absent) }, &backstage)
        };
        let on_screen = || rayon::join(render, || self.make_pictures(sources));
        let small = || rayon::join(|| self.small_files(), || check::facts_and_days(site, self.today, &self.findings));
        // What is told apart into the smallest pieces comes last: it is taken up by whoever has nothing else to do.
        let beside = || rayon::join(|| self.pack(&backstage), || rayon::join(small, work));
        let (((mut output, found), made), ((pack, told), ((small, held), done))) = rayon::join(on_screen, beside);
        [found, made.findings.clone(), told, held].into_iter().for_each(|found| findings.append(found));
        pictures::add(made, &mut output);
        output.append(pack);
        output.append(small);
        hosts::add(site, &mut output);
        let (shown, led) =
            rayon::join(|| guard::check(site, sources, &output), || check_links(site, &output, needed()));
        findings.append(shown);
        findings.append(led);
        check::opinion::apply(site, sources, &mut findings);
        tell_address(site, self.inputs.business, &mut findings);
        findings.sort(sources);
        ((output, findings), done)
    }

    fn make_pictures(&self, sources: &Sources) -> pictures::Made {
        let emblem = self.emblem.as_deref();
        let draw = || pictures::draw(emblem.filter(|_| self.pictures == Work::Make));
        let (made, drawn) = rayon::join(|| pictures::make(&self.site, sources, self.pictures), draw);
        pictures::Made { drawn, ..made }
    }

    fn into_build(self, (output, findings): (Output, Findings)) -> Build {
        let sources = self.inputs.sources;
        // Nobody waits for the templates to be taken apart.
        rayon::spawn(move || drop(self.theme));
        Build { sources, findings, site: self.site, output, emblem: self.emblem, looked: None }
    }

    /// One page alone, byte for byte as [`Prepared::finish`] makes it but for the marks.
    #[must_use]
    pub fn page(&self, address: &Address, marks: Marks) -> Option<(Content, Findings)> {
        render::page(&self.site, &self.theme, self.edition(marks), address)
    }

    fn look_over(&self) -> Looked {
        check::look_over(&self.site, self.today, &self.findings)
    }

    /// The welcome pack: its paged pages, and its PDFs if they are wanted.
    fn pack(&self, backstage: &Backstage<'_>) -> (Output, Findings) {
        let press = Press::new(&self.site, &self.theme, (self.today, &self.version), backstage);
        let pages = || {
            let mut output = Output::new();
            let findings = press.add_pages(&mut output);
            (output, findings)
        };
        // Nothing takes as long as the PDFs: they are begun first.
        let ((others, told), (mut output, mut findings)) = rayon::join(|| self.pdfs(&press), pages);
        output.append(others);
        findings.append(told);
        (output, findings)
    }

    /// The PDFs, if they are wanted. Where no engine measures the pages, their lines are counted.
    fn pdfs(&self, press: &Press<'_>) -> (Output, Findings) {
        match self.pdf.possible() {
            #[cfg(feature = "pdf")]
            Pdf::Make => {
                let mut output = Output::new();
                let findings = press.add_pdfs(&self.inputs.sources, &self.kept_pdfs, &mut output);
                (output, findings)
            }
            _ => (Output::new(), press.count_lines()),
        }
    }

    /// Files that are neither pages nor of the theme and need no other file to be made.
    fn small_files(&self) -> Output {
        let (site, theme) = (&self.site, &self.theme);
        let mut output = Output::new();
        output.insert(Address::new("version.json"), Content::text(self.version.json()));
        ics::add(site, &theme.labels, self.today, &mut output);
        vcard::add(site, &theme.labels, &mut output);
        live::add(site, theme, self.today, &mut output);
        output
    }

    /// The files that pages ask for, without the pages: looks, pictures, live data.
    #[must_use]
    pub fn beside_pages(&self) -> Output {
        let mut output = self.small_files();
        render::add_files(&self.site, &self.theme, &mut output);
        output
    }

    /// A picture that has to be made before it can be shown.
    #[must_use]
    pub fn picture(&self, address: &Address) -> Option<Arc<[u8]>> {
        pictures_of(&self.site, self.emblem.as_deref()).iter().find_map(|picture| picture.file(address))
    }

    /// What is wrong with some pages, rendered: links, the guard, the theme. All that [`Prepared::finish`] would find on them alone.
    #[must_use]
    pub fn judge(&self, pages: &BTreeSet<Address>) -> Findings {
        let mut findings = Findings::new();
        let mut output = Output::new();
        for page in self.site.pages.iter().filter(|page| pages.contains(&page.address)) {
            let Some((content, found)) = self.page(&page.address, Marks::Absent) else { continue };
            findings.append(found);
            output.insert(page.address.clone(), content);
            findings.append(check::links::check_page(&self.site, page, |wanted| self.ids_of(wanted)));
        }
        findings.append(guard::check(&self.site, &self.inputs.sources, &output));
        findings.sort(&self.inputs.sources);
        findings
    }

    /// What [`Prepared::finish`] found, with what a look over the site says.
    #[must_use]
    pub fn looked_over(&self, found: &Findings) -> Findings {
        all_told(&self.site, &self.inputs.sources, found, &self.look_over())
    }

    fn ids_of(&self, wanted: &BTreeSet<Address>) -> Defined {
        let page = |address: &Address| Some((address.clone(), print::ids(&self.page(address, Marks::Absent)?.0)));
        wanted.iter().filter_map(page).collect()
    }

    fn edition(&self, marks: Marks) -> Edition<'_> {
        let marks = (marks == Marks::Shown).then_some(&self.inputs.sources);
        Edition {
            today: self.today,
            version: self.shown.as_deref(),
            papers: self.papers.as_ref(),
            emblem: self.emblem.as_deref(),
            marks,
            shelf: None,
        }
    }

    /// Where pages of an earlier build are looked for. Those in `needed` are made whatever is remembered.
    fn shelf<'p>(&'p self, remembered: &'p dyn Remembered, needed: &'p BTreeSet<Address>) -> Shelf<'p> {
        let world = world::hash(&self.site, &self.inputs, &self.edition(Marks::Absent), self.theme_key);
        Shelf { world, sources: &self.inputs.sources, remembered, needed }
    }
}

/// A build that was looked over as well.
#[derive(Debug)]
pub struct Checked {
    /// The build, its findings with those of every check.
    pub build: Build,
    /// How the site stands with what clients need.
    pub score: Score,
}

/// Builds a site and looks it over. Nothing is written.
pub fn check(files: &dyn Files, layout: Layout, folder_name: &str, today: Today) -> Checked {
    let order = Order { pictures: Work::Judge, ..Order::from(today) };
    let prepared = prepare(files, layout, folder_name, order, &mut Memory::default());
    let (made, looked) = prepared.finish_beside(|| prepared.look_over());
    let mut build = prepared.into_build(made);
    build.findings = build.findings_with(&looked);
    Checked { build, score: looked.score }
}

impl Build {
    /// What the build found, with what a look over the site says.
    #[must_use]
    pub fn findings_with(&self, looked: &Looked) -> Findings {
        all_told(&self.site, &self.sources, &self.findings, looked)
    }
}

fn all_told(site: &Site, sources: &Sources, found: &Findings, looked: &Looked) -> Findings {
    let mut findings = found.clone();
    findings.append(looked.findings.clone());
    check::opinion::apply(site, sources, &mut findings);
    findings.sort(sources);
    findings
}

fn tell_address(site: &Site, business: Option<FileId>, findings: &mut Findings) {
    // Whoever has mistakes to mend needs no advice yet, and the address may be what could not be read.
    if site.business.url.is_none() && site.layout == Layout::Site && !findings.has_errors() {
        let message = "The site does not know its own address yet. Everything works without it.";
        let help = "When you know where it will be, add `url = \"https://…\"` to `[business]` in `business.toml`.";
        let finding = Diagnostic::new(&codes::site::NO_ADDRESS, message).help(help);
        findings.push(business.map_or(finding.clone(), |file| finding.at(file)));
    }
}

/// Links that lead nowhere on finished pages.
fn check_links(site: &Site, output: &Output, wanted: &BTreeSet<Address>) -> Findings {
    let mut findings = Findings::new();
    let defined = defined(output, wanted);
    check::links::check(site, &defined, &mut findings);
    findings
}

/// The ids that the wanted pages define.
#[must_use]
pub fn defined(output: &Output, wanted: &BTreeSet<Address>) -> Defined {
    let wanted: Vec<&Address> = wanted.iter().collect();
    let ids = wanted.into_par_iter().filter_map(|address| Some((address.clone(), print::ids(output.get(address)?))));
    ids.collect()
}
