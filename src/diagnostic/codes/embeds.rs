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
}
