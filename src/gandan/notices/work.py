"""What this room owes: calls to people whom no message reaches."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.core.access import Actor
from gandan.core.ui.work import WorkItem
from gandan.notices import queries


def owed(actor: Actor, today: date) -> Iterable[WorkItem]:
    """One line for each person, owed from the morning after there was something to tell."""
    for call in queries.calls_of(actor, today=today):
        title = _("Gọi báo Ông/Bà %(name)s") % {"name": call.user.full_name}
        unread: int = call.unread  # type: ignore[attr-defined]  # counted by the query
        things = ngettext("%(n)s việc", "%(n)s việc", unread) % {"n": unread}
        yield WorkItem(
            f"{title}: {things}", reverse("notices:call", args=[call.pk]), _("Xem và gọi"), due=timezone.localdate(call.planned_at)
        )
