//! Addresses that nearly start with `https://`, in link targets and among words.

use crate::diagnostic::{Diagnostic, Span, codes};

/// Beginnings seen in the wild that stand for `https://` or `http://`. A longer one comes before those it starts with.
const NEARLY: &[(&str, &str)] = &[
    ("https://https://", "https://"),
    ("http://https://", "https://"),
    ("https://http://", "http://"),
    ("http://http://", "http://"),
    ("https://http//", "http://"),
    ("https://https//", "https://"),
    ("https//:", "https://"),
    ("http//:", "http://"),
    ("https//", "https://"),
    ("http//", "http://"),
    ("https;//", "https://"),
    ("http;//", "http://"),
    ("https.//", "https://"),
    ("https:\\\\", "https://"),
    ("http:\\\\", "http://"),
    ("htttps://", "https://"),
    ("htttp://", "http://"),
    ("hhttps://", "https://"),
    ("hhttp://", "http://"),
    ("htpps://", "https://"),
    ("htps://", "https://"),
    ("htp://", "http://"),
    ("ttps://", "https://"),
    ("ttp://", "http://"),
    ("https:/", "https://"),
    ("http:/", "http://"),
];

/// The address that was meant, if `typed` is one that nearly starts as it should.
pub(super) fn address(typed: &str) -> Option<String> {
    let first = typed.as_bytes().first()?.to_ascii_lowercase();
    if first != b'h' && first != b't' {
        return None;
    }
    let starts = |nearly: &str| typed.get(..nearly.len()).is_some_and(|start| start.eq_ignore_ascii_case(nearly));
    let (nearly, right) = NEARLY.iter().find(|(nearly, _)| starts(nearly))?;
    let rest = typed.get(nearly.len()..)?;
    let is_host = rest.starts_with(|first: char| first.is_alphanumeric());
    is_host.then(|| format!("{right}{rest}"))
}

/// The address that was meant, if `typed` is a link's target that misses its beginning: `www.business.example`.
pub(super) fn target(typed: &str) -> Option<String> {
    let is_host = typed.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) && typed.len() > 4;
    if is_host { Some(format!("https://{typed}")) } else { address(typed) }
}

/// The finding about such an address.
pub(super) fn finding(right: &str, span: Span) -> Diagnostic {
    let message = "This address does not start the way web addresses do, so it leads nowhere.";
    Diagnostic::new(&codes::markdown::MISTYPED_ADDRESS, message).at(span).help(format!("Write `{right}`."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_set_right_and_good_addresses_left_alone() {
        for (typed, right) in [
            ("http//a.example", "http://a.example"),
            ("https:/a.example/b", "https://a.example/b"),
            ("HTTPS//a.example", "https://a.example"),
            ("https://https://a.example", "https://a.example"),
            ("htps://a.example", "https://a.example"),
        ] {
            assert_eq!(address(typed).as_deref(), Some(right), "{typed}");
        }
        for fine in
            ["https://a.example", "http://a.example", "http.md", "https://http.cat", "tel:1", "text", "http:///x", "é"]
        {
            assert_eq!(target(fine), None, "{fine}");
        }
        assert_eq!(target("www.a.example").as_deref(), Some("https://www.a.example"));
    }
}
