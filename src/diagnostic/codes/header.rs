//! Findings of the family `header`: the lines between `+++` and `business.toml`.

family! {
    MISSPELT = "header/misspelt", Error,
        meaning: "A line of a header is not written the way headers are.",
        why: "The facts of a page live in its header. A line that can't be read would be a fact nobody gets to see.",
        mend: "Write each fact as `name = \"value\"`, with straight quotes, one a line. Notes to yourself begin with `#`.",
        example: "`title: Opening hours` → `title = \"Opening hours\"`";
    UNCLOSED = "header/unclosed", Error,
        meaning: "Of the two `+++` lines around a header one is missing, or both are.",
        why: "Without them nobody can tell where the facts end and the page begins.",
        mend: "Put a line with `+++` alone above the first fact, and one under the last.",
        example: "+++\ntitle = \"Opening hours\"\n+++";
    YAML = "header/yaml", Error,
        meaning: "A header is written between `---` lines, in the style of another program.",
        why: "That style reads `9:00` as a number and `no` as false, so times and answers get mangled.",
        mend: "Write the same header between `+++` lines, as shown.",
        example: "+++\ntitle = \"Opening hours\"\n+++";
    CURLY_QUOTES = "header/curly-quotes", Notice,
        meaning: "Values of a header stand in curly quotes; they were read as straight ones.",
        why: "Word processors and phones curl quotes unasked. The site reads them as you meant them; other programs that read the same file may not.",
        mend: "Nothing has to be done. To be rid of the notice, type the quotes again in a plain text editor.",
        example: "`name = “Tidewater”` → `name = \"Tidewater\"`";
    LOOK_ALIKE = "header/look-alike", Notice,
        meaning: "A blank or a `=` in a header is not the plain one; it was read as if it were.",
        why: "Text copied from a web page or a chat brings blanks with it that look plain and are not. The site reads them as you meant them; other programs may not.",
        mend: "Nothing has to be done. To be rid of the notice, type the mark again on your keyboard.",
        example: "`name ＝ \"Tidewater\"` → `name = \"Tidewater\"`";
}
