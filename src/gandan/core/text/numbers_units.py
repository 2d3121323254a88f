"""Words that scale a number, units it is measured in, and words that make it a bound."""

import re
from decimal import Decimal

_SCALES = {"chục": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
SCALE = (
    r"(?:(?:chục|trăm|nghìn|ngàn|vạn)\s+)?(?:triệu|tỷ|tỉ)(?!\w)(?!\s+(?:lệ|suất|trọng|phú))"
    r"|(?:chục|trăm|nghìn|ngàn|vạn)(?!\w)|tr(?=\.?\s?(?:đ|đồng)(?!\w))\.?"
)
MONEY_BY_HABIT = Decimal(10**6)
"""From a million on, a number without a unit is money ("hỗ trợ 5 triệu"), unless what follows is counted."""

COUNTED_IN_MILLIONS = re.compile(
    r"\s+(?:lượt|người|hội viên|đoàn viên|đảng viên|thành viên|cán bộ|công nhân|lao động|nông dân|dân|hộ|nhân khẩu|khẩu"
    r"|học sinh|sinh viên|học viên|thanh niên|phụ nữ|trẻ|cử tri|đồng bào|kiều bào|tín đồ|đối tượng|trường hợp|khách|cây|con"
    r"|căn|ngôi|tấm|túi|thùng|chai|viên|bộ|chiếc|cái|xe|liều|mũi|ca|tin|bài|ý kiến|bản|tờ|cuốn|thẻ|tài khoản|chữ ký|đơn"
    r"|hồ sơ|sản phẩm|mô hình|doanh nghiệp|m3|m³|khối|lít|USD|đô la|euro|ngày công|công lao động|suất|phần)\b",
    re.IGNORECASE,
)

_UNITS = (  # pattern, measure, how many of the measure
    (r"đồng(?!\s+(?:chí|bào|đội|hành|nghiệp|ruộng|loạt))|vnđ|vnd|đ(?!/c)", "VND", "1"),
    (r"tấn", "kg", "1000"),
    (r"tạ", "kg", "100"),
    (r"yến", "kg", "10"),
    (r"kg|ki-?l[oô]-?gam|k[ýí](?=\s+(?:gạo|thịt|cá|rau|đường|giấy|phế|rác|muối|nhựa|lúa))", "kg", "1"),
    (r"gam|gram|gr?", "kg", "0.001"),
    (r"km2|km²|ki-?l[oô]-?mét vuông|cây số vuông", "m2", "1000000"),
    (r"ha|h[eé]c-?\s?ta", "m2", "10000"),
    (r"công(?=\s+(?:đất|ruộng|lúa|vườn))", "m2", "1000"),
    (r"m2|m²|mét vuông|m vuông", "m2", "1"),
    (r"km|ki-?l[oô]-?mét|cây số", "m", "1000"),
    (r"cm|xăng-?ti-?mét", "m", "0.01"),
    (r"m(?:\d{2}|5)(?!\d)|mét(?!\s+(?:khối|vuông))|m", "m", "1"),
    (r"%|phần trăm", "percent", "1"),
)
UNIT = "(?:" + "|".join(rf"(?i:{pattern})(?![\w²³])" for pattern, _, _ in _UNITS) + ")"
_WHICH = re.compile("|".join(rf"((?i:{pattern})(?![\w²³]))" for pattern, _, _ in _UNITS))
ODD_METRES = re.compile(r"m(\d{2}|5)", re.IGNORECASE)

BOUNDS = {
    "trên dưới": "about", "khoảng": "about", "khoảng chừng": "about", "chừng": "about", "ước": "about",
    "ước tính": "about", "ước đạt": "about",
    "xấp xỉ": "about", "độ": "about", "áng chừng": "about", "ngót": "under", "gần": "under", "dưới": "under", "không quá": "under",
    "chưa đến": "under", "chưa tới": "under", "tối đa": "under", "nhiều nhất": "under", "hơn": "over", "trên": "over", "quá": "over",
    "vượt": "over", "ít nhất": "over", "tối thiểu": "over", "không dưới": "over", "không ít hơn": "over", "không thấp hơn": "over",
}  # fmt: skip


def scale(word: str) -> Decimal:
    """The factor of "triệu", "trăm nghìn", "nghìn tỷ"."""
    factor = Decimal(1)
    for part in word.lower().rstrip(".").split():
        factor *= _SCALES[part]
    return factor


def at(text: str, offset: int) -> tuple[str, Decimal]:
    """Measure and factor of the unit that stands at this offset; ("", 1) where none does."""
    match = _WHICH.match(text, offset) if offset >= 0 else None
    if match is None or match.lastindex is None:
        return "", Decimal(1)
    _, measure, many = _UNITS[match.lastindex - 1]
    return measure, Decimal(many)
