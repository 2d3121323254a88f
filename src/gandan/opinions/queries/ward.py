"""READ: a commune's numbers for everybody, of itself and of those that went wholly into it. They stand side by side and are never added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from gandan.commitments.enums import State as Promised
from gandan.commitments.models import Commitment
from gandan.opinions.enums import State
from gandan.opinions.models import Answer, Case, ContactOpening, Verdict
from gandan.opinions.queries import lateness
from gandan.opinions.queries.by_office import CONFIRMED_SO


@dataclass(frozen=True)
class WardNumbers:
    """Cases that were received, by what came of them, and how often offices opened a contact.

    `promised`: answered with a promise that is still open; whether it is kept nobody knows yet, so it is not among those in time.
    `disagreed`: ended though a sender calls it not done; `silent`: ended because nobody said anything.

    `answered_late`: a whole answer or a refusal came after its date, in whichever round; `in_time`: it was answered and nothing came late.
    `open` and `late` are owed now; `standing` waits for a sender or for a reason, and was not late when it began to. `confirmed` comes from
    senders alone, `confirmed_by_office` are those to which a PIN helped that an office had made; `reported` is the office's word that
    nobody has confirmed. What its sender took back stays in the numbers: `withdrawn`, `withdrawn_late` once its date had passed.
    """

    received: int = 0
    in_time: int = 0
    answered_late: int = 0
    open: int = 0
    late: int = 0
    standing: int = 0
    confirmed: int = 0
    confirmed_by_office: int = 0
    reported: int = 0
    refused: int = 0
    withdrawn: int = 0
    withdrawn_late: int = 0
    promised: int = 0
    silent: int = 0
    disagreed: int = 0
    openings: int = 0


def ward(unit_ids: Iterable[UUID], *, today: date) -> WardNumbers:
    """Two questions, however much was said. A case that was joined into another is counted there."""
    ids = list(unit_ids)
    open_promise, no = promises(state=Promised.OPEN), Verdict.objects.filter(case=OuterRef("pk"), round=OuterRef("round"), is_done=False)
    whole = Answer.objects.filter(case=OuterRef("pk"), is_partial=False)
    is_late, too_late = lateness.late(today), Q(too_late=True) | Q(refused_late=True)
    found = (
        Case.objects.filter(unit__in=ids)
        .exclude(state=State.JOINED)
        .annotate(owes=Exists(open_promise), no=Exists(no))
        .annotate(by_office=CONFIRMED_SO, answered=Exists(whole), too_late=Exists(whole.filter(is_late=True)))
        .aggregate(
            received=Count("pk"),
            in_time=Count("pk", filter=Q(answered=True, owes=False) & ~too_late),
            promised=Count("pk", filter=Q(answered=True, owes=True) & ~too_late),
            silent=Count("pk", filter=Q(state=State.CLOSED, no=False)),
            disagreed=Count("pk", filter=Q(state=State.CLOSED, no=True)),
            answered_late=Count("pk", filter=too_late),
            open=Count("pk", filter=lateness.RUNS & ~is_late),
            late=Count("pk", filter=is_late),
            standing=Count("pk", filter=lateness.STANDS & ~is_late),
            confirmed=Count("pk", filter=Q(state=State.CONFIRMED, by_office=False)),
            confirmed_by_office=Count("pk", filter=Q(state=State.CONFIRMED, by_office=True)),
            reported=Count("pk", filter=Q(state=State.DONE)),
            refused=Count("pk", filter=Q(state=State.REFUSED)),
            withdrawn=Count("pk", filter=Q(state=State.WITHDRAWN, withdrawn_late=False)),
            withdrawn_late=Count("pk", filter=Q(state=State.WITHDRAWN, withdrawn_late=True)),
        )
    )
    return WardNumbers(**found, openings=ContactOpening.objects.filter(unit__in=ids).count())


def promises(**more: str) -> QuerySet[Commitment]:
    """What answers promised, of the case of an outer query."""
    return Commitment.objects.filter(origin_type=Case._meta.label_lower, origin_id=Cast(OuterRef("pk"), CharField()), **more)
