//! Addresses, names, mail and web addresses.

use super::*;

const HOME: &str = "12 Elm Street";

#[test]
fn an_address_is_found_in_every_spelling() {
    check_found(
        "US",
        HOME,
        &[
            "We live at 12 Elm Street, Norfolk.",
            "12 elm street",
            "12 ELM ST.",
            "12, Elm St, Norfolk",
            "12  Elm\n   Street",
            "12 Elm&nbsp;Street",
            "12-elm-street.html",
            "12_Elm_Str",
            "12ElmStreet",
            "12%20Elm%20Street",
            "12+Elm+Street",
            "12 Élm Stréet",
            "12 E\u{301}lm Street",
            "&#49;2 &Eacute;lm Street",
            "１２ Ｅｌｍ Ｓｔｒｅｅｔ",
            "12 𝐄𝐥𝐦 𝐒𝐭𝐫𝐞𝐞𝐭",
            "12 El\u{AD}m Str\u{200B}eet",
            "12 E<b>lm</b> Stre<wbr>et",
            "<p>12 Elm</p><p>Street</p>",
            "12 Elm<br>Street",
            "12 El=\r\nm Street",
            "12 Elm Stre\r\n et",
            "{\"a\":\"\\u0031\\u0032 Elm\\nStreet\"}",
            "{\"a\":\"at\\n12 Elm Street\"}",
            "content: \"12 \\45 lm Street\"",
            "12 Elm Street's door",
            "12 Elm Street²",
            "3-12 Elm Street",
            "<!--12 Elm Street-->",
            "<img alt='12 Elm Street'>",
            "12 *Elm* Str*eet*",
        ],
    );
}

#[test]
fn other_addresses_are_not_taken_for_it() {
    check_not_found(
        "US",
        HOME,
        &[
            "112 Elm Street",
            "12 Elm Streets",
            "12a Elm Street",
            "12 Elms Street",
            "12 Helm Street",
            "121 Elm Street",
            "12 Elm Road",
            "12 Elm",
            "Elm Street 12",
            "12 Elm Stone",
            "1 2 Elm Street",
            "12 E lm Street",
            "12 Elm and Street",
            "12 Elm Strand",
            "12Elm Streeter",
            "12 Elm<b>s</b> Street",
            "12 Elm Street<b>s</b>",
            "&#49;12 Elm Street",
        ],
    );
}

#[test]
fn abbreviations_work_both_ways() {
    check_found(
        "GB",
        "Flat 2, 9 St. Mary's Rd",
        &["Apartment 2, 9 Saint Mary’s Road", "flat 2 9 St Marys road", "Apt. 2 / 9 St Mary's Rd."],
    );
    check_found("DE", "Lindenstraße 7", &["Lindenstr. 7", "LINDENSTRASSE 7", "Lindenstraße 7", "Lindenstra&szlig;e 7"]);
    check_found("DE", "Müllerstr. 7", &["Müllerstraße 7", "Mullerstr 7", "Muellerstraße 7", "M&uuml;llerstr. 7"]);
    check_found("US", "4 North Fifth Avenue", &["4 N. Fifth Ave", "4 North Fifth Av."]);
}

#[test]
fn other_scripts_are_words_too() {
    check_found(
        "US",
        "улица Ленина 5",
        &["Улица Ленина, 5", "УЛИЦА ЛЕНИНА 5", "&#1091;лица Ленина 5", "%D1%83лица Ленина 5"],
    );
    check_found("JP", "東京都港区芝公園", &["住所は東京都港区芝公園です", "\\u6771京都港区芝公園"]);
    check_not_found("US", "улица Ленина 5", &["улица Ленина 55"]);
}

#[test]
fn mail_and_web_addresses_are_found() {
    check_found(
        "US",
        "jo@home.example",
        &[
            "jo@home.example.",
            "JO@Home.Example",
            "mailto:jo@home.example?subject=x",
            "mailto:jo%40home.example",
            "mailto:%6Ao@home.example",
            "jo (at) home (dot) example",
            "jo [at] home.example",
            "jo at home dot example",
            "jo&commat;home&period;example",
            "jo&#64;home.example",
            "&#106;&#111;&#64;home.example",
            "jo<!-- x -->@home.example",
            "<b>jo</b>@home.example",
            "Jo <jo@home.example>",
        ],
    );
    check_not_found(
        "US",
        "jo@home.example",
        &[
            "mary.jo@home.example",
            "jo@home.example.com",
            "banjo@home.example",
            "jo-jo@home.example",
            "jo@home.examples",
        ],
    );
    check_found(
        "US",
        "https://www.home.example/dana",
        &["home.example/dana", "http://home.example/dana/", "www.home.example%2Fdana"],
    );
}

#[test]
fn angle_brackets_do_not_hide_words() {
    check_found("US", "Dana Ruiz", &["<Dana Ruiz>", "by <b>Dana</b> <i>Ruiz</i>", "{\"from\":\"<Dana Ruiz>\"}"]);
    check_found("US", "Ruiz", &["Dana <Ruiz>"]);
}

#[test]
fn an_entry_without_letters_is_passed_over() {
    assert!(secrets("US", &["", " - "]).is_empty());
}
