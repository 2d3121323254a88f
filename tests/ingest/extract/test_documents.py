"""Documents cited by number."""

from datetime import date

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import documents

TITLE = "Tiêu đề bài viết về công tác dân vận\n"


def found(text):
    return documents.find(Document.of(TITLE + text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Các cấp thực hiện: Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI", "25-NQ/TW"),
        ("Các cấp thực hiện: Quyết định số 1457/QĐ-UBND ngày 5-7-2019 của UBND tỉnh về phê duyệt", "1457/QĐ-UBND"),
        ("Các cấp thực hiện: triển khai Kế hoạch 123-KH/TU của Ban Thường vụ Tỉnh ủy, Kế hoạch 45-KH/HU", "123-KH/TU 45-KH/HU"),
        ("Các cấp thực hiện: Chỉ thị số 18 - CT/TW, ngày 26/10/2022 của Ban Bí thư", "18-CT/TW"),
        ("Các cấp thực hiện: Thông tư 03/2023/TT-BNV", "03/2023/TT-BNV"),
        ("Các cấp thực hiện: Nghị quyết 04-NQ/ĐU, Nghị quyết số 05/NQ-HĐND", "04-NQ/ĐU 05/NQ-HĐND"),
        ("Các cấp thực hiện: Pháp lệnh 34/2007/PL-UBTVQH11; Pháp lệnh 34", "34/2007/PL-UBTVQH11"),
        ("Các cấp thực hiện: Quy chế dân chủ theo Nghị định 60 của Chính phủ", "60"),
        ("Các cấp thực hiện: Hướng dẫn số 13-HD/BDVTW ngày 20-10-2021 của Ban Dân vận Trung ương", "13-HD/BDVTW"),
        ("Các cấp thực hiện: Chương trình phối hợp số 01-CTPH/BDV-BCH", "01-CTPH/BDV-BCH"),
        ("Các cấp thực hiện: Đồng chí nêu 3 nhóm giải pháp, thực hiện quy định 2 buổi/ngày", ""),
        ("Các cấp thực hiện: Luật số 10/2022/QH15; Luật Đất đai 2013; Hiến pháp năm 2013; Luật Đất đai năm 2024", "10/2022/QH15"),
        ("Các cấp thực hiện: Kết luận số 43-KL/TW ngày 07/01/2019 và Kết luận số 62-KL/TW", "43-KL/TW 62-KL/TW"),
        ("Các cấp thực hiện: ban hành Công văn 1200-CV/TU", "1200-CV/TU"),
        ("Các cấp thực hiện: Thông báo số 160-TB/TW", "160-TB/TW"),
        ("Các cấp thực hiện: theo Quyết định số 99-QĐ/TW, 217-QĐ/TW và 218-QĐ/TW", "99-QĐ/TW 217-QĐ/TW 218-QĐ/TW"),
        ("Các cấp thực hiện: Quy định 08-QĐi/TW, Quy định 124/QĐ-TW, QĐ 213-QĐ/TW", "08-QĐi/TW 124/QĐ-TW 213-QĐ/TW"),
        ("Các cấp thực hiện: Nghị quyết số 18-NQ/TW và số 19-NQ/TW", "18-NQ/TW 19-NQ/TW"),
        ("Các cấp thực hiện: SỐ: 45/BC-MTTQ-BTT", "45/BC-MTTQ-BTT"),
        ("Các cấp thực hiện: Số 12-BC/BDV", "12-BC/BDV"),
        ("Các cấp thực hiện: Đề án “Nâng cao” số 05-ĐA/TU; Đề án 06", "05-ĐA/TU 06"),
        ("Các cấp thực hiện: xe biển số 51A-123.45, đội hình 4-4-2, tỷ lệ 1/3", ""),
        ("Các cấp thực hiện: Nghị quyết số 43-NQ/TW của Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XIII", "43-NQ/TW"),
        ("Các cấp thực hiện: Thực hiện Nghị quyết Đại hội XIII, Nghị quyết Trung ương 5 khóa XII, Nghị quyết Trung ương 4", ""),
        ("Các cấp thực hiện: Nghị quyết số 06 của Huyện ủy và Kế hoạch số 33", "06 33"),
        ("Các cấp thực hiện: Thông tư liên tịch số 21/2005/TTLT-BNV-BCA", "21/2005/TTLT-BNV-BCA"),
        ("Các cấp thực hiện: quyết định số 33/2009/QĐ-TTg", "33/2009/QĐ-TTg"),
        ("Các cấp thực hiện: Kế hoạch số 15/KH-UBMTTQ-BTT ngày 2 tháng 3 năm 2020", "15/KH-UBMTTQ-BTT"),
    ],
)
def test_numbers(text, numbers):
    assert sorted(document.number for document in found(text)) == sorted(numbers.split())


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "day"),
    [
        ("Quyết định số 290-QĐ/TW ngày 25 tháng 2 năm 2010 của Bộ Chính trị", "Quyết định", "Bộ Chính trị", date(2010, 2, 25)),
        ("Quyết định số 489-QĐ/TU của Ban Thường vụ Thành ủy về Quy chế", "Quyết định", "Ban Thường vụ Thành ủy", None),
        ("Đề án số 07-ĐA/TU, ngày 24/11/2021 của Ban Thường vụ Tỉnh ủy đặt", "Đề án", "Ban Thường vụ Tỉnh ủy", date(2021, 11, 24)),
        ("Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 về dân chủ", "Nghị định", "Chính phủ", date(2015, 1, 9)),
        ("Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15", "Luật", "Quốc hội", None),
        ("theo số 45/BC-MTTQ của xã", "Báo cáo", None, None),
        ("Kế hoạch số 15-KH/HU (ban hành ngày 2/3/2021) của Huyện ủy Ba Tri", "Kế hoạch", "Huyện ủy Ba Tri", date(2021, 3, 2)),
    ],
)
def test_kind_issuer_and_date(text, kind, issuer, day):
    (document,) = found("Thực hiện " + text)
    assert (document.kind, document.issuer, document.date) == (kind, issuer, day)


def test_signing_told_as_news_dates_the_document():
    (document,) = found("Ngày 21/4/2022, Ban Dân vận ký Hướng dẫn số 02 về chế độ báo cáo, nhằm nâng chất lượng thông tin.")
    assert (document.number, document.date) == ("02", date(2022, 4, 21))


def test_a_reports_own_number_takes_the_date_of_its_heading():
    text = "ĐẢNG ỦY XÃ TÂN LẬP\nSố 112-BC/ĐU\nTân Lập, ngày 20 tháng 6 năm 2019\nBÁO CÁO\nkết quả công tác dân vận 6 tháng đầu năm 2019"
    (document,) = documents.find(Document.of(text))
    assert (document.number, document.kind, document.date) == ("112-BC/ĐU", "Báo cáo", date(2019, 6, 20))


def test_one_document_cited_twice_is_one_record_with_what_both_say():
    (document,) = found("Thực hiện Quyết định 290-QĐ/TW tại huyện. Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị nêu rõ.")
    assert (document.issuer, document.date) == ("Bộ Chính trị", date(2010, 2, 25))


def test_a_short_form_beside_the_full_number_is_the_same_document():
    assert [document.number for document in found("Thực hiện Chỉ thị số 05-CT/TW, các chi bộ coi Chỉ thị 05 là việc thường xuyên.")] == [
        "05-CT/TW"
    ]
