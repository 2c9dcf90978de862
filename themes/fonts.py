"""Cuts the bundled faces: down to the weights that the themes use, and once more for pages in English.

    python3 -m venv /tmp/cut && /tmp/cut/bin/pip install fonttools==4.68.0 brotli==1.2.1
    npm pack @fontsource-variable/atkinson-hyperlegible-next@5.3.0 @fontsource-variable/inter@5.3.0 @fontsource-variable/source-serif-4@5.3.1
    for each of the three, unpacked:    /tmp/cut/bin/python themes/fonts.py package/files themes/welcome/assets/fonts

The same originals and versions give the same bytes. Every cut face loses the weights that no stylesheet asks for (`foyer` sets its
titles in a light Atkinson) and the hints, which no phone reads; it keeps every character and every layout feature. A face named
`english-…` holds only the characters of English prose, so that a first visit waits for a third to a half less. What such a page has
beyond that is drawn by the whole face, as everything is in other languages and on paper.

How a browser chooses stands in css/fonts.css. ENGLISH below, with U+2060, is a `unicode-range` there, and is left out of the range of the
face behind it: a browser that waits for one face fetches any other that could draw the letters.

The licence (OFL 1.1) allows all that, and none of the three families reserves its name.
"""

import io
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

USUAL = (400, 700)
LIGHTER = {"atkinson-hyperlegible-next": (300, 700)}
# Letters of borrowed words and names, marks, quotes and dashes beside ASCII.
ENGLISH = {*range(0x20, 0x7F), *map(ord, "áàâäçéèêëíïñóôöúü"), *map(ord, "\u00a0£§©®°·½×–—‘’“”•…€™−")}
# Fractions, small raised figures and the like are left to the whole face.
# On a first visit every byte counts: with 14,565 of them, its headers among them, the usual face fits into the 14,600 that a server sends
# before it hears back. What names styles to a designer's program and smooths letters without hints is for none of its readers.
ENGLISH_NAMES = [0, 1, 2, 4, 6, 14]
ENGLISH_LOSES = ["STAT", "gasp"]
ENGLISH_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "rvrn", "rclt", "tnum", "zero"]


def cut(original: Path, weights: tuple[int, int], letters: set[int], features: list[str], is_english: bool) -> bytes:
    font = TTFont(original, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = ENGLISH_NAMES if is_english else ["*"]
    options.drop_tables += ENGLISH_LOSES if is_english else []
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters & set(font.getBestCmap()))
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weights}, inplace=True)
    for table in ENGLISH_LOSES if is_english else []:
        # Setting the weights makes one of them anew.
        font.tables.pop(table, None)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def main() -> None:
    originals, fonts = map(Path, sys.argv[1:])
    everything = set(range(0x110000))
    for original in sorted(originals.glob("*-latin*-wght-*.woff2")):
        family = original.name.partition("-latin")[0]
        made = {original.name: cut(original, LIGHTER.get(family, USUAL), everything, ["*"], False)}
        if "-latin-wght-" in original.name:
            name = "english-" + original.name.replace("-latin-", "-")
            made[name] = cut(original, USUAL, ENGLISH, ENGLISH_FEATURES, True)
        for name, face in made.items():
            (fonts / name).write_bytes(face)
            print(f"{name}: {original.stat().st_size} -> {len(face)} bytes")


main()
