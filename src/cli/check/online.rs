//! `--online`: outside links are asked for, and what was answered is kept for the next time.

#[cfg(feature = "online")]
pub(super) use with_network::ask;

#[cfg(not(feature = "online"))]
pub(super) fn ask(_: &super::Place, _: &mut crate::build::Build, _: Option<jiff::civil::Date>) {
    crate::cli::terminal::tell("This welcomemat was built without `--online`: outside links were not asked for.\n\n");
}

#[cfg(feature = "online")]
mod with_network {
    use jiff::civil::Date;

    use crate::build::Build;
    use crate::check::outside;
    use crate::cli::place::{self, Place};
    use crate::cli::progress::{Quiet, while_working};
    use crate::online::{self, Asker, Known, Patience};
    use crate::output::keep;
    use crate::source::{DiskFiles, Files as _};

    /// Asks for every outside link, and adds what is wrong to the findings.
    pub(in crate::cli::check) fn ask(place: &Place, build: &mut Build, today: Option<Date>) {
        let files = DiskFiles::new(&place.root);
        let links = outside::links(&build.site);
        let today = place::today(today).in_zone_of(&build.site);
        let mut known = files.kept(Known::NAME).map(|file| Known::read(&file)).unwrap_or_default();
        let asker = Asker::new(Patience::default());
        let addresses = outside::addresses(&links);
        let answers =
            while_working("Asking outside links …", Quiet::No, || online::ask(&addresses, &mut known, today, &asker));
        let mut found = outside::tell(&links, &answers);
        crate::check::opinion::apply(&build.site, &build.sources, &mut found);
        build.findings.append(found);
        build.findings.sort(&build.sources);
        if !addresses.is_empty() {
            keep::keep(&place.root, Known::NAME, known.file().as_bytes());
        }
    }
}
