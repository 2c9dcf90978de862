//! Findings of the family `opinion`: what the owner wants judged otherwise, and can't have.

family! {
    UNKNOWN_CODE = "opinion/unknown-code", Error,
        meaning: "A comment or `[[finding]]` names a finding that does not exist.",
        why: "A name that is misspelt changes nothing, and you would believe it did.",
        mend: "Write the name as it stands at the end of the finding.",
        example: "[[finding]]\ncode = \"tone/threat\"\nseverity = \"notice\"\nbecause = \"Our lawyer chose these words.\"";
    NO_REASON = "opinion/no-reason", Warning,
        meaning: "A finding is judged otherwise, and nobody says why.",
        why: "Whoever reads this in a year must know whether the reason still holds.",
        mend: "Give the reason in a sentence.",
        example: "# ignore facts/hours-in-prose: these are the museum's hours";
    NOT_YOURS = "opinion/not-yours", Error,
        meaning: "A finding that keeps a site from harm is to be made milder.",
        why: "A private number on a page or a door that leads nowhere harms somebody, whatever we call it.",
        mend: "Mend what the finding tells, and take the line out.",
        example: "[[finding]]\ncode = \"reading/long-sentence\"\nseverity = \"off\"\nbecause = \"Our readers are lawyers.\"";
}
