//! A written number to its parts.

use super::plans::{self, Plan};
use super::{Phone, emergency, keypad};
use crate::diagnostic::codes::policy::{BAD_PHONE, EMERGENCY_NUMBER};
use crate::policy::values::typed::{Typed, is_dash, shown};
use crate::policy::values::{Country, Slip};

/// What people write before an extension, longest first.
const EXTENSION_MARKS: &[&str] = &["extension", "ext.", "ext", "x", "#"];
/// An extension has at most so many digits.
const LONGEST_EXTENSION: usize = 8;
/// E.164 allows so many digits in all.
const LONGEST: usize = 15;
/// With fewer digits nothing but a local number can be meant.
const SHORTEST: usize = 5;

/// The digits of a number as typed.
struct Dialled<'t> {
    typed: Typed<'t>,
    digits: String,
    plus: bool,
    letters: bool,
}

/// A number taken apart: whose it is and what is dialled there.
struct Placed {
    calling_code: &'static str,
    country: Option<Country>,
    national: String,
    /// Whether the country or the trunk prefix was typed: then a short number is no local one.
    explicit: bool,
}

/// Reads one number.
pub(super) fn phone(text: &str, country: Country) -> Result<Phone, Slip> {
    let typed = Typed::new(text);
    if typed.is_empty() {
        let help = format!(
            "Write it as you would on a card; {} is assumed unless it begins with `+`.",
            country.with_article()
        );
        return Err(typed.slip(&BAD_PHONE, "The phone number is missing.", help));
    }
    let (number, extension) = split_extension(typed);
    let dialled = Dialled::read(number, country)?;
    dialled.refuse_short()?;
    let placed = dialled.place(country)?;
    placed.check(&dialled)?;
    let trunk_prefix = placed.country.map_or("", Country::trunk_prefix);
    Ok(Phone {
        written: typed.text().into(),
        calling_code: placed.calling_code,
        national: placed.national.into(),
        trunk_prefix,
        dials_out_with: country.dials_out_with(),
        extension: extension.map(|digits| digits.text().into()),
    })
}

/// Parts `757 555 0100 ext. 5` at the mark; without a mark and digits behind it there is no extension.
fn split_extension(typed: Typed<'_>) -> (Typed<'_>, Option<Typed<'_>>) {
    let digits = typed.text().bytes().rev().take_while(u8::is_ascii_digit).count();
    let none = (typed, None);
    if !(1..=LONGEST_EXTENSION).contains(&digits) {
        return none;
    }
    let (before, extension) = typed.split_at(typed.text().len() - digits);
    let before = before.trim();
    let before = before.before_ending(":").or_else(|| before.before_ending("=")).unwrap_or(before).trim();
    let Some(number) = EXTENSION_MARKS.iter().find_map(|mark| before.before_ending(mark)) else { return none };
    // `1-800-FLOWERX5` ends in a word, not in a mark.
    if number.text().ends_with(char::is_alphabetic) {
        return none;
    }
    let number = number.trim();
    let number = number.before_ending(",").or_else(|| number.before_ending(";")).unwrap_or(number).trim();
    (number, Some(extension))
}

impl<'t> Dialled<'t> {
    /// Takes the digits; letters become digits where phones bear them.
    fn read(typed: Typed<'t>, country: Country) -> Result<Self, Slip> {
        let mut dialled = Dialled { typed, digits: String::new(), plus: false, letters: false };
        let text = typed.text();
        let mut rest = text.char_indices();
        while let Some((at, character)) = rest.next() {
            match character {
                '0'..='9' => dialled.digits.push(character),
                '+' | '＋' if dialled.digits.is_empty() && !dialled.plus => dialled.plus = true,
                // `+44 (0)20`: the bracketed 0 is for callers at home.
                '(' if dialled.plus && text[at..].starts_with("(0)") && !keeps_zero(&dialled.digits) => {
                    rest.nth(1);
                }
                ' ' | '.' | '(' | ')' | '/' | '·' | '[' | ']' | '\u{a0}' | '\u{202f}' | '\t' => {}
                _ if is_dash(character) => {}
                _ => dialled.push_letter(at, character, country)?,
            }
        }
        Ok(dialled)
    }

