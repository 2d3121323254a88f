"""Write an activity down, correct it, withdraw it."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.activities import search
from gandan.activities.actions.part import line, lock
from gandan.activities.enums import State
from gandan.activities.models import Activity, Host
from gandan.activities.policies import activity as policies
from gandan.activities.policies import open_words, part
from gandan.activities.queries import home
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.text.clean import lines
from gandan.indicators import actions as indicators
from gandan.indicators.models import Statement
from gandan.units.models import Office, Unit


@transaction.atomic
def record_activity(
    *,
    kind: str,
    title: str,
    unit: Unit,
    starts_on: date | None,
    by: Actor,
    now: datetime,
    ends_on: date | None = None,
    place: str = "",
    text: str = "",
    is_public: bool = False,
    hosts: Sequence[Office] = (),
    host_names: Sequence[str] = (),
) -> Activity:
    """Write down what was done. `starts_on` None only where a text does not tell the day; `ends_on` equal to it means one day."""
    require(by, "activities.record", unit)
    if is_public:
        require(by, "activities.publish", unit)
    title, place, text = line(title), line(place), lines(text)
    today = timezone.localdate(now)
    refuse_if(policies.record(kind=kind, title=title, unit=unit, starts_on=starts_on, ends_on=ends_on, place=place, text=text, today=today))
    activity = Activity(
        kind=kind,
        title=title,
        unit=unit,
        kept_by_id=home(by, unit.pk),
        starts_on=starts_on,
        ends_on=None if ends_on == starts_on else ends_on,
        place=place,
        text=text,
        is_public=is_public,
        recorded_at=now,
        changed_at=now,
    )
    refuse_if(open_words.activity(activity))
    activity.save(force_insert=True)
    rows = _hosts(activity, hosts, host_names, on=starts_on or today)
    facts: dict[str, Fact] = {"starts_on": starts_on, "ends_on": activity.ends_on, "public": is_public, "hosts": len(rows)}
    events.record("activities.recorded", activity, by=by, at=now, unit=unit.pk, now=kind, facts=facts, binds=[activity, *rows])
    search.refresh(activity)
    return activity


def _hosts(activity: Activity, offices: Sequence[Office], names: Sequence[str], *, on: date) -> list[Host]:
    """The offices that held it, each under the name of that day."""
    found = {office.pk: Host(activity=activity, office=office, name=office.name_on(on)) for office in offices}
    rows = [*found.values(), *(Host(activity=activity, name=name) for name in dict.fromkeys(filter(None, map(line, names))))]
    for row in rows:
        refuse_if(part.host(activity, office=row.office, name=row.name) or open_words.detail(activity, row))
        row.save(force_insert=True)
    return rows


@transaction.atomic
def correct_activity(
    activity: Activity,
    *,
    kind: str,
    title: str,
    unit: Unit,
    starts_on: date | None,
    by: Actor,
    now: datetime,
    ends_on: date | None = None,
    place: str = "",
    text: str = "",
    is_public: bool = False,
) -> Activity:
    """Put right what was written. The event tells which kind and day it had, and binds the new words."""
    activity = lock(activity)
    require(by, "activities.correct", activity)
    refuse_if(policies.shown(activity, by=by))
    if is_public and not (activity.is_public and activity.unit_id == unit.pk):
        require(by, "activities.publish", unit)
    refuse_if(policies.change(activity))
    title, place, text = line(title), line(place), lines(text)
    today = timezone.localdate(now)
    refuse_if(policies.record(kind=kind, title=title, unit=unit, starts_on=starts_on, ends_on=ends_on, place=place, text=text, today=today))
    facts: dict[str, Fact] = {"was_on": activity.starts_on, "starts_on": starts_on, "was_public": activity.is_public, "public": is_public}
    if activity.unit_id != unit.pk:
        facts["was_unit"] = activity.unit_id
    was, was_public = activity.kind, activity.is_public
    activity.kind, activity.title, activity.unit, activity.place, activity.text = kind, title, unit, place, text
    activity.starts_on, activity.ends_on = starts_on, None if ends_on == starts_on else ends_on
    activity.is_public, activity.changed_at = is_public, now
    refuse_if(open_words.activity(activity) if was_public else open_words.whole(activity))
    activity.save()
    events.record("activities.corrected", activity, by=by, at=now, unit=unit.pk, was=was, now=kind, facts=facts, binds=[activity])
    search.refresh(activity)
    return activity


@transaction.atomic
def withdraw_activity(activity: Activity, *, reason: str, by: Actor, now: datetime) -> Activity:
    """Take it back with a reason; it is no longer shown outside, and nothing about it is lost inside.

    Figures that were stated of it here are retracted with it; those that a text states stand on the text and stay.
    """
    activity = lock(activity)
    require(by, "activities.withdraw", activity)
    refuse_if(policies.shown(activity, by=by))
    reason = line(reason)
    refuse_if(policies.withdraw(activity, reason=reason))
    was, activity.state, activity.reason = activity.state, State.WITHDRAWN, reason
    activity.withdrawn_on, activity.changed_at = timezone.localdate(now), now
    activity.save()
    events.record("activities.withdrawn", activity, by=by, at=now, unit=activity.unit_id, was=was, now=activity.state, binds=[activity])
    for statement in Statement.objects.living().filter(origin_type=activity._meta.label_lower, origin_id=str(activity.pk)):
        indicators.retract_statement(statement, reason=reason, by=by, now=now)
    search.refresh(activity)
    return activity
