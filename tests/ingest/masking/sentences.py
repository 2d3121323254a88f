"""Sentences as articles write them: what has to go, what has to stay. Every name is invented.

`gone` are words that must not be in the masked text, `stays` are pieces that must be. `keep` are office holders of the same text.
The rules were mended by the first list. `UNSEEN` was written afterwards: at first sight 33 of its 35 private words were covered and
all 44 others stayed; the two that were missed were names of one syllable at the end of a sentence, which the rules know since.
"""

from typing import NamedTuple


class Said(NamedTuple):
    text: str
    gone: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


SEEN = (
    Said("Dịp này, đoàn trao nhà cho bà Nguyễn Thị Na, hộ nghèo ấp 3.", ("Nguyễn Thị Na",), ("bà N.", "ấp 3")),
    Said("Ông Trần Văn Tèo, 67 tuổi, hiến 200 m2 đất làm đường.", ("Trần Văn Tèo",), ("Ông T.", "200 m2")),
    Said("Chị Hoa phấn khởi nói: “Có nước sạch, bà con mừng lắm”.", ("Hoa",), ("Chị H.", "bà con mừng")),
    Said("Anh Lê Văn Bền và chị Phạm Thị Sen được hỗ trợ vốn.", ("Bền", "Sen"), ("Anh B.", "chị S.")),
    Said("Đoàn đến thăm hộ ông Tư Lùn ở khóm 4.", ("Tư Lùn",), ("hộ ông L.", "khóm 4")),
    Said(
        "Ông Nguyễn Hữu Hậu, Phó Trưởng ban, trao quà cho cụ Đỗ Thị Gái.",
        ("Đỗ Thị Gái",),
        ("Ông Nguyễn Hữu Hậu", "cụ G."),
        ("Nguyễn Hữu Hậu",),
    ),
    Said("Ông Hậu đề nghị phường tiếp tục vận động.", (), ("Ông Hậu",), ("Nguyễn Hữu Hậu",)),
    Said("Bà con Khmer ở xã Thạnh Phú đón Tết Chôl Chnăm Thmây.", (), ("Bà con Khmer ở xã Thạnh Phú",)),
    Said("Chị em Hội Phụ nữ phường Xuân Khánh dọn vệ sinh hẻm 3T2.", (), ("Chị em Hội Phụ nữ phường Xuân Khánh", "hẻm 3T2")),
    Said("Các em Trường THCS Lê Quý Đôn nhận học bổng.", (), ("Các em Trường THCS Lê Quý Đôn",)),
    Said("Em Thạch Sóc Kha, lớp 9A, nhận học bổng Nguyễn Thị Minh Khai.", ("Thạch Sóc Kha",), ("Em K.", "Nguyễn Thị Minh Khai")),
    Said("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.", (), ("Hồ Chí Minh",)),
    Said("Bác Hồ dạy: “Dân vận khéo thì việc gì cũng thành công”.", (), ("Bác Hồ",)),
    Said("Tỉnh Bà Rịa - Vũng Tàu và huyện Cô Tô cùng triển khai.", (), ("Bà Rịa - Vũng Tàu", "Cô Tô")),
    Said("Theo Trần Văn Bê, người dân ở hẻm 3T2, đường nay đã rộng.", ("Trần Văn Bê",), ("hẻm 3T2",)),
    Said("Liên hệ anh Phan Văn Dũng, điện thoại 0912 345 678.", ("Phan Văn Dũng", "0912"), ("anh D.",)),
    Said("Số điện thoại của gia đình: (0292) 3.820.536.", ("820.536",), ("gia đình",)),
    Said("Bà Lý Thị Mười, CCCD số 092123456789, ký nhận.", ("Lý Thị Mười", "092123456789"), ("Bà M.", "ký nhận")),
    Said("Anh Giàng A Páo ở bản Phìn Hồ góp 20 ngày công.", ("Giàng A Páo",), ("Anh P.", "bản Phìn Hồ", "20 ngày công")),
    Said("Chị H'Hen Niê dạy dệt cho chị em trong buôn.", ("H'Hen",), ("chị em trong buôn",)),
    Said("Nhà bà Sáu ở số nhà 45/12 được sửa.", ("Sáu", "45/12"), ("Nhà bà S.",)),
    Said("Gia đình ông Huỳnh Văn Lợi tự nguyện tháo hàng rào.", ("Huỳnh Văn Lợi",), ("Gia đình ông L.",)),
    Said("Đồng chí Võ Kim Hạnh, Trưởng Ban Dân vận Thành ủy, làm Trưởng đoàn.", (), ("Võ Kim Hạnh",), ("Võ Kim Hạnh",)),
    Said("Đường Trần Hưng Đạo và đường Phạm Ngọc Thạch được mở rộng.", (), ("Trần Hưng Đạo", "Phạm Ngọc Thạch")),
    Said("Công ty TNHH Trần Hùng Phát tài trợ 50 triệu đồng.", (), ("Công ty TNHH Trần Hùng Phát", "50 triệu đồng")),
    Said("Bà mẹ Việt Nam anh hùng Nguyễn Thị Rành được phụng dưỡng suốt đời.", ("Nguyễn Thị Rành",), ("Bà mẹ Việt Nam anh hùng",)),
    Said("Cử tri Nguyễn Văn Út kiến nghị sửa cầu.", ("Nguyễn Văn Út",), ("Cử tri", "sửa cầu")),
    Said("Vợ chồng anh Tâm, chị Lành thoát nghèo sau hai năm.", ("Tâm", "Lành"), ("thoát nghèo sau hai năm",)),
    Said("Ông Bí thư Chi bộ và bà Trưởng ấp cùng đi từng nhà.", (), ("Ông Bí thư Chi bộ", "bà Trưởng ấp")),
    Said("Anh Đoàn Văn Bé, chị Đoàn Thị Hường là đoàn viên Đoàn Thanh niên.", ("Đoàn Văn Bé", "Hường"), ("Đoàn Thanh niên",)),
    Said("Cháu Nguyễn Gia Bảo, 6 tuổi, được mổ tim miễn phí.", ("Gia Bảo",), ("Cháu B.", "6 tuổi")),
    Said("Thầy giáo Lê Minh Triết và cô giáo Ngọc Ánh dạy chữ cho bà con.", ("Minh Triết", "Ngọc Ánh"), ("dạy chữ cho bà con",)),
    Said("Hòa thượng Thích Thiện Tâm trao 100 phần quà.", ("Thiện Tâm",), ("100 phần quà",)),
    Said("Linh mục Phêrô Nguyễn Văn Hạnh cùng giáo dân góp gạo.", ("Nguyễn Văn Hạnh",), ("giáo dân góp gạo",)),
    Said("Tổng đài 1900 1234 và đường dây nóng 0292 3811 111 của UBND quận tiếp nhận 24/24.", (), ("1900 1234", "0292 3811 111")),
    Said("Mọi đóng góp gửi về số tài khoản 070012345678 của bà Lâm Thị Nga.", ("070012345678", "Lâm Thị Nga"), ("bà N.",)),
    Said("Nguyễn Thị Đẹp, hội viên phụ nữ, nhận vốn vay 30 triệu đồng.", ("Nguyễn Thị Đẹp",), ("hội viên phụ nữ", "30 triệu đồng")),
    Said("Ủy ban MTTQ Việt Nam quận Ninh Kiều vận động hơn 7 tỉ đồng.", (), ("Ủy ban MTTQ Việt Nam quận Ninh Kiều", "7 tỉ đồng")),
    Said("Ngày 18/6/2024, Quyết định số 290-QĐ/TW được quán triệt.", (), ("18/6/2024", "290-QĐ/TW")),
    Said("Tổng kinh phí 150000000 đồng, 2.071 hộ hưởng lợi.", (), ("150000000 đồng", "2.071 hộ")),
)

