//! Findings of the family `markdown`.

family! {
    RAW_HTML = "markdown/raw-html", Error,
        meaning: "The text holds an HTML tag.",
        why: "HTML typed by hand can break the page around it, the printed pack can't show it, and a pasted snippet may load things from other companies' servers.",
        mend: "Write it the Markdown way, as the finding shows for this tag. If you know what you are doing, `unsafe_html = true` in business.toml allows HTML everywhere.",
        example: "`<b>Closed</b> on Friday` → `**Closed** on Friday`";
    HTML_COMMENT = "markdown/html-comment", Notice,
        meaning: "The text holds a hidden HTML comment, and it was left out.",
        why: "What is hidden on a page can still be read by anyone who looks at the page's source, so comments are never published.",
        mend: "Nothing has to be done. Notes to yourself are safer in the header, after a `#`, where they never leave your computer.",
        example: "+++\n# ask Dana whether we still offer this\n+++";
    RISKY_LINK = "markdown/risky-link", Error,
        meaning: "A link or picture points somewhere a client's browser should not be sent.",
        why: "Certain addresses run a program or open a file on the reader's own computer instead of showing a page. Others work on yours alone.",
        mend: "Link to a web address that starts with `https://`, to an e-mail address (`mailto:`), to a phone number (`tel:`), or to a file in your content folder.",
        example: "`[price list](//files.example/prices.pdf)` → `[price list](https://files.example/prices.pdf)`";
    BLANK_IN_LINK = "markdown/blank-in-link", Warning,
        meaning: "What looks like a link is not one, because a blank stands in its address.",
        why: "Your clients would see the brackets and the address instead of a link.",
        mend: "Put the address between `<` and `>`, or rename the file so that its name has no blanks.",
        example: "`[prices](our prices.md)` → `[prices](<our prices.md>)`";
    BAD_HEADING_ID = "markdown/bad-heading-id", Error,
        meaning: "The name in `{#…}` after a heading holds something a name can't hold.",
        why: "The name becomes part of a link to this place. Blanks and other marks break such links when people copy them.",
        mend: "Use letters, digits, `-` and `_` only.",
        example: "`## Opening hours {#opening.hours}` → `## Opening hours {#opening-hours}`";
    SAME_HEADING_ID = "markdown/same-heading-id", Error,
        meaning: "Two headings of one page were given the same name in `{#…}`.",
        why: "A link to that name can only lead to one of them.",
        mend: "Give one of the two another name, or leave its `{#…}` out: every heading gets a name of its own.",
        example: "## Hours {#hours}\n## Summer hours {#summer-hours}";
    HEADING_EXTRAS = "markdown/heading-extras", Warning,
        meaning: "The words in braces at the end of a heading were left out.",
        why: "Braces at the end of a heading are read as instructions, and `{#name}` is the only one there is. Your clients would not see the words.",
        mend: "Write the words without braces, or keep only `{#name}`. To show the brace itself, write `\\{`.",
        example: "`## Prices {net}` → `## Prices (net)`";
    MISSING_FOOTNOTE = "markdown/missing-footnote", Warning,
        meaning: "The text points to a footnote that is written nowhere on the page.",
        why: "Your clients would see the mark with its brackets, and no note.",
        mend: "Write the note on a line of its own, or take the mark out.",
        example: "Call first.[^phone]\n\n[^phone]: The line is open on working days.";
    UNUSED_FOOTNOTE = "markdown/unused-footnote", Warning,
        meaning: "A footnote that nothing in the text points to was left out.",
        why: "Your clients can't find it: a note is reached through its mark in the text. A second note with the same name is never reached either.",
        mend: "Put its mark where it belongs, or take the note out.",
        example: "Call first.[^phone]\n\n[^phone]: The line is open on working days.";
}
