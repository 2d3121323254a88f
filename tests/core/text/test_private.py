"""What of private persons stands in a text, and what only looks like it."""

import time

import pytest

from gandan.core.text import private
from gandan.core.text.private import Kind, found

STANDS = [
    ("Anh Quang gọi 0913.456.789", Kind.PHONE),
    ("Liên hệ 091 345 6789 để nhận quà", Kind.PHONE),
    ("zalo 0292 3 821 555", Kind.PHONE),
    ("gọi 84913456789", Kind.PHONE),
    ("gọi +84 (0) 913 456 789", Kind.PHONE),
    ("(0292) 3821-555", Kind.PHONE),
    ("số O913456789", Kind.PHONE),
    ("số ０９１３４５６７８９", Kind.PHONE),
    ("không chín một ba bốn năm sáu bảy tám chín", Kind.PHONE),
    ("CCCD: 092 187 004 321", Kind.PAPER),
    ("số 092187004321 của chủ hộ", Kind.PAPER),
    ("chứng minh nhân dân số 362 123 456", Kind.PAPER),
    ("mã BHYT GD4929212345678", Kind.PAPER),
    ("Ủng hộ về TK 0123456789 Agribank", Kind.ACCOUNT),
    ("số tài khoản: 1902 3456 7890", Kind.ACCOUNT),
    ("chuyển vào 190234567890 Vietcombank", Kind.ACCOUNT),
    ("thư: a_b@gmail.com", Kind.MAIL),
    ("xe 65B1-123.45 đậu chắn lối", Kind.PLATE),
    ("biển số 29 X1 2345", Kind.PLATE),
    ("Nguyễn Hoa, sinh ngày 12/3/1980, mắc bệnh", Kind.BIRTH),
    ("Lê Hoa (SN 1940) neo đơn", Kind.BIRTH),
    ("Sửa mái nhà số 5 cho hộ khó khăn", Kind.HOUSE),
    ("ở số 12, hẻm 51, Tầm Vu", Kind.HOUSE),
    ("Nhà 51/12/3 đường Trần Hưng Đạo", Kind.HOUSE),
    ("số nhà 8B tổ 5", Kind.HOUSE),
    ("giao quà tại 51/3 Tầm Vu", Kind.HOUSE),
    ("Sửa nhà cho bà Nguyễn Thị Na bị ung thư", Kind.PERSON),
    ("Hỗ trợ ông Hiệp", Kind.PERSON),
    ("Chị Tư bán cá ở chợ Cái Răng", Kind.PERSON),
    ("Cháu Trần Ngọc Bảo Hân được tặng xe đạp", Kind.PERSON),
    ("BÀ NGUYỄN THỊ NA NHẬN NHÀ", Kind.PERSON),
    ("bà nguyễn thị na nói đường đã sửa", Kind.PERSON),
    ("Anh Y Bhăm Niê được hỗ trợ bò giống", Kind.PERSON),
    ("Ông K'Brốp hiến 200 m2 đất", Kind.PERSON),
    ("ông Nguyễn V. Hùng", Kind.PERSON),
    ("Gia đình Kim Sóc Kha được hỗ trợ", Kind.PERSON),
    ("Hộ nghèo Giàng A Sùng nhận 2 con bò", Kind.PERSON),
    ("Vợ chồng Hùng - Lan được xây nhà", Kind.PERSON),
    ("Người dân Võ Hoàng Yến phản ánh rác thải", Kind.PERSON),
    ("Theo Nguyễn Thị Ngọc, hẻm ngập quanh năm", Kind.PERSON),
    ("Đại diện hộ dân - Phan Văn Tám đề nghị sửa cầu", Kind.PERSON),
    ("Trưởng thôn thăm bà Lan", Kind.PERSON),
    ("Chị Đoàn Thị Bé xin vay vốn", Kind.PERSON),
]
CLEAN = [
    "Sửa nắp cống vỡ trong hẻm 51 đường 3 Tháng 2",
    "Nâng cấp đường Bà Triệu và đường Hai Bà Trưng",
    "Cắt tỉa cây trên đường Nguyễn Văn Linh, Nguyễn Thị Sáu và Trần Văn Khéo",
    "Lát vỉa hè các tuyến đường Lê Thị Hoa và Phạm Văn Sơn",
    "Sửa cầu Ông Lãnh, chợ Bà Chiểu",
    "Làng hoa Bà Bộ cùng tưới, chợ nổi Bà Hạp sáng nào cũng đông",
    "Sửa cầu ông Tư ở ấp Cô Tô",
    "Trẻ đến mỗi chiều: 12 em. Đếm tại chỗ",
    "Đường đi vòng của học sinh: ngày 13/4/2026 đo được 0 m",
    "Nạo vét kênh Ông Hiển dài 1.250 m",
    "Tặng 100 suất quà cho học sinh Trường THCS Nguyễn Thị Bảy",
    "Cháu ngoan Bác Hồ năm 2026",
    "Học tập và làm theo tấm gương Chủ tịch Hồ Chí Minh",
    "Chủ tịch UBND phường, ông Trần Văn Ba, hứa trả lời",
    "Ông Trần Văn Ba, Chủ tịch UBND phường, tiếp dân",
    "Bí thư Đảng ủy Nguyễn Văn Hùng đối thoại",
    "Phó Trưởng Ban Dân vận Trung ương Đỗ Văn Phới dự",
    "Chủ tịch Ủy ban Trung ương MTTQ Việt Nam Bùi Thị Minh Hoài dự",
    "đồng chí Lê Văn Tám báo cáo",
    "Các anh, chị em Hội Phụ nữ phường",
    "Chị em Khmer ở ấp Sóc Vồ; các em Trà Vinh",
    "Mẹ Việt Nam anh hùng; Anh hùng lao động",
    "HỖ TRỢ HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026",
    "Gia đình Văn hóa; hộ Mông; người dân Cao Bằng",
    "Từ 02.02.2026 - 05.03.2026 nhận hồ sơ",
    "Chào mừng 20/11 Nhà giáo Việt Nam, lễ 30/4/2026 và 3/2",
    "Vận động 7.000.000.000 đồng và 0,913 ha; tổng 1.250.456.789 đồng",
    "Nghị quyết số 12-NQ/TW và Kế hoạch số 51/KH-UBND",
    "Đường dây nóng của phường: 0292 3821 555",
    "Họp tại trụ sở UBND phường, số 12 đường Trần Hưng Đạo",
    "Nhà văn hóa khu phố 5, tổ dân phố số 3 đường Lê Lợi",
    "Gửi về ubnd@cantho.gov.vn",
    "Đoàn viên sinh năm 2008 trở lên",
    "Đạt 24/7 và 65/70 hội viên",
    "Bà con tổ dân phố 3 và 5; ông bà, cha mẹ",
    "Gia đình bà N. được hỗ trợ, gọi [số điện thoại đã che]",
    "Anh Quốc và Bà Rịa - Vũng Tàu",
    "Nhà văn hóa, phòng văn hóa, hồ thị trấn",
]