    fn push_letter(&mut self, at: usize, character: char, country: Country) -> Result<(), Slip> {
        let has_letters =
            !self.digits.is_empty() && country.calling_code() == "1" && (!self.plus || self.digits.starts_with('1'));
        if let Some(digit) = keypad::digit(character).filter(|_| has_letters) {
            self.digits.push(digit);
            self.letters = true;
            return Ok(());
        }
        let wrong = self.typed.part(at..self.typed.text().len());
        let from = |character: char| character.is_ascii_digit() || character == '+';
        let end = wrong.text().find(from).unwrap_or(wrong.text().len());
        let wrong = wrong.part(0..end).trim();
        let wrong = if wrong.is_empty() { self.typed } else { wrong };
        let message = format!("{} does not belong in a phone number.", shown(wrong.text()));
        Err(wrong.slip(&BAD_PHONE, message, digits_alone(self.typed.text())))
    }

    /// Emergency numbers and what cannot be a number of anybody's.
    fn refuse_short(&self) -> Result<(), Slip> {
        let shown = shown(self.typed.text());
        if !self.plus && !self.letters && emergency::is_known(&self.digits) {
            let help = format!(
                "It goes into emergencies.md: `number = \"{}\"` under `[safety]`. Here write a line of your own.",
                self.digits
            );
            return Err(self.typed.slip(
                &EMERGENCY_NUMBER,
                format!("{shown} is an emergency number, not a line of yours."),
                help,
            ));
        }
        if self.digits.len() < SHORTEST {
            let help = "Write the whole number with its area code, or with `+` and its country.";
            return Err(self.typed.slip(&BAD_PHONE, format!("{shown} is too short for a phone number."), help));
        }
        Ok(())
    }

    /// Finds the country and what is dialled inside it.
    fn place(&self, country: Country) -> Result<Placed, Slip> {
        if self.plus {
            return self.abroad(&self.digits).ok_or_else(|| self.no_such_country());
        }
        let prefixes = [country.dials_out_with(), if country.calling_code() == "1" { "011" } else { "00" }];
        for prefix in prefixes {
            if let Some(placed) = self.digits.strip_prefix(prefix).and_then(|digits| self.abroad(digits)) {
                return Ok(placed);
            }
        }
        Ok(self.at_home(country))
    }

    fn abroad(&self, digits: &str) -> Option<Placed> {
        let (calling_code, country) = plans::calling_code(digits)?;
        let national = digits.get(calling_code.len()..)?.to_owned();
        Some(Placed { calling_code, country, national, explicit: true })
    }

    fn at_home(&self, country: Country) -> Placed {
        let trunk = country.trunk_prefix();
        let longest = plans::plan(country).longest;
        // An 8 or a 1 may also begin a national number; a 0 never does where it is the trunk prefix.
        let certain = trunk.starts_with('0') || self.digits.len() > longest;
        let without = self.digits.strip_prefix(trunk).filter(|_| !trunk.is_empty() && certain);
        Placed {
            calling_code: country.calling_code(),
            country: Some(country),
            national: without.unwrap_or(&self.digits).to_owned(),
            explicit: without.is_some(),
        }
    }

    fn no_such_country(&self) -> Slip {
        let message = format!("No country has a calling code like that of {}.", shown(self.typed.text()));
        self.typed.slip(
            &BAD_PHONE,
            message,
            "Check the digits behind the `+`: `+1` is the United States and Canada, `+44` the United Kingdom.",
        )
    }
}

/// Whether a country's numbers keep their 0 behind the calling code: Italy's do.
fn keeps_zero(international: &str) -> bool {
    plans::calling_code(international)
        .and_then(|(_, country)| country)
        .is_some_and(|country| country.trunk_prefix().is_empty())
}

impl Placed {
    fn check(&self, dialled: &Dialled<'_>) -> Result<(), Slip> {
        let plan = self.country.map_or_else(|| plans::elsewhere(self.calling_code), plans::plan);
        self.refuse_trunk_abroad(dialled)?;
        let count = self.national.len();
        let least = if self.explicit { plan.shortest } else { plan.surely_whole };
        if count < least || count > plan.longest || count + self.calling_code.len() > LONGEST {
            return Err(self.wrong_length(dialled, plan, least));
        }
        if self.calling_code == "1" { self.check_north_american(dialled) } else { Ok(()) }
    }

