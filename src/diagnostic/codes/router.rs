//! Findings of the family `router`.

family! {
    NOBODY_THERE = "router/nobody-there", Warning,
        meaning: "The contact page sends clients to a line that is sometimes closed, and nothing says what to do then.",
        why: "A phone that rings out at night, with no word about what comes next, is how a client ends up at somebody's front door.",
        mend: "Say what happens outside the hours, name somebody else who helps, or say who is asked next and when.",
        example: "outside_hours = \"Leave a message. We call back when the office opens.\"\n\n[[fallback]]\nfor = [\"p1\"]\nname = \"Your host's support desk\"\nurl = \"https://support.host.example\"";
    UNREAD_CHANNEL = "router/unread-channel", Error,
        meaning: "A tier of urgency sends clients to a channel that nobody reads.",
        why: "The client did what the page said, and waits for an answer that can't come.",
        mend: "Name a channel that somebody reads, or take `monitored = false` away if somebody does.",
        example: "`channel = \"text\"` → `channel = \"phone\"`";
    NOWHERE = "router/nowhere", Warning,
        meaning: "Nobody reads any of the channels, so the contact page leads nowhere.",
        why: "Whoever has a problem finds a list of closed doors.",
        mend: "Add one channel that somebody reads.",
        example: "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@yours.example\"\nreply_within = \"1 business day\"";
}
