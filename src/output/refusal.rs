//! What is said about files in the output that are not ours.

use super::Destination;
use crate::address::Address;
use crate::diagnostic::{Diagnostic, codes};

/// A file or folder (`kind`) of somebody else lies where ours has to go.
pub(super) fn foreign(destination: &Destination, path: &str, kind: &str) -> Diagnostic {
    let message = format!("`{}` is a {kind} that no build made, and a page has to go there.", destination.name(path));
    let help = "Move it away or delete it, then build again. Nothing was changed.";
    Diagnostic::new(&codes::output::FOREIGN_FILE, message).help(help)
}

/// A file of ours has other bytes now.
pub(super) fn changed(destination: &Destination, address: &Address) -> Diagnostic {
    let message = format!("`{}` was changed after it was built.", destination.name(address.as_str()));
    let help = "Make the change in `content`, where it lasts. Then move this file away or delete it, and build again. \
                Nothing was changed.";
    Diagnostic::new(&codes::output::CHANGED, message).help(help)
}

/// A link where a folder or file of ours has to go.
pub(super) fn linked(destination: &Destination, path: &str) -> Diagnostic {
    let name = destination.name(path);
    let message = format!("`{name}` is a link to a place elsewhere, and we write only into the output folder.");
    let help = "Delete the link, then build again. Nothing was changed.";
    Diagnostic::new(&codes::output::LINKED, message).help(help)
}

/// A stale file that somebody has changed.
pub(super) fn kept(destination: &Destination, address: &Address) -> Diagnostic {
    let name = destination.name(address.as_str());
    let message = format!("`{name}` is no longer part of the site, but was changed by hand and so left where it is.");
    Diagnostic::new(&codes::output::KEPT, message).help("Delete it if you do not need it, so that no client finds it.")
}
