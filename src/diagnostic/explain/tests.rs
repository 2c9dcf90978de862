use super::*;

#[test]
fn a_code_is_explained_within_eighty_columns() {
    for code in codes::all() {
        let text = explain(code.id).unwrap();
        assert!(text.starts_with(&format!("{} ({})\n\n", code.id, code.severity.word())), "{text}");
        let (prose, example) = text.split_once("\nFor example\n").unwrap();
        assert!(prose.lines().all(|line| line.width() <= WIDTH), "{text}");
        assert_eq!(
            example.lines().map(str::trim).collect::<String>(),
            code.example.lines().map(str::trim).collect::<String>()
        );
    }
}

#[test]
fn a_misspelt_code_is_answered_with_its_neighbours() {
    for near in ["output/hom", "Output/Home", "home", "output-home"] {
        let text = explain(near).unwrap_err();
        assert!(text.contains("welcomemat explain output/home\n"), "{near}: {text}");
        assert!(text.lines().count() <= 2 + OFFERS, "{text}");
    }
    assert!(explain("zzzzzzzz").unwrap_err().contains("stands at its end"));
    assert!(explain("").is_err());
}

#[test]
fn words_are_wrapped_at_spaces_only() {
    let mut text = String::new();
    push_wrapped(&mut text, &format!("{} short\nnext", "long".repeat(30)), "  ");
    assert_eq!(text, format!("  {}\n  short\n  next\n", "long".repeat(30)));
    let mut text = String::new();
    push_wrapped(&mut text, &"word ".repeat(40), "  ");
    assert!(text.lines().all(|line| line.len() <= WIDTH) && text.lines().count() == 3, "{text}");
}
