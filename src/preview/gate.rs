//! Who may ask, and for what: judged from the request alone, before anything is looked up.
//!
//! Every web page in the owner's browser can send requests to this computer, and names on the internet can be pointed at it. So:
//! only our own host names are answered, anything that acts or tells what is wrong needs the same origin and a secret, and other computers
//! need a secret in the address. A path is one of the addresses of the site or it is nothing.

use std::net::{IpAddr, SocketAddr};

use crate::address::Address;

/// Longer paths than this are nobody's.
const LONGEST: usize = 2048;

/// The secrets of one run.
#[derive(Clone, Debug)]
pub struct Secrets {
    /// What our own script shows with everything it asks for.
    pub panel: String,
    /// The part of the address that others need.
    pub others: String,
}

impl Secrets {
    /// Draws new ones: 128 bits each.
    ///
    /// # Errors
    /// When the system has no chance to give.
    pub fn draw() -> std::io::Result<Self> {
        Ok(Secrets { panel: secret()?, others: secret()? })
    }
}

fn secret() -> std::io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The gate of one preview.
#[derive(Clone, Debug)]
pub struct Gate {
    hosts: Vec<String>,
    /// The secrets.
    pub secrets: Secrets,
    is_open_to_others: bool,
}

/// What a request shows of itself.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'r> {
    /// The other end.
    pub peer: SocketAddr,
    /// `Host`.
    pub host: Option<&'r str>,
    /// `Origin`.
    pub origin: Option<&'r str>,
    /// `Sec-Fetch-Site`.
    pub from: Option<&'r str>,
    /// The path as sent.
    pub path: &'r str,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no request that a browser makes: 400.
    Odd,
    /// Whoever sends it may not: 403.
    Forbidden,
}

/// A request that was let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// What the path starts with on this way in: nothing, or `/` and the secret.
    pub prefix: String,
    /// What is asked for.
    pub place: Place,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file of the site.
    Site(Address),
    /// One of our own, by its name below `/.welcomemat/`.
    Ours(String),
}

/// Whether a request comes from one of our own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It only wants to know.
    Asks,
    /// It changes something, so it has to say where it comes from.
    Acts,
    /// It reads what is for the business's own people alone.
    ReadsForTeam,
}

impl Gate {
    /// A gate for the preview at `port`, open to others when it also has the address `neighbour`.
    #[must_use]
    pub fn new(port: u16, neighbour: Option<IpAddr>, secrets: Secrets) -> Self {
        let mut hosts: Vec<String> =
            ["127.0.0.1", "localhost", "[::1]"].iter().map(|name| format!("{name}:{port}")).collect();
        hosts.extend(neighbour.map(|ip| SocketAddr::new(ip, port).to_string()));
        Gate { hosts, secrets, is_open_to_others: neighbour.is_some() }
    }

    /// The address others type.
    #[must_use]
    pub fn address_for_others(&self, here: SocketAddr) -> String {
        format!("http://{here}/{}/", self.secrets.others)
    }

    /// Lets a request in, or says why not.
    ///
    /// # Errors
    /// The reason it stays outside.
    pub fn admit(&self, shown: Shown<'_>) -> Result<Visit, Refusal> {
        let host = shown.host.ok_or(Refusal::Odd)?;
        if !self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host)) {
            return Err(Refusal::Forbidden);
        }
        // A page of somebody else's may link to us, but not fetch from us.
        if shown.origin.is_some_and(|origin| !self.is_own(origin)) {
            return Err(Refusal::Forbidden);
        }
        let path = plain(shown.path)?;
        let key = format!("/{}", self.secrets.others);
        let below = path.strip_prefix(&key).filter(|rest| self.is_open_to_others && rest.starts_with('/'));
        let (prefix, path) = match below {
            Some(rest) => (key.clone(), rest),
            None if shown.peer.ip().to_canonical().is_loopback() => (String::new(), path.as_str()),
            None => return Err(Refusal::Forbidden),
        };
        Ok(Visit { prefix, place: place(path) })
    }

    /// Whether our own script asks: it shows the secret, and comes from one of our pages.
    ///
    /// # Errors
    /// When it is somebody else.
    pub fn know(&self, shown: Shown<'_>, secret: Option<&str>, deed: Deed) -> Result<(), Refusal> {
        let has_secret = secret.is_some_and(|it| constant_time_equal(it, &self.secrets.panel));
        // Whoever types an address, or opens one that was kept, comes from nowhere.
        let is_typed = deed == Deed::ReadsForTeam && shown.from == Some("none");
        let is_same_site = is_typed || shown.from.is_none_or(|from| from == "same-origin");
        let says_so = shown.origin.is_some_and(|origin| self.is_own(origin));
        let may = match deed {
            Deed::Asks => true,
            // Whoever holds a phone in the house may look, but not open programs here.
            Deed::Acts => says_so && shown.peer.ip().to_canonical().is_loopback(),
            Deed::ReadsForTeam => self.shows_team() && shown.peer.ip().to_canonical().is_loopback(),
        };
        if has_secret && is_same_site && may { Ok(()) } else { Err(Refusal::Forbidden) }
    }

    /// Whether pages for the business's own people are shown: not while anybody else may look, whoever asks.
    #[must_use]
    pub fn shows_team(&self) -> bool {
        !self.is_open_to_others
    }

    fn is_own(&self, origin: &str) -> bool {
        origin.strip_prefix("http://").is_some_and(|host| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host)))
    }
}

