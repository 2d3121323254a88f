"""What stands in the file: margins, letters, blocks, each compared with the rule it comes from."""

from datetime import date
from io import BytesIO
from itertools import product

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from gandan.core import legal
from gandan.core.access import SystemActor
from gandan.core.legal import actions
from gandan.core.legal.models import LegalRule
from gandan.core.word import Column, Form, Letterhead, Listing, Paper, Recipients, Signature, sizes
from gandan.core.word.heads import said_day, said_number
from tests.core.word.papers import DAY, ROWS, decision
from tests.people import NOW

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def law(db):
    actions.load(by=SystemActor("install"), now=NOW)


def read(paper):
    return Document(BytesIO(paper.content()))


def words(document) -> list[str]:
    """Every paragraph in reading order, those in tables too."""
    return [p.text for p in document.element.body.iter(qn("w:p")) for p in [_text(p)]]


class _text:  # noqa: N801  a paragraph seen as text
    def __init__(self, element) -> None:
        self.text = "".join(t.text or "" for t in element.iter(qn("w:t")))


def rule(code: str) -> float:
    return float(legal.rule(f"format.{code}", on=TODAY).value)


@pytest.mark.parametrize(("form", "of"), [(Form.STATE, "state.{}_min"), (Form.PARTY, "party.{}")])
def test_margins_are_those_of_the_rules(form, of):
    section = read(decision(form)).sections[0]
    assert [round(m.mm) for m in (section.page_width, section.page_height)] == [210, 297]
    found = {s: round(getattr(section, f"{s}_margin").mm, 1) for s in ("top", "bottom", "left", "right")}
    assert found == {side: rule(of.format(side)) for side in found}


def test_another_margin_in_the_table_is_another_margin_on_paper():
    LegalRule.objects.filter(code="format.party.left").update(numerator=35)
    assert round(read(decision(Form.PARTY)).sections[0].left_margin.mm, 1) == 35


@pytest.mark.parametrize("form", Form)
def test_every_letter_is_black_times_new_roman_of_a_size_from_the_rules(form):
    document = read(decision(form))
    parts = "motto slogan above issuer number place kind subject body signature recipients_title recipients page_number".split()
    allowed = {getattr(sizes(form, on=TODAY), part) for part in parts} | {sizes(form, on=TODAY).body - 2}
    seen = set()
    for run in document.element.body.iter(qn("w:r")):
        if not any(t.text for t in run.iter(qn("w:t"))):
            continue
        fonts = run.rPr.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
        assert run.rPr.find(qn("w:color")).get(qn("w:val")) == "000000"
        seen.add(int(run.rPr.find(qn("w:sz")).get(qn("w:val"))) / 2)
    assert seen <= allowed
    assert sizes(form, on=TODAY).body in seen


def test_the_form_of_the_state():
    said = words(read(decision(Form.STATE)))
    assert said[:6] == [
        "ỦY BAN NHÂN DÂN PHƯỜNG NINH KIỀU", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 05/QĐ-UBND",
        "Ninh Kiều, ngày 05 tháng 02 năm 2026",
    ]  # fmt: skip
    for expected in (
        "QUYẾT ĐỊNH",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG NINH KIỀU",
        "Căn cứ kết quả niêm yết;",
        "Xét đề nghị của Ban Dân vận.",
        "QUYẾT ĐỊNH:",
        "Điều 2. Các đơn vị có tên tại Điều 1 chịu trách nhiệm thi hành quyết định này./.",
        "Nơi nhận:",
        "- Như Điều 2;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Võ Minh Tâm",
    ):
        assert expected in said


def test_the_form_of_the_party():
    said = words(read(decision(Form.PARTY)))
    assert said[:6] == [
        "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ", "ĐẢNG ỦY PHƯỜNG NINH KIỀU", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 05-QĐ/ĐU",
        "Ninh Kiều, ngày 05 tháng 02 năm 2026",
    ]  # fmt: skip
    for expected in ("- Căn cứ kết quả niêm yết;", "- Xét đề nghị của Ban Dân vận,", "T/M BAN THƯỜNG VỤ", "- Lưu Văn phòng Đảng ủy."):
        assert expected in said
    assert any(s.endswith("thi hành quyết định này.") for s in said), "the Party's papers end in a point alone"
    assert not any("CỘNG HÒA" in s for s in said)


def test_the_post_is_bold_in_the_states_form_and_not_in_the_partys():
    def bold(form: Form, word: str) -> bool:
        runs = [r for r in read(decision(form)).element.body.iter(qn("w:r")) if "".join(t.text or "" for t in r.iter(qn("w:t"))) == word]
        mark = runs[0].rPr.find(qn("w:b"))
        return mark is not None and mark.get(qn("w:val")) not in ("0", "false")

    assert bold(Form.STATE, "CHỦ TỊCH")
    assert not bold(Form.PARTY, "BÍ THƯ")
    assert bold(Form.PARTY, "Võ Minh Tâm")


