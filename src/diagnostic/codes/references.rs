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
    CIRCLE = "references/circle", Error,
        meaning: "Facts refer to each other in a circle.",
        why: "Each waits for the other to say something, so not one of them ever does.",
        mend: "Type the words themselves in one of them.",
        example: "say = \"We answer within one business day.\"";
}
