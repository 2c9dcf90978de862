//! Findings of the family `fresh`: how old pages and promises are.

family! {
    REVIEW_DUE = "fresh/review-due", Warning,
        meaning: "A page was to be checked, and has not been.",
        why: "Pages rot quietly: the first to notice is the client before a locked door.",
        mend: "Read the page, correct it, and write today's date behind `reviewed`.",
        example: "reviewed = \"2026-11-02\"\nreview_every = \"6 months\"";
    REVIEW_SOON = "fresh/review-soon", Notice,
        meaning: "A page is to be checked within the next 30 days.",
        why: "It is easier to find half an hour in a month than today.",
        mend: "Read the page, correct it, and write the date behind `reviewed`.",
        example: "reviewed = \"2026-11-02\"\nreview_every = \"6 months\"";
    REVIEWED_AHEAD = "fresh/reviewed-ahead", Warning,
        meaning: "A page says that it was checked on a day to come.",
        why: "Clients read “checked on”, and a day to come makes them doubt all the others.",
        mend: "Write the day on which it was checked.",
        example: "reviewed = \"2026-11-02\"";
    NOT_YET = "fresh/not-yet", Notice,
        meaning: "A page holds only from a day to come, and is shown already.",
        why: "Clients may take it for what holds today.",
        mend: "Say on the page what holds until then, or keep it back with `draft = true`.",
        example: "effective = \"2027-01-01\"\ndraft = true";
    PAST_PROMISE = "fresh/past-promise", Warning,
        meaning: "A sentence speaks of something to come, on a day that has passed.",
        why: "An old “until 31 January” tells every client that nobody looks after these pages.",
        mend: "Say what holds now, or take the sentence out.",
        example: "`From 1 March 2025 we will open on Saturdays.` → `On Saturdays we are open.`";
}
