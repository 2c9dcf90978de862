//! The short number that brings help: 911, 112, 999. A type of its own: it has no E.164 form, and no business owns one.

use std::fmt;

use crate::diagnostic::codes::policy::BAD_EMERGENCY_NUMBER;
use crate::policy::values::Slip;
use crate::policy::values::typed::{Typed, shown};

/// Numbers of police, fire, ambulance and crisis services known to be in use somewhere: neither complete nor checked against a register, and never used to
/// refuse a number an owner types as `[safety] number`.
const KNOWN: &str = "000 061 065 066 080 089 100 101 102 103 104 105 106 107 108 110 111 112 113 114 115 117 118 119 122 123 128 129 \
    131 132 133 140 144 150 155 158 160 161 166 180 190 191 192 193 194 195 197 198 199 333 511 811 900 901 902 903 907 911 912 \
    913 917 919 988 990 991 992 993 994 995 996 997 998 999 1122 1669 1990 10111 10177";

/// Two to four digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmergencyNumber(Box<str>);

impl EmergencyNumber {
    /// Reads two to four digits.
    ///
    /// # Errors
    /// An ordinary phone number, or several numbers at once, is a slip.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        let is_short = (2..=4).contains(&typed.text().len()) && typed.text().bytes().all(|byte| byte.is_ascii_digit());
        if is_short { Ok(EmergencyNumber(typed.text().into())) } else { Err(slip(typed)) }
    }

    /// The digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The link that calls it: `tel:911`.
    #[must_use]
    pub fn tel(&self) -> String {
        format!("tel:{}", self.0)
    }

    /// Whether it is known to bring help somewhere.
    #[must_use]
    pub fn is_known(&self) -> bool {
        is_known(&self.0)
    }
}

/// Whether somewhere these digits bring help.
pub(super) fn is_known(digits: &str) -> bool {
    KNOWN.split_ascii_whitespace().any(|known| known == digits)
}

fn slip(typed: Typed<'_>) -> Slip {
    let groups: Vec<&str> =
        typed.text().split(|character: char| !character.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    let joined = groups.concat();
    let known: Vec<&str> = groups.iter().copied().filter(|group| is_known(group)).collect();
    let try_this = "Write the number people dial in danger, such as `911`, `112` or `999`.";
    let (message, help) = match (known.as_slice(), digits) {
        _ if typed.is_empty() => ("The emergency number is missing.".to_owned(), try_this.to_owned()),
        (_, 2..=4) if is_known(&joined) => {
            (format!("{} is not written as one number.", shown(typed.text())), format!("Write `{joined}`."))
        }
        ([only], 2..=4) => (format!("{} is more than the number.", shown(typed.text())), format!("Write `{only}`.")),
        ([first, ..], _) if known.len() == groups.len() => {
            let message = format!("{} is more than one number.", shown(typed.text()));
            (message, format!("Write the one to dial first: `{first}`. Others may stand in the statement."))
        }
        (_, 7..) => {
            let message = format!("{} is an ordinary phone number.", shown(typed.text()));
            (message, format!("{try_this} Your own line for urgent matters is a channel in channels.md."))
        }
        _ => (format!("{} is not an emergency number.", shown(typed.text())), try_this.to_owned()),
    };
    typed.slip(&BAD_EMERGENCY_NUMBER, message, help)
}

impl fmt::Display for EmergencyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
