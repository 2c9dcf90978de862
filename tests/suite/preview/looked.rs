//! Once saving pauses, the panel is told what a check says: what clients will still ask, and which sentences to look at again.

use std::time::{Duration, Instant};

use super::running::{NEVER, Running};
use crate::desk::Desk;

fn codes(preview: &Running) -> Vec<String> {
    let state = preview.state();
    let findings = state["findings"].as_array().expect("findings");
    findings.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

fn wait_for(preview: &Running, code: &str, wanted: bool) {
    let began = Instant::now();
    while codes(preview).iter().any(|own| own == code) != wanted {
        assert!(began.elapsed() < NEVER, "{code}, {wanted}: {:?}", codes(preview));
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_a_check_says_follows_the_last_save() {
    let desk = Desk::with_site(&[("welcome.md", "# Welcome\n\nCome in.\n"), ("guides/a.md", "# A\n\nTODO\n")]);
    let preview = Running::start(&desk, &[]);
    let first = preview.wait_for_stage("good", 0)["newest"].as_u64().expect("a number");
    wait_for(&preview, "needs/waiting", true);
    wait_for(&preview, "structure/replace-me", true);
    desk.write("site/content/guides/a.md", "# A\n\nAsk Dana.\n");
    let state = preview.wait_for_stage("good", first);
    wait_for(&preview, "structure/replace-me", false);
    wait_for(&preview, "needs/waiting", true);
    assert_eq!(preview.state()["newest"], state["newest"], "nothing was made anew");
    assert_eq!(preview.state()["stage"], "good");
}
