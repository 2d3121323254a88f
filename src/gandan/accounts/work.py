"""What this room owes: roles whose place is gone, put before administrators until somebody says where they go on."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.accounts import queries
from gandan.core.access import Actor
from gandan.core.ui.work import WorkItem


def owed(actor: Actor, today: date) -> Iterable[WorkItem]:
    """One line for each person, to administrators."""
    if not queries.is_administrator(actor):
        return []
    people = {held.user_id: held.user for held in queries.roles_left_behind(today=today)}
    title = _("Nơi làm việc của %(name)s đã chia tách hoặc không còn: xin giao lại vai trò")
    return [WorkItem(title % {"name": p.full_name}, reverse("accounts:person", args=[p.pk]), _("Xem vai trò")) for p in people.values()]
