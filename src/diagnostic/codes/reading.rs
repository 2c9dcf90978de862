//! Findings of the family `reading`: how hard sentences are.

family! {
    HARD_PAGE = "reading/hard-page", Warning,
        meaning: "A page is hard to read.",
        why: "Worried people read worse than they can. What is hard to read is not read, and then asked on the phone.",
        mend: "Mend the worst sentences: one thought each, short words, people doing things.",
        example: "`Submission of documentation subsequent to the deadline necessitates rescheduling.` → `If papers come late, we move the date.`";
    LONG_SENTENCE = "reading/long-sentence", Warning,
        meaning: "A sentence is longer than people keep in mind.",
        why: "Past 25 words most readers lose the beginning, and with it the condition that matters.",
        mend: "Cut it in two, mostly at “and”, “which” or a comma.",
        example: "`We reply within a day, and if … then …, which means …` → `We reply within a day. If …`";
}