@pytest.mark.parametrize(("text", "kind"), STANDS)
def test_private_things_are_found(text, kind):
    assert kind in [one.kind for one in found(text)], found(text)


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_public_is_left_alone(text):
    assert found(text) == []


def test_each_is_told_as_it_stands_there():
    text = "Bà Nguyễn Thị Na, 51/3 Tầm Vu, 0913456789"
    assert [(f.kind, text[f.start : f.end]) for f in found(text)] == [
        (Kind.PERSON, "Bà Nguyễn Thị Na"),
        (Kind.HOUSE, "51/3 Tầm Vu"),
        (Kind.PHONE, "0913456789"),
    ]


def test_the_sentence_quotes_and_says_what_to_do():
    said = private.refusal("Sửa hẻm 51", "Hẹn gặp, gọi 0913 456 789")
    assert said is not None
    assert said.sentence == "Câu này ai cũng đọc được. Xin bỏ số điện thoại “0913 456 789”."
    assert said.status == 422
    named = private.refusal("Sửa nhà cho bà Nguyễn Thị Na")
    assert named is not None
    assert "“bà Nguyễn Thị Na”" in named.sentence
    assert private.refusal("Sửa hẻm 51", "") is None
    assert private.refusal("Sửa nhà cho bà Nguyễn Thị Na", names=False) is None


def test_who_is_spoken_to_is_nobody_s_name():
    assert found("Cảm ơn Ông/Bà. Cán bộ đã kiểm tra tại chỗ.") == []
    assert [f.text for f in found("Kính gửi Ông/Bà Trần Văn Na")] == ["Bà Trần Văn Na"]


def test_long_and_hostile_texts_are_read_at_once():
    began = time.perf_counter()
    long = (
        "0" * 20_000,
        "Nguyễn " * 5_000,
        "a@" * 10_000,
        "nhà số " * 5_000,
        "Ông " * 5_000,
        "không " * 5_000,
        "1/2" * 8_000,
        "12 345 " * 3000,
    )
    for text in long:
        found(text)
    assert time.perf_counter() - began < 5