SEEN += (Said("Đoàn Từ thiện Đồng Tâm và nhóm Từ Thiện Hướng Dương góp 54 triệu đồng.", (), ("Đoàn Từ thiện", "Từ Thiện Hướng Dương")),)

UNSEEN = (
    Said("Trong căn nhà mới, bà Kiều Thị Lẹ nghẹn ngào cảm ơn chính quyền xã.", ("Kiều Thị Lẹ",), ("chính quyền xã",)),
    Said(
        "Bí thư Đảng ủy xã Phan Hoài Nam cùng hai hộ ông Cao Văn Đấu và ông Mai Bửu Lộc ký cam kết.",
        ("Cao Văn Đấu", "Mai Bửu Lộc"),
        ("Phan Hoài Nam",),
        ("Phan Hoài Nam",),
    ),
    Said(
        "Hộ các ông: Trịnh Công Ẩn, Vương Tử Kỳ, Tạ Quang Sửu hiến tổng cộng 1.150 m2 đất.",
        ("Trịnh Công Ẩn", "Vương Tử Kỳ", "Tạ Quang Sửu"),
        ("1.150 m2",),
    ),
    Said("“Tôi hiến đất vì con cháu mai sau”, ông Bảy Đờn nói.", ("Bảy Đờn",), ("con cháu mai sau",)),
    Said("Chị Neáng Sa Mân, người Khmer ở ấp Sóc Tràm, mở tiệm may.", ("Sa Mân",), ("ấp Sóc Tràm",)),
    Said("Già làng Đinh Xuân Bhuốc đi từng nhà vận động bỏ tục thách cưới.", ("Đinh Xuân Bhuốc",), ("bỏ tục thách cưới",)),
    Said("Ông Y Thơm Byă bàn với bà con hiến cà phê làm đường.", ("Thơm Byă",), ("bà con hiến cà phê",)),
    Said("Em Hồ Thị Ngọc Trâm (lớp 11) được tặng xe đạp.", ("Ngọc Trâm",), ("lớp 11", "xe đạp")),
    Said("Thương binh Nguyễn Đình Lực, hạng 2/4, được trao sổ tiết kiệm.", ("Đình Lực",), ("hạng 2/4", "sổ tiết kiệm")),
    Said("Phường Hưng Lợi thăm gia đình liệt sĩ Trần Minh Sang nhân dịp 27/7.", ("Minh Sang",), ("Phường Hưng Lợi", "27/7")),
    Said("Gửi đơn về anh Khoa, email khoa.tran92@gmail.com hoặc 84 909 123 456.", ("Khoa,", "khoa.tran92"), ("Gửi đơn",)),
    Said("Chị Út Nhỏ, nhà số 18/3B đường Mậu Thân, xin mở lại mương.", ("Út Nhỏ", "18/3B"), ("Mậu Thân", "mở lại mương")),
    Said("Nhà văn hóa khóm Phú Quới và Trường Tiểu học Nguyễn Hiền được quét vôi.", (), ("Nhà văn hóa khóm Phú Quới", "Nguyễn Hiền")),
    Said("Quỹ Bùi Hữu Nghĩa trao 20 suất học bổng.", (), ("Quỹ Bùi Hữu Nghĩa",)),
    Said("Bệnh viện Nguyễn Đình Chiểu khám bệnh cho 300 người cao tuổi.", (), ("Nguyễn Đình Chiểu", "300 người")),
    Said("Anh em Công đoàn cơ sở và các cụ Hội Người cao tuổi cùng dự.", (), ("Anh em Công đoàn cơ sở", "các cụ Hội Người cao tuổi")),
    Said("Hội viên Lưu Thị Bích Chi cùng chồng là anh Dương Trí trồng sầu riêng.", ("Bích Chi", "Dương Trí"), ("trồng sầu riêng",)),
    Said("Bà Phùng Mỹ Hạnh - Chủ tịch Hội Phụ nữ xã - trao quà cho chị Đào.", ("chị Đào",), ("Phùng Mỹ Hạnh",), ("Phùng Mỹ Hạnh",)),
    Said("Cụ bà Ngô Thị Tươi, 92 tuổi, là hội viên cao tuổi nhất.", ("Thị Tươi",), ("92 tuổi",)),
    Said("Anh Thanh cho biết sẽ trả nợ trước hạn.", ("Thanh",), ("trả nợ trước hạn",)),
    Said("Bà Hai, bà Ba trong xóm cũng góp mỗi người 50.000 đồng.", ("Hai,", "Ba "), ("50.000 đồng",)),
    Said("Đảng viên trẻ Hứa Vĩ Khang nhận chăm sóc hai cụ già neo đơn.", ("Vĩ Khang",), ("hai cụ già neo đơn",)),
    Said(
        "Ông Nguyễn Văn Hưởng và vợ, bà Trần Kim Yến, CMND 361234567, nhận bàn giao nhà.",
        ("Văn Hưởng", "Kim Yến", "361234567"),
        ("bàn giao nhà",),
    ),
    Said("Trưởng Công an xã, Thiếu tá Lê Quốc Khải, nhắc nhở anh Tý.", ("anh Tý",), ("Lê Quốc Khải",), ("Lê Quốc Khải",)),
    Said("Mô hình “Camera an ninh” do Thượng úy Đỗ Hoàng Nhân đề xuất.", ("Hoàng Nhân",), ("Camera an ninh",)),
    Said("Quận Bình Thủy, huyện Phong Điền và thị xã Ngã Năm cùng tham gia.", (), ("Quận Bình Thủy", "huyện Phong Điền", "Ngã Năm")),
    Said("Chợ Bà Chiểu, cầu Ông Lãnh và chùa Ông được chỉnh trang.", (), ("Bà Chiểu", "Ông Lãnh", "chùa Ông")),
    Said("Hộ Danh Sà Rươl dùng 15 triệu đồng vốn vay nuôi bò.", ("Sà Rươl",), ("15 triệu đồng", "nuôi bò")),
    Said("Con gái ông là Nguyễn Ngọc Diễm My vừa đậu đại học.", ("Diễm My",), ("đậu đại học",)),
    Said("Theo anh Lò Văn Pâng, đường về bản Nà Khoang nay ô tô đi được.", ("Văn Pâng",), ("bản Nà Khoang",)),
    Said("Mục sư Rmah Loan vận động tín hữu bảo vệ rừng.", ("Rmah Loan",), ("bảo vệ rừng",)),
    Said("Nghệ nhân Thạch Hoài Thanh truyền dạy nhạc ngũ âm.", ("Hoài Thanh",), ("nhạc ngũ âm",)),
)
