"""Who scores: a council is formed by a paper, people take seats and leave them, at the end it is dissolved."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.accounts.models import User
from gandan.appraisals.actions.held import find_ties, held_council, one_line
from gandan.appraisals.enums import LIVING
from gandan.appraisals.models import Council, Seat
from gandan.appraisals.permissions import SCORING
from gandan.appraisals.policies import councils as policies
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Office


@transaction.atomic
def form_council(*, office: Office, title: str, formed_by: str, formed_on: date, by: Actor, now: datetime) -> Council:
    """`formed_by` is the number of the paper that formed it. The office keeps its papers."""
    require(by, "appraisals.form_council", office)
    title, formed_by = one_line(title), one_line(formed_by)
    refuse_if(policies.form(office=office, title=title, formed_by=formed_by, formed_on=formed_on, today=timezone.localdate(now)))
    council = Council.objects.create(unit_id=office.unit_id, office=office, title=title, formed_by=formed_by, formed_on=formed_on)
    facts: dict[str, Fact] = {"formed_on": formed_on}
    events.record("appraisals.council_formed", council, by=by, at=now, unit=council.unit_id, facts=facts)
    return council


@transaction.atomic
def seat(council: Council, *, user: User, part: str, by: Actor, now: datetime) -> Seat:
    """Somebody takes a seat. Ties to what the council has before it are looked for at once."""
    council = held_council(council)
    require(by, "appraisals.seat", council)
    today = timezone.localdate(now)
    refuse_if(policies.seat(council, user=user, part=part, today=today) or policies.unconcerned(council, by=by, today=today))
    row = Seat.objects.create(council=council, user=user, part=part, since=today)
    living = council.appraisals.filter(state__in=LIVING).select_related("council")
    tied = find_ties(living, [row], today=today) if part in SCORING else []
    facts: dict[str, Fact] = {"seat_id": row.pk, "user_id": user.pk, "part": part, "ties": len(tied)}
    events.record("appraisals.seated", council, by=by, at=now, unit=council.unit_id, facts=facts, binds=tied)
    return row


@transaction.atomic
def unseat(seat: Seat, *, by: Actor, now: datetime) -> Seat:
    """Somebody leaves; the cards they handed in stay."""
    council = held_council(seat.council)
    seat = Seat.objects.select_related("user").get(pk=seat.pk)
    seat.council = council
    require(by, "appraisals.unseat", council)
    today = timezone.localdate(now)
    refuse_if(policies.unseat(seat, today=today) or policies.unconcerned(council, by=by, today=today))
    seat.until = today
    seat.save(update_fields=["until"])
    facts: dict[str, Fact] = {"seat_id": seat.pk, "user_id": seat.user_id, "part": seat.part}
    events.record("appraisals.unseated", council, by=by, at=now, unit=council.unit_id, facts=facts)
    return seat


@transaction.atomic
def dissolve(council: Council, *, by: Actor, now: datetime) -> Council:
    """It has done its work; its seats end with it."""
    council = held_council(council)
    require(by, "appraisals.dissolve", council)
    refuse_if(policies.dissolve(council))
    today = timezone.localdate(now)
    council.dissolved_on = today
    council.save(update_fields=["dissolved_on"])
    left = council.seats.filter(until=None).update(until=today)
    events.record("appraisals.council_dissolved", council, by=by, at=now, unit=council.unit_id, facts={"seats": left})
    return council
