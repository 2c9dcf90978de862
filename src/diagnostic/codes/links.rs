//! Findings of the family `links`: what leads nowhere.

family! {
    MISSING_PAGE = "links/missing-page", Error,
        meaning: "A link leads to a page that does not exist.",
        why: "A client who follows it ends on an error page, often at the worst moment.",
        mend: "Write the page's file name as it stands in the `content` folder, seen from the page with the link.",
        example: "[our hours](availability.md)\n[our hours](../availability.md)   from a page in faq/";
    MISSING_HEADING = "links/missing-heading", Error,
        meaning: "A link leads to a place on a page that is not there.",
        why: "The page opens at its top, and the client has to hunt for the answer.",
        mend: "Use the heading's own name in small letters with dashes, or give the heading a name with `{#name}`.",
        example: "## When we close early {#early}\n[early closing](availability.md#early)";
    MISSING_FILE = "links/missing-file", Error,
        meaning: "A link leads to a file that is not in the `content` folder.",
        why: "The client would get an error instead of the form or price list.",
        mend: "Put the file into the `content` folder, or mend its name in the link.",
        example: "[price list](price-list.pdf)";
    MISSING_PICTURE = "links/missing-picture", Error,
        meaning: "A picture is not in the `content` folder.",
        why: "The page would show a broken frame where the picture should be.",
        mend: "Put the picture into the `content` folder, or mend its name.",
        example: "![Our front door, with the bell on the left](front-door.jpg)";
    WRONG_CAPITALS = "links/wrong-capitals", Error,
        meaning: "A link and its file differ in capital letters.",
        why: "It works on your computer and fails on most web servers, which tell capitals apart.",
        mend: "Write the name exactly as the file is named.",
        example: "`![Logo](logo.png)` → `![Logo](Logo.PNG)`";
    LEADS_OUTSIDE = "links/leads-outside", Error,
        meaning: "A link leads out of the folder with your pages.",
        why: "Only what lies in `content` goes to the site; everything else stays on your computer.",
        mend: "Copy the file into the `content` folder and link to it there.",
        example: "`[terms](../terms.pdf)` → `[terms](terms.pdf)`";
    DRAFT_PAGE = "links/draft-page", Error,
        meaning: "A link leads to a page that is still a draft.",
        why: "A draft is not on the site, so the client would find nothing.",
        mend: "Finish the page and remove `draft = true`, or take the link out.",
        example: "draft = true";
    STAFF_PAGE = "links/staff-page", Error,
        meaning: "A page for clients links to one that is only for your own people.",
        why: "Staff pages are never on the client site; the link would lead nowhere and give away that they exist.",
        mend: "Link to a page for clients, or take the link out.",
        example: "audience = \"staff\"";
    MISSING_IN_STYLE = "links/missing-in-style", Warning,
        meaning: "A stylesheet of your theme names a file that is not there.",
        why: "A picture or a font would be missing from every page.",
        mend: "Put the file into the theme's `assets` folder, or mend its name.",
        example: "background: url(\"../images/paper.png\")";
    UNUSED_FILE = "links/unused-file", Notice,
        meaning: "A file in the `content` folder is used by no page.",
        why: "It goes to the site all the same. Perhaps a link to it was forgotten, or it was never meant to be public.",
        mend: "Link to it, or move it out of the `content` folder.",
        example: "[price list](price-list.pdf)";
    GONE = "links/gone", Warning,
        meaning: "A link leads to a page of somebody else's that is not there any more. Only `welcomemat check --online` asks.",
        why: "A client who follows it ends nowhere, and wonders what else on your site is old.",
        mend: "Look for the page's new address and put that in, or take the link out.",
        example: "[the tax office's dates](https://www.example.gov/dates)";
    CANNOT_TELL = "links/cannot-tell", Notice,
        meaning: "A page of somebody else's gave no clear answer: its host was busy, turned us away, or could not be reached. \
                  Only `welcomemat check --online` asks.",
        why: "Many hosts turn programs away and welcome people, so the link may well be fine.",
        mend: "Open it yourself. If it works there is nothing to do.",
        example: "[our parking map](https://maps.example.com/lot-4)";
}
