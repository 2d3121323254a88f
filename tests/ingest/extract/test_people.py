"""Persons and their posts."""

import pytest

from gandan.core.text import tone_key
from gandan.ingest.document import Document
from gandan.ingest.extract import people
from gandan.ingest.extract.people.sharing import expand, merge

TITLE = "Tiêu đề bài viết về công tác dân vận\n"


def read(text):
    return {person.name: person.positions for person in people.find(Document.of(TITLE + text))}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Đồng chí Lê Thị Thủy - Tỉnh ủy viên, Bí thư Huyện ủy, Chủ tịch HĐND huyện Đức Linh chủ trì hội nghị.",
            {"Lê Thị Thủy": ["Tỉnh ủy viên", "Bí thư Huyện ủy", "Chủ tịch HĐND huyện Đức Linh"]},
            id="behind the name, ended by a verb",
        ),
        pytest.param(
            "Bí thư Tỉnh ủy Hà Giang Đặng Văn Khánh đã tiếp công dân.",
            {"Đặng Văn Khánh": ["Bí thư Tỉnh ủy Hà Giang"]},
            id="before the name, a place that looks like a surname between",
        ),
        pytest.param(
            "Đoàn công tác do ông Lê Hoàng Phúc, Bí thư Huyện ủy làm trưởng đoàn kiểm tra việc thực hiện Quyết định số 217-QĐ/TW.",
            {"Lê Hoàng Phúc": ["Bí thư Huyện ủy", "trưởng đoàn"]},
            id="kiểm tra việc is what the delegation does",
        ),
        pytest.param(
            "Ông Trần Văn Lợi, Trưởng đoàn kiểm tra số 3, Giám đốc Trung tâm Dịch vụ việc làm tỉnh kết luận.",
            {"Trần Văn Lợi": ["Trưởng đoàn kiểm tra số 3", "Giám đốc Trung tâm Dịch vụ việc làm tỉnh"]},
            id="đoàn kiểm tra is a body, việc làm a part of one",
        ),
        pytest.param(
            "Các Phó Trưởng Ban Dân vận Trung ương Đỗ Văn Phú, Triệu Tài Vượng và Nguyễn Lâm cùng dự.",
            {name: ["Phó Trưởng Ban Dân vận Trung ương"] for name in ("Đỗ Văn Phú", "Triệu Tài Vượng", "Nguyễn Lâm")},
            id="before a list",
        ),
        pytest.param(
            "Các đồng chí Lê Văn Hùng và Nguyễn Thị Lan, Phó Chủ tịch UBND tỉnh cùng dự.",
            {name: ["Phó Chủ tịch UBND tỉnh"] for name in ("Lê Văn Hùng", "Nguyễn Thị Lan")},
            id="behind a list",
        ),
        pytest.param(
            "Thiếu tướng Trần Văn Bình, Chính ủy Bộ đội Biên phòng, Đại tá Lê Xuân Thuận - Phó Chính ủy Quân khu 7 đến thăm.",
            {"Trần Văn Bình": ["Chính ủy Bộ đội Biên phòng"], "Lê Xuân Thuận": ["Phó Chính ủy Quân khu 7"]},
            id="a rank is no post",
        ),
        pytest.param(
            "Giám đốc Sở Nông nghiệp và Phát triển nông thôn Phạm Văn Hòa kiểm tra hiện trường.",
            {"Phạm Văn Hòa": ["Giám đốc Sở Nông nghiệp và Phát triển nông thôn"]},
            id="a body with và",
        ),
        pytest.param(
            "Ông Nguyễn Văn Ân - Phó Trưởng phòng Lao động - Thương binh và Xã hội huyện phát biểu.",
            {"Nguyễn Văn Ân": ["Phó Trưởng phòng Lao động - Thương binh và Xã hội huyện"]},
            id="a body with a dash",
        ),
        pytest.param(
            "Bà H'Yim Kđoh, Phó Chủ tịch UBND tỉnh Đắk Lắk, cùng ông Y Biêr Niê, Phó Bí thư Tỉnh ủy thăm bà con.",
            {"H'Yim Kđoh": ["Phó Chủ tịch UBND tỉnh Đắk Lắk"], "Y Biêr Niê": ["Phó Bí thư Tỉnh ủy"]},
            id="names of the Central Highlands",
        ),
        pytest.param(
            "Ông Nguyễn Hữu Thắng-Tỉnh ủy viên, Bí thư Huyện ủy chủ trì.",
            {"Nguyễn Hữu Thắng": ["Tỉnh ủy viên", "Bí thư Huyện ủy"]},
            id="a dash without spaces",
        ),
        pytest.param(
            "Đồng chí Hà Xuân Thắng Phó Bí thư Thường trực Đảng ủy ghi nhận kết quả.",
            {"Hà Xuân Thắng": ["Phó Bí thư Thường trực Đảng ủy"]},
            id="no mark between name and post",
        ),
        pytest.param(
            "Đồng chí Vũ Ngọc Hà, Chủ tịch UBND xã báo cáo tóm tắt; ông Lê Văn An, Chủ nhiệm Ủy ban kiểm tra Đảng ủy dự.",
            {"Vũ Ngọc Hà": ["Chủ tịch UBND xã"], "Lê Văn An": ["Chủ nhiệm Ủy ban kiểm tra Đảng ủy"]},
            id="a verb that is also a word of bodies",
        ),
        pytest.param(
            "Ông Lê Văn An, Phó Trưởng Ban chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh chủ trì hội nghị.",
            {"Lê Văn An": ["Phó Trưởng Ban chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh"]},
            id="a body named by what it does",
        ),
        pytest.param(
            "Ông Lê Văn Tư, Tổng Biên tập Báo và Phát thanh, Truyền hình tỉnh; bà Lý Hà, Hiệu trưởng trường Mầm non Tứ Quận đạt giải.",
            {"Lê Văn Tư": ["Tổng Biên tập Báo và Phát thanh, Truyền hình tỉnh"], "Lý Hà": ["Hiệu trưởng trường Mầm non Tứ Quận"]},
            id="a comma inside a body",
        ),
        pytest.param(
            "Dự có: Trần Đức Quận - Bí thư Tỉnh ủy; Ngọc Kim Nam - Trưởng ban Dân vận Tỉnh ủy.",
            {"Trần Đức Quận": ["Bí thư Tỉnh ủy"], "Ngọc Kim Nam": ["Trưởng ban Dân vận Tỉnh ủy"]},
            id="a given name like a kind of place, a rare surname in a list",
        ),
        pytest.param(
            "Đồng chí Võ Kim Hoa, Trưởng Ban Dân vận Thành ủy Cần Thơ, làm Trưởng đoàn, đến kiểm tra.",
            {"Võ Kim Hoa": ["Trưởng Ban Dân vận Thành ủy Cần Thơ", "Trưởng đoàn"]},
            id="leader of a delegation",
        ),
        pytest.param(
            "Bà Nguyễn Thị Hạnh - Ủy viên Ban Thường vụ Đảng uỷ (UVTV ĐU), Phó Chủ tịch Hội đồng nhân dân phường dự.",
            {"Nguyễn Thị Hạnh": ["Ủy viên Ban Thường vụ Đảng uỷ", "Phó Chủ tịch Hội đồng nhân dân phường"]},
            id="initials in brackets are not a second post",
        ),
    ],
)
def test_reads(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Chủ tịch Hồ Chí Minh từng viết bài báo Dân vận.",
        "Gia đình ông Đặng Văn Tín hỗ trợ 70 triệu đồng.",
        "Dự có các đồng chí Trần Văn Tú, Lê Hoài Trinh.",
        "Ban Chỉ đạo do Bí thư Đảng ủy làm Trưởng ban, Chủ tịch UBND xã làm phó ban.",
        "Trường THPT Nguyễn Trãi, phường Nguyễn Thái Bình đón Bằng công nhận.",
        "Bí thư chi bộ, trưởng thôn các xã Lê Lợi, Trần Phú về dự.",
    ],
)
def test_says_nobody(sentence):
    assert read(sentence) == {}