/// Takes as long for a wrong secret as for the right one.
fn constant_time_equal(given: &str, secret: &str) -> bool {
    let differences = given.bytes().zip(secret.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    given.len() == secret.len() && differences == 0
}

/// A path with its percent signs undone, once. What no address of a site can hold is refused here, before anything is looked up.
fn plain(path: &str) -> Result<String, Refusal> {
    if path.len() > LONGEST || !path.starts_with('/') {
        return Err(Refusal::Odd);
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [byte, tail @ ..] = rest {
        if *byte == b'%' {
            let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()).ok_or(Refusal::Odd)?;
            let is_hex = hex.bytes().all(|digit| digit.is_ascii_hexdigit());
            let plain = u8::from_str_radix(hex, 16).ok().filter(|_| is_hex).ok_or(Refusal::Odd)?;
            bytes.push(plain);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            bytes.push(*byte);
            rest = tail;
        }
    }
    let path = String::from_utf8(bytes).map_err(|_| Refusal::Odd)?;
    let is_odd = path.chars().any(|letter| letter.is_control() || letter == '\\')
        || path.split('/').any(|part| part == ".." || part == ".");
    if is_odd { Err(Refusal::Odd) } else { Ok(path) }
}

fn place(path: &str) -> Place {
    let path = path.strip_prefix('/').unwrap_or(path);
    if let Some(name) = path.strip_prefix(".welcomemat/") {
        return Place::Ours(name.to_owned());
    }
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    Place::Site(Address::new(&format!("{path}{index}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOPBACK: &str = "127.0.0.1:50000";

    fn gate(neighbour: Option<&str>) -> Gate {
        let secrets = Secrets { panel: "p".repeat(32), others: "o".repeat(32) };
        Gate::new(4000, neighbour.map(|ip| ip.parse().unwrap()), secrets)
    }

    fn shown<'r>(peer: &str, host: &'r str, path: &'r str) -> Shown<'r> {
        Shown { peer: peer.parse().unwrap(), host: Some(host), origin: None, from: None, path }
    }

    #[test]
    fn only_our_own_names_are_answered() {
        for (host, answered) in [
            ("127.0.0.1:4000", true),
            ("LOCALHOST:4000", true),
            ("[::1]:4000", true),
            ("localhost", false),
            ("localhost:4001", false),
            ("evil.example:4000", false),
            ("127.0.0.1.evil.example:4000", false),
            ("192.168.1.5:4000", false),
        ] {
            assert_eq!(gate(None).admit(shown(LOOPBACK, host, "/")).is_ok(), answered, "{host}");
        }
        assert_eq!(gate(None).admit(Shown { host: None, ..shown(LOOPBACK, "", "/") }), Err(Refusal::Odd));
    }

    #[test]
    fn a_path_is_an_address_or_nothing() {
        let site = |address: &str| Ok(Place::Site(Address::new(address)));
        for (path, place) in [
            ("/", site("index.html")),
            ("/faq/", site("faq/index.html")),
            ("/caf%C3%A9.html", site("café.html")),
            ("/.welcomemat/state", Ok(Place::Ours("state".into()))),
            ("/C:/windows", site("C:/windows")),
            ("//etc/passwd", site("/etc/passwd")),
            ("/%252e%252e/x", site("%2e%2e/x")),
            ("/../x", Err(Refusal::Odd)),
            ("/%2e%2e/x", Err(Refusal::Odd)),
            ("/a/%2E./x", Err(Refusal::Odd)),
            ("/a\\..\\x", Err(Refusal::Odd)),
            ("/a%5c..%5cx", Err(Refusal::Odd)),
            ("/a%00.html", Err(Refusal::Odd)),
            ("/%zz", Err(Refusal::Odd)),
            ("/%+1", Err(Refusal::Odd)),
            ("/%", Err(Refusal::Odd)),
            ("/%ff", Err(Refusal::Odd)),
            ("*", Err(Refusal::Odd)),
        ] {
            let admitted = gate(None).admit(shown(LOOPBACK, "localhost:4000", path));
            assert_eq!(admitted.map(|visit| visit.place), place, "{path}");
        }
        let long = format!("/{}", "a".repeat(LONGEST));
        assert_eq!(gate(None).admit(shown(LOOPBACK, "localhost:4000", &long)), Err(Refusal::Odd));
    }

    #[test]
    fn others_need_the_secret_in_the_address() {
        let gate = gate(Some("192.168.1.5"));
        let key = format!("/{}/faq/a.html", "o".repeat(32));
        let phone = "192.168.1.77:50000";
        let visit = gate.admit(shown(phone, "192.168.1.5:4000", &key)).unwrap();
        assert_eq!(visit.place, Place::Site(Address::new("faq/a.html")));
        assert_eq!(visit.prefix, format!("/{}", "o".repeat(32)));
        for path in ["/", "/faq/a.html", "/.welcomemat/state", "/oooo/faq/a.html"] {
            assert_eq!(gate.admit(shown(phone, "192.168.1.5:4000", path)), Err(Refusal::Forbidden), "{path}");
        }
        assert!(gate.admit(shown(LOOPBACK, "127.0.0.1:4000", "/faq/a.html")).is_ok());
    }

    #[test]
    fn pages_for_the_team_are_for_this_computer_alone() {
        let secret = "p".repeat(32);
        let own = shown(LOOPBACK, "localhost:4000", "/");
        let know =
            |gate: &Gate, shown: Shown<'_>, secret: &str| gate.know(shown, Some(secret), Deed::ReadsForTeam).is_ok();
        for from in [None, Some("none"), Some("same-origin")] {
            assert!(know(&gate(None), Shown { from, ..own }, &secret), "{from:?}");
            assert!(!know(&gate(Some("192.168.1.5")), Shown { from, ..own }, &secret), "{from:?}");
        }
        for from in ["cross-site", "same-site"] {
            assert!(!know(&gate(None), Shown { from: Some(from), ..own }, &secret), "{from}");
        }
        assert!(!know(&gate(None), own, "p") && !know(&gate(None), own, ""));
        let phone = Shown { peer: "192.168.1.77:1".parse().unwrap(), ..own };
        assert!(!know(&gate(None), phone, &secret));
    }

    #[test]
    fn only_our_own_pages_may_act() {
        let gate = gate(Some("192.168.1.5"));
        let secret = "p".repeat(32);
        let own = Shown { origin: Some("http://localhost:4000"), ..shown(LOOPBACK, "localhost:4000", "/") };
        assert_eq!(gate.know(own, Some(&secret), Deed::Acts), Ok(()));
        assert_eq!(gate.know(own, Some("p"), Deed::Acts), Err(Refusal::Forbidden));
        assert_eq!(gate.know(own, None, Deed::Asks), Err(Refusal::Forbidden));
        assert_eq!(gate.know(Shown { origin: None, ..own }, Some(&secret), Deed::Acts), Err(Refusal::Forbidden));
        let elsewhere = Shown { from: Some("cross-site"), ..own };
        assert_eq!(gate.know(elsewhere, Some(&secret), Deed::Asks), Err(Refusal::Forbidden));
        let phone = Shown { peer: "192.168.1.77:1".parse().unwrap(), ..own };
        assert_eq!(gate.know(phone, Some(&secret), Deed::Acts), Err(Refusal::Forbidden));
        assert_eq!(gate.know(phone, Some(&secret), Deed::Asks), Ok(()));
        assert_eq!(gate.know(own, Some(&secret), Deed::ReadsForTeam), Err(Refusal::Forbidden), "others may look");
        let foreign = Shown { origin: Some("https://evil.example"), ..own };
        assert_eq!(gate.admit(foreign), Err(Refusal::Forbidden));
        assert_eq!(gate.admit(Shown { origin: Some("null"), ..own }), Err(Refusal::Forbidden));
    }
}
