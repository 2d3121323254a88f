"""Figures in tables of Word reports."""

from gandan.ingest.document import Document
from gandan.ingest.extract import figures

ROWS = [
    "BÁO CÁO",
    "Kết quả công tác dân vận quý III năm 2024",
    "TT\tẤp\tSố hộ đóng góp\tKinh phí (triệu đồng)\tTỷ lệ %\tGhi chú",
    "1\tPhú Hòa 1\t34\t128\t96,5\tĐạt",
    "2\tPhú Hòa 2\t1.027\t192,5\t100\t2 đợt",
]


def test_cells_count_what_the_head_names_in_its_unit():
    found = [(figure.value, figure.measure.value) for figure in figures.find(Document.of("\n".join(ROWS)))]
    assert found == [
        (34, "count"), (128_000_000, "VND"), (96.5, "percent"),
        (1027, "count"), (192_500_000, "VND"), (100, "percent"), (2, "count"),
    ]  # fmt: skip


def test_the_noun_is_the_head_and_the_quote_the_row():
    first = figures.find(Document.of("\n".join(ROWS)))[0]
    assert first.noun.startswith("Số hộ đóng góp")
    assert first.quote == ROWS[3]


def test_rows_without_a_head_are_not_guessed():
    assert figures.find(Document.of("Tiêu đề của một bài viết dài\nPhú Hòa\t34\t128")) == []
