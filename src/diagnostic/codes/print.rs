//! Findings of the family `print`: the welcome pack, the sheet and the cards.

family! {
    NO_DESCRIPTION = "print/no-description", Warning,
        meaning: "A picture in the welcome pack has no description.",
        why: "Somebody who listens to the page hears nothing where it stands, and a picture that fails to load leaves a hole without a name.",
        mend: "Say between the square brackets what the picture shows, as you would on the phone.",
        example: "![Three places for backups: here, at the host, and with you](three-places.svg)";
    MISSING_LETTERS = "print/missing-letters", Warning,
        meaning: "The pack's font has no drawing for a letter or a sign.",
        why: "On paper they would be empty boxes. So the PDF shows … in their place; the site itself is not affected, since a browser borrows letters from the computer.",
        mend: "Use other words or signs, or put a font that has them (a .ttf or .otf file) into `themes/welcome/assets/fonts/`.",
        example: "`Call us ☎` → `Call us`";
    UNSHOWN_PICTURE = "print/unshown-picture", Warning,
        meaning: "A picture can't be shown in the PDF.",
        why: "It is damaged, or of a sort that paper does not know. Its description stands in its place.",
        mend: "Open it in a picture program and save it as PNG, JPEG or SVG.",
        example: "![Our front door](door.png)";
    CARD_TOO_FULL = "print/card-too-full", Error,
        meaning: "The emergency card holds more than fits on it.",
        why: "A card that is read at three in the morning must not be set smaller than 7 point, and nothing may be cut off.",
        mend: "Shorten what is named: a few words a step, three steps at most.",
        example: "steps = [\"Call the emergency line\", \"Leave name, site, what you saw\", \"Change nothing\"]";
    SHEET_TOO_FULL = "print/sheet-too-full", Error,
        meaning: "“How to reach us” is longer than one page.",
        why: "It hangs on the fridge. A second page would lie in a drawer.",
        mend: "Shorten what each channel is for, and the steps of the first tier.",
        example: "use_for = [\"questions\", \"change requests\"]";
    NOT_MADE = "print/not-made", Error,
        meaning: "The PDF could not be made.",
        why: "Nothing half made is published. The rest of the site is fine.",
        mend: "If you changed a template in `themes/…/print/`, mend the place shown or remove the file. To publish without PDFs, add `--no-pdf`.",
        example: "welcomemat build --no-pdf";
}
