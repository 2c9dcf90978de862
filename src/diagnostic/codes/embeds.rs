//! Findings of the family `embeds`: what lies with other companies.

family! {
    /// A picture on another host.
    OUTSIDE_PICTURE = "embeds/outside-picture", Error,
        meaning: "A picture lies with another company.",
        why: "Your clients' browsers would have to ask that company for it, which then learns who reads your pages. Your site forbids that, so clients would see a hole.",
        mend: "Save the picture in your content folder. Or let the company in by name in `business.toml`: then a card stands where the picture is, alone on its lines, and fetches it on a click.",
        example: "`![Our door](https://pictures.example/door.jpg)` → `![Our door](door.jpg)`";
    NO_TITLE = "embeds/no-title", Warning,
        meaning: "Something of another company's has no title.",
        why: "Clients see a card with the company's name and can't tell what is behind it. Who listens to the page can't either.",
        mend: "Write what it is into the tag, as `title`.",
        example: "`<iframe src=\"https://…\">` → `<iframe title=\"Book a call\" src=\"https://…\">`";
    UNUSED = "embeds/unused", Notice,
        meaning: "A company is let in of which no page shows anything.",
        why: "It does no harm: pages fetch only what they show. But whoever reads your settings takes it for a company that your clients meet, and the day somebody puts a tag of theirs on a page nobody is asked again.",
        mend: "Take the row out of `business.toml`, or show what you let it in for.",
        example: "[[embed]]\nhost = \"calendly.com\"   and on a page: `<iframe title=\"Book a call\" src=\"https://calendly.com/…\">`";
    TWICE = "embeds/twice", Warning,
        meaning: "One company is let in twice.",
        why: "Clients read the first row's name only, so what you write in the second changes nothing.",
        mend: "Keep one row for each host, under the name your clients know. A `www.` in front makes no other host.",
        example: "`host = \"calendly.com\"` and `host = \"www.calendly.com\"` → `host = \"calendly.com\"`";
}
