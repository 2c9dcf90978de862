//! Findings of the family `source`: files that cannot be read.

family! {
    UNREADABLE = "source/unreadable", Error,
        meaning: "A file or folder of the site can't be opened.",
        why: "A page that can't be opened would be missing from the site without a word.",
        mend: "Check that you may open the file, and that no other program keeps it locked. Then build again.",
        example: "On Windows: close the document in Word before building.";
    HUGE = "source/huge", Error,
        meaning: "A file is too large to go on a website.",
        why: "Most hosts refuse files this large, and a client on a phone would wait minutes for it.",
        mend: "Make the file smaller, or put it where large files live and link to it.",
        example: "Save the video on your video service and write [Watch the tour](https://video.example/tour).";
    ODD_NAME = "source/odd-name", Warning,
        meaning: "A file's name can't be written as a web address.",
        why: "Nobody could link to it, so it is left out.",
        mend: "Rename the file with letters, digits and dashes.",
        example: "price-list-2026.pdf";
    LINK_LEADS_AWAY = "source/link-leads-away", Warning,
        meaning: "A shortcut in the folder leads to something outside it.",
        why: "Following it could publish files you never meant to show.",
        mend: "Copy the file into the site's folder if clients should see it; else remove the shortcut.",
        example: "Copy ~/Documents/terms.pdf to content/terms.pdf.";
}
