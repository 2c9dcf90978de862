//! Findings of the family `outside`: links to other people's sites, asked only with `check --online`.

family! {
    GONE = "outside/gone", Warning,
        meaning: "A page elsewhere that you link to is gone.",
        why: "A fallback that leads nowhere is found out on somebody's worst day.",
        mend: "Find the new address, or take the link out.",
        example: "url = \"https://status.host.example\"";
    COULD_NOT_TELL = "outside/could-not-tell", Notice,
        meaning: "A page elsewhere did not say whether it is there.",
        why: "Many sites turn programs away that let people in. Nothing may be wrong.",
        mend: "Open the link yourself.",
        example: "url = \"https://status.host.example\"";
}
