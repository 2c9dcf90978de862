//! Findings of the family `private`: what would become public and must not.

family! {
    SHOWN = "private/shown", Error,
        meaning: "Something listed in `private` would be on the finished site.",
        why: "A home address or a private number that was public for one hour stays in copies and search engines for years.",
        mend: "Take it out where the finding points: a page, a file's name, a picture's description. If clients may know it, remove it from `private`.",
        example: "`Call Dana at 757 555 0188` → `Call us at {{ channel.phone }}`";
}
