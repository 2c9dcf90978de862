//! Findings of the family `markdown`.

family! {
    RAW_HTML = "markdown/raw-html", Error,
        meaning: "The text holds an HTML tag.",
        why: "HTML typed by hand can break the page around it, the printed pack can't show it, and a pasted snippet may load things from other companies' servers.",
        mend: "Write it the Markdown way, as the finding shows for this tag. A calendar, a map or a film of another company's can stand on a page once you let that company in by name, with `[[embed]]` in business.toml. If you know what you are doing, `unsafe_html = true` in business.toml allows HTML everywhere.",
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
    LIST_JOINED = "markdown/list-joined", Warning,
        meaning: "A list and the text beside it run together.",
        why: "Clients see the numbers in the middle of a sentence, or a sentence at the end of an item it has nothing to do with.",
        mend: "Leave an empty line between the text and the list, before it and behind it.",
        example: "What we need:\n\n1. Your logo\n2. Your words";
    BULLET_WITHOUT_BLANK = "markdown/bullet-without-blank", Warning,
        meaning: "A bullet has no blank behind it, so the lines are no list.",
        why: "Clients see all items in one line, with the dashes between them.",
        mend: "Put a blank behind every bullet.",
        example: "`-Your logo` → `- Your logo`";
    ODD_BULLET = "markdown/odd-bullet", Warning,
        meaning: "Lines start with a bullet or dash that makes no list.",
        why: "Bullets pasted from a word processor are letters like any other: the lines run together into one.",
        mend: "Start every item with `-` and a blank.",
        example: "`• Your logo` → `- Your logo`";
    BOX_OUTSIDE_LIST = "markdown/box-outside-list", Warning,
        meaning: "A box to tick stands outside a list.",
        why: "Clients see brackets instead of a box.",
        mend: "Make the line an item of a list.",
        example: "`[ ] Send your logo` → `- [ ] Send your logo`";
    ODD_NUMBER = "markdown/odd-number", Warning,
        meaning: "Numbered lines are no list, because of a blank too many or too few.",
        why: "Clients see all steps in one line.",
        mend: "Write the dot right behind the number, then a blank.",
        example: "`1 . Call us` or `1.Call us` → `1. Call us`";
    LINES_JOINED = "markdown/lines-joined", Warning,
        meaning: "Lines that look as if they should stay apart run together.",
        why: "In Markdown a line end is a blank. An address or a row of telephone numbers becomes one long line.",
        mend: "End each line with a backslash, or make the lines a list.",
        example: "Phone: 757 555 0100\\\nE-mail: help@business.example";
    HEADING_WITHOUT_BLANK = "markdown/heading-without-blank", Warning,
        meaning: "A heading has no blank behind its `#`, so it is no heading.",
        why: "Clients see the marks, and neither the menu nor the search knows the heading.",
        mend: "Put a blank behind the `#`.",
        example: "`##Prices` → `## Prices`";
    EMPTY_HEADING = "markdown/empty-heading", Warning,
        meaning: "A heading has no words.",
        why: "A screen reader announces a heading and then says nothing.",
        mend: "Write its words, or take the line out.",
        example: "## Prices";
    LONE_ID = "markdown/lone-id", Warning,
        meaning: "A `{#name}` stands on a line of its own, under no heading.",
        why: "Clients see it on the page, and links to that name lead nowhere.",
        mend: "Put it right under its heading, or at the end of the heading's line.",
        example: "## Are you open on Fridays? {#fridays}";
    ACCIDENTAL_HEADING = "markdown/accidental-heading", Warning,
        meaning: "A `---` right under a text makes that text a heading.",
        why: "A whole paragraph stands there in large letters, and in the menu of the page.",
        mend: "Leave an empty line above the `---`.",
        example: "All prices are without tax.\n\n---";
    HEADING_AT_END = "markdown/heading-at-end", Notice,
        meaning: "A page ends with a heading that nothing stands under.",
        why: "It promises something that does not come. Often the rest of the page was lost on the way.",
        mend: "Write what belongs under it, or take it out.",
        example: "## Parking\n\nYou may park in the yard.";
    BLANK_IN_BOLD = "markdown/blank-in-bold", Warning,
        meaning: "Words between `**` are not bold, because of a blank inside.",
        why: "Clients see the stars.",
        mend: "Let the stars touch the words.",
        example: "`** closed **` → `**closed**`";
    UNCLOSED_BOLD = "markdown/unclosed-bold", Warning,
        meaning: "A `**` opens bold words and nothing closes them.",
        why: "Clients see the stars, and no word is bold.",
        mend: "Write `**` behind the last bold word as well.",
        example: "`We are **closed.` → `We are **closed**.`";
    LINK_GAP = "markdown/link-gap", Warning,
        meaning: "A blank between `[words]` and `(target)` keeps them from being a link.",
        why: "Clients see the brackets and can't click.",
        mend: "Take the blank out.",
        example: "`[our hours] (availability.md)` → `[our hours](availability.md)`";
    LINK_SWAPPED = "markdown/link-swapped", Warning,
        meaning: "The two kinds of brackets of a link are the wrong way round.",
        why: "Clients see the brackets and can't click.",
        mend: "Put the words in `[…]` and the target in `(…)`.",
        example: "`(our hours)[availability.md]` → `[our hours](availability.md)`";
    ADDRESS_IN_BRACKETS = "markdown/address-in-brackets", Warning,
        meaning: "A web address stands in brackets that make no link.",
        why: "Clients see the brackets.",
        mend: "Write the words first and then the address, or the address alone.",
        example: "`[www.business.example]` → `[our site](https://www.business.example)`";
    MISTYPED_ADDRESS = "markdown/mistyped-address", Warning,
        meaning: "A web address does not start with `https://` or `http://`, although it was meant to.",
        why: "A browser takes it for a file of your own site and finds nothing.",
        mend: "Write the address with `https://`, a colon and two strokes.",
        example: "`[our site](www.business.example)` → `[our site](https://www.business.example)`";
    TABLE_WITHOUT_RULE = "markdown/table-without-rule", Warning,
        meaning: "Rows are no table, because the line under the first one is missing or has another number of columns.",
        why: "Clients see upright strokes between words, all in one line.",
        mend: "Put a line with `---` for every column under the first row.",
        example: "| Day | Open |\n| --- | --- |\n| Monday | 9 am to 5 pm |";
    UNEVEN_TABLE = "markdown/uneven-table", Warning,
        meaning: "A row of a table has more or fewer cells than the table has columns.",
        why: "Cells too many are not shown at all; too few, and a value may stand under the wrong heading.",
        mend: "Give every row as many cells as the first one. An empty cell is fine.",
        example: "| Monday | 9 am to 5 pm | |";
    TEXT_AS_CODE = "markdown/text-as-code", Warning,
        meaning: "Text with four blanks or a tab before it is shown as code.",
        why: "Code is set in small letters of one width and never breaks its lines: on a phone most of it is out of sight.",
        mend: "Start the lines at the margin. To set a text off, start its lines with `>` and a blank.",
        example: "> We answer within one working day.";
    LIST_AS_CODE = "markdown/list-as-code", Warning,
        meaning: "A list with four blanks or a tab before it is shown as code.",
        why: "Clients see dashes and lines that don't break, and no list.",
        mend: "Start the list at the margin. A list below an item needs as many blanks as the item's words are away from the margin.",
        example: "- Logo\n  - as a drawing\n  - as a picture";
    UNCLOSED_FENCE = "markdown/unclosed-fence", Warning,
        meaning: "A block of code opens and nothing closes it.",
        why: "All the rest of the page is shown as code.",
        mend: "Write the same marks on a line of their own where the code ends.",
        example: "```\nthe words to type\n```";
    UNCLOSED_CODE = "markdown/unclosed-code", Warning,
        meaning: "A backtick opens words to type and nothing closes them.",
        why: "Clients see the backtick.",
        mend: "Write a second one behind the last word, or use straight quotes.",
        example: "`` press `Send `` → `` press `Send` ``";
    NOT_A_QUESTION = "markdown/not-a-question", Warning,
        meaning: "A heading on a page of questions is not shown as a question.",
        why: "Only headings with two `#` and a `?` at their end can be folded, searched and linked to as questions.",
        mend: "Write it with two `#`, and with its `?`.",
        example: "## Do you work on Fridays?";
}
