"""What readers ask for in an address: a day, a text. Bad input becomes a sentence, never an error page."""

from datetime import date
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from gandan.units.gazetteer import ATTESTED

LONGEST = 120


class Day(NamedTuple):
    """The day asked for, today unless said, with a sentence when it could not be taken or is not known well."""

    day: date
    today: date
    remark: str = ""

    @property
    def is_today(self) -> bool:
        """Whether the page speaks of today."""
        return self.day == self.today


def day(request: HttpRequest) -> Day:
    """`?vao=2025-06-30` or `?vao=30/6/2025`."""
    today, typed = timezone.localdate(), request.GET.get("vao", "").strip()
    if not typed:
        return Day(today, today)
    asked = _read(typed)
    if asked is None:
        return Day(
            today, today, _("Chưa đọc được ngày “%(typed)s”. Xin viết như 30/6/2025. Đang hiện ngày hôm nay.") % {"typed": typed[:20]}
        )
    if asked > today:
        return Day(today, today, _("Ngày này chưa tới. Đang hiện ngày hôm nay."))
    if asked < ATTESTED:
        return Day(ATTESTED, today, _("Dữ liệu chỉ biết chắc từ 30/6/2025; trước đó chưa rõ. Đang hiện ngày 30/6/2025."))
    return Day(asked, today)


def _read(typed: str) -> date | None:
    try:
        if "/" in typed:
            d, m, y = (int(x) for x in typed.split("/"))
            return date(y, m, d)
        return parse_date(typed)
    except (ValueError, OverflowError):
        return None


def text(request: HttpRequest) -> str:
    """`?q=` without control characters, cut to what a name can be."""
    return "".join(c for c in request.GET.get("q", "") if c.isprintable()).strip()[:LONGEST]
