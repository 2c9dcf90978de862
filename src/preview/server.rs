//! The server: connections in, files of the map out. The only room that uses the network.

use std::collections::VecDeque;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use axum::extract::{Extension, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use axum::{Router, body};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use jiff::civil::Date;
use serde::Deserialize;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::board::{Board, Moved};
use super::editor::Editor;
use super::gate::{Deed, Gate, Place, Refusal, Shown, Visit};
use super::panel::{self, Brought};
use super::shop::Errand;
use super::showing::Showing;
use super::{Audience, Port, Trouble};
use crate::address::Address;

mod reply;
mod stream;
mod team;

/// Ports tried after a busy one.
const NEXT_PORTS: u16 = 10;
/// Connections held at once. A browser keeps a handful.
const MOST_GUESTS: usize = 256;
/// Whoever has not finished asking by then is not a browser.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes before the body of a request.
const LONGEST_HEAD: usize = 32 << 10;
/// Bytes in the body of a request.
const LONGEST_BODY: usize = 4 << 10;

/// All that answering needs.
pub struct House {
    /// What is shown.
    pub board: Arc<Board>,
    /// Who may ask.
    pub gate: Gate,
    /// What opens files.
    pub editor: Editor,
    /// Where wishes go.
    pub errands: Sender<Errand>,
    /// The site's folder, for the editor alone.
    pub root: PathBuf,
}

/// Listens, and says how many ports were busy before.
pub async fn listen(port: Port, audience: Audience) -> Result<(TcpListener, u16), Trouble> {
    let ip = match audience {
        Audience::ThisComputer => Ipv4Addr::LOCALHOST,
        Audience::Network => Ipv4Addr::UNSPECIFIED,
    };
    let (first, steps) = match port {
        Port::Named(port) => (port, 0),
        Port::From(port) => (port, NEXT_PORTS),
    };
    for step in 0..=steps {
        let port = first.saturating_add(step);
        match TcpListener::bind(SocketAddr::new(IpAddr::V4(ip), port)).await {
            Ok(listener) => return Ok((listener, step)),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(Trouble::System(error)),
        }
    }
    Err(Trouble::Busy(first))
}

/// Answers until somebody ends the program.
pub async fn serve(listener: TcpListener, house: Arc<House>) -> std::io::Result<()> {
    let router = Router::new().fallback(answer).with_state(house);
    let mut guests = Guests::default();
    let end = ended();
    tokio::pin!(end);
    loop {
        tokio::select! {
            () = &mut end => return Ok(()),
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => guests.seat(stream, peer, router.clone()),
                // Out of file handles, or the other side left at once: what is left will be free again.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

/// Ctrl-C, or a system that wants us to end.
async fn ended() {
    #[cfg(unix)]
    {
        let mut term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok();
        let told = async {
            match &mut term {
                Some(term) => drop(term.recv().await),
                None => std::future::pending().await,
            }
        };
        tokio::select! { _ = tokio::signal::ctrl_c() => {}, () = told => {} }
    }
    #[cfg(not(unix))]
    drop(tokio::signal::ctrl_c().await);
}

/// Whoever is connected. When the house is full, whoever never said a word goes first.
#[derive(Default)]
struct Guests {
    seated: VecDeque<Guest>,
}

struct Guest {
    task: AbortHandle,
    spoke: Spoke,
}

/// Whether a connection has asked for anything yet.
#[derive(Clone, Debug, Default)]
struct Spoke(Arc<AtomicBool>);

impl Guests {
    fn seat(&mut self, stream: TcpStream, peer: SocketAddr, router: Router) {
        self.seated.retain(|guest| !guest.task.is_finished());
        if self.seated.len() >= MOST_GUESTS {
            let silent = self.seated.iter().position(|guest| !guest.spoke.0.load(Ordering::Relaxed));
            let Some(guest) = silent.and_then(|at| self.seated.remove(at)) else { return };
            guest.task.abort();
        }
        let spoke = Spoke::default();
        let router = router.layer(Extension(peer)).layer(Extension(spoke.clone()));
        stream.set_nodelay(true).ok();
        let task = tokio::spawn(async move {
            let mut http = hyper::server::conn::http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(LONGEST_HEAD);
            http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)).await.ok();
        });
        self.seated.push_back(Guest { task: task.abort_handle(), spoke });
    }
}

async fn answer(
    State(house): State<Arc<House>>,
    Extension(peer): Extension<SocketAddr>,
    Extension(spoke): Extension<Spoke>,
    request: Request,
) -> Response {
    spoke.0.store(true, Ordering::Relaxed);
    let (head, body) = request.into_parts();
    let text = |name| head.headers.get(name).and_then(|value: &header::HeaderValue| value.to_str().ok());
    let host = text(header::HOST);
    let shown = Shown { peer, host, origin: text(header::ORIGIN), from: text(SEC_FETCH_SITE), path: head.uri.path() };
    // A request that names a whole address must mean the host it is sent to.
    let is_elsewhere = head.uri.authority().is_some_and(|authority| Some(authority.as_str()) != host);
    let visit = match house.gate.admit(shown) {
        _ if is_elsewhere => return reply::refused(Refusal::Odd),
        // An origin that cannot be read is not ours.
        _ if head.headers.contains_key(header::ORIGIN) && shown.origin.is_none() => {
            return reply::refused(Refusal::Forbidden);
        }
        Ok(visit) => visit,
        Err(refusal) => return reply::refused(refusal),
    };
    let may_look = matches!(head.method, Method::GET | Method::HEAD);
    match &visit.place {
        Place::Ours(name) => {
            let secret = secret(head.uri.query(), &head.headers);
            let caller = Caller { shown, secret, method: &head.method };
            ours(&house, name, caller, body).await
        }
        Place::Site(address) if may_look => site_file(&house, &visit, address).await,
        Place::Site(_) => reply::plain(StatusCode::METHOD_NOT_ALLOWED, "This address can only be looked at."),
    }
}

const SEC_FETCH_SITE: header::HeaderName = header::HeaderName::from_static("sec-fetch-site");
const SECRET: &str = "x-welcomemat-secret";

/// Whoever asks for one of our own.
struct Caller<'r> {
    shown: Shown<'r>,
    secret: Option<&'r str>,
    method: &'r Method,
}

/// The secret in a header, or for the stream of events, which can send none, in the query.
fn secret<'r>(query: Option<&'r str>, headers: &'r HeaderMap) -> Option<&'r str> {
    let in_header = headers.get(SECRET).and_then(|value| value.to_str().ok());
    in_header.or_else(|| query?.split('&').find_map(|pair| pair.strip_prefix("secret=")))
}

async fn ours(house: &Arc<House>, name: &str, caller: Caller<'_>, body: body::Body) -> Response {
    let may_look = matches!(*caller.method, Method::GET | Method::HEAD);
    if let Some((kind, bytes)) = panel::file(name).filter(|_| may_look) {
        return reply::file(StatusCode::OK, kind, bytes.to_vec());
    }
    if let Some(rest) = name.strip_prefix(team::TEAM).filter(|_| may_look) {
        return team::team(house, rest, caller).await;
    }
    let know = |deed| house.gate.know(caller.shown, caller.secret, deed);
    match (name, caller.method) {
        ("events", &Method::GET) => match know(Deed::Asks) {
            Ok(()) => stream::events(&house.board),
            Err(refusal) => reply::refused(refusal),
        },
        ("state", &Method::GET) => match know(Deed::Asks) {
            Ok(()) => reply::file(StatusCode::OK, "application/json", house.board.report().json().into_bytes()),
            Err(refusal) => reply::refused(refusal),
        },
        ("act", &Method::POST) => match know(Deed::Acts) {
            Ok(()) => act(house, body).await,
            Err(refusal) => reply::refused(refusal),
        },
        _ => reply::plain(StatusCode::NOT_FOUND, "There is nothing here."),
    }
}

/// What the panel may ask to be done.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
enum Deeds {
    /// Opens a file of the site in the editor.
    Open { file: String, line: u32 },
    /// Shows the site as on a day; without one, as today.
    Show { day: Option<String> },
}

async fn act(house: &Arc<House>, body: body::Body) -> Response {
    let odd = || reply::plain(StatusCode::BAD_REQUEST, "That is nothing this preview can do.");
    let Ok(bytes) = body::to_bytes(body, LONGEST_BODY).await else { return odd() };
    match serde_json::from_slice(&bytes) {
        Ok(Deeds::Open { file, line }) => open(house, &file, line),
        Ok(Deeds::Show { day }) => match day.map(|day| day.parse::<Date>()).transpose() {
            Ok(day) => {
                house.errands.send(Errand::Show(day)).ok();
                reply::plain(StatusCode::OK, "")
            }
            Err(_) => odd(),
        },
        Err(_) => odd(),
    }
}

/// Opens a file, if the site was read from one of that name.
fn open(house: &House, file: &str, line: u32) -> Response {
    let shown = house.board.shown();
    let is_read = shown.is_some_and(|it| it.prepared.inputs.sources.iter().any(|(_, own)| own.name() == file));
    let is_named = house.board.report().findings.iter().any(|finding| finding.file.as_deref() == Some(file));
    if !is_read && !is_named {
        return reply::plain(StatusCode::NOT_FOUND, "The site has no such file.");
    }
    match house.editor.open(&house.root.join(file), line.max(1)) {
        Ok(()) => reply::plain(StatusCode::OK, ""),
        Err(_) => reply::plain(
            StatusCode::CONFLICT,
            "The editor could not be started. Name one with `welcomemat preview --editor COMMAND`.",
        ),
    }
}

async fn site_file(house: &Arc<House>, visit: &Visit, address: &Address) -> Response {
    let mut news = house.board.listen();
    news.wait_for(|count| *count > 0).await.ok();
    let Some(showing) = house.board.shown() else {
        return reply::plain(StatusCode::SERVICE_UNAVAILABLE, "The site is still being made.");
    };
    let team = team::way(house);
    let brought = Brought {
        prefix: &visit.prefix,
        secret: &house.gate.secrets.panel,
        source: showing.source_of(address),
        shown: showing.number,
        outside: &showing.prepared.site.outside,
        team: team.as_deref(),
        moved: None,
    };
    match find(house, &showing, address).await {
        Some(bytes) => {
            if is_page(address) {
                house.board.view(address);
            }
            reply::found(StatusCode::OK, address, &bytes, brought)
        }
        None => missing(house, &showing, address, brought).await,
    }
}

/// The file at an address. Pages are rendered off the threads that answer.
///
/// Only what the newest site needs is built whole: whoever waits for a build that nobody will do any more goes on to the next.
async fn find(house: &House, showing: &Arc<Showing>, address: &Address) -> Option<Arc<[u8]>> {
    let mut news = house.board.listen();
    let mut showing = Arc::clone(showing);
    loop {
        let (here, place) = (Arc::clone(&showing), address.clone());
        let at_once = tokio::task::spawn_blocking(move || here.at_once(&place)).await.ok().flatten();
        let found = at_once.or_else(|| Some(house.board.former_look(address)?.joined().into()));
        if found.is_some() {
            return found;
        }
        tokio::select! {
            bytes = showing.in_the_end(address) => return bytes,
            newer = other_than(showing.number, &house.board, &mut news) => showing = newer,
        }
    }
}

/// Waits until another state is shown.
async fn other_than(number: u64, board: &Board, news: &mut watch::Receiver<u64>) -> Arc<Showing> {
    loop {
        if let Some(shown) = board.shown().filter(|shown| shown.number != number) {
            return shown;
        }
        if news.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// The site's own page for what is missing, with where it went.
async fn missing(house: &House, showing: &Arc<Showing>, address: &Address, brought: Brought<'_>) -> Response {
    let with_end = Address::new(&format!("{address}.html"));
    let may_have_end = !address.file_name().contains('.') && !address.file_name().is_empty();
    if may_have_end && showing.prepared.site.pages.iter().any(|page| page.address == with_end) {
        return reply::elsewhere(&crate::address::encoded(with_end.file_name()));
    }
    let moved = match house.board.moved(address) {
        Some(Moved::To(place)) => Some(format!("{}/{}", brought.prefix, crate::address::encoded(place.as_str()))),
        Some(Moved::Gone) => Some(String::new()),
        None => None,
    };
    let page = Address::new("404.html");
    let bytes = find(house, showing, &page).await.unwrap_or_else(|| Arc::from(&b""[..]));
    reply::found(StatusCode::NOT_FOUND, &page, &bytes, Brought { moved: moved.as_deref(), ..brought })
}

/// Whether a file is a page that people look at.
fn is_page(address: &Address) -> bool {
    address.as_str().ends_with(".html")
}
