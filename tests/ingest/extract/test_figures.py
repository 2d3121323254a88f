"""What is counted, and what is only a number."""

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import figures

TITLE = "Tiêu đề bài viết về công tác dân vận\n"


def found(text):
    return figures.find(Document.of(TITLE + text))


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        (
            "6 tháng đầu năm 2023, huyện có 15/15 xã, thị trấn thành lập Ban Chỉ đạo; kiện toàn 120 tổ dân vận với 1.245 thành viên.",
            [15, 120, 1245],
        ),
        ("Đến nay, 100% thôn có tổ hòa giải; tỷ lệ hòa giải thành đạt 92,5%.", [100, 92.5]),
        (
            "Vận động nhân dân hiến 12.500 m2 đất, đóng góp 3.200 ngày công, trị giá 2,5 tỷ đồng làm 15,6 km đường giao thông nông thôn.",
            [12500, 3200, 2500000000, 15600],
        ),
        ("Ban Dân vận Tỉnh ủy tổ chức 05 lớp tập huấn cho 560 lượt cán bộ, in 2.000 cuốn tài liệu.", [5, 560, 2000]),
        ("Thực hiện Chỉ thị 05-CT/TW, năm 2022 Đảng bộ kết nạp 86 đảng viên mới, đạt 107,5% chỉ tiêu.", [86, 107.5]),
        ("Đại hội lần thứ XIII, nhiệm kỳ 2020-2025 đề ra 5 nhiệm vụ trọng tâm và 3 khâu đột phá.", []),
        ("Đồng chí Nguyễn Văn A, sinh năm 1965, 58 tuổi, có 30 năm tuổi Đảng.", []),
        ("Tại thôn 3, xã Hòa Phú, đoàn thăm 2 gia đình chính sách, mỗi suất quà trị giá 500.000 đồng.", [2, 500000]),
        ("Quân khu 7 và Trung đoàn 88 giúp dân thu hoạch 25 ha lúa, sửa 7 căn nhà.", [250000, 7]),
        ("Tuyến Quốc lộ 1A dài 45 km qua địa bàn 8 xã.", [45000, 8]),
        ("Bí thư Chi bộ ấp 5 cho biết: “Ấp có 320 hộ với 1.250 khẩu, còn 4 hộ nghèo, chiếm 1,25%”.", [320, 1250, 4, 1.25]),
        ("Hội nghị thu hút hơn 200 đại biểu tham dự, có 18 lượt ý kiến phát biểu.", [200, 18]),
        ("UBND phường 5, quận 3 trao 50 suất học bổng (1 triệu đồng/suất).", [50, 1000000]),
        ("Hotline: 0909.123.456 – Điện thoại 028 3822 1234.", []),
        ("Các lực lượng đã phát 1,2 triệu tờ rơi, tiêm 3 triệu liều vắc xin.", [1200000, 3000000]),
        ("Mô hình “3 không, 4 có” được nhân rộng ở 12 chi hội phụ nữ.", [12]),
        ("Toàn tỉnh có từ 3 đến 5 mô hình mỗi xã; phấn đấu tăng 10-15% số hộ khá.", [3, 5, 10, 15]),
        ("Năm 2021: 120 vụ; năm 2022: 95 vụ, giảm 25 vụ (giảm 20,8%).", [120, 95, 25, 20.8]),
        ("1. Công tác tuyên truyền: tổ chức 45 cuộc với 3.150 lượt người nghe.", [45, 3150]),
        ("Công trình khởi công ngày 15/3/2022, hoàn thành sau 45 ngày thi công.", []),
        ("Trao 2 tấn gạo, 300 thùng mì và 1.000 lít nước mắm cho bà con vùng lũ.", [2000, 300, 1000]),
        ("Cả nước có 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu.", [34, 3321]),
        ("Có 3 tập thể và 5 cá nhân được tặng Giấy khen.", [3, 5]),
        ("Lực lượng gồm 1 tiểu đoàn, 2 đại đội với 150 chiến sĩ.", [1, 2, 150]),
        (
            "Kinh phí xây nhà là 80 triệu đồng, trong đó Quỹ “Vì người nghèo” hỗ trợ 50 triệu, gia đình góp 30 triệu.",
            [80000000, 50000000, 30000000],
        ),
        ("Toàn xã có 1.020 hộ, trong đó 356 hộ là đồng bào dân tộc thiểu số (34,9%).", [1020, 356, 34.9]),
        ("Đồng chí yêu cầu thực hiện tốt 4 nhóm nhiệm vụ, 12 giải pháp.", []),
        ("Trường THPT số 2 có 24 lớp, 960 học sinh; học sinh lớp 12 đạt 100%.", [24, 960, 100]),
        ("Thời gian từ 7 giờ 30 phút đến 11 giờ ngày 5/6.", []),
        ("Đã tiếp nhận 1.023 ý kiến; đã giải quyết 998 (97,5%).", [1023, 998, 97.5]),
        ("Diện tích 1.250 ha, dân số 8.560 người, mật độ 685 người/km2.", [12500000, 8560, 685]),
        ("Mỗi năm tổ chức 2 đợt cao điểm, mỗi đợt 15 ngày.", [2]),
        ("Chương trình 135, Nghị quyết 30a, Dự án 8.", []),
        ("Hỗ trợ 15 con bò giống, mỗi con 14 triệu đồng, cho hội viên nghèo.", [15, 14000000]),
        ("Hơn 1.500 cán bộ, chiến sĩ và 25 phương tiện tham gia diễn tập.", [1500, 25]),
        ("Xếp thứ 3/10 huyện.", []),
        ("Chi hội Phụ nữ thôn Đông 1 vận động 45 chị tham gia.", [45]),
        ("Tỷ lệ đồng thuận 98/102 hộ (96,07%).", [98, 102, 96.07]),
        ("Tổng số hội viên là 12.345, tăng 234 so với năm 2020.", [12345, 234]),
        ("Đoàn gồm 12 đồng chí do đồng chí Lê Văn B làm trưởng đoàn.", [12]),
        ("Căn nhà có diện tích 60m2, mái tôn, nền gạch, kinh phí 120 triệu đồng.", [60, 120000000]),
        ("Trung tâm hoạt động 24/24 giờ, trực 7/7 ngày.", []),
        ("Chuyển đổi số, công nghệ 4.0, dịch vụ công trực tuyến mức độ 4 với 312 thủ tục.", [312]),
        ("Ủng hộ quỹ phòng, chống Covid-19 được 1 tỷ 250 triệu đồng.", [1250000000]),
        ("Thôn Tân Lập có 5 dân tộc cùng sinh sống với 245 hộ.", [5, 245]),
        ("Nhà máy công suất 500 m3/ngày đêm cấp nước cho 2.300 hộ.", [500, 2300]),
        ("Năm học 2022-2023, huyện mở 5 khóa tập huấn cho 120 bí thư chi bộ.", [5, 120]),
        ("Giai đoạn 2016-2020 huyện có 3 xã về đích.", [3]),
        ("Xuân 2023 xã tặng 200 suất quà.", [200]),
        ("Toàn huyện cấp 2.000 thẻ BHYT cho người nghèo.", [2000]),
        ("Hơn 2/3 số hộ đồng tình; 2/3 thôn đã hoàn thành.", [2, 3]),
        ("Tổng số hội viên: 1.234; trong đó: nam 320, nữ 914.", [1234, 320, 914]),
        ("Nhân ngày hội Đại đoàn kết toàn dân tộc 18/11, kỷ niệm 8/3 toàn xã thi đua.", []),
        ("Dịp lễ 30-4 và 1-5 toàn tỉnh treo cờ; dịp 2/9 các xã tổ chức hội thao.", []),
        ("Xã đạt 19/19 tiêu chí nông thôn mới, đạt 15 tiêu chí; bộ tiêu chí gồm 5 tiêu chí.", [19, 15]),
        ("Quý 2 tổ chức 3 cuộc kiểm tra; năm 2022 giải quyết 45 đơn thư.", [3, 45]),
        ("Có 12 tổ chức, cá nhân ủng hộ; 5 tổ chức chính trị - xã hội phối hợp.", [12]),
        ("Hội viên tham gia đạt 1.200/1.500 (80%).", [1200, 1500, 80]),
        ("Tiếp 25 lượt công dân, nhận 12 đơn, đã giải quyết 10, còn 2.", [25, 12, 10, 2]),
        ("Thành lập 5 tổ, 3 đội xung kích với 80 thành viên.", [5, 3, 80]),
        ("Cụ Lê Thị Bảy, ở tuổi 80, hiến 200m2 đất; ông Nam (SN 1965) hiến 150 m².", [200, 150]),
        ("Trồng 1,5 triệu cây xanh; vận động 2 triệu lượt người tham gia.", [1500000, 2000000]),
        ("Ban hành 12 văn bản, trong đó có 3 nghị quyết, 5 kế hoạch và 4 hướng dẫn.", [12, 3, 5, 4]),
        ("Ngày 19/8, tại 15 điểm cầu, hơn 1.000 đại biểu dự.", [15, 1000]),
        ("Tỷ lệ hộ nghèo giảm từ 12,5% xuống còn 4,2%.", [12.5, 4.2]),
        ("Thu nhập bình quân đạt 45 triệu đồng/người/năm, tăng 1,5 lần so với năm 2015.", [45000000]),
        ("Tổng đàn gia súc 12.500 con; sản lượng 3.400 tấn.", [12500, 3400000]),
        ("Qua 10 năm, tỉnh có 1.234 mô hình tập thể và 567 mô hình cá nhân.", [1234, 567]),
        ("Đoàn công tác số 3 kiểm tra tại 4 đơn vị.", [4]),
        ("Khu phố 3 có 2 chi hội, 150 hội viên.", [2, 150]),
        ("Huyện ủy phân công 39 đồng chí ủy viên Ban Chấp hành phụ trách 17 xã.", [39, 17]),
        ("Có 98,5% hộ dân dùng nước sạch; 12/15 thôn văn hóa (80%).", [98.5, 12, 15, 80]),
        ("Trao 10 con bò, 500 con gà giống trị giá 150 triệu đồng.", [10, 500, 150000000]),
        ("Chương trình “Tết sum vầy” trao 1.500 phần quà, mỗi phần từ 300.000 - 500.000 đồng.", [1500, 300000, 500000]),
        ("Gia đình bà Tư hiến hơn 1 công đất trồng lúa.", [1000]),
        ("Mặt đường rộng từ 2 m lên 5 m, dài 1 km 200 m.", [2, 5, 1000, 200]),
        ("Ghi nhận 5 kiến nghị, 3 đề xuất.", [5, 3]),
        ("Sau 3 tháng thi công, 2 cây cầu đã hoàn thành.", [2]),
        ("Phát hiện 37 vụ việc, xử lý 12 cán bộ.", [37, 12]),
        ("Thực hiện mô hình 3 tại chỗ, 5K, các chốt trực 24/24h.", []),
        ("Bí thư Đảng ủy xã nhiệm kỳ 2015 - 2020 dự cùng 50 đại biểu.", [50]),
        ("Có 01 HTX, 02 THT, 15 CLB hoạt động hiệu quả.", [1, 2, 15]),
        ("Tổ chức 7 hội nghị tiếp xúc cử tri với 1.120 cử tri, 96 lượt ý kiến.", [7, 1120, 96]),
        ("Bộ đội Biên phòng nhận đỡ đầu 18 cháu, mỗi cháu 500.000 đồng/tháng.", [18, 500000]),
        ("Xóm 5, 6 và 7 được hỗ trợ 30 tấn xi măng.", [30000]),
        ("Lớp học có 25 em; 5 em được nhận học bổng.", [25, 5]),
        ("Xe tải trọng 2,5 tấn chở 100 bao gạo loại 10kg.", [2500, 100, 10]),
        ("Ra mắt Tổ công nghệ số cộng đồng gồm 8 thành viên.", [8]),
        ("Tại kỳ họp thứ 10, HĐND huyện khóa XX thông qua 9 nghị quyết.", [9]),
        ("Huy động được 5,2 tỷ đồng, 3.000 ngày công và hơn 20.000m2 đất.", [5200000000, 3000, 20000]),
        ("Chương trình “Thắp sáng 500 ngõ hẻm” lắp đặt đèn tại 12 tuyến đường.", [12]),
        ("Người dân gọi 0912345678 gặp ông Ba; hội nghị khai mạc lúc 14g tại xã.", []),
        ("Có gần 3/4 người dân đồng ý, còn 1/3 hộ phân vân; 2/3 thôn đã xong.", [2, 3]),
        ("Sáng 12-6, 13-6 xã mở 2 lớp.", [2]),
        ("1. Tuyên truyền: 5 buổi.\n2) Vận động: 3 hộ.\n3- Thăm 4 gia đình.", [5, 3, 4]),
        ("Mỗi suất quà gồm 5 kg gạo và nhu yếu phẩm trị giá 200 nghìn/suất.", [5, 200000]),
        ("Trong 29 đảng viên có 3 đồng chí nhận Huy hiệu 60 năm tuổi Đảng, 2 đồng chí nhận Huy hiệu 55 năm.", [29, 3, 2]),
        ("Bản Giàng 2 có 16 hộ dân, 54 nhân khẩu; người dân xóm 6 đọc sách.", [16, 54]),
        ("Toàn tỉnh có 9 HKH cấp huyện, 5.485 Chi hội Khuyến học, 21.524 công dân đăng nhập.", [9, 5485, 21524]),
    ],
)
def test_values(sentence, values):
    assert sorted(figure.value for figure in found(sentence)) == sorted(values)


