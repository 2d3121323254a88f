"""Something comes before a council: opened, scored by its owner, let begin, or set aside without a result."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gandan.appraisals.actions.held import cleaned, find_ties, held, held_council, keys, members, own_seat, to_state
from gandan.appraisals.enums import AT, Deed
from gandan.appraisals.models import Appraisal, Conflict, Council, OwnMark, ScoreSheet, Seat
from gandan.appraisals.permissions import SCORING
from gandan.appraisals.policies import opening as policies
from gandan.appraisals.policies import scoring
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units import enums as units
from gandan.units.models import Office, Unit


@transaction.atomic
def open_appraisal(
    *,
    subject_type: str,
    subject_id: str,
    unit: Unit,
    owner_office: Office | None,
    council: Council,
    sheet: ScoreSheet,
    closes_on: date,
    by: Actor,
    now: datetime,
    level: str = "",
) -> Appraisal:
    """Put a thing of a room above before a council, with the version of the sheet that holds today. Members who work for it are found.
    `level` is said where it is not that of the council's own unit: a province's council scores what goes up to the centre."""
    council = held_council(council)
    require(by, "appraisals.open_appraisal", council)
    today, subject_id = timezone.localdate(now), str(subject_id)
    asked: dict[str, Any] = {"subject_type": subject_type, "subject_id": subject_id, "unit": unit, "owner_office": owner_office}
    refuse_if(policies.open_appraisal(**asked, council=council, sheet=sheet, closes_on=closes_on, today=today))
    level = level or AT[units.Level(council.unit.level)]
    appraisal = Appraisal(**asked, council=council, level=level, sheet=sheet, opened_on=today, closes_on=closes_on)
    refuse_if(policies.unconcerned(appraisal, by=by, today=today))
    appraisal.save(force_insert=True)
    tied = find_ties([appraisal], _sitting(council), today=today)
    facts: dict[str, Fact] = {"subject_id": subject_id, "council": council.pk, "level": level, "sheet": sheet.pk, "closes_on": closes_on}
    facts |= keys(tied)
    state = appraisal.state
    events.record("appraisals.opened", appraisal, by=by, at=now, unit=unit.pk, now=state, facts=facts, binds=[appraisal, *tied])
    return appraisal


@transaction.atomic
def score_self(appraisal: Appraisal, *, marks: Mapping[UUID, tuple[Decimal, str]], by: Actor, now: datetime) -> list[OwnMark]:
    """What the owner gives itself, line by line with its reason; again as often as wanted until scoring begins."""
    appraisal = held(appraisal)
    require(by, "appraisals.score_self", appraisal)
    criteria = list(appraisal.sheet.criteria.all())
    refuse_if(policies.score_self(appraisal, marks=marks, criteria=criteria))
    there = {row.criterion_id: row for row in appraisal.own_marks.all()}
    rows = []
    for criterion in criteria:
        row = there.get(criterion.pk) or OwnMark(appraisal=appraisal, criterion=criterion)
        row.points, row.reason = marks[criterion.pk][0], cleaned(marks[criterion.pk][1])
        row.save()
        rows.append(row)
    facts: dict[str, Fact] = {"total": sum((row.points for row in rows), Decimal(0))}
    events.record("appraisals.scored_itself", appraisal, by=by, at=now, unit=appraisal.unit_id, facts=facts, binds=rows)
    return rows


@transaction.atomic
def begin(appraisal: Appraisal, *, by: Actor, now: datetime) -> Appraisal:
    """The council scores from now on; ties are looked for once more, roles may have changed since it was opened."""
    appraisal = held(appraisal)
    require(by, "appraisals.begin", appraisal)
    today = timezone.localdate(now)
    refuse_if(policies.possible(appraisal, Deed.BEGIN))
    refuse_if(policies.unconcerned(appraisal, by=by, today=today))
    tied = find_ties([appraisal], _sitting(appraisal.council), today=today)
    scoring_ = members(appraisal).count()
    refuse_if(policies.begin(appraisal, members=scoring_))
    was = to_state(appraisal, Deed.BEGIN, now=now)
    facts: dict[str, Fact] = {"members": scoring_, "closes_on": appraisal.closes_on, **keys(tied)}
    unit, state = appraisal.unit_id, appraisal.state
    events.record("appraisals.begun", appraisal, by=by, at=now, unit=unit, was=was, now=state, facts=facts, binds=tied)
    return appraisal


@transaction.atomic
def declare_conflict(appraisal: Appraisal, *, tie: str, reason: str = "", by: Actor, now: datetime) -> Conflict:
    """A member says that they have a part in it, and does not score it."""
    appraisal = held(appraisal)
    require(by, "appraisals.declare_conflict", appraisal)
    seat, reason = own_seat(appraisal, by), cleaned(reason)
    refuse_if(scoring.declare_conflict(appraisal, seat, tie=tie, reason=reason))
    row = Conflict.objects.create(appraisal=appraisal, seat=seat, tie=tie, reason=reason, since=timezone.localdate(now))
    facts: dict[str, Fact] = {"seat_id": seat.pk, "tie": tie}
    events.record("appraisals.conflict_declared", appraisal, by=by, at=now, unit=appraisal.unit_id, facts=facts, binds=[row])
    return row


@transaction.atomic
def set_aside(appraisal: Appraisal, *, reason: str, by: Actor, now: datetime) -> Appraisal:
    """No result, for a reason that stays with it."""
    appraisal = held(appraisal)
    require(by, "appraisals.set_aside", appraisal)
    refuse_if(policies.unconcerned(appraisal, by=by, today=timezone.localdate(now)))
    refuse_if(policies.set_aside(appraisal, reason=cleaned(reason)))
    appraisal.set_aside_for = cleaned(reason)
    was = to_state(appraisal, Deed.SET_ASIDE, now=now, also=["set_aside_for"])
    unit, state = appraisal.unit_id, appraisal.state
    events.record("appraisals.set_aside", appraisal, by=by, at=now, unit=unit, was=was, now=state, binds=[appraisal])
    return appraisal


def _sitting(council: Council) -> list[Seat]:
    return list(council.seats.filter(until=None, part__in=SCORING))
