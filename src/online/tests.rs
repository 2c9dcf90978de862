use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use jiff::civil::date;

use super::*;

const TODAY: jiff::civil::Date = date(2026, 11, 22);

/// Answers on this machine alone until the test ends: by method and path, with everything that was asked.
struct Host {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Host {
    fn open(answer: impl Fn(&str, usize) -> String + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().take(100) {
                let Ok(mut stream) = stream else { continue };
                let mut buffer = [0; 4096];
                let read = stream.read(&mut buffer).unwrap_or(0);
                let line = String::from_utf8_lossy(&buffer[..read]).lines().next().unwrap_or_default().to_owned();
                let line = line.trim_end_matches(" HTTP/1.1").to_owned();
                let mut heard = heard.lock().expect("a list");
                let times = heard.iter().filter(|own| **own == line).count();
                heard.push(line.clone());
                drop(heard);
                stream.write_all(answer(&line, times).as_bytes()).ok();
            }
        });
        Host { address, asked }
    }

    fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("a list").clone()
    }
}

fn status(number: u16, more: &str) -> String {
    format!("HTTP/1.1 {number} So\r\nContent-Length: 0\r\nConnection: close\r\n{more}\r\n")
}

fn hasty() -> Asker {
    Asker::new(Patience {
        answer: Duration::from_millis(700),
        again: [Duration::from_millis(10), Duration::from_millis(20)],
        breath: Duration::from_millis(1),
    })
}

#[test]
fn there_are_three_answers() {
    let host = Host::open(|line, times| match line {
        "HEAD /fine" => status(200, ""),
        "HEAD /whole" | "HEAD /shy" => status(405, ""),
        "GET /whole" => status(200, ""),
        "HEAD /moved" => status(301, "Location: /fine\r\n"),
        "HEAD /circle" => status(302, "Location: /circle\r\n"),
        "GET /gone" => status(410, ""),
        "GET /locked" => status(403, ""),
        "HEAD /busy" if times > 0 => status(200, ""),
        "HEAD /busy" | "GET /busy" => status(503, "Retry-After: 0\r\n"),
        "HEAD /tired" | "GET /tired" => status(500, ""),
        _ => status(404, ""),
    });
    let asker = hasty();
    let ask = |path: &str| asker.ask(&host.at(path));
    assert_eq!(ask("/fine"), Answer::Works);
    assert_eq!(ask("/fine#a-place"), Answer::Works);
    assert_eq!(ask("/whole"), Answer::Works, "some hosts know no heads");
    assert_eq!(ask("/moved"), Answer::Works);
    assert_eq!(ask("/busy"), Answer::Works, "asked again");
    assert!(matches!(ask("/nowhere"), Answer::Gone(_)));
    assert!(matches!(ask("/gone"), Answer::Gone(_)));
    assert!(matches!(ask("/locked"), Answer::CannotTell(_)));
    assert!(matches!(ask("/circle"), Answer::CannotTell(_)));
    assert!(matches!(ask("/tired"), Answer::CannotTell(_)));
    assert_eq!(host.asked().iter().filter(|line| *line == "GET /tired").count(), 3, "twice more, then left in peace");
    assert_eq!(host.asked().iter().filter(|line| *line == "GET /nowhere").count(), 1, "a clear answer is believed");
}

#[test]
fn a_host_that_never_answers_ends() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let silent = format!("http://{}/", listener.local_addr().expect("an address"));
    let began = Instant::now();
    assert!(matches!(hasty().ask(&silent), Answer::CannotTell(_)));
    assert!(began.elapsed() < Duration::from_secs(20), "three short tries");
    drop(listener);
    assert!(matches!(hasty().ask(&silent), Answer::CannotTell(_)), "nobody listens there any more");
}

#[test]
fn each_address_is_asked_once_and_what_is_known_not_at_all() {
    let host = Host::open(|line, _| status(if line.contains("gone") { 404 } else { 200 }, ""));
    let addresses: BTreeSet<String> = ["/a", "/b", "/gone"].map(|path| host.at(path)).into();
    let mut known = Known::default();
    let answers = ask(&addresses, &mut known, TODAY, &hasty());
    assert_eq!(answers.values().filter(|answer| **answer == Answer::Works).count(), 2);
    assert!(matches!(answers[&host.at("/gone")], Answer::Gone(_)));
    let asked = host.asked().len();
    assert_eq!(asked, 4, "{:?}", host.asked());
    let mut kept = Known::read(known.file().as_bytes());
    assert_eq!(ask(&addresses, &mut kept, TODAY, &hasty()), answers);
    assert_eq!(host.asked().len(), asked, "all of it was known");
    ask(&addresses, &mut kept, date(2026, 11, 24), &hasty());
    assert_eq!(host.asked().len(), asked + 2, "what was gone may be back");
    ask(&addresses, &mut kept, date(2026, 12, 1), &hasty());
    assert_eq!(host.asked().len(), asked + 2 + 4, "after a week everything is asked anew");
}

#[test]
fn what_nobody_could_tell_is_not_kept_and_a_foreign_file_says_nothing() {
    let mut known = Known::default();
    known.learn("https://a.example/".to_owned(), Answer::CannotTell("busy".to_owned()), TODAY);
    known.learn("https://b.example/".to_owned(), Answer::Works, TODAY);
    let read = Known::read(known.file().as_bytes());
    assert_eq!(read.get("https://a.example/"), None);
    assert_eq!(read.get("https://b.example/"), Some(&Answer::Works));
    for odd in ["", "[]", "{\"answers\": 3}", "\u{0}"] {
        assert_eq!(Known::read(odd.as_bytes()), Known::default());
    }
}

#[test]
fn hosts_are_told_apart_by_port() {
    for (address, host) in [
        ("https://example.com/a?b", "example.com"),
        ("https://example.com?b", "example.com"),
        ("http://example.com:8080#c", "example.com:8080"),
        ("nonsense", "nonsense"),
    ] {
        assert_eq!(host_of(address), host);
    }
}