@pytest.mark.parametrize(
    ("sentence", "value", "measure", "bound", "noun"),
    [
        ("Xã có 356 hộ nghèo, chiếm đa số.", 356, "count", "exact", "hộ nghèo"),
        ("Tổng kinh phí trên 510 triệu đồng.", 510_000_000, "VND", "over", "Tổng kinh phí"),
        ("Hơn 100 hộ tự nguyện hiến đất.", 100, "count", "over", "hộ tự nguyện hiến đất"),
        ("Nhân dân hiến gần 2.000m2 đất thổ cư.", 2000, "m2", "under", "đất thổ cư"),
        ("Diện tích 1,5 ha được giao.", 15000, "m2", "exact", "Diện tích"),
        ("Khoảng 74,77% dân số tham gia.", 74.77, "percent", "about", "dân số tham gia"),
    ],
)
def test_measure_bound_and_noun(sentence, value, measure, bound, noun):
    (figure,) = found(sentence)
    assert (figure.value, figure.measure, figure.bound, figure.noun) == (value, measure, bound, noun)


def test_a_fact_told_in_title_and_body_is_one_figure():
    text = "Hà Nội: 577 ban thanh tra nhân dân\nHà Nội có 577 ban TTND, trong đó 120 ban kiêm giám sát đầu tư của cộng đồng."
    assert [figure.value for figure in figures.find(Document.of(text))] == [577, 120]


def test_the_same_value_of_two_things_is_two_figures():
    text = "Cầu dài 35m, rộng 3m, tải 5 tấn.\nĐường dài 110m, rộng 3m, tải 5 tấn."
    assert [figure.value for figure in found(text)] == [35, 3, 5000, 110, 3, 5000]


def test_counters_of_the_page_are_not_read():
    assert found("Đại biểu dự hội nghị thảo luận sôi nổi về nhiều nội dung quan trọng.\nLượt xem: 1.284\nĐang truy cập: 67") == []


def test_a_long_sentence_is_quoted_by_its_clause():
    text = "Xã " + "vận động nhân dân " * 12 + "hiến 300 m2 đất; " + "tuyên truyền sâu rộng " * 12 + "cho 45 hộ."
    land, households = found(text)
    assert land.quote in text
    assert "45 hộ" not in land.quote
    assert households.quote.endswith("cho 45 hộ.")
