"""Awards and who received them."""

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import awards

TITLE = "Tiêu đề bài viết về công tác dân vận\n"


def found(text):
    return [(award.name, award.by, award.persons, award.collectives) for award in awards.find(Document.of(TITLE + text))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("UBND huyện tặng Giấy khen cho 10 tập thể và 15 cá nhân xuất sắc.", [("Giấy khen", "UBND huyện", 15, 10)]),
        (
            "Có 5 tập thể, 10 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen; 3 cá nhân được tặng Kỷ niệm chương “Vì sự nghiệp Dân vận”.",
            [("Bằng khen", "Chủ tịch UBND tỉnh", 10, 5), ("Kỷ niệm chương Vì sự nghiệp Dân vận", None, 3, 0)],
        ),
        (
            "Thủ tướng Chính phủ tặng Bằng khen cho 2 tập thể, Huân chương Lao động hạng Ba cho 1 cá nhân.",
            [("Bằng khen", "Thủ tướng Chính phủ", 0, 2), ("Huân chương Lao động hạng Ba", "Thủ tướng Chính phủ", 1, 0)],
        ),
        (
            "Chủ tịch UBND tỉnh tặng Bằng khen cho 28 tập thể, 12 cá nhân trong phong trào; 14 tập thể thực hiện tốt QCDC.",
            [("Bằng khen", "Chủ tịch UBND tỉnh", 12, 28), ("Bằng khen", "Chủ tịch UBND tỉnh", 0, 14)],
        ),
        ("Đảng ủy trao Huy hiệu 30 năm tuổi Đảng cho 12 đảng viên.", [("Huy hiệu 30 năm tuổi Đảng", "Đảng ủy", 12, 0)]),
        ("Ban Tổ chức trao tặng 15 Kỷ niệm chương Vì sự nghiệp Dân vận.", [("Kỷ niệm chương Vì sự nghiệp Dân vận", "Ban Tổ chức", 15, 0)]),
        ("Huyện tặng danh hiệu “Chiến sĩ thi đua cơ sở” cho 7 đồng chí.", [("Chiến sĩ thi đua cơ sở", "Huyện", 7, 0)]),
        (
            "Có 02 tập thể và 03 cá nhân nhận Bằng khen của Ủy ban Trung ương MTTQ Việt Nam.",
            [("Bằng khen", "Ủy ban Trung ương MTTQ Việt Nam", 3, 2)],
        ),
        (
            "Bà Hoàng Thị Sinh vinh dự được Chủ tịch nước tặng Huân chương Lao động hạng Ba.",
            [("Huân chương Lao động hạng Ba", "Chủ tịch nước", 1, 0)],
        ),
        (
            "Trung ương Hội tặng Kỷ niệm chương cho đồng chí Nguyễn Thị Hoa, nguyên Chủ tịch Hội.",
            [("Kỷ niệm chương", "Trung ương Hội", 1, 0)],
        ),
        (
            "Hội tặng Kỷ niệm chương cho ông Nguyễn Văn Nam, bà Lê Thị Hai và bà Trần Thị Tư, do đồng chí Võ Văn Bảy trao.",
            [("Kỷ niệm chương", "Hội", 3, 0)],
        ),
        (
            "Đợt này có 3 đảng viên nhận Huy hiệu 60 năm tuổi Đảng; 2 đảng viên nhận Huy hiệu 55 năm.",
            [("Huy hiệu 60 năm tuổi Đảng", None, 3, 0), ("Huy hiệu 55 năm", None, 2, 0)],
        ),
        (
            "Đảng ủy phường đã trao Huy hiệu Đảng 30, 40 và 60 năm tuổi Đảng cho 40 đảng viên.",
            [("Huy hiệu Đảng 30, 40 và 60 năm tuổi Đảng", "Đảng ủy phường", 40, 0)],
        ),
        (
            "Đảng ủy trao Huy hiệu 80 năm tuổi Đảng (đợt 2/9) cho đồng chí Nguyễn Văn Toàn.",
            [("Huy hiệu 80 năm tuổi Đảng", "Đảng ủy", 1, 0)],
        ),
        (
            "Chủ tịch UBND tỉnh đã tặng Bằng khen 28 tập thể, 12 cá nhân; tặng Bằng khen 14 tập thể thực hiện tốt quy chế.",
            [("Bằng khen", "Chủ tịch UBND tỉnh", 12, 28), ("Bằng khen", "Chủ tịch UBND tỉnh", 0, 14)],
        ),
    ],
)
def test_awards(sentence, expected):
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Phong trào được nhiều cấp khen ngợi, có 12 cá nhân tiêu biểu.",
        "Hồ sơ đề nghị khen thưởng gồm Giấy khen các năm trước.",
        "Xã tặng 15 suất quà cho 15 hộ nghèo.",
    ],
)
def test_no_award(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "grounds"),
    [
        (
            "Chủ tịch UBND tỉnh tặng Bằng khen cho 28 tập thể, 12 cá nhân xuất sắc trong phong trào thi đua; 14 tập thể làm tốt QCDC.",
            ["xuất sắc trong phong trào thi đua", "làm tốt QCDC"],
        ),
        (
            "Dịp này, 32 cá nhân có nhiều đóng góp cho công tác dân vận được Ban Dân vận Trung ương tặng Kỷ niệm chương.",
            ["có nhiều đóng góp cho công tác dân vận"],
        ),
        ("Có 02 tập thể và 03 cá nhân nhận Bằng khen của Ủy ban Trung ương MTTQ Việt Nam.", [None]),
        ("UBND huyện tặng Giấy khen cho 10 tập thể và 15 cá nhân xuất sắc.", [None]),
        (
            "Có 12 tập thể và 3 cá nhân được Chủ tịch UBND phường tặng Giấy khen vì đã có thành tích trong phong trào thi đua.",
            ["vì đã có thành tích trong phong trào thi đua"],
        ),
    ],
)
def test_what_for(sentence, grounds):
    """The words between the receivers and the deed; a bare adjective is no ground."""
    assert [award.ground for award in awards.find(Document.of(TITLE + sentence))] == grounds
