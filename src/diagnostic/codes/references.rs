//! Findings of the family `references`.

family! {
    MISSPELT = "references/misspelt", Error,
        meaning: "Between `{{` and `}}` stands something that can't be the name of a fact.",
        why: "A reference stands for a fact that you typed once, such as a fee or a phone number. If we can't read its name, your clients would see the braces instead of the fact.",
        mend: "Write one name between the braces: words of letters, digits, `-` and `_`, joined by dots, all on one line. To show two braces to your readers, write `\\{{`.",
        example: "`{{ fee hourly }}` → `{{ fee.hourly }}`";
    UNKNOWN = "references/unknown", Error,
        meaning: "A reference names a fact that nobody typed.",
        why: "The sentence around it would have a hole where the client looks for the answer.",
        mend: "Write the fact's name as it stands in its policy, or type the fact there.",
        example: "`{{ chanel.email }}` → `{{ channel.email }}`";
    WORDLESS = "references/wordless", Warning,
        meaning: "A fact that is only a table or a card is named inside a sentence.",
        why: "There it has no words, so the sentence goes out with a hole where your client looks for the answer.",
        mend: "Give it a paragraph of its own, where it becomes its table, or name the part you mean.",
        example: "`Rush work: {{ rush }}.` → `Rush work: {{ rush.fee }}.`";
    CIRCLE = "references/circle", Error,
        meaning: "Facts refer to each other in a circle.",
        why: "Each waits for the other to say something, so not one of them ever does.",
        mend: "Type the words themselves in one of them.",
        example: "say = \"We answer within one business day.\"";
    OVERGROWN = "references/overgrown", Error,
        meaning: "Facts name facts that name further facts, until the text is longer, or the way to its end, than any page can hold.",
        why: "A fact that names another ten times, which again names one ten times, says it a hundred times; a few lines on it fills a library. No client would find the end, and your page would never be ready.",
        mend: "Type the words themselves somewhere on the way. A fact is best said once, and needs to name two or three others at most.",
        example: "means = \"Your site is down for all visitors\"";
}
