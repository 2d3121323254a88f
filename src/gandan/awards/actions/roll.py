"""What is on the roll without a decision of this system: the old book, and what a text tells. Both can be taken back, with a reason."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.activities.models import Activity
from gandan.awards import policies
from gandan.awards.actions.figures import Figures, state
from gandan.awards.actions.held import cleaned, macs_of, one_line
from gandan.awards.enums import NameSource
from gandan.awards.given import HolderGiven
from gandan.awards.models import AwardKind, Conferral, Holder
from gandan.core import events
from gandan.core.access import Actor, may, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.indicators import actions as indicators
from gandan.indicators.models import Statement
from gandan.units.models import Unit


@transaction.atomic
def enter_conferral(
    *,
    name: str,
    unit: Unit,
    by: Actor,
    now: datetime,
    kind: AwardKind | None = None,
    by_whom: str = "",
    ground: str = "",
    persons: int = 0,
    collectives: int = 0,
    holders: Sequence[HolderGiven] = (),
    given_on: date | None = None,
    year: int | None = None,
    kept_by: Unit | None = None,
    source_title: str = "",
    is_public: bool = True,
) -> Conferral:
    """A line of the old book, so that what is given once is not given again. Names may be fewer than the numbers.

    No figure is made of it: the yearly reports of that time said it already.
    """
    kept_by, today = kept_by or unit, timezone.localdate(now)
    require(by, "awards.keep_roll", kept_by.pk)
    said = {"name": one_line(name), "by_whom": one_line(by_whom), "ground": one_line(ground)}
    refuse_if(policies.roll.told(**said, persons=persons, collectives=collectives, given_on=given_on, today=today))
    refuse_if(policies.roll.year(year, today=today) or policies.roll.holders(holders, persons=persons, collectives=collectives))
    refuse_if(policies.roll.public_words(said["ground"], source_title))
    made = Conferral(source=NameSource.ENTERED, kind=kind, name=said["name"], by=said["by_whom"], ground=said["ground"], unit=unit)
    made.kept_by, made.persons, made.collectives, made.is_public = kept_by, persons, collectives, _public(is_public, unit, by)
    made.given_on, made.year = given_on, year or (given_on.year if given_on else None)
    made.source_title, made.recorded_at = one_line(source_title)[:300], now
    made.save(force_insert=True)
    rows = [_holder(made, kind, given, place) for place, given in enumerate(holders, start=1)]
    _tell("awards.conferral_entered", made, by=by, now=now, holders=rows)
    return made


@transaction.atomic
def tell_conferral(
    *,
    name: str,
    quote: str,
    by: Actor,
    now: datetime,
    kind: AwardKind | None = None,
    by_whom: str = "",
    ground: str = "",
    persons: int = 0,
    collectives: int = 0,
    unit: Unit | None = None,
    kept_by: Unit | None = None,
    given_on: date | None = None,
    year: int | None = None,
    source_title: str = "",
    source_url: str = "",
    source_day: date | None = None,
    activity: Activity | None = None,
    persons_figure: Statement | None = None,
    collectives_figure: Statement | None = None,
    is_public: bool = False,
) -> Conferral:
    """What a text tells: how many were given what, with its sentence; no names, for a text is no decision.

    Figures that were kept from the same sentence already are named; otherwise they are kept here.
    """
    today = timezone.localdate(now)
    require(by, "awards.keep_roll", kept_by.pk if kept_by else None)
    said = {"name": one_line(name), "by_whom": one_line(by_whom), "ground": one_line(ground)}
    refuse_if(policies.roll.told(**said, persons=persons, collectives=collectives, given_on=given_on, today=today))
    refuse_if(policies.roll.year(year, today=today) or policies.roll.quote(quote))
    made = Conferral(source=NameSource.TEXT, kind=kind, name=said["name"], by=said["by_whom"], ground=said["ground"], unit=unit)
    is_public = _public(is_public, unit, by)
    if is_public:
        refuse_if(policies.roll.public_words(said["name"], said["ground"], quote, source_title, names=False))
    made.kept_by, made.persons, made.collectives, made.is_public = kept_by, persons, collectives, is_public
    made.given_on, made.year = given_on, year or (given_on.year if given_on else None)
    made.quote, made.source_title, made.activity, made.recorded_at = cleaned(quote), one_line(source_title)[:300], activity, now
    made.save(force_insert=True)
    first, last = (date(made.year, 1, 1), date(made.year, 12, 31)) if made.year and given_on is None else (None, None)
    where = Figures(unit, kept_by, made.quote, given_on, first, last, made.source_title, source_url, source_day, is_public)
    new = state(
        where,
        persons=0 if persons_figure else persons,
        collectives=0 if collectives_figure else collectives,
        origin=made,
        counted=False,
        by=by,
        now=now,
    )
    made.persons_figure, made.collectives_figure = persons_figure or new[0], collectives_figure or new[1]
    made.save(update_fields=["persons_figure", "collectives_figure"])
    _tell("awards.conferral_told", made, by=by, now=now)
    return made


@transaction.atomic
def take_back_conferral(conferral: Conferral, *, reason: str, by: Actor, now: datetime) -> Conferral:
    """It was read or entered wrongly: off the roll, and figures that were made of it are retracted with it."""
    conferral = Conferral.objects.select_for_update().get(pk=conferral.pk)
    require(by, "awards.keep_roll", conferral)
    refuse_if(policies.roll.take_back(conferral, why=reason))
    made = Statement.objects.filter(origin_type=conferral._meta.label_lower, origin_id=str(conferral.pk)).living()
    for figure in made:
        indicators.retract_statement(figure, reason=reason, by=by, now=now)
    conferral.removed_at, conferral.removed_why = now, cleaned(reason)
    conferral.save(update_fields=["removed_at", "removed_why"])
    unit = conferral.kept_by_id or conferral.unit_id
    events.record("awards.conferral_taken_back", conferral, by=by, at=now, unit=unit, was="told", now="gone", binds=[conferral])
    return conferral


def _public(wanted: bool, unit: Unit | None, by: Actor) -> bool:
    """What somebody says of a unit for which they do not work stays with who keeps it."""
    return wanted and (unit is None or may(by, "awards.keep_roll", unit.pk))


def _holder(conferral: Conferral, kind: AwardKind | None, given: HolderGiven, place: int) -> Holder:
    made = Holder(conferral=conferral, whom=given.whom, name=one_line(given.name), workplace=one_line(given.workplace), position=place)
    made.certificate = one_line(given.certificate)
    if kind is not None:
        made.mac, made.mac_day = macs_of(kind, given)
    made.save(force_insert=True)
    return made


def _tell(verb: str, made: Conferral, *, by: Actor, now: datetime, holders: Sequence[Holder] = ()) -> None:
    facts: dict[str, Fact] = {"persons": made.persons, "collectives": made.collectives, "given_on": made.given_on, "year": made.year}
    facts |= {"kind_id": made.kind_id, "activity": made.activity_id, "public": made.is_public}
    unit = made.kept_by_id or made.unit_id
    events.record(verb, made, by=by, at=now, unit=unit, now="told", facts=facts, binds=[made, *holders])
