//! Every format we publish, or are going to: calendars, contact cards, data, scripts, drawings, and documents whose bytes say nothing.

use super::*;
use crate::publish::guard::shown;

#[test]
fn a_calendar_is_read_across_its_folds() {
    check_found(
        "US",
        NUMBER,
        &[
            "BEGIN:VEVENT\r\nDESCRIPTION:We are closed. Call 757 5\r\n 55 0188.\r\nEND:VEVENT\r\n",
            "DESCRIPTION:Call +1 757\r\n\t 555 0188.\r\n",
            "DESCRIPTION:Closed\\, call 757-555-0\r\n 1\r\n 88\\nSee you\r\n",
            "ATTENDEE;CN=\"Dana (757) 555-0188\":mailto:dana@a.example\r\n",
            "CONTACT;ALTREP=\"tel:+17575550188\":Dana\r\n",
        ],
    );
    check_found(
        "US",
        "12 Elm Street",
        &["LOCATION:12 E\r\n lm Street\\, Norfolk\r\n", "LOCATION:12 Elm\r\n  St.\\; Norfolk\r\n"],
    );
}

#[test]
fn a_contact_card_is_read_in_all_its_versions() {
    check_found(
        "US",
        NUMBER,
        &[
            "BEGIN:VCARD\r\nVERSION:4.0\r\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-757-555-0188\r\nEND:VCARD\r\n",
            "VERSION:3.0\r\nTEL;TYPE=CELL:(757) 555-01\r\n 88\r\n",
            "VERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:Dana=20757=20555=\r\n=200188\r\n",
            "item1.TEL:17575550188\r\nitem1.X-ABLabel:Home\r\n",
        ],
    );
    check_found(
        "US",
        "12 Elm Street",
        &[
            "ADR;TYPE=home:;;12 Elm Street;Norfolk;VA;23510;USA\r\n",
            "ADR;LABEL=\"12 Elm St\\nNorfolk\":;;;Norfolk;VA;;\r\n",
            "ADR:;12;Elm Street;Norfolk\r\n",
        ],
    );
}

#[test]
fn data_and_scripts_are_read_through_their_escapes() {
    check_found(
        "US",
        NUMBER,
        &[
            "{\"telephone\":\"+1\\u0020757 555 0188\"}",
            "{\"tel\":\"tel:\\/\\/757\\u002d555\\u002d0188\"}",
            "const door = { phone: '757\\x20555\\x200188' };",
            "<script type=\"application/ld+json\">{\"telephone\":\"\\u002B17575550188\"}</script>",
            "<svg><title>Call 757 555 0188</title></svg>",
            "<svg><text><tspan x=\"0\">757</tspan><tspan x=\"9\">555</tspan><tspan>0188</tspan></text></svg>",
        ],
    );
}

#[test]
fn a_number_beside_a_number_is_another_one() {
    check_not_found(
        "US",
        NUMBER,
        &[
            "DTSTART:20260757T555018\r\n 8\r\n",
            "UID:1757555018842@a.example\r\n",
            "{\"minutes\":[757,555,1880]}",
            "TEL:+1 757 555 0189\r\n 8\r\n",
        ],
    );
}

/// What the letters of a document say is handed along with its bytes.
#[test]
fn words_handed_along_are_searched_and_not_published() {
    let secrets = secrets("US", &[NUMBER]);
    let pack = |words: &str| {
        let bytes = b"%PDF-1.7 <00180019001A> Tj".to_vec().into_boxed_slice();
        let content = Content::new(vec![crate::render::Segment::Own(bytes)]).with_words(words);
        Output::from_iter([(Address::new("welcome-pack.pdf"), content)])
    };
    let secret = pack("How to reach us\nCall 757 555\n0188");
    assert_eq!(shown(&secret, &secrets).len(), 1);
    assert!(secret.iter().all(|(_, content)| !content.joined().windows(3).any(|part| part == b"757")));
    assert!(shown(&pack("How to reach us"), &secrets).is_empty());
}
