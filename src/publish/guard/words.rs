//! Private words: their spellings, with the usual abbreviations of addresses.

use super::fold;

/// Words of addresses and how else they are written, folded.
const ALIKE: [&[&str]; 40] = [
    &["street", "st", "str"],
    &["road", "rd"],
    &["avenue", "ave", "av"],
    &["lane", "ln"],
    &["drive", "dr", "drv"],
    &["court", "ct", "crt"],
    &["square", "sq"],
    &["place", "pl"],
    &["apartment", "apt", "flat", "appartement", "app"],
    &["boulevard", "blvd", "bd"],
    &["highway", "hwy"],
    &["parkway", "pkwy"],
    &["terrace", "ter", "terr", "tce"],
    &["close", "cl"],
    &["crescent", "cres", "cr"],
    &["gardens", "gdns"],
    &["garden", "gdn"],
    &["grove", "gr", "grv"],
    &["circle", "cir"],
    &["trail", "trl"],
    &["way", "wy"],
    &["alley", "aly"],
    &["park", "pk"],
    &["heights", "hts"],
    &["suite", "ste"],
    &["floor", "fl"],
    &["building", "bldg"],
    &["house", "hse"],
    &["mount", "mt"],
    &["saint", "st", "snt"],
    &["fort", "ft"],
    &["north", "n"],
    &["south", "s"],
    &["east", "e"],
    &["west", "w"],
    &["number", "no", "nr", "num"],
    &["strasse", "str"],
    &["platz", "pl"],
    &["rue", "r"],
    &["via", "v"],
];
/// Letters with dots that are also written as two.
const TWO_LETTERS: [(char, &str); 4] = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('å', "aa")];
/// More spellings than this are not looked for: an address has a handful.
const MOST_SPELLINGS: usize = 256;

/// One way to write private words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    /// Its skeleton.
    pub(super) folded: Vec<u8>,
    /// Where its words end in it.
    pub(super) ends: Vec<usize>,
}

/// How a word may be written; an empty way leaves it out.
type Ways = Vec<String>;

/// The spellings of some words, and what all of them have in common.
pub(super) struct Spellings {
    /// Each way to write them.
    pub(super) all: Vec<Spelling>,
    /// The skeletons of which every spelling holds at least one.
    pub(super) cores: Vec<Vec<u8>>,
}

/// How an address on the web or for mail is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A name, a street.
    Plain,
    /// `jo@home.example`: also as `jo (at) home dot example`.
    Mail,
}

/// Every spelling of `text`.
pub(super) fn spellings(text: &str, sort: Sort) -> Spellings {
    let words: Vec<Ways> = match sort {
        Sort::Plain => words_of(text).iter().map(|word| ways(word)).collect(),
        Sort::Mail => mail(text),
    };
    let mut all = vec![Spelling { folded: Vec::new(), ends: Vec::new() }];
    for word in &words {
        all = all.iter().flat_map(|start| word.iter().map(|way| start.with(way))).take(MOST_SPELLINGS).collect();
    }
    all.retain(|spelling| !spelling.folded.is_empty());
    let cores =
        core(&words).map_or_else(|| all.iter().map(|spelling| spelling.folded.clone()).collect(), |core| vec![core]);
    Spellings { all, cores }
}

impl Spelling {
    fn with(&self, word: &str) -> Self {
        let mut longer = self.clone();
        if !word.is_empty() {
            longer.folded.extend_from_slice(word.as_bytes());
            longer.ends.push(longer.folded.len());
        }
        longer
    }
}

/// The longest run of words that are written one way only, if it is long enough to be rare.
fn core(words: &[Ways]) -> Option<Vec<u8>> {
    let runs = words.split(|ways| ways.len() > 1).map(|run| run.concat().concat().into_bytes());
    runs.max_by_key(Vec::len).filter(|core| core.len() >= 3)
}

/// The words as typed, in lower case.
fn words_of(text: &str) -> Vec<String> {
    let is_part = |character: char| fold::is_kept(character) || fold::is_unseen(character);
    let words = text.split(|character: char| !is_part(character));
    words.map(str::to_lowercase).filter(|word| word.chars().any(fold::is_kept)).collect()
}

fn folded(word: &str) -> String {
    String::from_utf8_lossy(&fold::folded(word)).into_owned()
}

fn ways(word: &str) -> Ways {
    let doubled = TWO_LETTERS.iter().fold(word.to_owned(), |word, (letter, two)| word.replace(*letter, two));
    let mut ways: Ways = vec![folded(word), folded(&doubled)];
    for plain in ways.clone() {
        for alike in ALIKE.iter().filter(|alike| alike.contains(&plain.as_str())) {
            ways.extend(alike.iter().map(|&way| way.to_owned()));
        }
        // German streets are one word: Lindenstraße, Lindenstr.
        let name = plain.strip_suffix("strasse").or_else(|| plain.strip_suffix("str")).filter(|name| !name.is_empty());
        ways.extend(name.into_iter().flat_map(|name| [format!("{name}strasse"), format!("{name}str")]));
    }
    ways.sort();
    ways.dedup();
    ways
}

/// `jo@home.example` in words: jo, perhaps at, home, perhaps dot, example.
fn mail(text: &str) -> Vec<Ways> {
    let mut words: Vec<Ways> = Vec::new();
    let mut joint = None;
    for part in text.split_inclusive(['@', '.']) {
        words.extend(joint.map(|word: &str| vec![String::new(), word.to_owned()]));
        words.extend(words_of(part).iter().map(|word| vec![folded(word)]));
        joint = if part.ends_with('@') { Some("at") } else { Some("dot") };
    }
    words
}
