//! Findings of the family `markdown`.

family! {
    RAW_HTML = "markdown/raw-html", Error,
        meaning: "The text holds an HTML tag.",
        why: "HTML typed by hand can break the page around it, the printed pack can't show it, and a pasted snippet may load things from other companies' servers.",
        mend: "Write it the Markdown way, as the finding shows for this tag. If you know what you are doing, `unsafe_html = true` in business.toml allows HTML everywhere.",
        example: "Instead of `<b>Closed</b> on Friday`, write `**Closed** on Friday`.";
    HTML_COMMENT = "markdown/html-comment", Notice,
        meaning: "The text holds a hidden HTML comment, and it was left out.",
        why: "What is hidden on a page can still be read by anyone who looks at the page's source, so comments are never published.",
        mend: "Nothing has to be done. Notes to yourself are safer in the header, after a `#`, where they never leave your computer.",
        example: "Between the `+++` lines: `# ask Dana whether we still offer this`.";
    RISKY_LINK = "markdown/risky-link", Error,
        meaning: "A link or picture points somewhere a client's browser should not be sent.",
        why: "Certain addresses run a program or open a file on the reader's own computer instead of showing a page. Others work on yours alone.",
        mend: "Link to a web address that starts with `https://`, to an e-mail address (`mailto:`), to a phone number (`tel:`), or to a file in your content folder.",
        example: "Instead of `[price list](//files.example/prices.pdf)`, write `[price list](https://files.example/prices.pdf)`.";
    BAD_HEADING_ID = "markdown/bad-heading-id", Error,
        meaning: "The name in `{#…}` after a heading holds something a name can't hold.",
        why: "The name becomes part of a link to this place. Blanks and other marks break such links when people copy them.",
        mend: "Use letters, digits, `-` and `_` only.",
        example: "Instead of `## Opening hours {#opening.hours}`, write `## Opening hours {#opening-hours}`.";
    SAME_HEADING_ID = "markdown/same-heading-id", Error,
        meaning: "Two headings of one page were given the same name in `{#…}`.",
        why: "A link to that name can only lead to one of them.",
        mend: "Give one of the two another name, or leave its `{#…}` out: every heading gets a name of its own.",
        example: "Instead of `{#hours}` twice, write `{#hours}` and `{#summer-hours}`.";
    HEADING_EXTRAS = "markdown/heading-extras", Warning,
        meaning: "The words in braces at the end of a heading were left out.",
        why: "Braces at the end of a heading are read as instructions, and `{#name}` is the only one there is. Your clients would not see the words.",
        mend: "Write the words without braces, or keep only `{#name}`. To show the brace itself, write `\\{`.",
        example: "Instead of `## Prices {net}`, write `## Prices (net)`.";
    MISSING_FOOTNOTE = "markdown/missing-footnote", Warning,
        meaning: "The text points to a footnote that is written nowhere on the page.",
        why: "Your clients would see the mark with its brackets, and no note.",
        mend: "Write the note on a line of its own, or take the mark out.",
        example: "For `Call first.[^phone]`, add a line `[^phone]: The line is open on working days.`";
    UNUSED_FOOTNOTE = "markdown/unused-footnote", Warning,
        meaning: "A footnote that nothing in the text points to was left out.",
        why: "Your clients can't find it: a note is reached through its mark in the text. A second note with the same name is never reached either.",
        mend: "Put its mark where it belongs, or take the note out.",
        example: "For `[^phone]: The line is open on working days.`, write `Call first.[^phone]` in the text.";
}
