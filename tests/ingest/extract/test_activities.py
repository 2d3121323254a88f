"""What was done."""

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import activities

HEAD = "Huyện tổ chức nhiều việc thiết thực cho dân\n12/06/2023 10:20\n"


def found(text, head=HEAD):
    return [(activity.kind.value, activity.date and activity.date.isoformat()) for activity in activities.find(Document.of(head + text))]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sáng 10/6, Ban Dân vận Huyện ủy họp giao ban 6 tháng đầu năm với các xã.", "meeting"),
        ("Ngày 10/6, đoàn công tác đến kiểm tra, giám sát tại Ban Dân vận Quận ủy về tình hình thực hiện các nghị quyết.", "inspection"),
        ("Ngày 10/6, đoàn cán bộ đã có buổi khảo sát về thực hiện Quy chế dân chủ tại huyện.", "survey"),
        ("Ngày 10/6, Bí thư Huyện ủy chủ trì hội nghị đối thoại với thanh niên toàn huyện.", "dialogue"),
        ("Ngày 10/6, Chủ tịch UBND xã tiếp công dân định kỳ tại trụ sở của xã.", "reception"),
        ("Ngày 10/6, Huyện ủy tổ chức hội nghị tổng kết công tác dân vận năm.", "conference"),
        ("Ngày 10/6, xã khánh thành cầu nông thôn nối hai bờ ấp Bình Phú Long.", "works"),
        ("Ngày 10/6, Hội Chữ thập đỏ trao quà cho hộ nghèo trong toàn xã.", "gift"),
        ("Ngày 10/6, Ban Dân vận mở lớp tập huấn nghiệp vụ cho cán bộ cơ sở.", "training"),
        ("Ngày 10/6, huyện tổ chức hội thi “Dân vận khéo” cấp huyện lần thứ hai.", "contest"),
        ("Ngày 10/6, Ban Dân vận và Công an huyện ký kết chương trình phối hợp.", "signing"),
        ("Ngày 10/6, tỉnh tổ chức lễ kỷ niệm ngày truyền thống công tác dân vận.", "ceremony"),
    ],
)
def test_kinds(sentence, kind):
    assert found(sentence) == [(kind, "2023-06-10")]


def test_the_same_day_goes_on():
    text = "Ngày 10/6, đoàn kiểm tra công tác dân vận tại xã Hòa Phú.\nCùng ngày, đoàn khảo sát mô hình trồng rau sạch của nông dân."
    assert found(text) == [("inspection", "2023-06-10"), ("survey", "2023-06-10")]


def test_an_occasion_stands_for_an_activity_that_no_sentence_dates():
    text = "Tại buổi họp mặt, các đại biểu ôn lại truyền thống vẻ vang của ngành qua các thời kỳ."
    assert found(text, head="Họp mặt cán bộ dân vận qua các thời kỳ\n") == [("meeting", None)]


def test_what_should_be_done_is_no_activity():
    text = "Bí thư Thành ủy tiếp dân ít nhất một ngày mỗi tháng; vụ việc phức tạp thì tiếp đột xuất."
    assert found(text, head="Quy định Bí thư tiếp dân hằng tháng tại trụ sở\n") == []
