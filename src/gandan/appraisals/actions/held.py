"""Rows held until the deed ends, words as they are kept, and ties found. Parts of deeds, never one by themselves.

Order of locks, in every deed: the thing of the room above (a model, a call), then councils, then appraisals, then postings, rows of a kind
by their ids. So deeds wait in a row and never in a circle; a reorganisation, which holds many, keeps to it as well (`reorganise.py`).
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from gandan.appraisals import hands
from gandan.appraisals.enums import ENDED, LIVING, NEXT, Deed, State
from gandan.appraisals.models import Appraisal, Conflict, Council, Posting, ScoreSheet, Seat
from gandan.appraisals.permissions import SCORING
from gandan.commitments.actions.held import cleaned, one_line
from gandan.core.access import Actor, Refusal

__all__ = [
    "cleaned", "find_ties", "held", "held_council", "held_posting", "held_sheet", "keys", "members",
    "one_line", "owing", "own_seat", "to_state",
]  # fmt: skip


def held(appraisal: Appraisal) -> Appraisal:
    """The appraisal as the database knows it, locked. Held first and then read, so that whoever waited reads what was done meanwhile."""
    list(Appraisal.objects.select_for_update().filter(pk=appraisal.pk).values_list("pk"))
    return Appraisal.objects.select_related("council__office", "sheet", "unit", "owner_office").get(pk=appraisal.pk)


def held_council(council: Council) -> Council:
    """The council, locked, and then its living appraisals: who sits in it changes for none of them halfway through a deed."""
    list(Council.objects.select_for_update().filter(pk=council.pk).values_list("pk"))
    list(Appraisal.objects.select_for_update().filter(council=council.pk, state__in=LIVING).order_by("pk").values_list("pk"))
    return Council.objects.select_related("office", "unit").get(pk=council.pk)


def held_posting(posting: Posting) -> Posting:
    """The posting, locked: whoever objects, answers or decides waits for the others."""
    list(Posting.objects.select_for_update().filter(pk=posting.pk).values_list("pk"))
    return Posting.objects.select_related("office", "owner_office").get(pk=posting.pk)


def held_sheet(sheet: ScoreSheet) -> ScoreSheet:
    """The sheet, with every version of its series locked."""
    list(ScoreSheet.objects.select_for_update().filter(unit=sheet.unit_id, code=sheet.code).order_by("version").values_list("pk"))
    return ScoreSheet.objects.get(pk=sheet.pk)


def to_state(appraisal: Appraisal, deed: Deed, *, now: datetime, also: Iterable[str] = ()) -> str:
    """Move along the table of states and save; returns the state before. A step that the table does not know is a defect."""
    was = State(appraisal.state)
    appraisal.state = NEXT[was][deed]
    fields = {"state", *also}
    if appraisal.state in ENDED:
        appraisal.ended_on = timezone.localdate(now)
        fields.add("ended_on")
    appraisal.save(update_fields=sorted(fields))
    return was


def members(appraisal: Appraisal) -> QuerySet[Seat]:
    """Who sits to score it now: chair and members without a tie. A tie is the person's: a new seat does not wash it off."""
    tied = Conflict.objects.filter(appraisal=appraisal).values("seat__user")
    return Seat.objects.filter(council=appraisal.council_id, until=None, part__in=SCORING).exclude(user__in=tied)


def owing(appraisal: Appraisal) -> QuerySet[Seat]:
    """Those of them whose card of this round is missing."""
    return members(appraisal).exclude(user__in=appraisal.cards.filter(round=appraisal.round).values("seat__user"))


def find_ties(appraisals: Iterable[Appraisal], seats: Iterable[Seat], *, today: date) -> list[Conflict]:
    """Write down which of these members work for what is appraised; whoever declared it already is left alone."""
    found = hands.ties(appraisals, seats, today=today)
    asked = Conflict.objects.filter(appraisal__in={key for key, _seat in found})
    known = set(asked.values_list("appraisal_id", "seat_id"))
    rows = [
        Conflict(appraisal_id=key, seat_id=seat, tie=tie, is_found=True, since=today)
        for (key, seat), tie in found.items()
        if (key, seat) not in known
    ]
    for row in rows:
        row.save(force_insert=True)
    return rows


def own_seat(appraisal: Appraisal, by: Actor) -> Seat:
    """The scoring seat of who acts."""
    user = hands.user_of(by)
    seat = Seat.objects.filter(council=appraisal.council_id, user=user, until=None, part__in=SCORING).first() if user else None
    if seat is None:
        raise Refusal("", status=404)  # `require` asked already
    return seat


def keys(rows: Iterable[Conflict]) -> dict[str, UUID]:
    """Ids as facts of an event."""
    return {f"tied_{n}": row.seat_id for n, row in enumerate(rows, 1)}
