//! Findings of the family `pictures`: photos and drawings that can't go out as they are.

family! {
    /// A format that browsers do not show.
    NOT_FOR_WEB = "pictures/not-for-web", Error,
        meaning: "A picture is of a kind that browsers can't show, or that we can't free of its notes.",
        why: "Clients would see a hole. And a photo carries notes about where it was taken, often your home: what we can't take out, we don't publish.",
        mend: "Open it on your computer or phone and save it as JPEG. On an iPhone, Settings, Camera, Formats, Most Compatible does that for every new photo.",
        example: "`front-door.heic` → `front-door.jpg`";
    /// Damaged, cut short, empty, or no picture at all.
    BROKEN = "pictures/broken", Error,
        meaning: "A picture is damaged, empty, or no picture at all.",
        why: "Clients would see a hole, or half of a picture. Most often a copy was broken off.",
        mend: "Copy it again from where it came from. If it is no better there, open it in a picture program and save it as JPEG or PNG.",
        example: "Copy `front-door.jpg` (0 bytes) from your phone once more";
    /// More pixels than we decode.
    TOO_LARGE = "pictures/too-large", Error,
        meaning: "A picture has more than 64 million pixels.",
        why: "To decode it would take more memory than a small computer has. No screen shows a tenth of it.",
        mend: "Open it in a picture program and save it smaller: a long side of 4000 pixels is plenty.",
        example: "Save `door.jpg` with 4000 × 3000 pixels, not with 12000 × 9000";
    /// A drawing that does or fetches something.
    UNSAFE_DRAWING = "pictures/unsafe-drawing", Error,
        meaning: "A drawing (SVG) does something, or asks another computer for something.",
        why: "A drawing is a small program to a browser. It could watch your clients, or send them elsewhere.",
        mend: "Take the named part out in a text editor, or open the drawing in the program it was made with and save it as plain SVG or as PNG.",
        example: "`<script>…</script>` in `logo.svg`: delete it";
}
