//! When digits are a private number, and when they are another one that looks like it.
//!
//! Between the digits anything but letters may stand. What decides is what stands beside them: one digit more, another country, a fraction,
//! a book's number or a file's fingerprint make it another number. When in doubt it is the private one: a false alarm costs a minute, a
//! leak costs a home.

use std::collections::BTreeSet;

use super::trail::Spot;
use crate::policy::values::{Country, Phone};

/// Between the groups of one number.
const JOINTS: [char; 6] = [' ', '-', '.', '/', '(', ')'];
/// A joint is at most so long: `) ` and ` (` and ` - `.
const LONGEST_JOINT: usize = 3;
/// A number has at most so many groups before the ones that are known.
const MOST_GROUPS: usize = 5;
/// E.164 allows so many digits behind the `+`.
const LONGEST: usize = 15;
/// What is dialled before the country, where it is not a `+`.
const DIALS_OUT: [&str; 3] = ["0011", "011", "00"];
/// Tokens of hexadecimal digits from this length on are fingerprints.
const SHORTEST_FINGERPRINT: usize = 16;
/// So many digits of a file's hash stand between the dots of an asset's name ([`crate::address::Address::hashed`]).
const HASH_IN_A_NAME: usize = 10;

/// The digits of a number, and which of its forms may follow a `+`.
#[derive(Clone, Debug)]
pub(super) struct Number {
    forms: BTreeSet<String>,
    /// Without a country (a local number, a tax number) there is no telling whose a longer number is.
    international: Option<BTreeSet<String>>,
}

/// Digits beside a number, and what stands before them.
struct Group<'b> {
    digits: &'b str,
    /// Between these digits and the next.
    joint: &'b str,
    /// What stands before these digits, brackets aside.
    lead: &'b str,
}

impl Number {
    /// Every way to dial a phone number.
    pub(super) fn of_phone(phone: &Phone) -> Self {
        let forms: BTreeSet<String> = phone.dialled_forms().into_iter().collect();
        let international = phone.e164().trim_start_matches('+').to_owned();
        let national = forms.iter().min_by_key(|form| form.len()).cloned().unwrap_or_default();
        let code = international.strip_suffix(&national).unwrap_or_default().to_owned();
        let calls_abroad = |form: &&String| form.len() >= international.len() && form.starts_with(&code);
        let international = forms.iter().filter(calls_abroad).cloned().collect();
        Number { forms, international: Some(international) }
    }

    /// Digits that are no phone number of any country.
    pub(super) fn of_digits(digits: String) -> Self {
        Number { forms: [digits].into(), international: None }
    }

    /// What its skeletons may be.
    pub(super) fn forms(&self) -> impl Iterator<Item = &String> {
        self.forms.iter()
    }

    /// What is part of all its skeletons.
    pub(super) fn core(&self) -> &str {
        self.forms.iter().min_by_key(|form| form.len()).map_or("", String::as_str)
    }

    /// Whether `form`, found at this spot, is the number itself.
    pub(super) fn is_at(&self, spot: &Spot<'_>, form: &str) -> bool {
        let runs_on = spot.before.ends_with(is_digit) || spot.after.starts_with(is_digit);
        !runs_on
            && !is_fraction(spot)
            && !is_fingerprint(spot)
            && !is_in_a_book(spot, form)
            && !self.is_another(spot, form)
    }

    /// Whether what stands before it makes it a number of another country.
    fn is_another(&self, spot: &Spot<'_>, form: &str) -> bool {
        let Some(international) = &self.international else { return false };
        if bare(&spot.before).ends_with('+') {
            return !international.contains(form);
        }
        let mut digits = form.to_owned();
        let mut nearer: Option<Group<'_>> = None;
        for group in groups_before(&spot.before) {
            digits.insert_str(0, group.digits);
            if group.lead.ends_with('+') {
                return digits.len() <= LONGEST && !international.contains(&digits);
            }
            let is_first = nearer.is_none();
            if group.dials_out(nearer.as_ref()) || (is_first && group.is_dashed_country()) {
                let behind = DIALS_OUT.iter().find_map(|prefix| digits.strip_prefix(prefix)).unwrap_or_default();
                return !self.forms.contains(&digits) && !international.contains(behind);
            }
            nearer = Some(group);
        }
        false
    }
}

