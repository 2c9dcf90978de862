//! Findings of the family `structure`: how pages are laid out, for eyes, ears and paper.

family! {
    HEADING_ORDER = "structure/heading-order", Warning,
        meaning: "A heading skips a level.",
        why: "People who listen to pages jump from heading to heading; a missing level sounds like a missing part.",
        mend: "Give the heading one `#` more than the one it belongs under.",
        example: "## Closures\n\n### Good Friday";
    HEADING_TWICE = "structure/heading-twice", Notice,
        meaning: "A heading says again what a table or card on the same page is called.",
        why: "Hours, cards and panels bring their own title. The same words twice look like a slip, and whoever jumps from heading to heading lands on one of the two and misses what stands at the other.",
        mend: "Put the fact, alone on its line, in the heading's place. Or take the heading out, or let it say something else.",
        example: "`## The emergency line` → `{{ hours.oncall }}`";
    EMPTY_PAGE = "structure/empty-page", Warning,
        meaning: "A page has no words.",
        why: "A client who opens an empty page thinks that the site is broken.",
        mend: "Write it, or keep it back with `draft = true`.",
        example: "draft = true";
    REPLACE_ME = "structure/replace-me", Warning,
        meaning: "A mark for words still to come stands where clients read it.",
        why: "It shows that the page was never finished, and makes the rest doubtful.",
        mend: "Write the words it stands for.",
        example: "`Ask for TBD at the desk.` → `Ask for Priya at the desk.`";
    NO_ALT = "structure/no-alt", Warning,
        meaning: "A picture has no words for those who can't see it.",
        why: "Whoever listens to the page hears the file's name, or nothing.",
        mend: "Say between the brackets what the picture shows.",
        example: "![The blue door beside the bakery](door.jpg)";
    USELESS_ALT = "structure/useless-alt", Warning,
        meaning: "A picture's words say nothing about it.",
        why: "“IMG 1234” read aloud helps nobody to find your door.",
        mend: "Say what the picture shows, in half a sentence.",
        example: "`![image1.jpg](door.jpg)` → `![The blue door beside the bakery](door.jpg)`";
    TABLE_HEAD = "structure/table-head", Warning,
        meaning: "A table's columns have no names.",
        why: "Read aloud, a table without heads is a row of numbers that mean nothing.",
        mend: "Name each column in the first line.",
        example: "| Day | Hours |\n|---|---|\n| Monday | 9 to 5 |";
    LINK_TEXT = "structure/link-text", Warning,
        meaning: "A link's words do not say where it leads.",
        why: "Links are read on their own, from a list, and on paper “click here” is dead.",
        mend: "Let the words name the place.",
        example: "`[click here](availability.md)` → `[our hours](availability.md)`";
    SAME_TITLE = "structure/same-title", Warning,
        meaning: "Two pages have the same title.",
        why: "In the menu and in a search nobody can tell them apart.",
        mend: "Say in each title what only that page is about.",
        example: "title = \"Hours on public holidays\"";
    SAME_SUMMARY = "structure/same-summary", Warning,
        meaning: "Two pages have the same summary.",
        why: "Search engines show one of the two, mostly the wrong one.",
        mend: "Say in each summary what only that page answers.",
        example: "summary = \"When we close, by name and date.\"";
    FAQ_OWNS_FACT = "structure/faq-owns-fact", Warning,
        meaning: "An answer states a fact of its own and links no page that owns it.",
        why: "Facts typed into answers are the ones that are forgotten when the policy changes.",
        mend: "Refer to the fact, and link to the page it stands on.",
        example: "We are open {{ hours.office }}. More: [our hours](../availability.md).";
}
