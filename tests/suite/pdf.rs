//! The PDFs, read by programs that share nothing with the one that made them.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use welcomemat::address::{Address, SourcePath};
use welcomemat::build::{Build, Memory, Order, Today, build, prepare};
use welcomemat::diagnostic::Severity;
use welcomemat::print::Pdf;
use welcomemat::source::{Files as _, Layout, MemoryFiles};
use welcomemat::starters::Trade;

use crate::desk::{Desk, Run, TODAY};
use crate::paper::tool;
use crate::trades;

const PAPERS: [&str; 3] = ["welcome-pack.pdf", "how-to-reach-us.pdf", "emergency-card.pdf"];

fn bound(files: &MemoryFiles) -> Build {
    let order = Order { pdf: Pdf::Make, ..Order::from(Today::Given(TODAY.parse().expect("a date"))) };
    build(files, Layout::Site, "site", order)
}

/// The examples with an address, so that they have square codes.
fn built() -> &'static [(String, Build)] {
    static BUILT: OnceLock<Vec<(String, Build)>> = OnceLock::new();
    BUILT.get_or_init(|| {
        use clap::ValueEnum as _;
        let trades = Trade::value_variants().iter();
        trades
            .map(|trade| {
                (trade.to_possible_value().expect("a name").get_name().to_owned(), bound(&with_address(*trade)))
            })
            .collect()
    })
}

fn with_address(trade: Trade) -> MemoryFiles {
    let mut memory = MemoryFiles::default();
    for (path, bytes) in trade.files(&trade.example()) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if path == "content/business.toml" {
            let text: Vec<&str> =
                text.lines().filter(|line| !line.trim_start_matches(['#', ' ']).starts_with("url =")).collect();
            let text = text.join("\n").replacen("[business]\n", "[business]\nurl = \"https://help.example.com\"\n", 1);
            memory.put(&path, text);
        } else {
            memory.put(&path, bytes);
        }
    }
    memory
}

fn pdf(build: &Build, name: &str) -> Vec<u8> {
    build.output.get(&Address::new(name)).unwrap_or_else(|| panic!("no {name}: {:?}", build.findings)).joined()
}

/// The PDFs of the examples on disk, for other programs.
fn shelf() -> &'static (Desk, Vec<PathBuf>) {
    static SHELF: OnceLock<(Desk, Vec<PathBuf>)> = OnceLock::new();
    SHELF.get_or_init(|| {
        let desk = Desk::new();
        let mut files = Vec::new();
        for (trade, build) in built() {
            for name in PAPERS {
                let place = format!("{trade}/{name}");
                desk.write(&place, pdf(build, name));
                files.push(desk.path(&place));
            }
        }
        (desk, files)
    })
}

#[test]
fn the_examples_fit_their_papers_without_a_word() {
    for (trade, build) in built() {
        let print = build.findings.iter().filter(|finding| finding.code.id.starts_with("print/"));
        assert_eq!(print.map(|finding| finding.message.clone()).collect::<Vec<_>>(), Vec::<String>::new(), "{trade}");
    }
}

#[test]
fn contents_bookmarks_and_geometry_hold() {
    let Some(python) = tool("python", "contents and geometry of the pack") else { return };
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/print/check.py");
    for file in shelf().1.iter().filter(|file| file.ends_with("welcome-pack.pdf")) {
        let run = Run::of(Command::new(&python).arg(&script).arg(file));
        assert!(run.code == 0, "{}\n{}{}", file.display(), run.out, run.err);
    }
}

#[test]
fn accessibility_checkers_find_no_error() {
    if let Some(outloud) = tool("outloud", "accessibility of the PDFs") {
        for file in &shelf().1 {
            let run = Run::of(Command::new(&outloud).args(["--no-info", "-q", "--fail-on", "error"]).arg(file));
            assert!(run.code == 0, "{}\n{}{}", file.display(), run.out, run.err);
        }
    }
    if let Some(pdfua) = tool("pdfua", "accessibility of the PDFs") {
        for file in &shelf().1 {
            let run = Run::of(Command::new(&pdfua).args(["check", "--certain-only"]).arg(file));
            assert!(run.code == 0, "{}\n{}{}", file.display(), run.out, run.err);
        }
    }
}

