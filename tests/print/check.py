"""Looks at a welcome pack as a reader would: contents, bookmarks, margins, blank pages, lonely headings.

    python check.py PACK.pdf

Prints every fault; ends with 1 when there is one. Nothing here is shared with the program that made the file.
"""

import re
import sys

import pdfplumber
from pypdf import PdfReader

POINTS_A_MM = 72 / 25.4
LEAST_MARGIN = 12 * POINTS_A_MM
MOST_BLANK = 0.45


def squeezed(text):
    return re.sub(r"[\s.\u2060]+", "", text)


def bookmarks(reader, items=None, level=1):
    found = []
    for item in reader.outline if items is None else items:
        if isinstance(item, list):
            found += bookmarks(reader, item, level + 1)
        else:
            found.append((level, item.title, reader.get_destination_page_number(item) + 1))
    return found


def heading_levels(node, found):
    """Levels of the headings in the tags, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for kid in node:
            heading_levels(kid, found)
    elif isinstance(node, dict):
        kind = str(node.get("/S", ""))
        if re.fullmatch(r"/H[1-6]", kind):
            found.append(int(kind[2]))
        if "/K" in node:
            heading_levels(node["/K"], found)
    return found


def check_contents(reader, marks, faults):
    texts = [page.extract_text() for page in reader.pages]
    first_chapter = min((page for _, title, page in marks if page > 2), default=3)
    lines = [squeezed(line) for text in texts[1 : first_chapter - 1] for line in text.split("\n")]
    # A long title runs over two or three lines.
    contents = {"".join(lines[at : at + length]) for at in range(len(lines)) for length in (1, 2, 3)}
    for level, title, page in marks:
        if squeezed(title) not in squeezed(texts[page - 1]):
            faults.append(f"page {page} does not show its heading “{title}”")
        if level <= 2 and page > 2 and f"{squeezed(title)}{page}" not in contents:
            faults.append(f"the contents do not say page {page} for “{title}”")
    for number, text in enumerate(texts, 1):
        wanted = f"Page {number} of {len(texts)}"
        if number > 1 and wanted not in text:
            faults.append(f"page {number} does not say “{wanted}”")


def check_geometry(path, marks, faults):
    starts = {page for level, _, page in marks if level == 1}
    with pdfplumber.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            letters = [letter for letter in page.chars if letter["text"].strip()]
            if not letters:
                faults.append(f"page {number} is empty")
                continue
            edges = (
                min(letter["x0"] for letter in letters),
                min(letter["top"] for letter in letters),
                page.width - max(letter["x1"] for letter in letters),
                page.height - max(letter["bottom"] for letter in letters),
            )
            if min(edges) < LEAST_MARGIN - 0.5:
                faults.append(f"page {number} comes within {min(edges) / POINTS_A_MM:.1f} mm of the edge")
            if number == 1:
                continue
            foot = page.height - edges[3] - 14
            body = [letter for letter in letters if letter["bottom"] < foot]
            if not body:
                faults.append(f"page {number} holds nothing but its foot")
                continue
            top, bottom = 24 * POINTS_A_MM, foot
            lowest = max(letter["bottom"] for letter in body)
            ends = number + 1 in starts or number == len(pdf.pages) or number + 1 > len(pdf.pages)
            if not ends and (bottom - lowest) / (bottom - top) > MOST_BLANK:
                faults.append(f"page {number} is blank from {lowest / page.height:.0%} down")
            last = "".join(letter["text"] for letter in body if abs(letter["bottom"] - lowest) < 2)
            for _, title, page_of in marks:
                if page_of == number and squeezed(title) and squeezed(last).endswith(squeezed(title)):
                    faults.append(f"the heading “{title}” is the last line of page {number}")


def main(path):
    reader = PdfReader(path)
    faults = []
    marks = bookmarks(reader)
    root = reader.trailer["/Root"]
    levels = heading_levels(root["/StructTreeRoot"], [])
    if levels != [level for level, _, _ in marks]:
        faults.append(f"bookmarks {[level for level, _, _ in marks]} are not the headings {levels}")
    if not root.get("/Lang") or not (reader.metadata and reader.metadata.title):
        faults.append("the file does not name its language or its title")
    check_contents(reader, marks, faults)
    check_geometry(path, marks, faults)
    for fault in faults:
        print(fault)
    print(f"{len(reader.pages)} pages, {len(marks)} bookmarks, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
