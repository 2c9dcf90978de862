//! Findings of the family `source`: the folder a site is written in, and reading its files.

family! {
    /// There is no site where one was looked for.
    NO_SITE = "source/no-site", Error,
        meaning: "There is no site in this folder, nor in one above it.",
        why: "A site is a folder with `content/business.toml` in it, or any folder of Markdown files. Without one there is nothing to build.",
        mend: "Go to your site's folder first, or name it. To start a new site, use `welcomemat new`.",
        example: "welcomemat build my-business\nwelcomemat new my-business";
    /// A site without a single page.
    EMPTY = "source/empty", Error,
        meaning: "The site's folder has no page in it.",
        why: "Clients would see an empty site.",
        mend: "Write a first page, for example `content/availability.md` with your hours.",
        example: "+++\n[hours.office]\nmon-fri = \"09:00-17:00\"\n+++\n\n# When we are here";
    /// A file or folder could not be read.
    UNREADABLE = "source/unreadable", Error,
        meaning: "A file or folder of your site could not be read.",
        why: "Its page would be missing from the site without anyone noticing.",
        mend: "See that the file still exists, that you may open it, and that its drive or cloud folder is connected.",
        example: "Open   content/availability.md   in your editor: if that works, build again.";
    /// The bytes are no text.
    NOT_TEXT = "source/not-text", Error,
        meaning: "A file that should hold text holds something else.",
        why: "A picture or a Word document that was renamed to `.md` cannot become a page.",
        mend: "Open it in the program it was made with, and save or copy its text into a new `.md` file with a plain text editor.",
        example: "`content/hours.docx` → `content/availability.md`";
    /// An old encoding was recognised.
    OLD_ENCODING = "source/old-encoding", Notice,
        meaning: "A file was saved in an older way of storing letters, and we read it as Western European (Windows-1252).",
        why: "If that guess is wrong, letters such as ä, é or € come out as others on your pages.",
        mend: "Look at the page. To be sure for good, save the file as UTF-8 in your editor; your file is never rewritten by us.",
        example: "In Notepad: File, Save as, Encoding: UTF-8";
    /// A character that no text has.
    ODD_CHARACTERS = "source/odd-characters", Warning,
        meaning: "A file holds bytes that are no letters in its way of storing text; they are shown as `\u{FFFD}`.",
        why: "Clients would see the sign `\u{FFFD}` in the middle of a word.",
        mend: "Go to the line, type the letters again, and save the file as UTF-8.",
        example: "`caf\u{FFFD}` → `café`";
    /// A name that is not Unicode.
    ODD_NAME = "source/odd-name", Error,
        meaning: "A file's name has characters in it that this computer cannot show.",
        why: "The page's address comes from the file's name, so it has to be readable everywhere.",
        mend: "Rename the file. Letters, digits and `-` always work.",
        example: "`content/pr\u{FFFD}ices.md` → `content/prices.md`";
    /// A link leaves the site's folder.
    LINK_OUTSIDE = "source/link-outside", Warning,
        meaning: "A file or folder in your site is a link to a place outside of the site's folder, so it was left out.",
        why: "Through such a link anything on the computer could end up online.",
        mend: "Copy the file or folder itself into the site's folder.",
        example: "Copy   Documents/prices.md   into   content/";
    /// A link that leads nowhere, or in a circle.
    DEAD_LINK = "source/dead-link", Warning,
        meaning: "A file or folder in your site is a link that leads nowhere, or back to itself.",
        why: "What it should show is missing from the site.",
        mend: "Delete the link, or put the real file in its place.",
        example: "Delete the link   content/old-prices.md";
    /// Larger than any page can be.
    TOO_LARGE = "source/too-large", Error,
        meaning: "A file is larger than a page or its settings can be.",
        why: "A page of that size opens on no client's phone; it is likely something else that was given the ending `.md`.",
        mend: "Split the page into several, or move the file out of `content`.",
        example: "`content/guides/everything.md` → `content/guides/billing.md` and `content/guides/backups.md`";
}
