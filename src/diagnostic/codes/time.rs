//! Findings of the family `time`.

family! {
    UNCLEAR_HOUR = "time/unclear-hour", Error,
        meaning: "A time leaves open whether it is the morning or the evening.",
        why: "`9-5` is a working day to one reader and a night to another, and a calendar cannot ask.",
        mend: "Write the 24-hour clock with four digits, or add am and pm.",
        example: "`9-5` → `09:00-17:00` or `9am-5pm`";
    EMPTY_SHIFT = "time/empty-shift", Error,
        meaning: "A shift begins and ends at the same time.",
        why: "It could mean no time at all or a whole day; clients would see one and you would mean the other.",
        mend: "For 24 hours write `00:00-24:00`. For a day off write `closed`.",
        example: "`09:00-09:00` → `00:00-24:00`";
    OVERLAP = "time/overlap", Error,
        meaning: "Two shifts cover the same time.",
        why: "One of the two was typed by mistake, and only you know which.",
        mend: "Let the first end where the second begins, or write them as one. A shift past midnight also reaches into the next day's hours.",
        example: "`09:00-13:00, 12:00-17:00` → `09:00-17:00`";
    DAY_TWICE = "time/day-twice", Error,
        meaning: "Two lines of one schedule name the same day, and neither is more specific.",
        why: "Only one of them can be shown, and a client may have read the other.",
        mend: "Take the day out of one of the two lines. A single day always wins over a range, and a range over `weekdays`, `weekends` and `daily`.",
        example: "`mon-wed = …` with `wed-fri = …` → `mon-wed = …` with `thu-fri = …`";
    NOT_EVERY_YEAR = "time/not-every-year", Warning,
        meaning: "A yearly day does not come every year.",
        why: "29 February comes once in four years, and not every month has a fifth Monday. In the other years you would be open without having meant it.",
        mend: "Choose a day that every year has, or list the dates of the coming years one by one.",
        example: "`02-29` → `02-28`\n`5th monday of may` → `last monday of may`";
    UNCLEAR_DAY = "time/unclear-day", Error,
        meaning: "A closure does not say clearly when it is.",
        why: "A day off that nobody can find in the calendar is a client in front of a locked door.",
        mend: "Give one day with `on`, or several with `from` and `to`.",
        example: "on = \"12-25\"\n\nfrom = \"2026-12-24\"\nto = \"2027-01-01\"";
    BACKWARDS = "time/backwards", Error,
        meaning: "A closure ends before it begins.",
        why: "Most often the year of the last day is wrong, and the days off would be shown a year late.",
        mend: "Check the years of `from` and `to`.",
        example: "from = \"2026-12-24\"\nto = \"2027-01-01\"";
    CLOSED_ANYWAY = "time/closed-anyway", Notice,
        meaning: "A closure with a date of its own falls on days when nobody would be there in any case.",
        why: "Often its date has a slip in it, or it is for other hours than those it names. If so, clients come to a closed door on the day that was meant.",
        mend: "Check the date and `schedules`. If both are right, the closure can go.",
        example: "`on = \"2027-03-14\"` is a Sunday; `on = \"2027-03-12\"` is the Friday before";
    TIE = "time/tie", Warning,
        meaning: "Two rules of the same rank give one day different hours.",
        why: "The later line wins, and clients go by it. If you meant the other, they come at the wrong time.",
        mend: "Take the day out of one of the two, or put the one that should win last. A dated day always wins over a yearly one, and that over a season.",
        example: "from = \"2026-12-21\"\nto = \"2026-12-31\"\n\non = \"2026-12-29\"\nopen_instead = \"10:00-12:00\"";
    OBSERVED_DATE = "time/observed-date", Warning,
        meaning: "A closure with a date of its own says how it is observed.",
        why: "`observed` moves yearly days that fall on a weekend; a date with a year is already the day you mean.",
        mend: "Remove `observed`, or give the yearly day.",
        example: "on = \"12-25\"\nobserved = \"nearest-weekday\"";
}
