//! Jumps in the data.

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
