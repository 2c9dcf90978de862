use super::*;
use crate::pictures::Fault;

fn drawing(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">\n{inside}\n</svg>"
    )
}

fn check_refused(inside: &str, at: &str) {
    let text = drawing(inside);
    match picture("a.svg", text.clone().into_bytes()).fault() {
        Some(Fault::Unsafe(_, place)) => assert_eq!(&text[place.clone()], at, "{inside}"),
        other => panic!("{inside}: {other:?}"),
    }
}

#[test]
fn what_acts_or_fetches_is_refused_with_its_place() {
    check_refused("<script>alert(1)</script>", "<script>");
    check_refused("<g><SCRIPT href=\"#x\"/></g>", "<SCRIPT href=\"#x\"/>");
    check_refused("<g onload=\"alert(1)\"/>", "onload=\"alert(1)\"");
    check_refused("<g onClick='x()'/>", "onClick='x()'");
    check_refused("<foreignObject><div xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>", "<foreignObject>");
    check_refused("<image href=\"https://elsewhere.example/x.png\"/>", "href=\"https://elsewhere.example/x.png\"");
    check_refused("<image xlink:href=\"//elsewhere.example/x\"/>", "xlink:href=\"//elsewhere.example/x\"");
    check_refused("<use href=\"other.svg#a\"/>", "href=\"other.svg#a\"");
    check_refused("<a href=\"javascript:alert(1)\"><path d=\"\"/></a>", "href=\"javascript:alert(1)\"");
    check_refused("<a href=\" jav&#x61;script:alert(1)\"/>", "href=\" jav&#x61;script:alert(1)\"");
    check_refused(
        "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
        "href=\"data:image/svg+xml;base64,PHN2Zy8+\"",
    );
    check_refused("<image href=\"data:text/html,x\"/>", "href=\"data:text/html,x\"");
    check_refused("<image href=\"data:image/png;base64,AAAA\"/>", "href=\"data:image/png;base64,AAAA\"");
    check_refused("<style>@import 'x.css';</style>", "<style>");
    check_refused("<style>a{fill:url( 'https://x.example/a')}</style>", "<style>");
    check_refused("<style><![CDATA[a{fill:u\\72l(x)}]]></style>", "<style>");
    check_refused("<path style=\"fill:url(http://x.example)\"/>", "style=\"fill:url(http://x.example)\"");
    check_refused("<path fill=\"url(x.svg#a)\"/>", "fill=\"url(x.svg#a)\"");
    check_refused(
        "<set attributeName=\"href\" to=\"javascript:x\"/>",
        "<set attributeName=\"href\" to=\"javascript:x\"/>",
    );
    check_refused(
        "<animate attributeName=\"xlink:href\" values=\"javascript:x\"/>",
        "<animate attributeName=\"xlink:href\" values=\"javascript:x\"/>",
    );
    check_refused("<iframe/>", "<iframe/>");
}

#[test]
fn own_definitions_are_refused() {
    let text = format!("<!DOCTYPE svg [\n<!ENTITY a \"x\">]>{}", drawing("&a;"));
    assert!(matches!(picture("a.svg", text.into_bytes()).fault(), Some(Fault::Unsafe("definitions of its own", _))));
}

#[test]
fn a_sound_drawing_goes_out_byte_for_byte() {
    let sound = drawing(
        "<defs><linearGradient id=\"a\"/></defs><style>p{fill:url(#a)}</style><path fill=\"url('#a')\" d=\"M0 0\"/><use xlink:href=\"#a\"/>",
    );
    let picture = picture("a.svg", sound.clone().into_bytes());
    assert_eq!((&*published(&picture)[0].1, picture.size()), (sound.as_bytes(), Some((9, 9))));
}

#[test]
fn a_programs_own_notes_are_cut_out() {
    let noted = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet href=\"https://x.example/a.css\"?>\n\
        <!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<!-- Dana's -->\n\
        <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" \
        i:export-filename=\"/home/dana/logo.png\" width=\"9\" height=\"9\"><metadata>Dana</metadata><i:view path=\"/home/dana\"><g/></i:view>\
        <path d=\"M0 0h9v9\"/></svg>";
    let files = published(&picture("a.svg", noted.as_bytes().to_vec()));
    let text = String::from_utf8(files[0].1.to_vec()).unwrap();
    for gone in ["dana", "Dana", "x.example", "DOCTYPE", "<?xml"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert!(text.contains("<path d=\"M0 0h9v9\"/>"), "{text}");
    assert!(super::super::drawing::safe(text.as_bytes()).unwrap().is_none(), "nothing is left to cut: {text}");
}

#[test]
fn a_photo_inside_loses_its_notes() {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    let plain = jpeg(&quarters(24, 16));
    let noted = STANDARD.encode(with_notes(&plain, 1));
    let text = drawing(&format!("<image href=\"data:image/jpeg;base64,{noted}\" width=\"9\"/>"));
    let files = published(&picture("a.svg", text.into_bytes()));
    let cleaned = String::from_utf8(files[0].1.to_vec()).unwrap();
    assert!(
        cleaned.contains(&format!("<image href=\"data:image/jpeg;base64,{}\" width=\"9\"/>", STANDARD.encode(&plain)))
    );
}

#[test]
fn a_broken_drawing_is_told_with_its_place() {
    let text = drawing("<path d=\"M0 0\"></g>");
    let Some(Fault::Unreadable(place)) = picture("a.svg", text.clone().into_bytes()).fault().cloned() else { panic!() };
    assert!(text[place.start..].starts_with("</g>"), "{}", &text[place.start..]);
    for odd in ["<svg/>", "hello", "<svg", "<g xmlns=\"http://www.w3.org/2000/svg\"/>"] {
        assert!(picture("a.svg", odd.as_bytes().to_vec()).fault().is_some(), "{odd}");
    }
}

#[test]
fn depth_and_old_ways_of_saving_are_no_trouble() {
    let deep = drawing(&format!("{}{}", "<g>".repeat(20_000), "</g>".repeat(20_000)));
    drop(picture("a.svg", deep.into_bytes()).fault().cloned());
    let wide: Vec<u8> =
        format!("\u{FEFF}{}", drawing("<path d=\"M0 0\"/>")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files = published(&picture("a.svg", wide));
    assert!(holds(&files[0].1, "<path d=\"M0 0\"/>"));
}
