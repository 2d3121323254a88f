"""Cut the fonts to what the pages write: Vietnamese and Latin for text, tabular figures for numbers.

Run: `.venv/bin/python scripts/fonts.py`.

Text is Be Vietnam Pro in two weights. Its digits differ in width, so figures come from Inter: one weight is taken
from the variable font first, then only digits and the signs beside them are kept, made equal in width for good
(`tnum` is applied to the character map, so no style sheet has to ask for it).
"""

from pathlib import Path

import fontpkg_be_vietnam_pro
import fontpkg_inter
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent.parent / "src/gandan/core/static/gandan/fonts"
LIMIT = 60_000  # bytes, all files together: interface.md

MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
TEXT = [*map(chr, range(0x20, 0x7F)), *MARKED, *MARKED.upper(), *"\u00a0·×÷°²³§©«»–—‘’“”…•−½₫"]
FIGURES = [*"0123456789+-−.,/%:()₫ \u00a0–→×"]


def cut(font: TTFont, letters: list[str], features: list[str]) -> TTFont:
    """Keep these letters; drop hinting and names, which screens of today do not need."""
    options = Options(
        layout_features=features, hinting=False, desubroutinize=True, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True, glyph_names=False
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(x) for x in letters])
    subsetter.subset(font)
    return font


def tabular(font: TTFont) -> TTFont:
    """Point the character map at the equal-width digits that `tnum` would choose."""
    table, swap = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    swap |= getattr(sub, "mapping", None) or getattr(sub.ExtSubTable, "mapping", {})
    for cmap in font["cmap"].tables:
        for code, glyph in list(cmap.cmap.items()):
            if chr(code) in FIGURES:
                cmap.cmap[code] = swap.get(glyph, glyph)
    return font


def save(font: TTFont, name: str) -> int:
    font.flavor = "woff2"
    font["head"].modified = font["head"].created  # the same input gives the same file
    font.save(TARGET / name, reorderTables=True)
    return (TARGET / name).stat().st_size


def main() -> None:
    texts = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    figures = Path(fontpkg_inter.__file__).parent / "files/Inter[opsz,wght].ttf"
    TARGET.mkdir(parents=True, exist_ok=True)
    total = 0
    for style, weight in (("Regular", 400), ("SemiBold", 600)):
        text = cut(TTFont(texts / f"BeVietnamPro-{style}.ttf", recalcTimestamp=False), TEXT, ["kern", "mark", "mkmk", "ccmp", "locl"])
        total += save(text, f"be-vietnam-pro-{weight}.woff2")
        inter = instancer.instantiateVariableFont(TTFont(figures, recalcTimestamp=False), {"wght": weight, "opsz": 14})
        total += save(cut(tabular(inter), FIGURES, []), f"inter-figures-{weight}.woff2")
    for package, name in ((fontpkg_be_vietnam_pro, "be-vietnam-pro"), (fontpkg_inter, "inter")):
        (TARGET / f"{name}.LICENSE.txt").write_bytes((Path(package.__file__).parent / "LICENSE").read_bytes())
    print(f"{total} bytes of {LIMIT}")
    if total > LIMIT:
        raise SystemExit("the fonts are heavier than a phone on 3G should have to load")


if __name__ == "__main__":
    main()