    /// `+44 020 …`: the 0 is for callers at home.
    fn refuse_trunk_abroad(&self, dialled: &Dialled<'_>) -> Result<(), Slip> {
        let trunk = self.country.map_or("", Country::trunk_prefix);
        if !trunk.starts_with('0') || !self.national.starts_with(trunk) {
            return Ok(());
        }
        let message = format!("Behind `+{}` the first `{trunk}` of a number is left out.", self.calling_code);
        let help = format!("Write `{}`.", without_digits(dialled.typed.text(), self.calling_code.len(), trunk.len()));
        Err(dialled.typed.slip(&BAD_PHONE, message, help))
    }

    fn wrong_length(&self, dialled: &Dialled<'_>, plan: Plan, least: usize) -> Slip {
        let count = self.national.len();
        let place =
            self.country.map_or_else(|| format!("numbers with `+{}`", self.calling_code), Country::with_article);
        let shown = shown(dialled.typed.text());
        if count > plan.longest {
            let message =
                format!("{shown} has too many digits for {place}: {count}, and {} is the most.", plan.longest);
            let help = if dialled.letters {
                "Write the digits alone; words stay out."
            } else {
                "Write one number only, or begin with `+` and its country."
            };
            return dialled.typed.slip(&BAD_PHONE, message, help);
        }
        let is_local = !self.explicit && self.country.is_some_and(|country| !country.trunk_prefix().is_empty());
        let message = if is_local {
            format!("{shown} looks like a local number: its area code is missing.")
        } else {
            format!("{shown} has too few digits for {place}: {count}, and {least} are needed.")
        };
        dialled.typed.slip(&BAD_PHONE, message, self.missing_area(dialled))
    }

    fn missing_area(&self, dialled: &Dialled<'_>) -> String {
        let trunk = self.country.map_or("", Country::trunk_prefix);
        let typed = dialled.typed.text();
        match (self.explicit, self.calling_code, trunk) {
            (true, ..) => "Check that no digit is missing.".to_owned(),
            (_, "1", _) => format!("Put the area code first: three digits, then `{typed}`."),
            (_, code, "") => format!("Check that no digit is missing, or write it with `+{code}`."),
            (_, code, trunk) => format!("Put the area code with its `{trunk}` first, or write it with `+{code}`."),
        }
    }

    /// Area codes and exchanges of the North American plan begin with 2 to 9.
    fn check_north_american(&self, dialled: &Dialled<'_>) -> Result<(), Slip> {
        let first_of = |at: usize| self.national.as_bytes().get(at).copied().unwrap_or(b'2');
        let part = match (first_of(0), first_of(3)) {
            (b'0' | b'1', _) => "the first digits",
            (_, b'0' | b'1') => "the digits behind the area code",
            _ => return Ok(()),
        };
        let message = format!("In {} {part} begin with 0 or 1, and that cannot be.", shown(dialled.typed.text()));
        Err(dialled.typed.slip(&BAD_PHONE, message, "Check the number for a slip of the finger."))
    }
}

/// The text without the `count` digits that follow the first `kept`, and without the blank they leave.
fn without_digits(text: &str, kept: usize, count: usize) -> String {
    let mut seen = 0;
    let rest = text.chars().filter(|character| {
        seen += usize::from(character.is_ascii_digit());
        !(character.is_ascii_digit() && (kept + 1..=kept + count).contains(&seen))
    });
    rest.collect::<String>().replace("()", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Help for a number with words around it: the digits on their own.
fn digits_alone(text: &str) -> String {
    if text.contains('@') {
        return "For an e-mail address write `kind = \"email\"`; here write a number.".to_owned();
    }
    let keep = |character: &char| character.is_ascii_digit() || matches!(character, '+' | ' ' | '-' | '.' | '(' | ')');
    let kept: String = text.chars().filter(keep).collect();
    let kept = kept.trim_matches([' ', '-', '.']);
    let count = kept.chars().filter(char::is_ascii_digit).count();
    if (7..=LONGEST).contains(&count) {
        format!("Write `{}`.", kept.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        "Write digits, blanks, brackets and dashes only; an extension as `ext. 5`.".to_owned()
    }
}
