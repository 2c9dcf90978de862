//! Findings of the family `policy`.

family! {
    BAD_TIME = "policy/bad-time", Error,
        meaning: "A time of day is not written as one.",
        why: "Clients plan around it, and the calendar, the table and the \"open now\" line all reckon with it.",
        mend: "Write hours and minutes with a colon, or the hour with am or pm. The end of a day is `24:00`.",
        example: "`9h30` → `09:30`\n`13pm` → `13:00`\nalso understood: `9am`, `9.30pm`, `noon`";
    BAD_HOURS = "policy/bad-hours", Error,
        meaning: "The hours of a day are not written as one or more shifts.",
        why: "Every page that says when you are open is made from this line.",
        mend: "Write start and end with a dash, a comma between two shifts, and `closed` for a day off. Add `by appointment` to hours that are not open to all.",
        example: "mon-thu = \"09:00-12:30, 13:30-17:00\"\nwed = \"14:00-16:00 by appointment\"\nsat = \"closed\"";
    BAD_DAY = "policy/bad-day", Error,
        meaning: "A day or range of days is not known by this name.",
        why: "Hours under a misspelt day would be shown on no day at all.",
        mend: "Write a day (`mon` or `monday`), a range (`mon-thu`, `fri-mon`), `weekdays`, `weekends` or `daily`.",
        example: "`mnday = \"09:00-17:00\"` → `monday = \"09:00-17:00\"`";
    BAD_DATE = "policy/bad-date", Error,
        meaning: "A date is not written as year, month and day.",
        why: "In America 03/04 is the fourth of March, elsewhere the third of April. A client must not stand before a closed door because of it.",
        mend: "Write the year with four digits, then month and day with two, joined by dashes.",
        example: "`12/24/2026` → `2026-12-24`";
    BAD_YEARLY_DATE = "policy/bad-yearly-date", Error,
        meaning: "A day that comes round every year is not written as a rule that is known here.",
        why: "The rule is worked out for each coming year, so it must leave no room for doubt.",
        mend: "Write month and day (`12-25`), a weekday of a month (`4th thursday of november`, `last monday of may`) or days counted from Easter (`easter+1`).",
        example: "`Christmas` → `12-25`\n`Easter Monday` → `easter+1`\n`25/12` → `12-25`";
    BAD_SPAN = "policy/bad-span", Error,
        meaning: "A length of time is not a number and a unit.",
        why: "\"Soon\" is a different day for everybody. A promise with a time can be kept, and the pages can say by when.",
        mend: "Write a whole number and `minutes`, `hours`, `days`, `weeks`, `months`, `business hours` or `business days`.",
        example: "`asap` → `4 business hours`\n`48hrs` → `48 hours`\n`2-3 days` → `3 days`";
    BAD_MONEY = "policy/bad-money", Error,
        meaning: "An amount does not say exactly how much of which money.",
        why: "A price is a promise too, and `$` alone is the money of more than twenty countries.",
        mend: "Write digits with a point before the cents, the three-letter code of the currency, and after `/` what it is per. Shares are written with `%`.",
        example: "`$75` → `75.00 USD`\n`110 an hour` → `110.00 USD / hour`\n`+50%` → `50%`";
    BAD_PHONE = "policy/bad-phone", Error,
        meaning: "A phone number cannot be called as it is written.",
        why: "On a phone the number is a button. One digit less and a worried client calls a stranger.",
        mend: "Write the whole number with its area code as on your card, or with `+` and the country. An extension goes at the end as `ext. 5`.",
        example: "`555 0100` → `757 555 0100`\n`+44 020 7946 0018` → `+44 20 7946 0018`";
    EMERGENCY_NUMBER = "policy/emergency-number", Error,
        meaning: "An emergency number stands where a line of your own belongs.",
        why: "Clients must never take 911, 112 or 999 for a way to reach you, nor your line for theirs.",
        mend: "Put the emergency number into emergencies.md under `[safety]`, and a number of your own here.",
        example: "`value = \"911\"` → in emergencies.md: `[safety]` with `number = \"911\"`";
    BAD_EMERGENCY_NUMBER = "policy/bad-emergency-number", Error,
        meaning: "The emergency number is not a short number that brings help.",
        why: "It stands first on every page about urgent matters. In danger nobody has time to wonder.",
        mend: "Write the two to four digits people dial where your clients are. Your own urgent line is a channel.",
        example: "`911 or 112` → `911`\n`757 555 0100` → `911`";
    BAD_COUNTRY = "policy/bad-country", Error,
        meaning: "A country is not given by its two-letter code.",
        why: "Phone links, paper, prices and the order of a date follow from it.",
        mend: "Write the ISO code in two letters.",
        example: "`UK` → `GB`\n`USA` → `US`\n`Germany` → `DE`";
    BAD_LANGUAGE = "policy/bad-language", Error,
        meaning: "A language is not given by its code.",
        why: "Screen readers choose their voice by it, browsers their hyphens and the direction of writing.",
        mend: "Write the two-letter code, with a country behind a dash where it matters.",
        example: "`English` → `en`\n`en_UK` → `en-GB`";
    BAD_ZONE = "policy/bad-zone", Error,
        meaning: "A time zone is not given by its full name.",
        why: "`EST` does not know summer time: for half of the year every hour on the site would be wrong for clients elsewhere.",
        mend: "Write area and city, as in the list phones and computers use.",
        example: "`EST` → `America/New_York`\n`London` → `Europe/London`";
    BAD_ID = "policy/bad-id", Error,
        meaning: "An id holds more than lower-case letters, digits and `-`.",
        why: "References and links call a thing by its id; capitals and blanks would make two spellings of one name.",
        mend: "Write it in lower case with `-` between words.",
        example: "`Front desk` → `front-desk`";
    BAD_COLOR = "policy/bad-color", Error,
        meaning: "A color is not written as a number.",
        why: "All shades of the site are worked out from it, and whether text on them can be read.",
        mend: "Write `#` and six digits from 0 to 9 and a to f. Any color picker shows them as \"hex\".",
        example: "`teal` → `#008080`\n`1f6f78` → `#1f6f78`";
    BAD_EMAIL = "policy/bad-email", Error,
        meaning: "An e-mail address cannot be written to.",
        why: "The link would open an empty message, or send it nowhere.",
        mend: "Write the address alone, with one `@` and the whole domain behind it.",
        example: "`help (at) studio.com` → `help@studio.com`";
    BAD_WEB_ADDRESS = "policy/bad-web-address", Error,
        meaning: "A web address does not begin with `https://`, or holds what no address can.",
        why: "Without its beginning a browser looks for the page on your own site and finds nothing.",
        mend: "Copy the address from your browser's address line, beginning with `https://`.",
        example: "`www.studio.com` → `https://www.studio.com`";
    BAD_HOST = "policy/bad-host", Error,
        meaning: "A host is not named by its name alone.",
        why: "What may be shown from elsewhere is let in name by name. A whole address, or a star for every name, would let in more than you meant, or nothing.",
        mend: "Write what stands between `https://` and the next `/`.",
        example: "`https://calendly.com/studio` → `calendly.com`";
    BAD_OWNER = "policy/bad-owner", Error,
        meaning: "It is not clear who owns this: you, your client, or somebody else by name.",
        why: "What two people own, nobody looks after. That is how backups get lost.",
        mend: "Write `us`, `client`, or `third: ` and a name. Who lends a hand goes under `helper`.",
        example: "`owner = \"both\"` → `owner = \"client\"` and `helper = \"us\"`";
    UNKNOWN_KEY = "policy/unknown-key", Error,
        meaning: "A header has a key or a table that nobody knows.",
        why: "A mistyped name would silently do nothing, and the fact behind it would never reach a client.",
        mend: "Write the name as it is known. `welcomemat explain availability` lists every key a kind of page may have.",
        example: "`replly_within = \"1 business day\"` → `reply_within = \"1 business day\"`";
    MISSING_KEY = "policy/missing-key", Error,
        meaning: "Something a table can't do without is missing.",
        why: "A channel without a number, or a boundary without a reason, leaves the client guessing.",
        mend: "Add the line shown.",
        example: "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@business.example\"";
    WRONG_TYPE = "policy/wrong-type", Error,
        meaning: "A value is of another sort than its key takes.",
        why: "Nothing is guessed: a time typed as a number could be nine in the morning or nine minutes.",
        mend: "Write the value as the example shows. Texts, times, dates and money stand in quotes.",
        example: "`number = 911` → `number = \"911\"`";
    UNKNOWN_CHOICE = "policy/unknown-choice", Error,
        meaning: "A word is typed where only a few words are possible, and it is not among them.",
        why: "The page would not know what you mean, and might show the opposite.",
        mend: "Choose one of the words listed.",
        example: "`status = \"extra\"` → `status = \"fee\"`";
    UNKNOWN_FORMAT = "policy/unknown-format", Error,
        meaning: "The site was made for another version of the file format.",
        why: "A newer format may say things this program would leave out.",
        mend: "Install the newer welcomemat, or write `format = 1`.",
        example: "format = 1";
    UNKNOWN_BUSINESS_TYPE = "policy/unknown-business-type", Warning,
        meaning: "Search engines do not know the type of the business.",
        why: "They read the type from a fixed list, and show hours and phone under what they find there. Until it is on that list, yours is told as any local business.",
        mend: "Choose the nearest type of https://schema.org/LocalBusiness.",
        example: "`Bookkeeper` → `AccountingService`\n`Web studio` → `ProfessionalService`";
    STREET_WITH_VISITS_FORBIDDEN = "policy/street-with-visits-forbidden", Error,
        meaning: "Visits are forbidden, yet the street would be shown.",
        why: "A client who knows the street will come to it, sooner or later before sunrise.",
        mend: "Remove the street from `address` and put it into `private`.",
        example: "visits = \"forbidden\"\nprivate = [\"12 Elm Street\"]";
    TWICE = "policy/twice", Error,
        meaning: "Two rows have the same name or number.",
        why: "A reference to it could mean either, and clients would read whichever came first.",
        mend: "Give each a name of its own.",
        example: "id = \"phone\"\nid = \"oncall-phone\"";
    SILENT_OUTSIDE_HOURS = "policy/silent-outside-hours", Error,
        meaning: "A tier promises an answer by the clock, has limited hours, and does not say what happens outside them.",
        why: "At three in the morning the client reads “60 minutes” and waits for a call that nobody will make.",
        mend: "Add `outside_hours` with what the client should do then.",
        example: "outside_hours = \"Use the fallbacks; we start when the line opens.\"";
    BARE_NO = "policy/bare-no", Error,
        meaning: "Something is not included, and the reason or the way forward is missing.",
        why: "A bare no sounds like a door shut in the face. With a reason and an alternative it is help.",
        mend: "Add `why` and `instead`.",
        example: "why = \"We don't touch devices.\"\ninstead = \"Harbor PC mends printers and laptops.\"";
}