impl Group<'_> {
    /// `00 44`, `0044`, `011 44`: but not the end of `25.00` or `10:00`.
    fn dials_out(&self, nearer: Option<&Group<'_>>) -> bool {
        let Some(country) = DIALS_OUT.iter().find_map(|prefix| self.digits.strip_prefix(prefix)) else { return false };
        let country = match (country, nearer) {
            ("", Some(nearer)) => nearer.digits,
            ("", None) => return false,
            (country, _) => country,
        };
        (1..=3).contains(&country.len()) && !country.starts_with('0') && self.stands_first()
    }

    /// `44-` or `44.` before the number.
    fn is_dashed_country(&self) -> bool {
        let is_code = Country::all().any(|country| country.calling_code() == self.digits);
        matches!(self.joint, "-" | ".") && is_code && self.stands_first()
    }

    /// Whether nothing before it makes it the end of something else.
    fn stands_first(&self) -> bool {
        !self.lead.ends_with(|sign: char| is_digit(sign) || matches!(sign, '.' | ',' | ':' | '-' | '/'))
    }
}

/// The groups of digits before a number, the nearest first.
fn groups_before(before: &str) -> impl Iterator<Item = Group<'_>> {
    let mut rest = before;
    std::iter::from_fn(move || {
        let joined = rest.trim_end_matches(JOINTS);
        let joint = &rest[joined.len()..];
        let lead = joined.trim_end_matches(is_digit);
        let digits = &joined[lead.len()..];
        rest = lead;
        let is_group = !digits.is_empty() && joint.chars().count() <= LONGEST_JOINT;
        is_group.then(|| Group { digits, joint, lead: bare(lead) })
    })
    .take(MOST_GROUPS)
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// Without an open bracket at its end: `+(44)`.
fn bare(before: &str) -> &str {
    before.trim_end_matches(['(', '['])
}

/// `0.7575550188`, `.7575550188`, `7575550188.5`: only digits in one piece can be part of a fraction.
fn is_fraction(spot: &Spot<'_>) -> bool {
    let is_undivided = spot.inside.chars().all(is_digit);
    let goes_on = spot.after.strip_prefix('.').is_some_and(|after| after.starts_with(is_digit));
    let begins = spot.before.strip_suffix('.').is_some_and(|before| {
        let sign = before.chars().next_back().unwrap_or(' ');
        is_digit(sign) || (!sign.is_alphabetic() && !matches!(sign, '.' | ')'))
    });
    is_undivided && (goes_on || begins)
}

/// Inside a long run of hexadecimal digits, or in the part of an asset's name that is made of its content.
fn is_fingerprint(spot: &Spot<'_>) -> bool {
    let is_part = |character: &char| character.is_ascii_alphanumeric();
    let head: String = spot.before.chars().rev().take_while(is_part).collect();
    let tail: String = spot.after.chars().take_while(is_part).collect();
    let length = head.len() + spot.inside.len() + tail.len();
    let is_hexadecimal =
        [&head, &spot.inside, &tail].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if (head.is_empty() && tail.is_empty()) || !is_hexadecimal {
        return false;
    }
    let dotted =
        spot.before[..spot.before.len() - head.len()].ends_with('.') && spot.after[tail.len()..].starts_with('.');
    length >= SHORTEST_FINGERPRINT || (dotted && length == HASH_IN_A_NAME)
}

/// Part of an ISBN: one that says so, or thirteen dashed digits that begin with 978 or 979.
fn is_in_a_book(spot: &Spot<'_>, form: &str) -> bool {
    let groups: Vec<Group<'_>> = groups_before(&spot.before).collect();
    let lead = groups.last().map_or(spot.before.as_str(), |group| group.lead);
    let said: String = lead.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    let said = said.trim_end_matches([' ', ':', '-']).to_ascii_lowercase();
    if ["isbn", "isbn-13", "isbn-10"].iter().any(|word| said.ends_with(word)) {
        return true;
    }
    let dashed = groups.iter().take_while(|group| group.joint == "-");
    let mut digits = form.to_owned();
    let heads = dashed.map(|group| {
        digits.insert_str(0, group.digits);
        digits.clone()
    });
    let is_book =
        |head: &str, tail: &str| head.len() + tail.len() == 13 && (head.starts_with("978") || head.starts_with("979"));
    let tails = dashed_tails(&spot.after);
    heads.collect::<Vec<_>>().iter().any(|head| tails.iter().any(|tail| is_book(head, tail)))
}

/// What dashed groups behind a number add to it: nothing, one of them, two of them …
fn dashed_tails(after: &str) -> Vec<String> {
    let mut tails = vec![String::new()];
    let mut rest = after;
    while let Some(next) = rest.strip_prefix('-').filter(|next| next.starts_with(is_digit)) {
        let behind = next.trim_start_matches(is_digit);
        let longer = tails.last().cloned().unwrap_or_default() + &next[..next.len() - behind.len()];
        tails.push(longer);
        rest = behind;
    }
    tails
}
