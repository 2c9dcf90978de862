"""Looks at what a browser printed: nothing near the edge, nothing pale, no dark ground, every page numbered and named.

    python paper.py VERSION FILE.pdf…

Prints every fault; ends with 1 when there is one.
"""

import logging
import os
import subprocess
import sys
import tempfile

import pdfplumber

# The browser's fonts leave out a box nobody here asks for.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

POINTS_A_MM = 72 / 25.4
LEAST_MARGIN = 12 * POINTS_A_MM
# Cards are cut out, so they fill their sheet; printers leave about 4 mm.
CARD_MARGIN = 5 * POINTS_A_MM
# Text of this much light on white is 4.5 : 1 or better, large text 3 : 1; WCAG 2.2, 1.4.3.
MOST_LIGHT, MOST_LIGHT_LARGE = 0.1833, 0.3
LARGE = 18
# Bars of hours and square codes are dark and may be; a ground is more.
MOST_DARK = 0.25


def light(colour):
    """Relative luminance of a colour as pdfplumber gives it; WCAG 2.2, “relative luminance”."""
    parts = [float(part) for part in (colour if isinstance(colour, (tuple, list)) else [colour])]
    if len(parts) == 1:
        parts *= 3
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def is_pale(letter):
    most = MOST_LIGHT_LARGE if letter["size"] >= LARGE else MOST_LIGHT
    return light(letter["non_stroking_color"] or 0) > most


def dark_shares(path):
    """For every page, how much of it is dark, as it is drawn."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", "20", path, os.path.join(folder, "page")], check=True)
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                # A PGM: three lines of words, then a byte a pixel.
                pixels = file.read().split(b"\n", 3)[3]
            yield sum(pixel < 128 for pixel in pixels) / len(pixels)


def check_page(page, number, is_card, faults):
    letters = [letter for letter in page.chars if letter["text"].strip()]
    if not letters:
        faults.append(f"page {number} is empty")
        return
    edges = (
        min(letter["x0"] for letter in letters),
        min(letter["top"] for letter in letters),
        page.width - max(letter["x1"] for letter in letters),
        page.height - max(letter["bottom"] for letter in letters),
    )
    # Running heads and feet stand in the margin, as they should; the sides hold nothing.
    least = CARD_MARGIN if is_card else LEAST_MARGIN
    if min(edges[0], edges[2]) < least - 0.5 or min(edges[1], edges[3]) < CARD_MARGIN:
        faults.append(f"page {number} comes within {min(edges) / POINTS_A_MM:.1f} mm of the edge")
    pale = [letter for letter in letters if is_pale(letter)]
    if pale:
        words = "".join(letter["text"] for letter in pale)[:60]
        faults.append(f"page {number} has pale letters: “{words}” {pale[0]['non_stroking_color']}")


def check(path, version):
    name = os.path.basename(path)
    faults = []
    with pdfplumber.open(path) as pdf:
        count = len(pdf.pages)
        is_pack = name.endswith("print-index.pdf")
        for number, page in enumerate(pdf.pages, 1):
            check_page(page, number, name.endswith("card.pdf"), faults)
            text = page.extract_text()
            for wrong in ("{{", "}}", "Open now"):
                if wrong in text:
                    faults.append(f"page {number} says “{wrong}”")
            if is_pack and version not in text:
                faults.append(f"page {number} has no version")
            if is_pack and number > 1 and f"Page {number} of {count}" not in text:
                faults.append(f"page {number} does not say “Page {number} of {count}”")
        for number, share in enumerate(dark_shares(path), 1):
            if share > MOST_DARK:
                faults.append(f"page {number} is dark: {share:.0%} of it")
        if name.endswith(("sheet.pdf", "card.pdf")) and count != 1:
            faults.append(f"it has {count} pages")
    for fault in faults:
        print(f"{name}: {fault}")
    print(f"{name}: {count} pages, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(int(any([check(path, sys.argv[1]) for path in sys.argv[2:]])))
