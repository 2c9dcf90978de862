//! Findings of the family `references`.

family! {
    MISSPELT = "references/misspelt", Error,
        meaning: "Between `{{` and `}}` stands something that can't be the name of a fact.",
        why: "A reference stands for a fact that you typed once, such as a fee or a phone number. If we can't read its name, your clients would see the braces instead of the fact.",
        mend: "Write one name between the braces: words of letters, digits, `-` and `_`, joined by dots, all on one line. To show two braces to your readers, write `\\{{`.",
        example: "Instead of `{{ fee hourly }}`, write `{{ fee.hourly }}`.";
}
