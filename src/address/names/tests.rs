use super::*;
use proptest::prelude::*;

/// Pairs that are one file on some system: by case, by accents typed in two ways, by what Windows drops.
const CLASHES: &[(&str, &str)] = &[
    ("index.html", "index.html"),
    ("index.html", "Index.html"),
    ("index.html", "INDEX.HTML"),
    ("faq/billing.html", "FAQ/billing.html"),
    ("faq/billing.html", "Faq/Billing.Html"),
    ("guides/a/b.html", "guides/A/b.html"),
    ("caf\u{e9}.html", "cafe\u{301}.html"),
    ("caf\u{e9}.html", "CAF\u{c9}.html"),
    ("caf\u{e9}.html", "CAFE\u{301}.html"),
    ("\u{fc}ber.html", "u\u{308}ber.html"),
    ("\u{fc}ber.html", "\u{dc}BER.html"),
    ("stra\u{df}e.html", "strasse.html"),
    ("stra\u{df}e.html", "STRASSE.html"),
    ("stra\u{df}e.html", "stra\u{1e9e}e.html"),
    ("\u{e5}ngstr\u{f6}m.html", "a\u{30a}ngstro\u{308}m.html"),
    ("\u{212b}.html", "\u{e5}.html"),
    ("\u{2126}.html", "\u{3c9}.html"),
    ("\u{212a}elvin.html", "kelvin.html"),
    ("\u{3c3}\u{3c2}.html", "\u{3c3}\u{3c3}.html"),
    ("\u{39f}\u{394}\u{39f}\u{3a3}.html", "\u{3bf}\u{3b4}\u{3bf}\u{3c2}.html"),
    ("\u{3ac}.html", "\u{3b1}\u{301}.html"),
    ("\u{1f71}.html", "\u{3ac}.html"),
    ("\u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}.html", "\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442}.html"),
    ("\u{439}.html", "\u{438}\u{306}.html"),
    ("\u{451}.html", "\u{435}\u{308}.html"),
    ("\u{fb01}nance.html", "finance.html"),
    ("\u{fb00}.html", "FF.html"),
    ("\u{149}.html", "\u{2bc}n.html"),
    ("\u{1f0}.html", "j\u{30c}.html"),
    ("\u{130}.html", "i\u{307}.html"),
    ("\u{17f}ale.html", "sale.html"),
    ("\u{1c4}.html", "\u{1c6}.html"),
    ("\u{ac00}.html", "\u{1100}\u{1161}.html"),
    ("\u{304c}.html", "\u{304b}\u{3099}.html"),
    ("\u{958b}.html", "\u{958b}.HTML"),
    ("q\u{307}\u{323}.html", "q\u{323}\u{307}.html"),
    ("\u{1e69}.html", "s\u{307}\u{323}.html"),
    ("\u{ff21}.html", "\u{ff41}.html"),
    ("\u{10400}.html", "\u{10428}.html"),
    ("\u{13a0}.html", "\u{ab70}.html"),
    ("prices.", "prices"),
    ("prices ", "prices"),
    ("prices. .", "Prices"),
    ("guides./a.html", "guides/a.html"),
    ("guides /a.html", "guides/a.html"),
    ("pri\u{200c}ces.html", "prices.html"),
    ("\u{feff}prices.html", "prices.html"),
    ("prices\u{200e}.html", "prices.html"),
    ("a", "a/b.html"),
    ("A", "a/b.html"),
    ("a/b", "a/B/c/d.html"),
    ("caf\u{e9}", "cafe\u{301}/x.html"),
];

/// Pairs that look alike but are two files everywhere.
const NEAR_MISSES: &[(&str, &str)] = &[
    ("index.html", "index.htm"),
    ("cafe.html", "caf\u{e9}.html"),
    ("uber.html", "\u{fc}ber.html"),
    ("strase.html", "stra\u{df}e.html"),
    ("i.html", "\u{131}.html"),
    ("i.html", "\u{130}.html"),
    ("a.html", "\u{430}.html"),
    ("a.html", "\u{ff41}.html"),
    ("o.html", "\u{f8}.html"),
    ("ae.html", "\u{e6}.html"),
    ("2.html", "\u{b2}.html"),
    ("\u{304c}.html", "\u{304b}.html"),
    ("\u{304b}.html", "\u{30ab}.html"),
    (".prices", "prices"),
    (" prices", "prices"),
    ("a..html", "a.html"),
    ("a .html", "a.html"),
    ("a", "a-b/c.html"),
    ("a.html", "a/index.html"),
    ("a/b.html", "b/a.html"),
    ("ab/c.html", "a/bc.html"),
    ("prices-2.html", "prices_2.html"),
];

fn clash(one: &str, other: &str) -> bool {
    let (one, other) = (Address::new(one), Address::new(other));
    let files = [(&one, "one.md"), (&other, "other.md")];
    let there = collisions(files).len();
    let back = collisions(files.into_iter().rev()).len();
    assert_eq!(there, back, "{one} {other}: order matters");
    assert!(there <= 1, "{one} {other}: named twice");
    there == 1
}

