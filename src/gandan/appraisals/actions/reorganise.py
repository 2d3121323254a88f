"""What becomes of councils, running appraisals and postings when a unit or an office ends. Runs inside the deed on the place.

Papers go to the office of the same kind in the unit that took over, else to its office for dân vận work, also when that is set up later
(`settle_handovers`); the people in the seats stay, with the cards they handed in. Until then, and after a split, papers stay where they
were, and whoever leads at or above what the unit became acts for the office that is gone (`permissions.not_there`); so do papers that would
come into the hands of the office whose work they judge. What has ended keeps its office.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gandan.appraisals.actions.held import held_council
from gandan.appraisals.enums import LIVING, ObjectionState
from gandan.appraisals.models import Appraisal, Council, Objection, Posting
from gandan.core import events
from gandan.core.access import Actor, SystemActor, require
from gandan.core.events.facts import Fact
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, Succession, Unit

BY = SystemActor("handover")


@transaction.atomic
def leave_to_successors(steps: Sequence[Succession], first_day: date, /, *, by: Actor, now: datetime) -> None:
    """Of units that end."""
    require(BY, "appraisals.move_with_office")
    ends = [(office, end.alone) for end in units.endings(steps) if end.alone for office in Office.objects.filter(unit=end.old)]
    _hold([office for office, _to in ends])
    for office, to in ends:
        _move(office, to=to, day=max(first_day, timezone.localdate(now)), now=now)


@transaction.atomic
def leave_with_office(place: Hamlet | Office, first_day_without: date, /, *, by: Actor, now: datetime) -> None:
    """Of an office that ends; a hamlet keeps no papers."""
    require(BY, "appraisals.move_with_office")
    if isinstance(place, Office):
        _move(place, to=place.unit, day=max(first_day_without, timezone.localdate(now)), now=now)


def settle_handovers(*, by: Actor, now: datetime) -> int:
    """Papers of offices that are gone, for which an office has been set up meanwhile; returns how many offices' papers went over."""
    require(by, "appraisals.move_with_office")
    today = timezone.localdate(now)
    left = Q(pk__in=Council.objects.filter(dissolved_on=None).values("office"))
    left |= Q(pk__in=Appraisal.objects.filter(state__in=LIVING).values("owner_office"))
    left |= Q(pk__in=_unheard(today).values("office"))
    gone = Office.objects.filter(left, existed__fully_lt=(today, None)).select_related("unit").order_by("pk")
    return sum(_settle(office, today=today, now=now) for office in gone)


@transaction.atomic
def _settle(office: Office, *, today: date, now: datetime) -> bool:
    end = units.ending_of(office.unit_id)
    to = office.unit if end is None else end.alone
    return to is not None and _move(office, to=to, day=today, now=now)


@transaction.atomic
def follow(subject_type: str, subject_id: str, *, unit: Unit, owner_office: Office, by: Actor, now: datetime) -> None:
    """A thing went to another office: so does what is still being judged of it. Called by the room that moves it."""
    require(BY, "appraisals.move_with_office")
    living = Appraisal.objects.filter(subject_type=subject_type, subject_id=str(subject_id), state__in=LIVING)
    for council in Council.objects.filter(pk__in=living.values("council")):
        held_council(council)
    for appraisal in living:
        _own(appraisal, unit=unit, office=owner_office, now=now)


def _unheard(today: date) -> QuerySet[Posting]:
    """Postings that run, or have an objection to answer."""
    open_ = Objection.objects.filter(posting=OuterRef("pk"), state=ObjectionState.OPEN)
    return Posting.objects.filter(Q(taken_down_on=None, until__gte=today) | Q(Exists(open_)))


def _taker(was: Office | None, to: Unit, day: date) -> Office | None:
    """Who follows an office by rule; never itself."""
    if was is None:
        return None
    office = units.same_kind(was, at=to, on=day) or units.dan_van_owner(to.pk, on=day)
    return office if office is not None and office.pk != was.pk and office.exists(day) else None


def _judges_itself(office: Office, owners: Iterable[Office | None], to: Unit, day: date) -> bool:
    """The office that would take the papers owns what is judged, or is about to: then they stay, and who leads there acts."""
    return any(owner == office or (not owner.exists(day) and _taker(owner, to, day) == office) for owner in owners if owner is not None)


def _hold(offices: Sequence[Office]) -> None:
    """All councils of these offices and those that judge their work, then what lies before them (`held.py` says why in this order)."""
    judging = Appraisal.objects.filter(owner_office__in=offices, state__in=LIVING).values("council")
    rows = Council.objects.filter(Q(office__in=offices, dissolved_on=None) | Q(pk__in=judging)).order_by("pk")
    keys = list(rows.select_for_update().values_list("pk", flat=True))
    list(Appraisal.objects.select_for_update().filter(council__in=keys, state__in=LIVING).order_by("pk").values_list("pk"))


def _move(was: Office, *, to: Unit, day: date, now: datetime) -> bool:
    office = _taker(was, to, day)
    if office is None:
        return False
    _hold([was])
    moved = 0
    for council in Council.objects.select_for_update().filter(office=was, dissolved_on=None).order_by("pk"):
        owners = [a.owner_office for a in council.appraisals.filter(state__in=LIVING).select_related("owner_office")]
        if _judges_itself(office, owners, to, day):
            continue
        council.office, council.unit, moved = office, to, moved + 1
        council.save(update_fields=["office", "unit"])
        _record("appraisals.council_handed_over", council, was, office, now=now)
    owned = Appraisal.objects.filter(owner_office=was, state__in=LIVING).exclude(council__office=office)
    for appraisal in owned.select_for_update(of=("self",)).order_by("pk"):
        moved += 1
        _own(appraisal, unit=to, office=office, now=now)
    for posting in _unheard(timezone.localdate(now)).select_for_update(of=("self",)).filter(office=was).order_by("pk"):
        if _judges_itself(office, [posting.owner_office], to, day):
            continue
        posting.office, posting.unit, moved = office, to, moved + 1
        posting.save(update_fields=["office", "unit"])
        _record("appraisals.posting_handed_over", posting, was, office, now=now)
    return bool(moved)


def _own(appraisal: Appraisal, *, unit: Unit, office: Office, now: datetime) -> None:
    was, appraisal.owner_office, appraisal.unit = appraisal.owner_office, office, unit
    if was == office:
        return
    appraisal.save(update_fields=["owner_office", "unit"])
    _record("appraisals.owner_changed", appraisal, was, office, now=now)


def _record(verb: str, thing: Council | Appraisal | Posting, was: Office | None, to: Office, *, now: datetime) -> None:
    facts: dict[str, Fact] = {"was_office": was.pk if was else None, "office": to.pk}
    events.record(verb, thing, by=BY, at=now, unit=to.unit_id, facts=facts)
