"""How many took part, and which office holders in their office."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gandan.activities.actions.part import add, line, open_for, take_off
from gandan.activities.enums import Point
from gandan.activities.models import Activity, Attendance, Participant
from gandan.activities.policies import part as policies
from gandan.core.access import Actor, refuse_if
from gandan.core.events.facts import Fact
from gandan.indicators.enums import Bound


@transaction.atomic
def add_attendance(
    activity: Activity,
    *,
    by: Actor,
    now: datetime,
    point: str = Point.VENUE,
    points: int | None = None,
    people: int | None = None,
    bound: str = Bound.EXACT,
    quote: str = "",
) -> Attendance:
    """People who took part, by sort of point: 3,280 commune points with 74,828 people."""
    activity, quote = open_for(activity, by=by), line(quote)
    refuse_if(policies.attendance(activity, point=point, points=points, people=people, bound=bound, quote=quote))
    row = Attendance(activity=activity, point=point, points=points, people=people, bound=bound, quote=quote)
    facts: dict[str, Fact] = {"point": point, "points": points, "people": people, "bound": bound}
    return add(row, what="attendance", by=by, now=now, facts=facts)


@transaction.atomic
def remove_attendance(attendance: Attendance, *, by: Actor, now: datetime) -> Attendance:
    """The number was wrong."""
    return take_off(attendance, what="attendance", by=by, now=now)


@transaction.atomic
def add_participant(activity: Activity, *, name: str, positions: Sequence[str], by: Actor, now: datetime, quote: str = "") -> Participant:
    """An office holder with the positions as the text gives them. The same line again answers with what is there."""
    activity, name, quote = open_for(activity, by=by), line(name), line(quote)
    held = [p for p in map(line, positions) if p]
    refuse_if(policies.participant(activity, name=name, positions=held, quote=quote))
    there = Participant.objects.filter(removed_at=None, activity=activity, name=name, positions=held).first()
    row = Participant(activity=activity, name=name, positions=held, quote=quote)
    return there or add(row, what="participant", by=by, now=now, facts={"positions": len(held)})


@transaction.atomic
def remove_participant(participant: Participant, *, by: Actor, now: datetime) -> Participant:
    """Name, positions and sentence are erased."""
    return take_off(participant, what="participant", by=by, now=now)