#[test]
fn qpdf_finds_no_fault() {
    let Some(qpdf) = tool("qpdf", "the structure of the PDFs") else { return };
    for file in &shelf().1 {
        Run::of(Command::new(&qpdf).arg("--check").arg(file)).expect_code(0);
    }
}

#[test]
fn every_answer_is_on_paper_and_nothing_unfinished() {
    let Some(pdftotext) = tool("pdftotext", "the words of the pack") else { return };
    for (trade, build) in built() {
        let file = shelf().0.path(&format!("{trade}/welcome-pack.pdf"));
        let run = Run::of(Command::new(&pdftotext).arg(&file).arg("-")).expect_code(0);
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        trades::assert_every_answer_is_in(&run.out, trade, build);
        for wrong in ["{{", "}}", "Open now"] {
            assert!(!run.out.contains(wrong), "{trade}: {wrong}");
        }
        let version = welcomemat::publish::fingerprint::version(&build.site).shown();
        for (number, page) in run.out.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
            assert!(letters(page).contains(&letters(&version)), "{trade}: page {} has no version", number + 1);
        }
    }
}

#[test]
fn square_codes_lead_to_the_live_pages() {
    let (Some(zbarimg), Some(pdftoppm)) = (tool("zbarimg", "the square codes"), tool("pdftoppm", "the square codes"))
    else {
        return;
    };
    let (desk, _) = shelf();
    for (name, address) in [
        ("how-to-reach-us", "https://help.example.com/channels.html"),
        ("emergency-card", "https://help.example.com/emergencies.html"),
    ] {
        let picture = desk.path(&format!("web-studio/{name}"));
        let file = desk.path(&format!("web-studio/{name}.pdf"));
        Run::of(Command::new(&pdftoppm).args(["-r", "300", "-png", "-singlefile"]).arg(&file).arg(&picture))
            .expect_code(0);
        let run =
            Run::of(Command::new(&zbarimg).args(["-q", "--raw"]).arg(picture.with_extension("png"))).expect_code(0);
        assert!(run.out.lines().any(|line| line == address), "{}", run.out);
    }
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let again = bound(&with_address(Trade::WebStudio));
    let first = &built()[0].1;
    for name in PAPERS {
        assert!(pdf(first, name) == pdf(&again, name), "{name} differs");
    }
    let desk = Desk::with_starter("web-studio");
    for (zone, out) in [("Pacific/Kiritimati", "one"), ("Pacific/Pago_Pago", "two")] {
        let run = Run::of(desk.command(&["build", "site", "--today", TODAY, "--output", out]).env("TZ", zone));
        run.expect_code(0);
    }
    for name in PAPERS {
        let [one, two] = ["one", "two"].map(|out| std::fs::read(desk.path(&format!("{out}/{name}"))).expect("a PDF"));
        assert!(one == two, "{name} differs between time zones");
    }
}

#[test]
fn what_is_private_stops_a_pdf_like_any_page() {
    let mut files = trades::files(Trade::WebStudio);
    let (_, scope) = Trade::WebStudio
        .files(&Trade::WebStudio.example())
        .into_iter()
        .find(|(path, _)| path == "content/scope.md")
        .expect("a page");
    files.put("content/scope.md", format!("{}\n\nPark at 12 Elm Street.\n", String::from_utf8_lossy(&scope)));
    let build = bound(&files);
    let told = |build: &Build| {
        let told = build.findings.iter().find(|finding| finding.code.id == "private/shown");
        told.map(|finding| finding.message.clone()).expect("a finding")
    };
    let today = Today::Given(TODAY.parse().expect("a date"));
    // One more file would show it than without PDFs.
    assert_ne!(told(&build), told(&welcomemat::build::build(&files, Layout::Site, "site", today)));
    for (trade, build) in built() {
        for name in PAPERS {
            let content = build.output.get(&Address::new(name)).expect("a PDF");
            let words = content.words().expect("words");
            for private in build.site.business.private.iter() {
                assert!(!words.contains(&*private.value), "{trade}: {name}");
            }
        }
    }
}

