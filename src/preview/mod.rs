//! The live preview: every save as clients will see it, a moment later.
//!
//! 1. The system, or a look around once a second, says that something changed ([`watch`]).
//! 2. The [`shop`] prepares the site again, with most of it remembered, and judges the pages that are looked at.
//! 3. What is fit to be seen goes on the [`board`]; what is not leaves the last good site there, and says what is wrong.
//! 4. Browsers hear of it, fetch their page and patch it in place ([`server`], `assets/`). Pages are rendered when they are asked for.
//! 5. Off everybody's way the whole build is done and judged; its verdict goes on the board as well.
//!
//! All steps are those of [`crate::build`], so what is served equals a clean build, byte for byte: but for the one script, and
//! the marks that say where each block was typed.
//!
//! Deliberately absent: files written, flags that say what is out of date, and a path joined from what a browser asks for. What is served
//! comes out of a map.

mod board;
mod editor;
mod gate;
mod lan;
mod panel;
mod report;
mod server;
mod shop;
mod showing;
mod watch;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

pub use board::Board;
pub use editor::{Editor, open_in_browser};
pub use shop::{Errand, Shop, Site};
pub use watch::Watching;

use crate::source::Layout;

/// What a preview is asked to do.
pub struct Wishes {
    /// The site's folder.
    pub root: PathBuf,
    /// How it is laid out.
    pub layout: Layout,
    /// What a business without a name is called.
    pub folder_name: String,
    /// The day to show; without one, whichever it is.
    pub today: Option<Date>,
    /// The clock.
    pub now: fn() -> Timestamp,
    /// Where to listen.
    pub port: Port,
    /// Who may look.
    pub audience: Audience,
    /// What opens files.
    pub editor: Editor,
    /// How changes are noticed.
    pub watching: Watching,
}

/// The port to listen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// This one, or none.
    Named(u16),
    /// This one, or one of the next.
    From(u16),
}

/// Who may look at a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Only this computer.
    ThisComputer,
    /// Also whoever has the address with its secret part.
    Network,
}

/// A preview that listens.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it is seen on this computer.
    pub address: String,
    /// Where others see it, if they may, and the same as a picture for a phone's camera.
    pub for_others: Option<(String, String)>,
    /// How many ports were busy before this one.
    pub busy: u16,
}

/// Why a preview could not begin.
#[derive(Debug)]
pub enum Trouble {
    /// Another program listens on the port.
    Busy(u16),
    /// What the system said.
    System(std::io::Error),
}

/// Shows a site until somebody ends it with Ctrl-C. `opened` is called once, when it can be looked at.
///
/// # Errors
/// When it cannot listen.
pub fn run(wishes: Wishes, opened: impl FnOnce(&Opened)) -> Result<(), Trouble> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(Trouble::System)?;
    let (listener, busy) = runtime.block_on(server::listen(wishes.port, wishes.audience))?;
    let port = listener.local_addr().map_err(Trouble::System)?.port();
    let secrets = gate::Secrets::draw().map_err(Trouble::System)?;
    let neighbour = (wishes.audience == Audience::Network).then(lan::own_address).flatten();
    let gate = gate::Gate::new(port, neighbour, secrets);
    let said = Opened {
        address: format!("http://127.0.0.1:{port}/"),
        for_others: neighbour
            .map(|ip| gate.address_for_others(SocketAddr::new(ip, port)))
            .map(|it| (lan::picture(&it), it))
            .map(|(picture, address)| (address, picture)),
        busy,
    };
    let board = Arc::new(Board::new());
    let Wishes { root, layout, folder_name, today, now, editor, watching, .. } = wishes;
    let site = Site { root: root.clone(), layout, folder_name, now };
    let errands = shop::open(site, today, watching, Arc::clone(&board)).map_err(Trouble::System)?;
    let house = server::House { board, gate, editor, errands, root };
    opened(&said);
    let ended = runtime.block_on(server::serve(listener, Arc::new(house)));
    // Whoever still listens to the stream of events would be waited for.
    runtime.shutdown_background();
    ended.map_err(Trouble::System)
}
