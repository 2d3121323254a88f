"""Whether a sentence tells of a private person's need or illness: an initial does not hide who is meant from the neighbours."""

import re
from collections.abc import Iterable
from enum import StrEnum

from gandan.ingest.masking import names_a_person


class Telling(StrEnum):
    """What it tells of somebody who is named."""

    NOTHING = ""
    HELP = "help"
    SENSITIVE = "sensitive"


_SENSITIVE = re.compile(
    r"(?i)(?<!\w)(?:hiv|aids|ung thư|khuyết tật|tàn tật|tâm thần|tai biến|bại liệt|bại não|động kinh|trầm cảm|tự kỷ|dị tật|da cam|dioxin"
    r"|(?:bị|mắc|chữa|trị|vợ|chồng|con|mẹ|cha|bạo|nan y|hiểm nghèo|hiểm|trọng) bệnh|bệnh (?:nặng|tim|hiểm|nan|thận|lao|nhân|tật)"
    r"|chạy thận|mổ tim"
    r"|nghiện|ma túy|ma tuý|xâm hại|bạo lực|bạo hành|tố cáo|ly hôn|tiền án|tiền sự|án tù|phạm nhân|cai nghiện|tự tử|mang thai|phá thai"
    r"|nợ xấu|vay nặng lãi|bị hại|nạn nhân|bị can|bị cáo)(?!\w)"
)
_HELP = re.compile(
    r"(?i)(?<!\w)(?:trao|tặng|hỗ trợ|giúp|cứu trợ|trợ cấp|bảo trợ|thăm|nhận (?:nhà|quà|bò|vốn|bàn giao|hỗ trợ|học bổng|trợ cấp)"
    r"|hộ nghèo|cận nghèo"
    r"|thoát nghèo|nhà tình|mái ấm|đại đoàn kết|học bổng|hoàn cảnh|khó khăn|neo đơn|mồ côi|đơn thân|vay vốn|được vay|xe lăn|xe đạp"
    r"|bàn giao nhà"
    r"|xây nhà|sửa nhà|bò giống|đùm bọc|cưu mang|phụng dưỡng)(?!\w)"
)


def tells(text: str, *, keep: Iterable[str] = (), among: str = "") -> Telling:
    """What the text tells of a private person who is named in it."""
    sensitive = bool(_SENSITIVE.search(text))
    if not sensitive and not _HELP.search(text):
        return Telling.NOTHING
    if not names_a_person(text, keep=keep, among=among):
        return Telling.NOTHING
    return Telling.SENSITIVE if sensitive else Telling.HELP
