//! Jumps in the data: each must lead to something that is on paper.

use std::collections::BTreeSet;

use serde_json::Value;

/// Jumps to places that only the screen has lead to their chapter.
pub(super) fn settle(data: &mut Value) {
    let mut ids = BTreeSet::new();
    collect(data, &mut ids);
    if let Some(reach) = data.get("reach_id").and_then(Value::as_str).filter(|_| !data["reach"].is_null()) {
        ids.insert(reach.to_owned());
    }
    turn(data, &|to| {
        let chapter = to.split(':').next().unwrap_or_default();
        [to, chapter].into_iter().find(|id| ids.contains(*id)).map(str::to_owned)
    });
}

/// On a sheet of its own no jump leads anywhere: their words stay.
pub(super) fn leave_out(data: &mut Value) {
    turn(data, &|_| None);
}

/// On a card that is cut out nothing can be pressed.
pub(super) fn leave_out_links(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if fields.get("is").and_then(Value::as_str) == Some("link") {
                fields.insert("is".to_owned(), Value::from("span"));
            }
            fields.values_mut().for_each(leave_out_links);
        }
        Value::Array(values) => values.iter_mut().for_each(leave_out_links),
        _ => {}
    }
}

fn collect(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let id = fields.get("id").and_then(Value::as_str).filter(|id| !id.is_empty());
            ids.extend(id.map(str::to_owned));
            fields.values().for_each(|value| collect(value, ids));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, ids)),
        _ => {}
    }
}

fn turn(value: &mut Value, landing: &impl Fn(&str) -> Option<String>) {
    match value {
        Value::Object(fields) => {
            if fields.get("is").and_then(Value::as_str) == Some("jump") {
                let to = fields.get("to").and_then(Value::as_str).and_then(landing);
                match to {
                    Some(to) => fields.insert("to".to_owned(), Value::from(to)),
                    None => fields.insert("is".to_owned(), Value::from("span")),
                };
            }
            fields.values_mut().for_each(|value| turn(value, landing));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| turn(value, landing)),
        _ => {}
    }
}
