//! Nothing outside the map is read, nobody else is answered, and whoever misbehaves harms only himself.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use super::running::Running;
use crate::desk::Desk;

const SECRET_WORDS: &str = "must-never-be-served";

fn desk() -> Desk {
    let desk = Desk::with_site(&[("guides/a.md", "# A\n\nWords.\n"), ("form.txt", "A form.\n")]);
    desk.write("secret.txt", SECRET_WORDS);
    desk.write("site/secret.txt", SECRET_WORDS);
    desk.write("site/content/.hidden.txt", SECRET_WORDS);
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.path("secret.txt"), desk.path("site/content/out.txt")).unwrap();
    desk
}

#[test]
fn no_path_leads_out_of_the_map() {
    let desk = desk();
    let mut preview = Running::start(&desk, &[]);
    assert_eq!(preview.get("/form.txt").body, "A form.\n");
    let root = desk.path("").display().to_string();
    let long = format!("/{}", "a/".repeat(8000));
    let paths = [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/guides/../../secret.txt",
        "/..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/..%5csecret.txt",
        "/.%00./secret.txt",
        "/form.txt%00.html",
        "/%00",
        "/C:/secret.txt",
        "/C:%5csecret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/file:///etc/passwd",
        "/%252e%252e/secret.txt",
        "/secret.txt",
        "/content/form.txt",
        "/content/business.toml",
        "/business.toml",
        "/.hidden.txt",
        "/out.txt",
        "/guides",
        "/.welcomemat/../../secret.txt",
        "/.welcomemat/",
        "/.welcomemat/..%2f..%2fsecret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/%ff",
        "/%",
        "/%z",
        "/form.txt/",
        "/FORM.TXT",
        "*",
        "secret.txt",
        &format!("{root}/secret.txt"),
        &long,
    ];
    for path in paths {
        let answer = preview.get(path);
        // A path of more bytes than any head may have is refused by the HTTP library itself, with 414 or 431.
        assert!([400, 403, 404, 414, 431].contains(&answer.status), "{path:.80}: {answer:?}");
        assert!(!answer.body.contains(SECRET_WORDS), "{path:.80}");
    }
    assert!(preview.is_alive());
    assert_eq!(preview.get("/form.txt").status, 200);
}

#[test]
fn others_are_not_answered() {
    let desk = desk();
    let preview = Running::start(&desk, &[]);
    let (port, secret) = (preview.port, preview.secret());
    let own = format!("127.0.0.1:{port}");
    let ask = |method: &str, path: &str, headers: &[(&str, &str)]| {
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        preview.ask(format!("{method} {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n")).status
    };
    let events = format!("/.welcomemat/events?secret={secret}");
    let state = format!("/.welcomemat/state?secret={secret}");
    for host in [
        "evil.example",
        "evil.example:80",
        &format!("evil.example:{port}"),
        "127.0.0.1",
        "localhost:1",
        &format!("127.0.0.1:{port}.evil.example"),
    ] {
        for path in ["/", "/form.txt", &events, &state, "/.welcomemat/panel.js"] {
            assert_eq!(ask("GET", path, &[("Host", host)]), 403, "{host} {path}");
        }
    }
    for origin in ["https://evil.example", "null", "http://127.0.0.1:1", &format!("https://{own}")] {
        for path in ["/", &events, &state] {
            assert_eq!(ask("GET", path, &[("Host", &own), ("Origin", origin)]), 403, "{origin} {path}");
        }
        assert_eq!(ask("OPTIONS", "/.welcomemat/act", &[("Host", &own), ("Origin", origin)]), 403);
    }
    assert_eq!(ask("GET", "/", &[]), 400);
    assert_eq!(ask("GET", "http://evil.example/", &[("Host", &own)]), 400);
    for path in ["/.welcomemat/events", "/.welcomemat/state", "/.welcomemat/events?secret=wrong"] {
        assert_eq!(ask("GET", path, &[("Host", &own)]), 403, "{path}");
    }
    assert_eq!(ask("GET", &state, &[("Host", &own), ("Sec-Fetch-Site", "cross-site")]), 403);
    let act = format!("/.welcomemat/act?secret={secret}");
    assert_eq!(ask("POST", &act, &[("Host", &own), ("Content-Length", "0")]), 403, "no origin");
    assert_eq!(ask("POST", "/", &[("Host", &own), ("Content-Length", "0")]), 405);
    assert_eq!(ask("GET", &state, &[("Host", &own)]), 200);
}

