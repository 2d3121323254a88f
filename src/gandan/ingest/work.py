"""What this room owes: records that wait, put before whoever took their text in."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.core.access import Actor
from gandan.core.ui.work import WorkItem
from gandan.ingest.enums import RecordState
from gandan.ingest.models import ProposedRecord
from gandan.ingest.queries.waiting import waiting_sources


def owed(actor: Actor, today: date) -> Iterable[WorkItem]:
    """One line for all texts: how many records wait. A date is not owed, so there is none; two questions however many texts."""
    if not actor.key.startswith("user:") or not actor.holdings:
        return []
    mine = list(waiting_sources(actor).filter(taken_by=actor.key).order_by().values_list("pk", flat=True)[:MOST])
    if not mine:
        return []
    waiting = ProposedRecord.objects.filter(source__in=mine, state=RecordState.WAITING).aggregate(n=Count("pk"))["n"]
    title = ngettext("Duyệt bản đọc: %(n)d bản ghi chờ", "Duyệt bản đọc: %(n)d bản ghi chờ", waiting) % {"n": waiting}
    if len(mine) == 1:
        return [WorkItem(title, reverse("ingest:source", args=mine), _("Duyệt"))]
    more = _("%(title)s trong %(texts)d văn bản") % {"title": title, "texts": len(mine)}
    return [WorkItem(more, reverse("ingest:sources"), _("Duyệt"))]


MOST = 1000
"""Texts that are counted; nobody looks at more, and a year's archive must not slow the first page of the day."""
