"""Where sentences end, and offsets that stay true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.ingest.lines import split as lines_of
from gandan.ingest.sentences import split

PROSE = st.text(alphabet="aăâbcđ AĐNTPH.,;:!?…“”()0123456789\n-/", max_size=120)


def sentences(text):
    return [sentence.text for line in lines_of(text) for sentence in split(line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã họp dân. Bà con đồng tình.", ["Xã họp dân.", "Bà con đồng tình."]),
        ("Đoàn đến TP. Hồ Chí Minh. Đ/c ThS. Lê An dự.", ["Đoàn đến TP. Hồ Chí Minh.", "Đ/c ThS. Lê An dự."]),
        ("Có 2.071 mô hình. Năm nay có 1.808 mô hình.", ["Có 2.071 mô hình.", "Năm nay có 1.808 mô hình."]),
        ("Ảnh: Q. Hùng chụp tại TP.HCM.", ["Ảnh: Q. Hùng chụp tại TP.HCM."]),
        ("1. Phân loại theo cấp. 2. Tiêu chuẩn.", ["1. Phân loại theo cấp.", "2. Tiêu chuẩn."]),
        ("Ông nói: “Dân đồng tình.” Bà con vỗ tay.", ["Ông nói: “Dân đồng tình.”", "Bà con vỗ tay."]),
        ("Đúng không? Đúng!", ["Đúng không?", "Đúng!"]),
        ("Xã đạt chuẩn.Đồng chí Bí thư phát biểu.", ["Xã đạt chuẩn.", "Đồng chí Bí thư phát biểu."]),
        ("Nhiều việc… Dân tin.", ["Nhiều việc…", "Dân tin."]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("trao quà, thăm hỏi v.v. cho hộ nghèo", ["trao quà, thăm hỏi v.v. cho hộ nghèo"]),
        ("Thạc sĩ A. B. Nguyễn dự họp.", ["Thạc sĩ A. B. Nguyễn dự họp."]),
    ],
)
def test_split(text, expected):
    assert sentences(text) == expected


@given(PROSE)
def test_offsets_and_nothing_lost(text):
    found = [sentence for line in lines_of(text) for sentence in split(line)]
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "".join("".join(sentence.text for sentence in found).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["100 triệu đồng, ", "ông Nguyễn Văn A, ", "đề nghị ", "a"])
def test_a_stretch_without_a_stop_is_cut_at_a_space_and_nothing_is_lost(piece):
    text = (piece * (20_000 // len(piece))).strip()
    cut = sentences(text)
    assert max(len(sentence) for sentence in cut) <= 1_200
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert piece == "a" or all(sentence.split()[0] in piece.split() for sentence in cut)