def test_a_living_person_may_bear_a_name_of_history():
    assert read("Ông Nguyễn Hữu Thọ, Phó Chủ tịch UBND huyện Đak Đoa chủ trì.") == {"Nguyễn Hữu Thọ": ["Phó Chủ tịch UBND huyện Đak Đoa"]}
    assert read("Cố Chủ tịch nước Tôn Đức Thắng sinh ra ở đây.") == {}


@pytest.mark.parametrize(
    ("posts", "later", "expected"),
    [
        (
            ["Ủy viên Ban Thường vụ", "Trưởng Ban Dân vận Thành ủy TPHCM"],
            [],
            ["Ủy viên Ban Thường vụ Thành ủy TPHCM", "Trưởng Ban Dân vận Thành ủy TPHCM"],
        ),
        (["UVBTV", "Trưởng Ban Dân vận Tỉnh ủy"], [], ["UVBTV Tỉnh ủy", "Trưởng Ban Dân vận Tỉnh ủy"]),
        (["UVBTVHU", "Chủ tịch UBND huyện"], [], ["UVBTVHU", "Chủ tịch UBND huyện"]),
        (["Trưởng Ban"], ["Phó Trưởng Ban Dân vận Trung ương"], ["Trưởng Ban Dân vận Trung ương"]),
        (["Phó Trưởng Ban Thường trực"], ["Phó Trưởng Ban Dân vận Trung ương"], ["Phó Trưởng Ban Thường trực Ban Dân vận Trung ương"]),
        (["Phó Bí thư", "Chủ tịch UBND xã"], [], ["Phó Bí thư", "Chủ tịch UBND xã"]),
        (["Trưởng đoàn"], ["Phó Trưởng đoàn giám sát"], ["Trưởng đoàn"]),
    ],
)
def test_a_shared_word_is_put_in(posts, later, expected):
    assert expand(posts, later) == expected


def test_one_office_is_told_once_in_its_longest_form():
    assert merge(["Thường trực Ban Bí thư", "Ủy viên Bộ Chính trị", "thường trực Ban Bí thư Trung ương Đảng"]) == [
        "thường trực Ban Bí thư Trung ương Đảng",
        "Ủy viên Bộ Chính trị",
    ]
    assert merge(["Chủ tịch Uỷ ban", "Chủ tịch Ủy ban"]) == ["Chủ tịch Uỷ ban"]


def test_a_signer_has_his_post_on_the_line_above():
    text = (
        "BÁO CÁO\nKết quả sáu tháng đầu năm của xã\nTrong sáu tháng, xã đã làm được nhiều việc cho dân.\nT/M ĐẢNG ỦY\nBÍ THƯ\nVì Văn Thảo"
    )
    (person,) = people.find(Document.of(text))
    assert (person.name, [tone_key(p) for p in person.positions], person.quote) == ("Vì Văn Thảo", ["bí thư"], "Vì Văn Thảo")


def test_the_quote_is_the_sentence():
    (person,) = people.find(Document.of(TITLE + "Trời mưa. Ông Lý A Sùng, Trưởng bản Nà Tấu đi họp. Nắng lên."))
    assert person.quote == "Ông Lý A Sùng, Trưởng bản Nà Tấu đi họp."
