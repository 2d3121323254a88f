"""READ: a commune's numbers for everybody, of itself and of those that went wholly into it. They stand side by side and are never added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from gandan.opinions.enums import OWED, TICKING, State
from gandan.opinions.models import Answer, Case, ContactOpening


@dataclass(frozen=True)
class WardNumbers:
    """Cases that were received, by what came of them, and how often offices opened a contact.

    `answered_late`: a whole answer came after its date, in whichever round; `in_time`: none did. `open` and `late` are owed now; `standing`
    waits for a sender or for a reason. `confirmed` comes from senders alone, `reported` is the office's word that nobody has confirmed.
    """

    received: int = 0
    in_time: int = 0
    answered_late: int = 0
    open: int = 0
    late: int = 0
    standing: int = 0
    confirmed: int = 0
    reported: int = 0
    refused: int = 0
    openings: int = 0


def ward(unit_ids: Iterable[UUID], *, today: date) -> WardNumbers:
    """Two questions, however much was said. A case that was joined into another is counted there."""
    ids = list(unit_ids)
    whole = Answer.objects.filter(case=OuterRef("pk"), is_partial=False)
    is_late = Q(state__in=sorted(TICKING), due__lt=today)
    found = (
        Case.objects.filter(unit__in=ids)
        .exclude(state__in=[State.JOINED, State.WITHDRAWN])
        .annotate(answered=Exists(whole), too_late=Exists(whole.filter(is_late=True)))
        .aggregate(
            received=Count("pk"),
            in_time=Count("pk", filter=Q(answered=True, too_late=False)),
            answered_late=Count("pk", filter=Q(too_late=True)),
            open=Count("pk", filter=Q(state__in=sorted(TICKING)) & ~is_late),
            late=Count("pk", filter=is_late),
            standing=Count("pk", filter=Q(state__in=sorted(OWED - TICKING))),
            confirmed=Count("pk", filter=Q(state=State.CONFIRMED)),
            reported=Count("pk", filter=Q(state=State.DONE)),
            refused=Count("pk", filter=Q(state=State.REFUSED)),
        )
    )
    return WardNumbers(**found, openings=ContactOpening.objects.filter(unit__in=ids).count())
