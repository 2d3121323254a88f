"""Opinions and answers as a ward words them, made up by the million: words of topics, streets, numbers, what it led to, what is asked.

The same seed gives the same texts. Words of topics come from the room's closed list, so the texts speak of what people speak of; names of
streets, bridges, markets and alleys are joined from syllables that such names are made of, tens of thousands in all.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

FIRST = """
Nguyễn Trần Lê Phạm Lý Ngô Võ Phan Đinh Trương Bùi Hoàng Huỳnh Cao Tôn Mạc Đoàn Lương Kim Thạch An Bình Phú
Tân Thới Long Vĩnh Hòa Hưng Mỹ Đông Tây Nam Bắc Trung Thanh Xuân Thu Hải Sơn Giang Hà Cái Vàm Rạch Gò Bàu Xẻo
Nhơn Phước Lộc Thọ Khánh Điền Trường Ngọc Bạch Hồng Cẩm Quang
""".split()
SECOND = """
Trãi Huệ Lợi Thái Kiệt Tùng Đạo Khuyến Du Hiền Cầu Sơn Quý Toản Nghĩa Hưng Thịnh Phát Thành Công Định An Bình
Thuận Lợi Mỹ Hậu Tiến Khai Châu Hà Lăng Tre Dừa Nhum Su Sắn Dầu Ngang Tắc Muôn Răng Sâu Bé Lớn Cát Đỏ Trắng
Xanh Mới Cũ Chánh Quới Nhựt Lai Ân Đức Tâm Hiệp Hội
""".split()
KINDS = ("đường", "hẻm", "ngõ", "đường liên thôn", "phố", "tỉnh lộ", "đường tỉnh", "đường nội đồng", "khu dân cư", "đường ven kênh")
MARKS = ("chợ", "cầu", "trường tiểu học", "trường mầm non", "đình", "chùa", "trạm bơm", "nhà văn hóa", "trạm y tế", "quán", "kênh", "rạch")
HAMLETS = ("khu phố", "tổ dân phố", "thôn", "ấp", "khóm", "tổ", "bản", "buôn")
SINCE = (
    "từ đầu tháng",
    "hơn hai tuần nay",
    "ba tháng nay",
    "từ sau Tết",
    "mấy hôm nay",
    "đã nửa năm",
    "từ mùa mưa năm ngoái",
    "cả tuần nay",
)
HARM = (
    "bà con đi lại rất khó khăn, nhất là người già và học sinh",
    "ban đêm không ai dám ra ngoài, đã có người bị ngã",
    "mùi bay vào từng nhà, trẻ nhỏ ho suốt",
    "mưa xuống nước tràn vào sân, đồ đạc hư hỏng",
    "người dân đã báo tổ trưởng nhưng chưa thấy ai đến xem",
    "xe máy phải lách ra giữa đường rất nguy hiểm",
    "buôn bán ế ẩm, khách không vào được",
    "nhiều gia đình phải gửi con về quê ở tạm",
)
ASKS = (
    "Đề nghị cơ quan chức năng kiểm tra và trả lời cho người dân biết",
    "Mong phường sớm cho người sửa chữa trước mùa mưa",
    "Xin hỏi bao giờ thì làm xong và ai chịu trách nhiệm",
    "Kính mong chính quyền xử lý dứt điểm",
    "Đề nghị công khai kế hoạch và kinh phí",
)
DID = (
    "Ủy ban nhân dân đã cử cán bộ kiểm tra thực tế cùng tổ trưởng",
    "Bộ phận chuyên môn đã lập biên bản và yêu cầu khắc phục",
    "Đơn vị thi công cam kết hoàn thành trong tháng",
    "Nội dung vượt thẩm quyền, đã có văn bản chuyển cấp trên",
    "Kinh phí đã được đưa vào kế hoạch quý tới",
    "Việc đã xử lý xong, người dân đã xác nhận",
)
WHEN = ("ngày 5", "ngày 12", "trong tuần này", "trước cuối tháng", "quý IV", "sau khi nước rút", "đầu năm học", "trong 15 ngày")


@dataclass(frozen=True)
class Told:
    """A published answer before it is one."""

    title: str
    question: str
    answer: str


def topics() -> list[tuple[str, tuple[str, ...]]]:
    """Code and words of each topic that has some."""
    from gandan.opinions import topics as room

    return [(t.code, t.keywords) for t in room.ALL if t.keywords]


def name(chance: random.Random) -> str:
    """A name of two or three syllables."""
    middle = f" {chance.choice(SECOND)}" if chance.random() < 0.25 else ""
    return f"{chance.choice(FIRST)}{middle} {chance.choice(SECOND)}"


def told(chance: random.Random, words: Sequence[str]) -> Told:
    """One matter of a topic, somewhere."""
    what, also = chance.choice(words), chance.choice(words)
    street = f"{chance.choice(KINDS)} {_number(chance)}{name(chance)}"
    near = f"{chance.choice(MARKS)} {name(chance)}"
    hamlet = f"{chance.choice(HAMLETS)} {chance.randrange(1, 24)}"
    since, harm, asks = chance.choice(SINCE), chance.choice(HARM), chance.choice(ASKS)
    title = chance.choice((f"{what.capitalize()} ở {street}", f"{what.capitalize()} gần {near}, {hamlet}", f"{what.capitalize()} {since}"))
    question = f"Đoạn {street}, gần {near} ({hamlet}), {what} {since}, có lúc {also}; {harm}. {asks}."
    answer = f"{chance.choice(DID)} {chance.choice(WHEN)}. Về {what} tại {hamlet}, {chance.choice(DID).lower()} {chance.choice(WHEN)}."
    return Told(title, question, answer)


def _number(chance: random.Random) -> str:
    return f"{chance.randrange(1, 400)} " if chance.random() < 0.5 else ""
