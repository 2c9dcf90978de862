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
ENGLISH_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "rvrn", "rclt", "tnum", "zero"]


def cut(original: Path, weights: tuple[int, int], letters: set[int], features: list[str]) -> bytes:
    font = TTFont(original, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters & set(font.getBestCmap()))
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weights}, inplace=True)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def main() -> None:
    originals, fonts = map(Path, sys.argv[1:])
    everything = set(range(0x110000))
    for original in sorted(originals.glob("*-latin*-wght-*.woff2")):
        family = original.name.partition("-latin")[0]
        made = {original.name: cut(original, LIGHTER.get(family, USUAL), everything, ["*"])}
        if "-latin-wght-" in original.name:
            made["english-" + original.name.replace("-latin-", "-")] = cut(original, USUAL, ENGLISH, ENGLISH_FEATURES)
        for name, face in made.items():
            (fonts / name).write_bytes(face)
            print(f"{name}: {original.stat().st_size} -> {len(face)} bytes")


main()
