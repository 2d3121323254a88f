"""What did not fit in a field, in the reader's language. What is not in the table keeps the library's English."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

WHOLE = gettext_noop("Phải là một số nguyên.")
SENTENCES = {
    "missing": gettext_noop("Thiếu trường này."),
    "string_type": gettext_noop("Phải là một chuỗi ký tự."),
    "string_too_short": gettext_noop("Cần ít nhất %(min_length)s ký tự."),
    "string_too_long": gettext_noop("Nhiều nhất là %(max_length)s ký tự."),
    "string_pattern_mismatch": gettext_noop("Chưa đúng dạng %(pattern)s."),
    "greater_than_equal": gettext_noop("Phải từ %(ge)s trở lên."),
    "less_than_equal": gettext_noop("Phải từ %(le)s trở xuống."),
    "int_parsing": WHOLE,
    "int_type": WHOLE,
    "int_from_float": WHOLE,
    "enum": gettext_noop("Chỉ nhận một trong: %(expected)s."),
    "day_written": gettext_noop("Ngày ghi theo dạng YYYY-MM-DD, ví dụ 2026-11-23."),
    "date_from_datetime_parsing": gettext_noop("Không có ngày này trong lịch."),
    "date_parsing": gettext_noop("Không có ngày này trong lịch."),
    "model_attributes_type": gettext_noop("Phải là một đối tượng JSON."),
}


def said(error: dict[str, Any]) -> str:
    """The sentence of one of pydantic's errors."""
    sentence = SENTENCES.get(str(error.get("type")))
    if sentence is None:
        return str(error["msg"])
    context = {name: str(value).replace(" or ", ", ") for name, value in (error.get("ctx") or {}).items()}
    try:
        return _(sentence) % context
    except KeyError:
        return str(error["msg"])
