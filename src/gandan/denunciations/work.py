"""What waits on a handler's desk, in "Việc của tôi"; for everybody else there is nothing, at no cost."""

from collections import Counter
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.core.access import Actor
from gandan.core.text.days import written
from gandan.core.ui.work import MOST, Pile, WorkItem, when
from gandan.denunciations import queries
from gandan.denunciations.enums import State
from gandan.denunciations.hands import desks


def owed(actor: Actor, today: date) -> Pile:
    """Letters that wait, by the day on which first handling ends."""
    if not desks(actor):
        return Pile(())
    waiting = queries.visible_to(actor).filter(state=State.WAITING).order_by("set_aside_on", "id")
    days = list(waiting.values_list("set_aside_on", flat=True))
    dues = queries.first_due(days)
    counts = Counter(when(dues[day], today) for day in days)
    items = [
        WorkItem(
            title=_("Thư để riêng ngày %(day)s") % {"day": written(letter.set_aside_on)},
            url=reverse("denunciations:one", args=[letter.pk]),
            deed=_("Xem thư"),
            due=dues[letter.set_aside_on],
            kind=_("Thư để riêng"),
        )
        for letter in waiting[: MOST * len(counts) or 1]
    ]
    shown = Counter(when(item.due, today) for item in items)
    return Pile(items, counts, {name: reverse("denunciations:desk") for name in counts if counts[name] > shown[name]})
