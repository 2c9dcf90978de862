//! What looks like the private number and is another one.

use super::*;

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_near_number_is_never_taken_for_it() {
    check_not_found(
        "US",
        NUMBER,
        &[
            "757 555 0189",
            "757 555 0187",
            "757 556 0188",
            "747 555 0188",
            "857 555 0188",
            "757 555 018",
            "57 555 0188",
            "75 755 5018",
            "75755501880",
            "757 555 01881",
            "7757 555 0188",
            "0757 555 0188",
            "27575550188",
            "2757-555-0188",
            "7575550188\u{200B}1",
            "7<b>7575550188</b>",
            "7575550188<b>1</b>",
            "7575550188&#49;",
            "&#50;7575550188",
            "７７５７５５５０１８８",
            "+44 757 555 0188",
            "+44 (0) 757 555 0188",
            "+44 7575 550188",
            "+447575550188",
            "+7 757 555 0188",
            "+7575550188",
            "+49 1 757 555 0188",
            "0044 757 555 0188",
            "00 44 757 555 0188",
            "011 44 757 555 0188",
            "01144 757 555 0188",
            "44-757-555-0188",
            "44.757.555.0188",
            "tel:+44-757-555-0188",
            "tel:%2B447575550188",
            "tel:%2B44%20757%20555%200188",
            "&plus;44 757 555 0188",
            "＋44 757 555 0188",
            "$7575550.18",
            "7575550188.50 USD",
            "0.7575550188",
            "scale(.7575550188)",
            "36.7575550188, -76.28",
            "1757555018800",
            "2026-07-57 55:50:18.8",
            "757 apples, 555 pears, 0188",
            "757a555b0188",
            "ISBN 978-7-5755-5018-8",
            "978-7-5755-5018-8",
            "ISBN-10: 7-5755-5018-8",
            "ISBN 7575550188",
            "assets/site.3f7575550188ab9944cc.css",
            "{\"fingerprint\":\"00aa7575550188bbccddeeff00112233445566778899aabbccddeeff00112233\"}",
            "sha256:9a7575550188c0ffee11",
            "version 7QK4-M2XD",
            "#757555; #018818",
            "color:#757;margin:55.5px 0 1px 88px",
            "<rect width=\"757\" height=\"555\" x=\"0188\"/>",
            "<svg viewBox=\"7 57 555 188\"><path d=\"M7.5 7 5 55 0 1.8z\"/></svg>",
            "<p class=\"a757\">555</p>0188",
            "757<img src=\"x\" alt=\"and\" width=\"2\">",
        ],
    );
}

#[test]
fn short_numbers_keep_clear_of_names_made_of_content() {
    check_not_found(
        "DK",
        "20 12 34 56",
        &["assets/site.ab20123456.css", "201234567", "120123456", "+46 20 12 34 56", "2012-34-5", "978-1-20123456-2"],
    );
    check_found("DK", "20 12 34 56", &["assets/20123456.css", "a.20123456.b"]);
}

#[test]
fn the_same_digits_of_another_country_are_another_number() {
    check_not_found(
        "GB",
        "020 7946 0018",
        &["+1 207 946 0018", "1-207-946-0018", "+1 (207) 946-0018", "0020 7946 00188"],
    );
}

#[test]
fn a_whole_example_site_has_nothing_to_hide() {
    let mut files = MemoryFiles::default();
    let trade = crate::starters::Trade::WebStudio;
    for (path, bytes) in trade.files(&trade.example()) {
        files.put(&path, bytes);
    }
    let build = build(&files, Layout::Site, "x", Today::Given(jiff::civil::date(2026, 9, 1)));
    assert_eq!(build.site.business.private.len(), 2);
    assert!(told(&build).is_empty(), "{:?}", told(&build));
}