const SETTINGS: &str =
    "format = 1\n[business]\nname = \"Tidewater\"\ntimezone = \"America/New_York\"\ncountry = \"US\"\n";

fn odd(scope: &str, others: &[(&str, &[u8])]) -> Build {
    let mut memory = MemoryFiles::new([("content/business.toml", SETTINGS)]);
    memory.put("content/welcome.md", "# Welcome\n\nHello.\n");
    memory.put("content/scope.md", scope);
    for (path, bytes) in others {
        memory.put(path, *bytes);
    }
    bound(&memory)
}

fn found(build: &Build) -> Vec<(&str, Severity)> {
    let told = build.findings.iter().filter(|finding| finding.code.id.starts_with("print/"));
    told.map(|finding| (finding.code.id, finding.severity)).collect()
}

#[test]
fn long_things_are_set_over_as_many_pages_as_they_need() {
    let words = |count: usize| vec!["steady"; count].join(" ");
    let mut text =
        format!("# Scope\n\n## {}\n\n{} end of the paragraph.\n\n", "long heading ".repeat(16).trim(), words(3_000));
    text.push_str("| What | How | When |\n|---|---|---|\n");
    for row in 0..60 {
        let cell = if row == 30 { format!("{} end of the cell", words(400)) } else { "short".to_owned() };
        text.push_str(&format!("| row {row} | {cell} | now |\n"));
    }
    let build = odd(&text, &[]);
    assert_eq!(found(&build), vec![]);
    let content = build.output.get(&Address::new("welcome-pack.pdf")).expect("a pack");
    let on_paper = content.words().expect("words");
    for end in ["end of the paragraph", "end of the cell", "row 59"] {
        assert!(on_paper.contains(end), "{end} is lost");
    }
}

/// A PNG of one colour, as wide as it says: stored blocks, RFC 1950 and 1951.
fn plain_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 0, 0, 0, 0]);
    let row = vec![0_u8; usize::try_from(width).expect("small") + 1];
    let rows: Vec<u8> = std::iter::repeat_n(row, usize::try_from(height).expect("small")).flatten().collect();
    let mut packed = vec![0x78, 0x01];
    let last = rows.chunks(65_535).count() - 1;
    for (at, chunk) in rows.chunks(65_535).enumerate() {
        let length = u16::try_from(chunk.len()).expect("a block");
        packed.push(u8::from(at == last));
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(chunk);
    }
    let (a, b) = rows.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    packed.extend((b << 16 | a).to_be_bytes());
    for (name, content) in [(b"IHDR", header), (b"IDAT", packed), (b"IEND", Vec::new())] {
        png.extend(u32::try_from(content.len()).expect("small").to_be_bytes());
        let chunk = [name.as_slice(), &content].concat();
        png.extend(&chunk);
        png.extend(crc(&chunk).to_be_bytes());
    }
    png
}

/// PNG, annex D.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[test]
fn a_picture_wider_than_the_page_is_shown_within_its_margins() {
    let png = plain_png(6_000, 40);
    let build =
        odd("# Scope\n\nBefore it.\n\n![A very wide band](band.png)\n\nBehind it.\n", &[("content/band.png", &png)]);
    assert_eq!(found(&build), vec![]);
    let what = "where a wide picture stands";
    let Some(python) = tool("python", what) else { return };
    let desk = Desk::new();
    desk.write("wide.pdf", pdf(&build, "welcome-pack.pdf"));
    let script = "import pdfplumber, sys\n\
        for page in pdfplumber.open(sys.argv[1]).pages:\n    \
        for image in page.images: print(round(image['x0']), round(page.width - image['x1']))";
    let run = Run::of(Command::new(python).args(["-c", script]).arg(desk.path("wide.pdf"))).expect_code(0);
    let edges: Vec<f64> = run.out.split_whitespace().map(|edge| edge.parse().expect("a number")).collect();
    assert_eq!(edges.len(), 2, "one picture: {}", run.out);
    // 12 mm are 34 points.
    assert!(edges.iter().all(|edge| *edge >= 34.0), "{}", run.out);
}

