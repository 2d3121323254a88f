"""One official paper, put together block by block in the order in which it is read."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gandan.core.word import ends, heads
from gandan.core.word.blocks import Letterhead, Listing, Recipients, Signature
from gandan.core.word.forms import A4, Form, sizes
from gandan.core.word.runs import SEAM, field, lay, legible, letters, name, rule_under
from gandan.core.word.tables import listing

CLOSING = {Form.STATE: "./.", Form.PARTY: "."}
"""How the last sentence ends in each form."""


class Paper:
    """A document in one form, laid out by the rules of the day `on`. Each method adds one block; `content()` is the file.

    Words are given as they shall stand: nothing is translated, for an official paper is Vietnamese in whatever language the page was read.
    """

    def __init__(self, form: Form, *, on: date, title: str = "", wide: bool = False) -> None:
        """`wide`: the page lies across, for tables of many columns."""
        self.form, self.sizes = form, sizes(form, on=on, wide=wide)
        self.document = Document()
        self.document.core_properties.title, self.document.core_properties.author = legible(title)[:255], ""
        self.document.core_properties.language = "vi-VN"
        self._page()

    def _page(self) -> None:
        s, section = self.sizes, self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if s.wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(A4[s.wide]), Mm(A4[not s.wide])
        section.top_margin, section.bottom_margin = Mm(s.top), Mm(s.bottom)
        section.left_margin, section.right_margin = Mm(s.left), Mm(s.right)
        section.header_distance = section.footer_distance = Mm(s.top / 2)
        section.different_first_page_header_footer = True
        field(lay(section.header.paragraphs[0], align="center"), "PAGE", s.page_number)
        normal = self.document.styles["Normal"]
        name(normal)
        normal.font.size = Pt(s.body)
        normal.paragraph_format.space_after = Pt(0)

    def letterhead(self, given: Letterhead) -> None:
        """Who issues, the name of the State or of the Party, number, place and date."""
        heads.head(self.document, self.form, given, self.sizes)

    def title(self, kind: str, subject: str) -> None:
        """The kind of paper in capitals and what it is about, with a short line under it."""
        s, add = self.sizes, self.document.add_paragraph
        letters(lay(add(), align="center", before=2 * s.space).add_run(legible(kind.upper())), s.kind, bold=True)
        line = lay(add(), align="center")
        letters(line.add_run(legible(subject)), s.subject, bold=True)
        if self.form is Form.STATE:
            rule = lay(add(), align="center", line=4, after=s.space)
            letters(rule.add_run(), 2)
            rule_under(rule, inset=s.width * 0.38, gap=0)
        else:
            letters(lay(add(), align="center", after=s.space).add_run("-----"), s.subject)

    def authority(self, who: str) -> None:
        """Who has the power to decide: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG …"."""
        s = self.sizes
        line = lay(self.document.add_paragraph(), align="center", before=s.space, after=s.space)
        letters(line.add_run(legible(who.upper())), s.body, bold=True)

    def grounds(self, lines: Sequence[str], proposal: str = "") -> None:
        """ "Căn cứ …;" one a line, then "Xét đề nghị …". In italics in the State's form; in the Party's each begins with a dash."""
        said = [*lines, *([proposal] if proposal else [])]
        for n, line in enumerate(said, start=1):
            last = n == len(said)
            end = ("." if last else ";") if self.form is Form.STATE else ("," if last else ";")
            text = line.rstrip(" .;,") + end
            self.text(f"- {text}" if self.form is Form.PARTY else text, italic=self.form is Form.STATE)

    def word(self, text: str) -> None:
        """A line of its own in the middle: "QUYẾT ĐỊNH:"."""
        s = self.sizes
        letters(lay(self.document.add_paragraph(), align="center", before=s.space, after=s.space).add_run(legible(text)), s.body, bold=True)

    def text(self, text: str, *, bold: bool = False, italic: bool = False, before: str = "", closes: bool = False) -> None:
        """A paragraph of the body, `before` in bold in front of it. `closes`: the last of the paper, ended as the form ends it."""
        s = self.sizes
        said = text.rstrip(" ./") + CLOSING[self.form] if closes else text
        paragraph = lay(self.document.add_paragraph(), align="both", before=s.space, indent=s.indent, line=s.line)
        if before:
            letters(paragraph.add_run(legible(before)), s.body, bold=True)
        letters(paragraph.add_run(legible(said)), s.body, bold=bold, italic=italic)

    def heading(self, text: str) -> None:
        """A heading inside the body, held together with what follows."""
        self.text(text, bold=True)
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def articles(self, texts: Sequence[str]) -> None:
        """ "Điều 1." and on, counted; the last closes the paper. A line break inside an article begins a paragraph."""
        for n, text in enumerate(texts, start=1):
            first, *rest = text.split("\n")
            self.text(first, before=f"Điều {n}. ", closes=n == len(texts) and not rest)
            for m, more in enumerate(rest, start=1):
                self.text(more, closes=n == len(texts) and m == len(rest))

    def table(self, given: Listing) -> None:
        """A list with its sentence over it."""
        if given.title:
            self.heading(given.title)
        self.document.add_paragraph().paragraph_format.line_spacing = Pt(self.sizes.space)
        listing(self.document, given, self.sizes)

    def signature(self, signed: Signature, to: Recipients) -> None:
        """Recipients on the left, who signs on the right; never torn from each other."""
        ends.end(self.document, self.form, signed, to, self.sizes)

    def signatures(self, left: Signature, right: Signature, to: Recipients) -> None:
        """Two who sign beside each other, as minutes are, and under them to whom it goes."""
        ends.pair(self.document, self.form, left, right, to, self.sizes)

    def annexe(self, title: str, belongs: str) -> None:
        """What follows on a new page: "DANH SÁCH …" and to which paper it belongs."""
        s = self.sizes
        paragraph = lay(self.document.add_paragraph(), align="center")
        paragraph.paragraph_format.page_break_before = True
        letters(paragraph.add_run(legible(title.upper())), s.kind, bold=True)
        letters(lay(self.document.add_paragraph(), align="center", after=s.space).add_run(legible(belongs)), s.body, italic=True)

    def content(self) -> bytes:
        """The file. After a table at its end Word asks for one more line, and writes it on a page of its own where the last is full: it is
        as low as a line can be."""
        if self.document.element.body.xpath("./*[not(self::w:sectPr)]")[-1].tag == qn("w:tbl"):
            letters(lay(self.document.add_paragraph(), line=SEAM).add_run(), 1)
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()
