use super::*;
use crate::diagnostic::codes::output as codes;

fn check(yard: &Yard, folder: &str, code: &Code) {
    let before = tree(yard.top.path());
    assert_refused(yard.open_at(&yard.path(folder)), code);
    assert_eq!(tree(yard.top.path()), before, "{folder}: looking changes nothing");
}

fn open(folder: &Path, protected: &Protected) -> Result<Destination, Unpublished> {
    Destination::open(folder, &folder.display().to_string(), Edition::Site, protected)
}

#[test]
fn a_new_or_empty_folder_is_accepted() {
    let yard = Yard::new();
    for folder in ["site/public", "site/deep/er/public", "beside", "site/content/../public", "home/dana/sites/public"] {
        assert!(yard.open_at(&yard.path(folder)).is_ok(), "{folder}");
        assert!(!yard.path(folder).exists(), "{folder}: opening makes nothing");
    }
    fs::create_dir_all(yard.path("site/public")).unwrap();
    assert!(yard.open_at(&yard.path("site/public")).is_ok());
    yard.put("site/public/.DS_Store", "");
    yard.put("site/public/.git/HEAD", "ref: refs/heads/pages");
    assert!(yard.open_at(&yard.path("site/public")).is_ok(), "an empty folder that Finder and Git have seen");
}

#[test]
fn a_folder_of_the_owners_is_refused_however_it_is_spelled() {
    let yard = Yard::new();
    fs::create_dir_all(yard.path("home/dana")).unwrap();
    let cases = [
        ("site", &codes::IS_SOURCE),
        ("site/.", &codes::IS_SOURCE),
        ("site/content/..", &codes::IS_SOURCE),
        ("site/not-there/..", &codes::IS_SOURCE),
        ("", &codes::HOME),
        (".", &codes::HOME),
        ("home", &codes::HOME),
        ("home/dana", &codes::HOME),
        ("home/dana/x/..", &codes::HOME),
        ("site/content", &codes::KEEP_OUT),
        ("site/content/public", &codes::KEEP_OUT),
        ("site/public/../content/a/b", &codes::KEEP_OUT),
        ("site/not-there/../content/x", &codes::KEEP_OUT),
        ("site/themes", &codes::KEEP_OUT),
        ("site/themes/welcome/public", &codes::KEEP_OUT),
        ("site/staff/public", &codes::KEEP_OUT),
        ("site/content/welcome.md", &codes::KEEP_OUT),
    ];
    for (folder, code) in cases {
        check(&yard, folder, code);
    }
    assert_refused(yard.open_at(Path::new("/")), &codes::ROOT);
    assert_refused(yard.open_at(Path::new("/../..")), &codes::ROOT);
}

#[test]
fn a_folder_around_the_site_is_refused() {
    let yard = Yard::new();
    let around = yard.path("site/..");
    let open = |folder: &Path| open(folder, &Protected { site: &yard.path("site"), closed: &[], home: None });
    assert_refused(open(&around), &codes::HOLDS_SOURCE);
    assert_refused(open(around.parent().unwrap().parent().unwrap()), &codes::HOLDS_SOURCE);
}

#[test]
fn a_folder_around_a_closed_one_is_refused() {
    let yard = Yard::new();
    let site = yard.path("site");
    let closed = [yard.path("site/public/staff")];
    let protected = Protected { site: &site, closed: &closed, home: None };
    assert_refused(open(&yard.path("site/public"), &protected), &codes::KEEP_OUT);
    assert!(open(&yard.path("site/other"), &protected).is_ok());
}

#[test]
fn a_file_and_a_foreign_folder_are_refused() {
    let yard = Yard::new();
    yard.put("site/notes.txt", "mine");
    check(&yard, "site/notes.txt", &codes::IS_FILE);
    check(&yard, "site/notes.txt/public", &codes::IS_FILE);
    for name in ["a.txt", "b.txt", "c.txt", "d.txt", "e/f.txt"] {
        yard.put(&format!("site/mine/{name}"), "mine");
    }
    check(&yard, "site/mine", &codes::FOREIGN_FOLDER);
    let trouble = yard.open_at(&yard.path("site/mine")).unwrap_err();
    let message = trouble.findings.iter().next().unwrap().message.clone();
    assert!(message.ends_with("already holds `a.txt`, `b.txt`, `c.txt` and 2 more, which no build made."), "{message}");
}

#[cfg(unix)]
#[test]
fn links_get_around_no_refusal() {
    use std::os::unix::fs::symlink;
    let yard = Yard::new();
    fs::create_dir_all(yard.path("home/dana")).unwrap();
    let link = |name: &str, target: PathBuf| symlink(target, yard.path(name)).unwrap();
    link("to-site", yard.path("site"));
    link("to-content", yard.path("site/content"));
    link("to-home", yard.path("home/dana"));
    link("to-root", PathBuf::from("/"));
    link("to-nowhere", yard.path("nowhere"));
    link("to-file", yard.path("site/content/welcome.md"));
    link("in-circles", yard.path("in-circles"));
    check(&yard, "to-site", &codes::IS_SOURCE);
    check(&yard, "to-site/content/new", &codes::KEEP_OUT);
    check(&yard, "to-content", &codes::KEEP_OUT);
    check(&yard, "to-content/deep/public", &codes::KEEP_OUT);
    check(&yard, "to-content/../content/x", &codes::KEEP_OUT);
    check(&yard, "to-home", &codes::HOME);
    check(&yard, "to-nowhere", &codes::DEAD_LINK);
    check(&yard, "to-nowhere/public", &codes::DEAD_LINK);
    check(&yard, "to-file", &codes::KEEP_OUT);
    assert_refused(yard.open_at(&yard.path("to-root")), &codes::ROOT);
    assert_eq!(yard.open_at(&yard.path("in-circles")).unwrap_err().cause, Cause::OutsideWorld);
    let through = yard.open_at(&yard.path("to-site/public")).unwrap();
    assert_eq!(through.root(), fs::canonicalize(yard.path("site")).unwrap().join("public"));
    assert!(through.shown().ends_with("to-site/public"), "the owner reads what the owner typed");
}

#[cfg(unix)]
#[test]
fn a_site_reached_through_a_link_is_protected_at_its_real_place() {
    let yard = Yard::new();
    std::os::unix::fs::symlink(yard.path("site"), yard.path("alias")).unwrap();
    let alias = yard.path("alias");
    let closed = [alias.join("content")];
    let protected = Protected { site: &alias, closed: &closed, home: None };
    assert_refused(open(&yard.path("site"), &protected), &codes::IS_SOURCE);
    assert_refused(open(&yard.path("site/content/x"), &protected), &codes::KEEP_OUT);
}