def test_page_numbers_from_the_second_page_and_tables_that_keep_heading_and_rows():
    document = read(decision(Form.STATE))
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert " PAGE " in [t.text for t in section.header._element.iter(qn("w:instrText"))]
    assert [t.text for t in section.first_page_header._element.iter(qn("w:instrText"))] == []
    table = document.tables[-1]
    assert len(table.rows) == len(ROWS) + 1
    assert [r._tr.trPr.find(qn("w:tblHeader")) is not None for r in table.rows[:3]] == [True, False, False]
    assert all(r._tr.trPr.find(qn("w:cantSplit")) is not None for r in table.rows)


def test_nobody_signs_an_empty_page():
    """The row of signatures is never torn and never alone on a page, whatever stands before it; and the line Word wants after a table at
    the end makes no page of its own. Of minutes two sign beside each other."""
    listing = Listing([Column("TT"), Column("Tên")], [("1", "Tổ dân phố 5"), ("2", "Tổ dân phố 6")])
    chair, nobody = Signature(post="Chủ tịch", name="Võ Minh Tâm"), Recipients([])
    for form, before in product(Form, ("text", "table")):
        for sign in (lambda p: p.signature(chair, nobody), lambda p: p.signatures(Signature(post="Thư ký"), chair, nobody)):
            paper = Paper(form, on=TODAY)
            paper.text("Kính đề nghị xem xét", closes=True) if before == "text" else paper.table(listing)
            sign(paper)
            document = read(paper)
            signs = next(t for t in document.tables if "CHỦ TỊCH" in t.rows[0].cells[1].text)
            assert signs.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
            held = document.tables[0].rows[-1].cells[0].paragraphs[0] if before == "table" else document.paragraphs[0]
            assert held.paragraph_format.keep_with_next
            last = document.element.body[-2]  # the section comes after it
            assert (last.tag, last.find(qn("w:pPr")).find(qn("w:spacing")).get(qn("w:lineRule"))) == (qn("w:p"), "exact")


def test_body_lines_are_exact_in_the_partys_form_and_single_in_the_states():
    for form, wanted in ((Form.PARTY, rule("party.line")), (Form.STATE, rule("state.line"))):
        paragraph = next(p for p in read(decision(form)).paragraphs if p.text.startswith("Điều 1."))
        spacing = paragraph.paragraph_format.line_spacing
        assert (spacing.pt if form is Form.PARTY else spacing) == wanted
        assert round(paragraph.paragraph_format.first_line_indent.mm) == rule(f"{form}.indent")


def test_a_paper_older_than_the_table_is_laid_out_by_the_first_version():
    assert sizes(Form.PARTY, on=date(2019, 5, 1)) == sizes(Form.PARTY, on=date(2026, 5, 26))
    assert sizes(Form.STATE, on=date(2011, 5, 1)) == sizes(Form.STATE, on=TODAY)


def test_a_number_that_no_version_gives_is_not_guessed():
    LegalRule.objects.filter(code="format.state.indent").delete()
    with pytest.raises(legal.UnknownRule, match=r"format\.state\.indent"):
        Paper(Form.STATE, on=TODAY)


def test_sizes_cost_one_query_and_say_that_nobody_compared_them(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert sizes(Form.STATE, on=TODAY).checked is False
    LegalRule.objects.filter(code__startswith="format.state.").update(checked=True, article="x")
    assert sizes(Form.STATE, on=TODAY).checked is True


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_nobody_can_write_a_digit_before_a_day_or_a_month(day):
    said = said_day("Ninh Kiều", day)
    _, d, _, m, _, y = said.removeprefix("Ninh Kiều, ").split()
    assert (int(d), int(m), int(y)) == (day.day, day.month, day.year)
    assert len(d) == 2
    assert len(m) == (1 if 3 <= day.month <= 9 else 2)


def test_what_is_not_known_yet_leaves_room_to_write():
    head = Letterhead(issuer="x", place="Ninh Kiều", day=None, mark="/QĐ-UBND")
    assert said_number(Form.STATE, head).replace(" ", "") == "Số:/QĐ-UBND"
    assert len(said_number(Form.PARTY, head)) > len("Số /QĐ-UBND") + 4
    assert said_day("Ninh Kiều", None).split() == "Ninh Kiều, ngày tháng năm".split()
    paper = Paper(Form.STATE, on=TODAY)
    paper.letterhead(Letterhead(issuer="Hội Phụ nữ", place="Ninh Kiều", day=DAY, numbered=False))
    assert not any(s.startswith("Số") for s in words(read(paper))), "a list that goes with another paper has no number"
    assert said_number(Form.PARTY, Letterhead(issuer="x", place="y", day=DAY, number="05-QĐ/ĐU")) == "Số 05-QĐ/ĐU"


def test_signs_that_no_word_file_can_hold_are_left_out():
    """They come along when somebody copies from another program; the paper is made all the same."""
    paper = Paper(Form.STATE, on=TODAY, title="Bản\x01 tóm tắt " + "dài " * 100)
    paper.text("Vận động bà con\x0bhiến đất\x02 mở\x1f hẻm\uffff.")
    assert read(paper).paragraphs[-1].text == "Vận động bà con\nhiến đất mở hẻm."
