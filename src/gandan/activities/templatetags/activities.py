"""What this room's pages say of days, people, figures and requests."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _

from gandan.activities.calc.attendance import Total
from gandan.activities.models import Activity, Attendance
from gandan.activities.web.shown import asker
from gandan.core.text.days import written
from gandan.indicators import writing
from gandan.indicators.enums import Measure
from gandan.indicators.models import Statement

register = template.Library()


@register.filter
def when(activity: Activity) -> str:
    """18/6/2024, or 18/6/2024 – 28/6/2024; what no text tells is said to be unknown."""
    if activity.starts_on is None:
        return _("chưa rõ ngày")
    if activity.ends_on is None:
        return written(activity.starts_on)
    return f"{written(activity.starts_on)} – {written(activity.ends_on)}"


@register.filter
def people(counted: Total | Attendance | None) -> str:
    """hơn 3.006 người."""
    if counted is None or counted.people is None:
        return ""
    return _("%(n)s người") % {"n": writing.figure(Decimal(counted.people), Measure.COUNT, counted.bound)}


@register.filter
def points(attendance: Attendance) -> str:
    """35 điểm."""
    return "" if attendance.points is None else _("%(n)s điểm") % {"n": writing.digits(Decimal(attendance.points))}


@register.filter
def asker_shown(by_text: str) -> str:
    """Who asked, as everyone may read it."""
    return asker(by_text)


@register.filter
def said(statement: Statement) -> str:
    """A figure as people write it."""
    return writing.stated(statement)
