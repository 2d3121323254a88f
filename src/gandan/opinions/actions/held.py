"""The row itself, held until the deed ends; its way along the table of states; its event. Parts of deeds, never one by themselves."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Model
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor
from gandan.core.events import BoundContent
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.text import clean
from gandan.opinions.enums import ENDED, NEXT, OWED, Deed, State
from gandan.opinions.models import Case, Opinion, Step
from gandan.units.models import Office, Unit

SHARED_UNIT = "SELECT 1 FROM units_unit WHERE id = %s FOR SHARE"
SHARED_OFFICE = "SELECT 1 FROM units_office WHERE id = %s FOR SHARE"
ALONE_UNIT = "SELECT 1 FROM units_unit WHERE id = %s FOR NO KEY UPDATE"
ALONE_OFFICE = "SELECT 1 FROM units_office WHERE id = %s FOR NO KEY UPDATE"


def held(case: Case | UUID) -> Case:
    """The case as the database knows it, locked. Held first and then read with its places: in one question, whoever waited while it was
    handed on would find no case at the office where it lay before."""
    key = case.pk if isinstance(case, Case) else case
    list(Case.objects.select_for_update().filter(pk=key).values_list("pk"))
    return Case.objects.select_related("office", "unit", "hamlet").get(pk=key)


def held_with(opinion: Opinion | UUID) -> tuple[Opinion, Case]:
    """The opinion and its case, both locked, the case first: joining and splitting take them in this order too."""
    key = opinion.pk if isinstance(opinion, Opinion) else opinion
    while True:
        case = held(Opinion.objects.values_list("case", flat=True).get(pk=key))
        row = Opinion.objects.select_for_update(of=("self",)).get(pk=key)
        if row.case_id == case.pk:  # else it was joined or split off meanwhile
            row.case = case
            return row, case


def stand_still(unit: Unit) -> None:
    """The unit as it stands, shared until the deed ends: many deeds go on side by side, a reorganisation waits for them or they for it,
    so that nothing new lies with what has just ended. Taken before a case is held."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT upper(existed) FROM units_unit WHERE id = %s FOR SHARE", [unit.pk])
        unit.existed = DateRange(unit.existed.lower, cursor.fetchone()[0], "[)")


def standing(office: Office, *, alone: bool = False) -> Office:
    """The same of an office with its unit, as the database knows them. `alone` as `commitments` holds them: two deeds that both shared them
    first and then made a promise would wait for each other for ever."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE_UNIT if alone else SHARED_UNIT, [office.unit_id])
        cursor.execute(ALONE_OFFICE if alone else SHARED_OFFICE, [office.pk])
    return Office.objects.select_related("unit").get(pk=office.pk)


def step_to(case: Case, deed: Deed, *, now: datetime) -> str:
    """Move along the table of states, in memory; returns the state before. A deed that the table does not know here is a defect.

    What nobody owes any more has no date, and what waits for nothing does not stand still; `due` and `stopped_on` of what is owed are the
    clock's to set.
    """
    was = State(case.state)
    if deed not in NEXT[was]:
        raise ValueError(f"{deed} in {was}")
    to = NEXT[was][deed]
    case.state = State(case.asked_from) if to is None else to
    case.asked_from = (case.asked_from or was) if case.state == State.ASKED else ""
    case.ended_on = (case.ended_on or timezone.localdate(now)) if case.state in ENDED else None
    if case.state not in OWED:
        case.due = None
    if case.state not in {State.ASKED, State.PAUSED}:
        case.stopped_on = None
    case.changed_at = now
    return was


def keep(case: Case, *, now: datetime) -> None:
    """Write the case as it stands."""
    case.changed_at = now
    case.save()


def tell(
    verb: str,
    case: Case,
    *,
    by: Actor,
    now: datetime,
    was: str = "",
    facts: Mapping[str, Fact] | None = None,
    binds: Sequence[BoundContent] = (),
    first: bool = False,
) -> None:
    """The one event of a deed; with its state after where it has one before, or where it is the `first`."""
    after = case.state if was or first else ""
    events.record(f"opinions.{verb}", case, by=by, at=now, unit=case.unit_id, was=was, now=after, facts=facts, binds=binds)


def step(
    case: Case,
    deed: Deed,
    *,
    now: datetime,
    reason: str = "",
    law: str = "",
    was_office: Office | None = None,
    to_office: Office | None = None,
    opinion: Opinion | None = None,
) -> Step:
    """What was done, with its reason in words, as the tracking page shows it."""
    row = Step(case=case, deed=deed, reason=reason, law=law, was_office=was_office, to_office=to_office, opinion=opinion)
    row.given_on, row.given_at = timezone.localdate(now), now
    row.save(force_insert=True)
    return row


def attach(owner: Model, uploads: Sequence["File[Any]"], *, by: Actor, now: datetime) -> None:
    """Files of an opinion, a letter or an answer; each is checked, and its storing is an event of its own (`core.files`)."""
    for upload in uploads:
        files.store(upload, owner=owner, by=by, now=now)


line, lines = clean.line, clean.lines
