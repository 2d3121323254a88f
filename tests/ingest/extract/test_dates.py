"""Dates of events, and dates that are something else."""

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import dates

REST = " Đại biểu thảo luận nhiều nội dung quan trọng của địa phương trong thời gian qua và thống nhất chương trình."


def happened(sentence, shown="12/06/2023 10:20"):
    return [day.isoformat() for day in dates.find(Document.of(f"Huyện tổ chức nhiều hoạt động thiết thực\n{shown}\n{sentence}{REST}"))]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Ngày 5-6-2023, đoàn kiểm tra làm việc tại xã.", ["2023-06-05"]),
        ("Từ ngày 5 đến ngày 7/3/2023, đoàn kiểm tra làm việc tại các xã.", ["2023-03-05", "2023-03-07"]),
        ("Trong 2 ngày 5 và 6/5, Ban Dân vận tổ chức tập huấn.", ["2023-05-05", "2023-05-06"]),
        ("Hội nghị diễn ra sáng 5/6.", ["2023-06-05"]),
        ("Sáng nay (10/6), tại trụ sở, UBND xã tổ chức đối thoại.", ["2023-06-10"]),
        ("TTO - Chiều 12/6, Thành đoàn tổ chức gặp mặt.", ["2023-06-12"]),
        ("(QNO) - Trong khuôn khổ chương trình, sáng 10.6, Ban Dân vận trao quà.", ["2023-06-10"]),
        ("8 giờ sáng 10/6, đoàn khởi hành.", ["2023-06-10"]),
        ("Ngày 20/12, huyện tổng kết.", ["2022-12-20"]),
        ("Nhân dịp Tết Nguyên đán Quý Mão 2023, ngày 18/01/2023, Ủy ban MTTQ xã trao quà.", ["2023-01-18"]),
    ],
)
def test_events(sentence, days):
    assert happened(sentence) == days


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 12/12/2013, Bộ Chính trị ban hành Quyết định số 217-QĐ/TW.",
        "Vào ngày 28/6 tới, xã sẽ tổ chức lễ ra quân.",
        "Ngày 3/2/1930, Đảng Cộng sản Việt Nam ra đời.",
        "Theo kế hoạch, dự kiến từ nay đến ngày 28-6-2023, đoàn tiếp tục kiểm tra.",
        "Bài báo “Dân vận” ngày 15/10/1949 còn nguyên giá trị.",
        "Thực hiện Quyết định số 290-QĐ/TW ngày 25 tháng 2 năm 2010 của Bộ Chính trị, huyện ban hành kế hoạch.",
        "Báo cáo kết quả trước ngày 10/6/2023.",
    ],
)
def test_no_events(sentence):
    assert happened(sentence) == []


def test_without_a_date_of_publication_the_sentence_gives_the_year():
    text = "Tổng kết công tác dân vận nhiệm kỳ\nSáng 31-12, Ban Dân vận tổng kết công tác dân vận năm 2020 và triển khai nhiệm vụ năm 2021."
    assert [day.isoformat() for day in dates.find(Document.of(text))] == ["2020-12-31"]


def test_a_day_whose_year_nobody_states_is_left_out():
    text = "Ra mắt khu dân cư tự quản tại xã Phước Thuận\nChiều 28/5, Ủy ban MTTQ xã ra mắt mô hình khu dân cư tự quản; các hộ ký cam kết."
    assert dates.find(Document.of(text)) == []
    assert len(dates.events(Document.of(text))) == 1
