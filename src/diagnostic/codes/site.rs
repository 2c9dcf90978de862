//! Findings of the family `site`: how pages and facts fit together.

family! {
    NO_BUSINESS = "site/no-business", Error,
        meaning: "The site has no `business.toml`.",
        why: "Without it nobody knows whose site this is, which hours are meant, or how phone numbers are dialled.",
        mend: "Make `content/business.toml` with a `[business]` table.",
        example: "format = 1\n[business]\nname = \"Tidewater Web Studio\"\ntimezone = \"America/New_York\"\ncountry = \"US\"";
    HANDBOOK = "site/handbook", Notice,
        meaning: "The folder is shown as a plain handbook, because it has no `business.toml`.",
        why: "With it the site can also say who you are, when you are there and how to reach you.",
        mend: "Run `welcomemat new` in an empty folder to see a finished site, or add a `business.toml`.",
        example: "format = 1\n[business]\nname = \"Tidewater Web Studio\"\ntimezone = \"America/New_York\"\ncountry = \"US\"";
    NO_ADDRESS = "site/no-address", Notice,
        meaning: "The site does not know its own address.",
        why: "All links work without it. Only search engines, the map of the site and the code on the printed pack need it.",
        mend: "Once you know where the site will be, write it in `business.toml`.",
        example: "url = \"https://help.tidewater.example\"";
    SECOND_OF_KIND = "site/second-of-kind", Error,
        meaning: "Two pages are of a kind that can stand only once.",
        why: "The same fact in two places is how clients come to believe the wrong one.",
        mend: "Move the facts of one page to the other, or make one of them a guide.",
        example: "kind = \"guide\"";
    UNKNOWN_ID = "site/unknown-id", Error,
        meaning: "A name is used that no policy declares.",
        why: "A promise that names a channel, a schedule or a person that does not exist can't be kept.",
        mend: "Write the name as it is declared, or declare it.",
        example: "[[channel]]\nid = \"email\"";
    DRAFT = "site/draft", Notice,
        meaning: "A page is held back because its header says `draft = true`.",
        why: "It is easy to forget that a page is not on the site yet.",
        mend: "Remove the line when the page is ready.",
        example: "draft = true";
    LONG_SUMMARY = "site/long-summary", Warning,
        meaning: "A page's summary is longer than anybody shows it.",
        why: "Search engines, link previews and the spoken version cut it off in the middle of a sentence.",
        mend: "Say the most important thing in at most 160 letters.",
        example: "summary = \"When we are there, when we are not, and when you hear back.\"";
}
