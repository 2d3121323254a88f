"""A stranger's file is measured before it is opened; nothing in it is ever run; what goes out runs nowhere."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.access import Refusal
from gandan.opinions.adapters import spreadsheet
from gandan.opinions.adapters.sheets_out import Column, write

HEAD = ("Nội dung ý kiến", "Nơi xảy ra")


def book(*rows, change=None) -> bytes:
    made = openpyxl.Workbook()
    for row in (HEAD, *rows):
        made.active.append(row)
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def repacked(raw: bytes, **parts: bytes) -> bytes:
    """The archive with other parts in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as was, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in was.infolist():
            if entry.filename not in parts:
                new.writestr(entry, was.read(entry))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


class TestReading:
    def test_days_numbers_and_text_as_people_write_them(self):
        table = spreadsheet.read(book((datetime(2026, 9, 5), 912345678.0), (date(2026, 9, 5), None)))  # noqa: DTZ001  a spreadsheet knows no zone
        assert [line.cells[:2] for line in table.lines] == [("5/9/2026", "912345678"), ("5/9/2026", "")]

    def test_lines_keep_the_number_that_the_spreadsheet_gives_them(self):
        table = spreadsheet.read(book(("a", "b"), (None, None), ("c", "d")))
        assert [line.number for line in table.lines] == [2, 4]

    @pytest.mark.parametrize("mark", [",", ";", "\t"])
    @pytest.mark.parametrize("kind", ["utf-8", "utf-8-sig", "utf-16"])
    def test_text_files_of_every_common_kind(self, mark, kind):
        raw = f'{HEAD[0]}{mark}{HEAD[1]}\n"Đèn tắt, tối{mark} om"{mark}hẻm 51\n'.encode(kind)
        assert spreadsheet.read(raw).lines[0].cells == (f"Đèn tắt, tối{mark} om", "hẻm 51")

    def test_one_spelling_of_vietnamese(self):
        assert spreadsheet.read(book(("Đe\u0300n", "x"))).lines[0].cells[0] == "Đèn"


class TestFormulas:
    def test_a_formula_is_no_text_and_is_never_evaluated(self):
        line = spreadsheet.read(book(("=1+1", "hẻm 51"))).lines[0]
        assert line.cells[0] == ""
        assert line.formulas == {0}

    def test_nor_is_one_in_a_text_file(self):
        line = spreadsheet.read('Nội dung,Nơi\n=HYPERLINK("http://x"),hẻm\n'.replace('"', "").encode()).lines[0]
        assert line.cells[0] == ""
        assert line.formulas == {0}

    @pytest.mark.parametrize("text", ["=1+1", "+84912345678", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0"])
    def test_what_looks_like_one_goes_out_as_text(self, text):
        sheet = openpyxl.load_workbook(io.BytesIO(write([Column("A")], [[text]], title="x"))).active
        assert sheet["A2"].data_type == "s"
        assert sheet["A2"].value == text
        assert sheet["A2"].quotePrefix


class TestHostile:
    def refused(self, raw: bytes, sentence: str) -> None:
        with pytest.raises(Refusal, match=sentence):
            spreadsheet.read(raw)

    def test_a_bomb_by_its_size(self):
        self.refused(repacked(book(("a", "b")), **{"xl/big.xml": b"0" * (50 * 1024 * 1024)}), "bung ra lớn bất thường")

    @pytest.mark.parametrize("kind", ["utf-8", "utf-16"])
    def test_a_bomb_by_its_entities(self, kind):
        xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'.encode(kind)
        self.refused(repacked(book(("a", "b")), **{"xl/sharedStrings.xml": xml}), "bung ra lớn bất thường")

    def test_macros(self):
        self.refused(repacked(book(("a", "b")), **{"xl/vbaProject.bin": b"x"}), "macro")

    def test_another_archive(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a.txt", "a")
        self.refused(out.getvalue(), "không phải bảng tính")

    @pytest.mark.parametrize(
        ("raw", "sentence"),
        [
            (b"", "Tệp trống"),
            (b"PK\x03\x04 broken", "bị hỏng"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "không phải bảng tính"),
            (b"abc\x00def", "không phải bảng tính"),
            ("Nội dung".encode("utf-16-le"), "không phải bảng tính|không đọc được"),
            (b'a,b\n"open', "dấu ngoặc kép"),
            ("Nội dung,Nơi\n".encode(), "chưa có dòng ý kiến nào"),
            (b"x" * (5 * 1024 * 1024 + 1), "lớn hơn 5 MB"),
        ],
    )
    def test_what_cannot_be_read_says_what_to_do(self, raw, sentence):
        self.refused(raw, sentence)

    def test_too_many_lines(self):
        self.refused(("Nội dung\n" + "đèn tắt\n" * 2001).encode(), "hơn 2000 dòng")

    def test_a_line_a_million_below_costs_nothing(self):
        def far(made):
            made.active.cell(1_000_000, 1, "xa")

        table = spreadsheet.read(book(("a", "b"), change=far))
        assert len(table.lines) == 1

    @given(st.binary(max_size=400))
    def test_whatever_comes_is_read_or_refused(self, raw):
        with suppress(Refusal):
            assert spreadsheet.read(raw).lines

    @given(st.binary(max_size=200))
    def test_so_is_whatever_stands_in_the_sheet(self, part):
        with suppress(Refusal):
            assert spreadsheet.read(repacked(book(("a", "b")), **{"xl/worksheets/sheet1.xml": part})).lines


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_what_goes_out_comes_back_the_same(cells):
    raw = write([Column(f"Cột {n}") for n in range(len(cells))], [cells, ["x"] * len(cells)], title="x")
    assert spreadsheet.read(raw).lines[-1].cells[: len(cells)] == ("x",) * len(cells)