#[test]
fn a_picture_that_paper_does_not_know_is_told_and_its_description_stays() {
    let picture = b"\0\0\0\x18ftypavif\0\0\0\0mif1avif";
    let build = odd("# Scope\n\n![Our front door](door.avif)\n", &[("content/door.avif", picture)]);
    assert_eq!(found(&build), vec![("print/unshown-picture", Severity::Warning)]);
    let content = build.output.get(&Address::new("welcome-pack.pdf")).expect("a pack");
    assert!(content.words().expect("words").contains("Our front door"));
}

#[test]
fn letters_no_font_has_are_told_with_their_place() {
    let build = odd("# Scope\n\nTalk to 山田 or שלום, any time \u{1F600}.\n", &[]);
    assert_eq!(found(&build), vec![("print/missing-letters", Severity::Warning)]);
    let told = build.findings.iter().find(|finding| finding.code.id == "print/missing-letters").expect("told");
    assert!(told.message.contains("`山`, `田`, `ש`"), "{}", told.message);
}

#[test]
fn a_card_that_is_too_full_names_the_step_to_shorten() {
    let step = "Write down everything you saw, in order, with the time of day, the name of whoever told you, and each number you dialled";
    let tier = format!(
        "+++\n[[severity]]\nid = \"p1\"\nname = \"Emergency\"\nmeans = \"All is down\"\nsteps = [\"Call\", \"{step}\", \"{}\", \"Wait\"]\n+++\n# Emergencies\n",
        vec![step; 9].join(" and ")
    );
    let build = odd("# Scope\n", &[("content/emergencies.md", tier.as_bytes())]);
    let told = build.findings.iter().find(|finding| finding.code.id == "print/card-too-full").expect("told");
    assert!(told.message.contains("shorten step 3 of `p1`"), "{}", told.message);
}

#[test]
fn a_site_may_bring_its_own_template_for_paper() {
    let own = concat!(include_str!("../../themes/welcome/print/sheet.typ"), "\n\nSet by our own hands.\n");
    let mut files = with_address(Trade::WebStudio);
    files.put("themes/welcome/print/sheet.typ", own);
    let build = bound(&files);
    let words = |name: &str| {
        let content =
            build.output.get(&Address::new(name)).unwrap_or_else(|| panic!("no {name}: {:?}", build.findings));
        content.words().expect("words").to_owned()
    };
    assert!(words("how-to-reach-us.pdf").contains("Set by our own hands."));
    assert!(!words("welcome-pack.pdf").contains("Set by our own hands."), "only what was overridden changes");
}

/// The PDFs of a site prepared again and again in one process, after each change as a clean build makes them.
#[test]
fn pdfs_that_are_kept_are_those_of_a_clean_build() {
    let mut files = trades::files(Trade::WebStudio);
    let mut memory = Memory::default();
    let order = Order { pdf: Pdf::Make, ..Order::from(Today::Given(TODAY.parse().expect("a date"))) };
    let mut again = |files: &MemoryFiles| {
        let (output, _) = prepare(files, Layout::Site, "site", order, &mut memory).finish();
        PAPERS.map(|name| output.get(&Address::new(name)).expect("a PDF").joined())
    };
    let first = again(&files);
    files.put("content/guides/new.md", "# A new guide\n\nNot in the pack.\n");
    assert!(again(&files) == first, "the pack does not hold guides");
    let read = |path: &str| String::from_utf8(files.read(&SourcePath::new(path)).expect("a page")).expect("text");
    let (business, deadlines) = (read("content/business.toml"), read("content/deadlines.md"));
    files.put("content/deadlines.md", format!("{deadlines}\nOne more sentence.\n"));
    let changed = again(&files);
    assert!(changed[0] != first[0] && changed == PAPERS.map(|name| pdf(&bound(&files), name)));
    let named = business.replace("Tidewater Web Studio", "Tidewater Websites");
    assert_ne!(named, business);
    files.put("content/business.toml", named);
    assert!(again(&files) == PAPERS.map(|name| pdf(&bound(&files), name)));
}
