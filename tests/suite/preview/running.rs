//! A preview that runs, and a visitor who speaks HTTP letter by letter.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::desk::Desk;

/// How long anything may take in a test before it counts as never. A busy machine is slow.
pub const NEVER: Duration = Duration::from_secs(60);

/// A preview of `site` on a desk. It ends with the test.
pub struct Running {
    child: Child,
    pub port: u16,
    /// What it said at its start, line by line.
    pub said: Vec<String>,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Running {
    pub fn start(desk: &Desk, more: &[&str]) -> Self {
        let mut arguments = vec!["preview", "site", "--no-open", "--today", crate::desk::TODAY];
        if !more.contains(&"--port") {
            arguments.extend(["--port", "0"]);
        }
        arguments.extend(more);
        let mut child = desk.command(&arguments).stderr(Stdio::piped()).spawn().expect("the command starts");
        let mut lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
        let mut said = Vec::new();
        let address = loop {
            let line = lines.next().expect("a line more").expect("text");
            said.push(line.clone());
            if let Some(address) = line.strip_prefix("Preview  http://127.0.0.1:") {
                break address.trim_end_matches('/').to_owned();
            }
        };
        // Somebody has to read on, or the other side stands still when the pipe is full.
        let rest = std::thread::spawn(move || {
            lines.map_while(Result::ok).take_while(|line| !line.starts_with("Ends")).collect::<Vec<_>>()
        });
        said.extend(rest.join().expect("the rest"));
        Running { child, port: address.parse().expect("a port"), said }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask(format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    /// Sends these very bytes and reads until the other side ends.
    pub fn ask(&self, request: impl AsRef<[u8]>) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(NEVER)).unwrap();
        stream.write_all(request.as_ref()).expect("a request sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).ok();
        Answer::of(&bytes)
    }

    /// Asks until the body holds `words`; says how long it took.
    pub fn wait_for(&self, path: &str, words: &str) -> Duration {
        let began = Instant::now();
        while began.elapsed() < NEVER {
            if self.get(path).body.contains(words) {
                return began.elapsed();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{path} never said {words:?}; it says {:?}", self.get(path));
    }

    /// The secret that our own script shows, as it stands in a page.
    pub fn secret(&self) -> String {
        let page = self.get("/").body;
        let (_, after) = page.split_once("data-secret=\"").expect("a secret");
        after.split('"').next().expect("its end").to_owned()
    }

    /// What the panel is told.
    pub fn state(&self) -> serde_json::Value {
        let answer = self.get(&format!("/.welcomemat/state?secret={}", self.secret()));
        serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
    }

    /// Waits until the panel is told this stage about a state newer than `number`.
    pub fn wait_for_stage(&self, stage: &str, number: u64) -> serde_json::Value {
        let began = Instant::now();
        while began.elapsed() < NEVER {
            let state = self.state();
            if state["stage"] == stage && state["newest"].as_u64().unwrap_or_default() > number {
                return state;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("never {stage}: {}", self.state());
    }

    pub fn is_alive(&mut self) -> bool {
        self.child.try_wait().expect("a child").is_none()
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for its end and gives the exit code.
    pub fn code(&mut self) -> Option<i32> {
        self.child.wait().expect("an end").code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        let is_chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
        Answer { status, head: head.to_owned(), body: if is_chunked { String::new() } else { body.to_owned() } }
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// A page without what only the preview puts into it.
pub fn without_ours(page: &str) -> String {
    let mut plain = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(welcomemat::markdown::html::SOURCE_MARK) {
        plain.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    match plain.split_once("<script src=\"/.welcomemat/panel.js\"") {
        Some((before, after)) => before.to_owned() + after.split_once("</script>").map_or("", |(_, after)| after),
        None => plain,
    }
}
