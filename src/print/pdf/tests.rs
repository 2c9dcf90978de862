//! Jumps in the data, and what the templates name of it.

use serde_json::json;

use super::jumps;

#[test]
fn a_jump_lands_at_its_place_or_its_chapter_or_stays_words() {
    let jump = |to: &str| json!({"is": "jump", "to": to, "inside": []});
    let mut data = json!({"reach": null, "chapters": [{"id": "hours", "blocks": [jump("hours:one"), jump("hours:none"), jump("gone:x")]},
        {"is": "heading", "id": "hours:one"}]});
    jumps::settle(&mut data);
    let blocks = &data["chapters"][0]["blocks"];
    assert_eq!(blocks[0]["to"], "hours:one");
    assert_eq!(blocks[1]["to"], "hours");
    assert_eq!(blocks[2]["is"], "span");
}

/// A function that did would be another one after every edit, and every page would be set anew.
#[test]
fn no_function_of_the_templates_names_the_whole_data() {
    let parts = include_str!("../../../themes/welcome/print/parts.typ");
    let is_value = |line: &str| {
        let name = line.strip_prefix("#let ").and_then(|rest| rest.split_once(" = "));
        name.is_some_and(|(name, _)| !name.contains('('))
    };
    let named = parts.lines().filter(|line| !line.starts_with("//") && line.contains("data."));
    assert_eq!(named.filter(|line| !is_value(line)).collect::<Vec<_>>(), Vec::<&str>::new());
}
