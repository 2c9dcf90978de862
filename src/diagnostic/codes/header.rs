//! Findings of the family `header`: the lines between `+++` and `business.toml`.

family! {
    MISSPELT = "header/misspelt", Error,
        meaning: "A line of a header is not written the way headers are.",
        why: "The facts of a page live in its header. A line that can't be read would be a fact nobody gets to see.",
        mend: "Write each fact as `name = \"value\"`, with straight quotes, one a line.",
        example: "title = \"Opening hours\"";
    UNCLOSED = "header/unclosed", Error,
        meaning: "A header begins with `+++` but does not end.",
        why: "Without the second `+++` nobody can tell where the facts end and the page begins.",
        mend: "Put a line with `+++` alone under the last fact.",
        example: "+++\ntitle = \"Opening hours\"\n+++";
    YAML = "header/yaml", Error,
        meaning: "A header is written between `---` lines, in the style of another program.",
        why: "That style reads `9:00` as a number and `no` as false, so times and answers get mangled.",
        mend: "Write the same header between `+++` lines, as shown.",
        example: "+++\ntitle = \"Opening hours\"\n+++";
}
