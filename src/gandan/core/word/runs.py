"""The smallest pieces: a run of letters in one size, a paragraph without surprises, a field, a rule under a line."""

import re
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

UNWRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FONT = "Times New Roman"
SEAM = 4  # points: an exact height for a paragraph that Word asks for and nobody is to see
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
LATER = {qn(f"w:{tag}") for tag in "shd tabs spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr".split()}


def legible(text: str) -> str:
    """Without the signs that a Word file cannot hold (XML 1.0, section 2.2): they come along when somebody copies from another program, and
    a paper must not fail by them. A vertical tab, Word's own line break, is a line break."""
    return UNWRITTEN.sub("", text.replace("\x0b", "\n"))


def letters(run: Any, size: float, *, bold: bool = False, italic: bool = False, underline: bool = False) -> Any:
    """Sets a run in the one font of official papers, black, for every script: else Word picks another for some letters."""
    run.font.size, run.font.bold, run.font.italic, run.font.underline = Pt(size), bold, italic, underline
    run.font.color.rgb = RGBColor(0, 0, 0)
    name(run)
    return run


def name(thing: Any) -> None:
    """Names the font of a run or a style for Latin, Vietnamese and every other script."""
    thing.font.name = FONT
    fonts = thing.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def lay(paragraph: Any, *, align: str = "left", before: float = 0, after: float = 0, indent: float = 0, line: float = 1) -> Any:
    """A paragraph's place: spaces in points, indent in millimetres. `line` up to 3 is a factor; more is an exact height in points."""
    paragraph.alignment = ALIGN[align]
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after, shape.first_line_indent = Pt(before), Pt(after), Mm(indent)
    if line > 3:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    else:
        shape.line_spacing = line
    return paragraph


def field(paragraph: Any, instruction: str, size: float) -> None:
    """A field that Word fills in, such as PAGE: begin, instruction, separator, a first value, end."""
    for kind, text in (("begin", ""), ("", f" {instruction} "), ("separate", ""), ("value", "1"), ("end", "")):
        run = letters(paragraph.add_run(), size)
        if kind == "value":
            run.text = text
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.set(qn("xml:space"), "preserve")
            element.text = text
        run._r.append(element)


def rule_under(paragraph: Any, *, inset: float, gap: int = 1) -> None:
    """A thin line under a paragraph, shortened on both sides by `inset` millimetres: the line under a slogan or a title."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(inset)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", str(gap)), ("color", "000000")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    shape = paragraph._p.get_or_add_pPr()
    after = [e for e in shape if e.tag in LATER]  # the schema has an order; Word refuses a file that keeps another
    shape.insert(shape.index(after[0]) if after else len(shape), borders)
