//! Findings of the family `theme`: a site's own templates and looks.

family! {
    MISSING = "theme/missing", Warning,
        meaning: "The theme named in `business.toml` is not there.",
        why: "The site is built all the same, but it looks like the built-in theme and not like yours.",
        mend: "Mend the name, put the theme's folder into `themes/`, or take the line out. `welcomemat theme list` shows the built-in themes.",
        example: "[brand]\ntheme = \"welcome\"";
    PALE_COLOR = "theme/pale-color", Warning,
        meaning: "The brand's color is so light that words in it can't be read on a page, nor white words on a button of it.",
        why: "A client who reads on a phone in the sun, or whose eyes are not young any more, would miss the button that helps. So the site never uses it for words: it takes darker shades, and those may look less like you than one you choose yourself.",
        mend: "Write the shade that is named: it is the nearest to yours that can be read. Your logo may keep the lighter one.",
        example: "[brand]\ncolor = \"#8a6a00\"";
    BROKEN_TEMPLATE = "theme/broken-template", Error,
        meaning: "A template of your own does not work.",
        why: "The pages made from it would be missing or half empty.",
        mend: "Mend the place shown. To get the site out today, remove the file: the built-in template then takes its place.",
        example: "{{ page.title }}";
    BROKEN_SETTINGS = "theme/broken-settings", Warning,
        meaning: "A theme's own settings can't be read.",
        why: "What you set there has no effect; the built-in settings are used.",
        mend: "Mend the line shown.",
        example: "contract = 2";
    OTHER_CONTRACT = "theme/other-contract", Notice,
        meaning: "A theme was written for another version of what templates may use.",
        why: "A template that asks for something that has gone would leave holes in pages. So the built-in parts are used until you have looked.",
        mend: "`welcomemat theme copy welcome --to FOLDER` puts today's files into another folder. Compare yours with them, then write the new number in the theme's `theme.toml`.",
        example: "contract = 2";
    MISSING_WORDS = "theme/missing-words", Notice,
        meaning: "Words around your pages (menus, buttons, headings) are not there in the language of your business.",
        why: "English stands in for them. Your clients read a page in two languages, and a screen reader says the English with the wrong tongue.",
        mend: "Write the missing words into a table of your own, `themes/welcome/labels/it.toml` for Italian; each line has the name it has in the built-in `en.toml`.",
        example: "home = \"Inizio\"\nmenu = \"Menù\"";
}
