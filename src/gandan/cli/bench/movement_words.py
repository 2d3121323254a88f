"""Words of models for the bench: clauses of many parts, so that texts share what real ones share (things, small words) and little more."""

import random
from dataclasses import dataclass
from functools import cache

WHO = (
    "chi hội phụ nữ",
    "đoàn thanh niên",
    "hội cựu chiến binh",
    "tổ tự quản",
    "ban công tác mặt trận",
    "hội nông dân",
    "chi bộ",
    "các cụ cao tuổi",
    "tổ dân vận",
    "trưởng thôn",
    "hợp tác xã",
    "trạm y tế",
    "nhà trường",
    "tiểu thương",
    "nhóm hộ",
    "câu lạc bộ",
    "tổ hòa giải",
    "công đoàn",
)
WHEN = (
    "mỗi sáng thứ bảy",
    "tối ngày rằm",
    "đầu mỗi quý",
    "hai lần một tuần",
    "vào mùa khô",
    "sau vụ gặt",
    "chiều chủ nhật",
    "trước Tết",
    "từng tháng",
    "trong dịp hè",
    "sau giờ làm",
    "mỗi khi mưa lớn",
    "giữa năm",
    "buổi tối",
    "trong mười ngày",
    "sáng thứ hai",
)
VERB = (
    "chia ca",
    "đo lại",
    "góp tiền",
    "dựng",
    "mượn",
    "ghi sổ",
    "đổi",
    "đưa đón",
    "sửa",
    "nấu",
    "đóng cọc",
    "vẽ sơ đồ",
    "trao tận tay",
    "kiểm đếm",
    "gắn bảng",
    "mở lớp",
    "nhận chăm",
    "ký quy ước",
    "lập nhóm",
    "thay phiên trực",
    "quay phim",
    "mua chung",
    "gom lại",
    "cho mượn",
    "đến từng nhà",
    "đặt thùng",
    "chuyển xe",
    "phát phiếu",
    "rào quanh",
    "trồng xen",
    "dán nhãn",
    "gọi điện",
    "mời thợ",
    "làm mẫu",
    "xin giống",
    "lót đáy",
    "bốc thăm",
)
HOW = (
    "theo bảng phân việc dán ở cổng",
    "bằng xe đẩy",
    "không lấy tiền",
    "có hai người làm chứng",
    "rồi báo lại trong tuần",
    "mỗi hộ một phần",
    "trước mặt mọi người",
    "bằng vật liệu cũ",
    "do hộ bên cạnh kèm",
    "theo thứ tự bốc thăm",
    "có số đo trước và sau",
    "ai thiếu thì bù công",
    "để dành một phần cho năm sau",
    "không quá nửa giờ",
    "đến khi nào xong mới nghỉ",
    "theo lời khuyên của kỹ sư",
    "nhà nào xong treo cờ xanh",
    "ghi tên trên đá",
    "dùng chung một cuốn sổ",
    "có trẻ em phụ một tay",
    "bằng ghe nhỏ",
    "chỉ trong khu chợ",
    "dọc bờ kênh",
    "sau đình",
    "ở ngã ba",
)
LACK = (
    "nhiều năm không ai lo",
    "mỗi mùa lại tái diễn",
    "bà con kêu mãi",
    "tốn kém mà không bớt",
    "người già chịu thiệt nhất",
    "trẻ nhỏ dễ gặp nạn",
)


@dataclass(frozen=True)
class Said:
    """The words of one model."""

    title: str
    problem: str
    aim: str
    way: str
    output: str


@cache
def _things() -> tuple[tuple[str, ...], ...]:
    import tomllib
    from importlib import resources

    data = tomllib.loads((resources.files("gandan.movement") / "data" / "synonyms.toml").read_text(encoding="utf-8"))
    return tuple(tuple(thing) for thing in data["things"])


def said(chance: random.Random) -> Said:
    """One model about three things."""
    about = chance.sample(_things(), 3)
    main = chance.choice(about[0])
    problem = f"{chance.choice(about[0]).capitalize()} {chance.choice(LACK)}, {chance.choice(about[1])} cũng vậy; {chance.choice(LACK)}."
    clauses = [_clause(chance, about) for _ in range(chance.randrange(3, 7))]
    return Said(
        title=f"{chance.choice(VERB).capitalize()} {main} {chance.choice(HOW)}",
        problem=problem,
        aim=f"Bớt {main} {chance.randrange(20, 90)} phần trăm.",
        way=" ".join(clauses),
        output=f"{chance.randrange(3, 400)} {chance.choice(about[2])} {chance.choice(HOW)}.",
    )


def _clause(chance: random.Random, about: list[tuple[str, ...]]) -> str:
    thing, other = chance.choice(chance.choice(about)), chance.choice(chance.choice(about))
    who, when, verb, then = chance.choice(WHO), chance.choice(WHEN), chance.choice(VERB), chance.choice(VERB)
    return f"{who.capitalize()} {when} {verb} {thing} {chance.choice(HOW)}, {then} {other} {chance.choice(HOW)}."


def question(chance: random.Random) -> str:
    """What an officer types: two things in other words, sometimes without accents, sometimes with a typing error."""
    from gandan.core.text import fold

    one, two = (chance.choice(thing) for thing in chance.sample(_things(), 2))
    text = f"{one} {chance.choice(LACK)} {two}" if chance.random() < 0.5 else f"{one}, {two}"
    way = chance.randrange(3)
    text = fold(text) if way else text
    return _mistyped(text, chance) if way == 2 else text


def _mistyped(text: str, chance: random.Random) -> str:
    words = text.split()
    n = max(range(len(words)), key=lambda i: len(words[i]))
    at = chance.randrange(1, len(words[n]))
    words[n] = words[n][:at] + words[n][at - 1] + words[n][at:]
    return " ".join(words)
