//! The documents say what is so: commands that exist, reasons for what we depend on.

use std::path::Path;

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names under a heading of `Cargo.toml`.
fn crates(section: &str) -> Vec<String> {
    let manifest: toml::Table = toml::from_str(&document("Cargo.toml")).unwrap();
    manifest[section].as_table().unwrap().keys().cloned().collect()
}

#[test]
fn the_readme_gives_the_two_commands_and_ci_runs_the_second_to_the_letter() {
    let (readme, ci) = (document("README.md"), document(".ci/run"));
    assert!(
        readme.contains("\ncargo run --release -- build .\n"),
        "the command that builds the repository's own content"
    );
    let tests = "\ncargo test --release --locked\n";
    assert!(readme.contains(tests), "the command that runs every test");
    assert!(ci.contains("cargo test --release --locked"), "CI runs what the README says");
}

#[test]
fn the_readme_shows_a_picture_that_is_there_and_small() {
    let readme = document("README.md");
    let shown = readme.split("](").skip(1).filter_map(|after| after.split(')').next());
    let shown: Vec<&str> = shown.filter(|target| target.ends_with(".png")).collect();
    assert!(!shown.is_empty(), "no picture");
    for picture in shown {
        let size = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(picture)
            .metadata()
            .unwrap_or_else(|_| panic!("{picture}"))
            .len();
        assert!(size <= 200 * 1024, "{picture} has {size} bytes");
    }
}

#[test]
fn every_crate_we_depend_on_has_its_reason() {
    let architecture = document("ARCHITECTURE.md");
    for name in crates("dependencies").into_iter().chain(crates("dev-dependencies")) {
        assert!(architecture.contains(&format!("`{name}`")), "ARCHITECTURE.md gives no reason for `{name}`");
    }
}

#[test]
fn the_architecture_is_short_and_names_every_room() {
    let architecture = document("ARCHITECTURE.md");
    assert!(architecture.lines().count() <= 120, "{} lines", architecture.lines().count());
    for line in document("src/lib.rs").lines() {
        if let Some(room) = line.strip_prefix("pub mod ").and_then(|line| line.strip_suffix(';')) {
            assert!(
                architecture.contains(&format!("`{room}/`")) || architecture.contains(&format!("`{room}.rs`")),
                "{room}"
            );
        }
    }
}

#[test]
fn relative_links_between_the_documents_lead_somewhere() {
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "benches/README.md"] {
        let text = document(name);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name).parent().unwrap().to_owned();
        // Every other part between fences is an example of something, not a link.
        let text: String = text.split("```").step_by(2).collect();
        for target in text.split("](").skip(1).filter_map(|after| after.split([')', '#']).next()) {
            let is_here = target.is_empty() || target.contains("://") || folder.join(target).exists();
            assert!(is_here, "{name} links to {target}");
        }
    }
}
