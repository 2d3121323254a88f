"""What becomes of calls and dossiers when a unit or an office ends. Registered with `units.handover`; runs inside the deed on the place.

Living ones go to the office of the same kind in the unit that took over, else to its office for dân vận work. Where no rule says who takes
them (after a split, no such office yet, or one that would judge its own proposal or has a dossier of that unit already) they stay with the
office that is gone, and whoever leads at or above a unit that may take them chooses. A dossier keeps the unit in which it was begun
(`made_in`), so its quota is that of its time.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from gandan.awards import policies
from gandan.awards.actions.held import held, held_nomination, standing
from gandan.awards.enums import NominationState
from gandan.awards.models import Call, Nomination
from gandan.core import events
from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, Succession, Unit

BY = SystemActor("handover")


@transaction.atomic
def leave_to_successors(steps: Sequence[Succession], first_day: date, /, *, by: Actor, now: datetime) -> None:
    """Of units that end."""
    require(BY, "awards.move_with_office")
    for end in units.endings(steps):
        if end.alone is not None:
            for office in Office.objects.filter(unit=end.old):
                _leave(office, to=end.alone, day=max(first_day, timezone.localdate(now)), now=now)


@transaction.atomic
def leave_with_office(place: Hamlet | Office, first_day_without: date, /, *, by: Actor, now: datetime) -> None:
    """Of an office that ends; a hamlet proposes nobody."""
    require(BY, "awards.move_with_office")
    if isinstance(place, Office):
        _leave(place, to=place.unit, day=max(first_day_without, timezone.localdate(now)), now=now)


@transaction.atomic
def choose_successor(thing: Call | Nomination, *, office: Office, by: Actor, now: datetime) -> Call | Nomination:
    """A person says which office takes a call, or a dossier, whose office is gone."""
    office = standing(office)
    thing = held(thing) if isinstance(thing, Call) else held_nomination(thing)
    require(by, "awards.choose_successor", thing)
    refuse_if(policies.handover.choose(thing, office, today=timezone.localdate(now)))
    _move(thing, to=office, by=by, now=now)
    return thing


def settle_handovers(*, by: Actor, now: datetime) -> int:
    """Each morning: what was left with an office that is gone, where the office that follows was set up meanwhile. Never after a split.
    Returns how many went over."""
    require(by, "awards.move_with_office")
    today = timezone.localdate(now)
    gone = Office.objects.filter(existed__fully_lt=(today, None)).filter(Exists(_calls(OuterRef("pk"))) | Exists(_dossiers(OuterRef("pk"))))
    went = 0
    for office in gone.select_related("unit").order_by("pk"):
        end = units.ending_of(office.unit_id)
        to = end.alone if end is not None else office.unit
        if to is not None:
            with transaction.atomic():
                went += _leave(office, to=to, day=today, now=now)
    return went


def _calls(office: Office | OuterRef) -> QuerySet[Call]:
    return Call.objects.filter(office=office).exclude(state__in=policies.handover.ENDED)


def _dossiers(office: Office | OuterRef) -> QuerySet[Nomination]:
    rows = Nomination.objects.filter(office=office).exclude(state=NominationState.WITHDRAWN)
    return rows.exclude(call__state__in=policies.handover.ENDED)


def _leave(was: Office, *, to: Unit, day: date, now: datetime) -> int:
    """Everything living of an office; answers how many went."""
    office = units.same_kind(was, at=to, on=day) or units.dan_van_owner(to.pk, on=day)
    if office is None or office.pk == was.pk or not office.exists(day):
        return 0
    went = sum(_follow(held(call), office, now=now) for call in _calls(was).order_by("pk"))
    return went + sum(_follow(held_nomination(row), office, now=now) for row in _dossiers(was).select_related("call").order_by("pk"))


def _follow(thing: Call | Nomination, office: Office, *, now: datetime) -> bool:
    """What the office that follows may not take stays, and a person chooses another one."""
    if policies.handover.fits(thing, office) is not None:
        return False
    _move(thing, to=office, by=BY, now=now)
    return True


def _move(thing: Call | Nomination, *, to: Office, by: Actor, now: datetime) -> None:
    was = thing.office_id
    thing.office, thing.unit_id = to, to.unit_id
    thing.save(update_fields=["office", "unit"])
    noun = "call" if isinstance(thing, Call) else "nomination"
    facts: dict[str, Fact] = {"was_office": was, "office": to.pk}
    events.record(f"awards.{noun}_handed_over", thing, by=by, at=now, unit=to.unit_id, now=thing.state, facts=facts)
