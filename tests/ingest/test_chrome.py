"""What belongs to the page and what to the article."""

from gandan.ingest import chrome, lines
from gandan.ingest.lines import LineKind

PAGE = """Trang chủ » Tin tức » Dân vận
Thứ Ba, 25/6/2024
Đang truy cập: 67
Xã An Bình khánh thành cầu mới nhờ dân góp sức
22/06/2024 09:31
Sáng 21/6, xã An Bình khánh thành cây cầu do nhân dân và Nhà nước cùng làm, dài 27 mét.
Lãnh đạo xã cắt băng khánh thành. Ảnh: Q. Hùng
Cầu giúp học sinh đến trường thuận lợi hơn trước rất nhiều.
Tin, ảnh: THANH THY
Ngọc Nữ
Chia sẻ bài viết
Các tin khác
Huyện Long Hồ trao 30 căn nhà cho hộ nghèo trong dịp này, tổng trị giá 2 tỷ đồng."""


def kinds(text):
    return [str(kind) for kind in chrome.mark(lines.split(text))]


def test_a_page_of_news():
    assert kinds(PAGE) == [*["furniture"] * 3, "title", "furniture", "body", "caption", "body", "byline", "byline", *["furniture"] * 3]


def test_an_end_mark_in_a_menu_does_not_end_the_article():
    text = "Tin khác\nLiên kết website\n" + PAGE.split("\n", 3)[3]
    assert kinds(text)[:3] == ["furniture", "furniture", "title"]
    assert kinds(text).count("body") == 2


def test_words_of_the_menu_inside_a_sentence_are_kept():
    text = "Tiêu đề của một bài viết\nXem thêm các mô hình hay, nhiều xã trong huyện đã đến học tập kinh nghiệm và làm theo từ đầu năm."
    assert kinds(text) == ["title", "body"]


def test_a_letterhead_is_read_and_the_subject_is_the_title():
    text = "ĐẢNG ỦY XÃ TÂN LẬP\nSố 112-BC/ĐU\nTân Lập, ngày 20 tháng 6 năm 2019\nBÁO CÁO\nkết quả công tác dân vận\nĐảng ủy xã báo cáo."
    found = chrome.mark(lines.split(text))
    assert found[0] is LineKind.BODY
    assert found[4] is LineKind.TITLE


def test_a_paragraph_alone_has_no_title():
    text = "Sáng ngày 19/11/2024, Ban Thường vụ Huyện uỷ tổ chức Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 42 để bàn nhiều việc."
    assert kinds(text) == ["body"]


def test_nothing():
    assert kinds("") == []