#[test]
fn answers_carry_a_strict_policy_and_no_leave_for_others() {
    let desk = desk();
    let preview = Running::start(&desk, &[]);
    let page = preview.get("/guides/a.html");
    let policy = page.header("content-security-policy").expect("a policy");
    for rule in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "connect-src 'self'"]
    {
        assert!(policy.split("; ").any(|own| own == rule), "{rule} in {policy}");
    }
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert!(page.header("access-control-allow-origin").is_none());
}

#[test]
fn half_requests_and_idle_visitors_keep_nobody_out() {
    let desk = desk();
    let mut preview = Running::start(&desk, &[]);
    preview.wait_for("/form.txt", "A form.");
    let mut idle = Vec::new();
    for number in 0..1000 {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", preview.port)) else { continue };
        if number % 2 == 0 {
            stream.write_all(b"GET /form.txt HTT").ok();
        }
        if number % 100 == 0 {
            assert_eq!(preview.get("/form.txt").body, "A form.\n", "with {number} others");
        }
        // This process may hold fewer files than the other: the first ones make room, as they would in a browser.
        idle.push(stream);
        if idle.len() > 700 {
            idle.remove(0);
        }
    }
    assert_eq!(preview.get("/form.txt").body, "A form.\n");
    for odd in [
        &b"\0\0\0\0\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
        stream.write_all(odd).ok();
        stream.read_to_end(&mut Vec::new()).ok();
    }
    assert_eq!(preview.get("/form.txt").body, "A form.\n");
    assert!(preview.is_alive());
}

#[test]
fn a_busy_port_is_stepped_over_or_told() {
    let desk = desk();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = desk.run(&["preview", "site", "--no-open", "--port", &port]).expect_code(2);
    assert!(run.err.contains(&port) && run.err.contains("--port"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly_with_browsers_connected() {
    let desk = desk();
    let mut preview = Running::start(&desk, &[]);
    let secret = preview.secret();
    let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
    let events =
        format!("GET /.welcomemat/events?secret={secret} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port);
    stream.write_all(events.as_bytes()).unwrap();
    let mut first = [0; 64];
    stream.read_exact(&mut first).unwrap();
    assert!(first.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&first));
    let killed = std::process::Command::new("kill").args(["-INT", &preview.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(preview.code(), Some(0));
    assert!(!desk.has("site/public") && !desk.has("site/.welcomemat"), "it wrote something");
}

#[test]
fn others_in_the_network_need_the_whole_address() {
    let desk = desk();
    let preview = Running::start(&desk, &["--lan"]);
    let Some(line) = preview.said.iter().find_map(|line| line.strip_prefix("Phones   http://")) else { return };
    let (host, key) = line.trim_end_matches('/').split_once('/').expect("a secret part");
    assert_eq!(key.len(), 32);
    let ask = |path: &str| {
        let mut stream = TcpStream::connect(host).expect("a way in");
        stream
            .write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
            .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let page = ask(&format!("/{key}/guides/a.html"));
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains(&format!("src=\"/{key}/.welcomemat/panel.js\"")),
        "{page}"
    );
    for path in
        ["/", "/guides/a.html", &format!("/{key}x/"), &format!("/{}/", key.replace(|c: char| c.is_ascii_digit(), "0"))]
    {
        assert!(ask(path).starts_with("HTTP/1.1 403"), "{path}");
    }
    assert!(preview.said.iter().any(|line| line.contains('█') || line.contains('▄')), "a code for the camera");
}
