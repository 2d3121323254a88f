"""What a text tells of a model that nobody registered here."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.movement.actions.held import places
from gandan.movement.actions.writing import fill, rows
from gandan.movement.enums import State
from gandan.movement.models import Drive, Practice
from gandan.movement.policies import form as policies
from gandan.movement.policies.life import year_of_life
from gandan.movement.written import Written
from gandan.units.models import Hamlet, Unit


@transaction.atomic
def tell(*, drive: Drive, unit: Unit, written: Written, told_on: date, by: Actor, now: datetime, hamlet: Hamlet | None = None) -> Practice:
    """Keep a model as a text tells it: with no office that answers for it, counted apart from what was registered. `told_on` is the day of
    the text; for a year from then it counts as news, afterwards it lapses like every model. The same title of the same unit again answers
    with what is there; what was taken back is told anew."""
    practice = Practice(drive=drive, field=written.field, kind=written.kind, subject=written.subject, is_told=True, hamlet=hamlet)
    practice.unit_id = practice.made_in_id = unit.pk
    practice.written_by, practice.written_at = by.key, now
    require(by, "movement.tell", practice)
    today = timezone.localdate(now)
    refuse_if(
        policies.tell(written, drive=drive, unit=unit, told_on=told_on, today=today)
        or policies.write(practice, written=written, today=today)
    )
    fill(practice, written, now=now)
    list(Unit.objects.select_for_update(no_key=True).filter(pk=unit.pk))  # the same text accepted twice at once
    told = Practice.objects.filter(is_told=True, unit=unit, drive=drive).exclude(state=State.WITHDRAWN)
    there = told.filter(title__iexact=practice.title).first()
    if there is not None:
        return there
    practice.state, practice.registered_on = State.REGISTERED, told_on
    practice.alive_until = told_on + year_of_life(today)
    practice.save(force_insert=True)
    rows(practice, written)
    facts = {**places(practice), "told_on": told_on}
    events.record("movement.told", practice, by=by, at=now, unit=unit.pk, now=practice.state, facts=facts, binds=[practice])
    return practice
