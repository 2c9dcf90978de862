//! Findings of the family `output`: the folder a site is published into, and the files in it.

family! {
    /// The output is a drive or the very top of the disk.
    ROOT = "output/root", Error,
        meaning: "The output folder is a whole drive.",
        why: "A build replaces and removes the files it made before. That must never happen where everything else on the computer lives.",
        mend: "Choose a folder that is only for the built site, such as `public` inside your site's folder.",
        example: "welcomemat build --output public";
    /// The output is the home folder, or holds it.
    HOME = "output/home", Error,
        meaning: "The output folder is your home folder, or a folder that holds it.",
        why: "Your documents and pictures live there. A built site belongs in a folder of its own, so that nothing of yours can be mistaken for a page.",
        mend: "Choose a folder that is only for the built site, such as `public` inside your site's folder.",
        example: "welcomemat build --output public";
    /// The output is the site's folder itself.
    IS_SOURCE = "output/is-source", Error,
        meaning: "The output folder is the folder your site is written in.",
        why: "Pages and sources would lie side by side, and the next build could not tell what is yours and what it made.",
        mend: "Leave `--output` away: the site then goes into `public` inside your site's folder. Or name another folder.",
        example: "welcomemat build --output public";
    /// The output holds the site's folder.
    HOLDS_SOURCE = "output/holds-source", Error,
        meaning: "The output folder holds the folder your site is written in.",
        why: "Whoever puts the output folder online would publish your sources too, with everything private in them.",
        mend: "Choose a folder inside your site's folder, or one beside it, but not one around it.",
        example: "welcomemat build --output ../my-business-public";
    /// The output is, lies in, or holds a folder that a build only reads or that another edition owns.
    KEEP_OUT = "output/keep-out", Error,
        meaning: "The output folder is mixed up with a folder that must stay apart: `content`, `themes`, or the folder of the other edition.",
        why: "A built page inside `content` would become a page of the next build, and staff notes inside the public site would be published.",
        mend: "Give the built site a folder of its own: `public` for clients, `staff` for the staff edition.",
        example: "welcomemat build --output public --staff staff";
    /// The output, or a folder on the way to it, is a file.
    IS_FILE = "output/is-file", Error,
        meaning: "Where the output folder should be there is a file.",
        why: "A site is many files and needs a folder. We do not remove a file we did not make.",
        mend: "Choose another name for the output, or move the file away.",
        example: "welcomemat build --output public";
    /// A link on the way to the output leads nowhere.
    DEAD_LINK = "output/dead-link", Error,
        meaning: "The output folder is a link to a folder that is not there.",
        why: "We cannot tell where the site would end up, so nothing is written.",
        mend: "Make the folder the link leads to, plug in its drive, or choose another output folder.",
        example: "welcomemat build --output public";
    /// A folder with files in it and no list of ours.
    FOREIGN_FOLDER = "output/foreign-folder", Error,
        meaning: "The output folder holds files that no earlier build made.",
        why: "A build keeps a list of its own files in `.welcomemat.json`. Without that list we cannot know what is yours, and we never touch what is yours.",
        mend: "Choose an empty or a new folder. If these are the pages of an old site you no longer need, move them away or delete them, then build again.",
        example: "welcomemat build --output public";
    /// A file of somebody else lies where a page belongs.
    FOREIGN_FILE = "output/foreign-file", Error,
        meaning: "A file or folder that no build made lies where a page has to go.",
        why: "Replacing it could destroy work of yours. Nothing was changed, the site is as it was.",
        mend: "Move the file to another folder or delete it, then build again. To have it published, put it into `content`: files there are copied.",
        example: "Move   public/map.html\nto     content/map.html";
    /// A page was edited in the output folder.
    CHANGED = "output/changed-by-hand", Error,
        meaning: "A page in the output folder was changed after it was built.",
        why: "The next build would undo the change without a word. Nothing was changed, the site is as it was.",
        mend: "Make the change in `content`, where it lasts. Then delete the changed page, or move it away, and build again.",
        example: "Change   content/availability.md\nDelete   public/availability.html\nwelcomemat build";
    /// A page that is gone from the site stays, since somebody changed it.
    KEPT = "output/kept", Warning,
        meaning: "A page is no longer part of your site but was changed by hand, so it was left where it is.",
        why: "It is still there for clients to find, and nothing will ever update it.",
        mend: "Delete it if you do not need it. If you do, move it out of the output folder.",
        example: "Delete   public/old-prices.html";
    /// A link inside the output folder.
    LINKED = "output/linked-folder", Error,
        meaning: "A folder or file in the output folder is a link to a place elsewhere.",
        why: "Writing through it would change files outside of the output folder.",
        mend: "Replace the link by a real folder, or delete the link: the build makes the folder itself.",
        example: "Delete the link   public/guides\nwelcomemat build";
    /// The list of our own files cannot be read.
    MANIFEST_DAMAGED = "output/list-damaged", Error,
        meaning: "The list of built files, `.welcomemat.json`, is damaged.",
        why: "Without the list we cannot tell our files from yours, so nothing is touched.",
        mend: "Rename the output folder, build again, and delete the renamed folder once you see that nothing of yours was in it.",
        example: "Rename   public   to   public-old\nwelcomemat build";
    /// The list was written by a later version.
    MANIFEST_NEWER = "output/list-newer", Error,
        meaning: "The output folder was built by a newer welcomemat than this one.",
        why: "This version does not know all that the newer one keeps in its list, and could remove the wrong file.",
        mend: "Update welcomemat on this computer, or build into another folder.",
        example: "welcomemat build --output public-here";
    /// The record of an interrupted build cannot be read.
    JOURNAL_DAMAGED = "output/record-damaged", Error,
        meaning: "A build was interrupted, and its record of what it was doing is damaged.",
        why: "We cannot tell which files are ours any more, so nothing is touched.",
        mend: "Rename the output folder, build again, and delete the renamed folder once you see that nothing of yours was in it.",
        example: "Rename   public   to   public-old\nwelcomemat build";
    /// An interrupted build was finished.
    HEALED = "output/healed", Notice,
        meaning: "An earlier build was interrupted; what it had begun was put in order first.",
        why: "You may have seen old and new pages side by side until now. That is over.",
        mend: "There is nothing to do.",
        example: "welcomemat build";
    /// Reading, writing or moving failed.
    CANNOT_WRITE = "output/cannot-write", Error,
        meaning: "The computer did not let us read or write a file of the built site.",
        why: "The site cannot be brought up to date. Every page that is there is whole.",
        mend: "See that the folder is not write-protected, that it belongs to you, and that its drive is still connected. Then build again.",
        example: "welcomemat build --output public";
    /// No space left.
    DISK_FULL = "output/disk-full", Error,
        meaning: "The disk is full.",
        why: "New pages are written beside the old ones before they take their place, so there must be room for both.",
        mend: "Free space, for example by emptying the bin, and build again.",
        example: "welcomemat build";
    /// Another program holds a file.
    IN_USE = "output/in-use", Error,
        meaning: "A file of the built site is open in another program, which does not let go of it.",
        why: "Windows does not allow a file to be replaced while it is in use, so the page could not be brought up to date.",
        mend: "Close the program that shows or copies the page (an editor, a PDF viewer, a cloud folder that is syncing), then build again.",
        example: "Close the PDF viewer that shows   public/welcome-pack.pdf\nwelcomemat build";
    /// Two builds at once.
    BUSY = "output/busy", Error,
        meaning: "Another build is writing into the same output folder at this moment.",
        why: "Two builds at once could mix their pages.",
        mend: "Wait until the other one is done, then build again.",
        example: "welcomemat build";
    /// A name that does not work everywhere.
    UNSAFE_NAME = "output/unsafe-name", Error,
        meaning: "A file of the site has a name that does not work on every computer.",
        why: "Your site should open from any computer, USB stick and web host. Windows keeps a few names for itself (`con`, `nul`, `com1`) and does not allow `< > : \" | ? * \\` nor a dot or a blank at the end.",
        mend: "Rename the file in `content`. Letters, digits and `-` always work.",
        example: "`content/guides/con.md` → `content/guides/contact.md`";
    /// Two files that are one on another computer.
    SAME_ADDRESS = "output/same-address", Error,
        meaning: "Two files would be published under one address, or under addresses that many computers take for the same.",
        why: "On Windows and macOS `Prices.html` and `prices.html` are one file: one page would silently replace the other.",
        mend: "Rename one of the two files in `content`.",
        example: "`content/guides/Prices.md` → `content/guides/price-list.md`";
}
