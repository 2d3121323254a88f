"""What a heading and a row may say, cell by cell."""

import re
from datetime import date
from uuid import uuid4

import pytest

from gandan.core.access import Refusal
from gandan.opinions.enums import Wish
from gandan.opinions.policies import importing, importing_rows

TODAY = date(2026, 11, 23)
HAMLET = uuid4()
GROUND = importing_rows.Ground({"khu pho 3": HAMLET}, TODAY)
GOOD = {"text": "Đèn hẻm 51 không sáng đã hai tuần.", "place": "hẻm 51"}


class TestHeadings:
    def test_by_their_name_however_written(self):
        found = importing.head(["NGÀY NÓI", " nội dung  ý kiến ", "Địa điểm", "Ấp", "Số điện thoại", "Ghi chú"])
        assert found.at == {"said_on": 0, "text": 1, "place": 2, "hamlet": 3, "contact": 4}
        assert found.left_out == ("Ghi chú",)

    @pytest.mark.parametrize(
        "title",
        [
            "Họ và tên",
            "HỌ TÊN",
            "Người phản ánh",
            "Tên người gửi",
            "Tên công dân",
            "Số CCCD",
            "CMND/CCCD",
            "Dân tộc",
            "Tôn giáo",
            "Ngày sinh",
            "Giới tính",
            "Địa chỉ thường trú",
            "Chủ hộ",
            "Full name",
            "Nghề nghiệp",
        ],
    )
    def test_a_column_on_the_person_is_refused_with_why(self, title):
        with pytest.raises(Refusal, match=f"{re.escape(title)}.*không nhận tên hay đặc điểm"):
            importing.head(["Nội dung", "Nơi xảy ra", title])

    def test_what_is_missing_is_named(self):
        with pytest.raises(Refusal, match="Nơi xảy ra"):
            importing.head(["Nội dung"])

    def test_two_of_the_same(self):
        with pytest.raises(Refusal, match="hai cột"):
            importing.head(["Nội dung", "Ý kiến", "Nơi xảy ra"])


class TestCells:
    def test_a_good_row(self):
        cells = {
            **GOOD,
            "said_on": "5/9/2026",
            "hamlet": "Khu phố 3",
            "topic": "street-lighting",
            "contact": "912 345 678",
            "wish": "Tin nhắn",
        }
        found = importing_rows.row(cells, (), GROUND)
        assert found.faults == []
        assert found.hamlet == HAMLET
        assert found.topic == "street-lighting"
        assert found.phone == "0912345678"
        assert found.wish == Wish.GATEWAY
        assert found.said_on == date(2026, 9, 5)

    @pytest.mark.parametrize(
        ("change", "column", "sentence"),
        [
            ({"text": ""}, "text", "Xin ghi nội dung"),
            ({"text": "đèn hư"}, "text", "ít nhất 10"),
            ({"text": "a" * 8001}, "text", "dài quá"),
            ({"place": " "}, "place", "ở đâu"),
            ({"place": "a" * 301}, "place", "dài quá"),
            ({"hamlet": "Ấp Mới"}, "hamlet", "Ấp Mới"),
            ({"topic": "Chuyện lạ"}, "topic", "Chuyện lạ"),
            ({"contact": "ông Ba"}, "contact", "10 hoặc 11 chữ số"),
            ({"contact": "a@"}, "contact", "thư điện tử"),
            ({"wish": "Bồ câu"}, "wish", "một trong các cách"),
            ({"wish": "Thư điện tử"}, "wish", "cần địa chỉ thư"),
            ({"wish": "Tin nhắn", "contact": "a@b.vn"}, "wish", "cần số điện thoại"),
            ({"said_on": "hôm qua"}, "said_on", "như 5/9/2026"),
            ({"said_on": "24/11/2026"}, "said_on", "chưa tới"),
            ({"said_on": "1/1/2020"}, "said_on", "quá một năm"),
        ],
    )
    def test_each_fault_names_its_cell(self, change, column, sentence):
        faults = importing_rows.row({**GOOD, **change}, (), GROUND).faults
        assert [fault.column for fault in faults] == [column]
        assert sentence in faults[0].sentence

    def test_every_fault_of_a_row_at_once(self):
        faults = importing_rows.row({"contact": "x", "said_on": "y"}, ("topic",), GROUND).faults
        assert {fault.column for fault in faults} == {"text", "place", "contact", "said_on", "topic"}

    @pytest.mark.parametrize(
        ("said", "dialled"),
        [
            ("0912345678", "0912345678"),
            ("912345678", "0912345678"),
            ("+84 912 345 678", "0912345678"),
            ("+1 (202) 555-0143", "+1 (202) 555-0143"),
            ("0292 3 812 345", "02923812345"),
            ("12", ""),
        ],
    )
    def test_telephone_numbers(self, said, dialled):
        assert importing_rows.phone(said) == dialled
