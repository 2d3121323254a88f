"""What this room owes: requests that wait for an answer, for whoever leads the unit asked or holds its dân vận work."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.activities import queries
from gandan.activities.permissions import answerer
from gandan.core.access import Actor
from gandan.core.ui.work import MOST, Pile, When, WorkItem

SHOWN = 100


def owed(actor: Actor, today: date) -> Iterable[WorkItem] | Pile:
    """The oldest ones with the deed beside each, and how many there are."""
    rows = queries.unanswered(actor)
    shown = list(rows[:MOST])
    if not shown:
        return []
    count = len(shown) if len(shown) < MOST else rows.count()
    items, may_answer = [], answerer(actor)
    for row in shown:
        about = reverse("activities:activity", args=[row.activity_id]) + "#de-nghi"
        answers = may_answer(row)
        title = _("Đề nghị chưa trả lời: %(text)s") % {
            "text": row.text if len(row.text) <= SHOWN else row.text[:SHOWN].rsplit(" ", 1)[0] + "…"
        }
        url = reverse("activities:take_up", args=[row.pk]) if answers else about
        deed = _("Nhận làm") if answers else _("Xem")
        items.append(WorkItem(title, url, deed, kind=_("Đề nghị"), about=about, note=_age(row.activity.starts_on, today)))
    return Pile(items, {When.UNDATED: count}, {When.UNDATED: reverse("activities:waiting")})


def _age(asked: date | None, today: date) -> str:
    """How long people have been waiting for the answer."""
    days = (today - asked).days if asked else 0
    return ngettext("Chờ trả lời %(n)s ngày", "Chờ trả lời %(n)s ngày", days) % {"n": days} if days > 0 else ""