#[test]
fn one_file_somewhere_is_a_collision() {
    assert!(CLASHES.len() >= 40);
    for (one, other) in CLASHES {
        assert!(clash(one, other), "{one:?} {other:?}");
    }
}

#[test]
fn two_files_everywhere_are_none() {
    for (one, other) in NEAR_MISSES {
        assert!(!clash(one, other), "{one:?} {other:?}");
    }
}

#[test]
fn a_collision_names_both_sources() {
    let says = |one: &str, other: &str| {
        let (one, other) = (Address::new(one), Address::new(other));
        let files = [(&one, "content/one.md"), (&other, "content/other.md")];
        collisions(files).first().map(|collision| collision.finding().message).unwrap_or_default()
    };
    assert_eq!(
        says("a.html", "a.html"),
        "`content/one.md` and `content/other.md` would both be published as `a.html`."
    );
    assert_eq!(
        says("A.html", "a.html"),
        "`content/one.md` becomes `A.html` and `content/other.md` becomes `a.html`, \
         and many computers take those for one file."
    );
    assert_eq!(
        says("a/b.html", "a"),
        "`content/other.md` becomes the file `a`, but `content/one.md` needs a folder of that name."
    );
}

#[test]
fn three_of_one_address_are_two_collisions_with_the_first() {
    let files = ["a.html", "A.html", "a.HTML"].map(Address::new);
    let found = collisions(files.iter().map(|address| (address, "x")));
    assert_eq!(found.iter().map(|collision| collision.first.0.as_str()).collect::<Vec<_>>(), ["a.html", "a.html"]);
}

#[test]
fn names_that_fail_somewhere_are_refused() {
    let device = |part: &str| Some(Problem::Device(part.to_owned()));
    let end = |part: &str| Some(Problem::End(part.to_owned()));
    let long = "x".repeat(LONGEST + 1);
    let cases = [
        ("con.html", device("con.html")),
        ("guides/CON", device("CON")),
        ("guides/aux.tar.gz", device("aux.tar.gz")),
        ("nul/a.html", device("nul")),
        ("prn .html", device("prn .html")),
        ("com1.html", device("com1.html")),
        ("LPT9.html", device("LPT9.html")),
        ("com\u{b9}.html", device("com\u{b9}.html")),
        ("conin$.html", device("conin$.html")),
        ("a./b.html", end("a.")),
        ("a /b.html", end("a ")),
        ("a.html.", end("a.html.")),
        ("a:b.html", Some(Problem::Character(':'))),
        ("a\\b.html", Some(Problem::Character('\\'))),
        ("a?.html", Some(Problem::Character('?'))),
        ("a\n.html", Some(Problem::Character('\n'))),
        ("a\u{7f}.html", Some(Problem::Character('\u{7f}'))),
        ("../a.html", Some(Problem::Astray)),
        ("/a.html", Some(Problem::Astray)),
        ("a//b.html", Some(Problem::Astray)),
        ("a/./b.html", Some(Problem::Astray)),
        ("a/", Some(Problem::Astray)),
        ("", Some(Problem::Astray)),
        (long.as_str(), Some(Problem::TooLong(LONGEST + 1))),
        (".welcomemat.json", Some(Problem::OurOwn)),
        (".WELCOMEMAT-staging/x", Some(Problem::OurOwn)),
        (".welcomemat-journal.json", Some(Problem::OurOwn)),
    ];
    for (path, expected) in cases {
        assert_eq!(problem(&Address::new(path)), expected, "{path:?}");
    }
}

#[test]
fn names_that_work_everywhere_are_left_alone() {
    let longest = "x".repeat(LONGEST);
    let fine = [
        "index.html",
        "contact.html",
        "console.html",
        "nullify.html",
        "com.html",
        "com0.html",
        "com10.html",
        "lpt.html",
        "my.con.html",
        "auxiliary/prn-1.html",
        ".nojekyll",
        "_headers",
        "CNAME",
        "a b.html",
        "\u{fc}ber.html",
        "\u{958b}\u{5e97}.html",
        "a+b(c).html",
        "assets/style.1a2b.css",
        ".welcomemat",
        longest.as_str(),
    ];
    for path in fine {
        assert_eq!(problem(&Address::new(path)), None, "{path:?}");
    }
}

#[test]
fn a_problem_is_said_with_the_source() {
    let address = Address::new("guides/con.html");
    let finding = problem(&address).unwrap().finding(&address, "content/guides/con.md");
    let expected = "`content/guides/con.md` would be called `con.html`, a name that Windows keeps for itself.";
    assert_eq!(finding.message, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_key_is_stable_and_knows_no_case(path in "[a-zA-Z\u{e0}-\u{ff}\u{391}-\u{3c9}ßİſ ./]{0,24}") {
        let once = key(&path);
        prop_assert_eq!(key(&once), once.clone());
        prop_assert_eq!(key(&path.nfd().collect::<String>()), once.clone());
        if !path.contains('İ') {
            prop_assert_eq!(key(&path.to_uppercase()), once);
        }
    }
}
