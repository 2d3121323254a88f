"""WRITE: a unit's pledge, and the table of who answers for what."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.opinions.models import Competence, Pledge
from gandan.opinions.policies import rules as policies
from gandan.units.models import Office, Unit
from gandan.units.models.time import since


@transaction.atomic
def set_pledge(unit: Unit, *, days: int, from_day: date, by: Actor, now: datetime) -> Pledge:
    """Promise an answer within so many working days, for all that is said from a day on. What was said before keeps its date.

    A pledge that has not begun yet gives way to the new one; the one that runs ends the day before.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(by, "opinions.set_pledge", unit)
    refuse_if(policies.set_pledge(unit, days=days, from_day=from_day, today=timezone.localdate(now)))
    was = Pledge.objects.filter(unit=unit, during__contains=from_day).first()
    Pledge.objects.filter(unit=unit, during__startswith__gte=from_day).delete()
    for running in Pledge.objects.filter(unit=unit, during__contains=from_day):
        running.during = since(running.during.lower, from_day)
        running.save(update_fields=["during"])
    pledge = Pledge.objects.create(unit=unit, days=days, during=since(from_day))
    facts: dict[str, Fact] = {"from_day": from_day}
    events.record("opinions.pledge_set", pledge, by=by, at=now, unit=unit.pk, was=str(was.days) if was else "", now=str(days), facts=facts)
    return pledge


@transaction.atomic
def set_competence(
    *, topic: str, level: str, unit: Unit | None, by: Actor, now: datetime, kind: str = "", office: Office | None = None
) -> Competence:
    """Give a topic (or "" for all) to a kind of office, in one unit or in all of a tier; in one unit also to one very office.

    The word that was said before for the same topic and place is replaced. Cases that lie with an office stay there: they are forwarded
    one by one, with a reason.
    """
    asked = Competence(topic=topic, level=level, unit=unit)
    require(by, "opinions.set_competence", asked)
    refuse_if(policies.set_competence(topic=topic, level=level, unit=unit, kind=kind, office=office, today=timezone.localdate(now)))
    row = Competence.objects.select_for_update().filter(topic=topic, level=level, unit=unit).first() or asked
    was = _word(row)
    row.kind, row.office = kind, office
    row.save()
    events.record("opinions.competence_set", row, by=by, at=now, unit=unit.pk if unit else None, was=was, now=_word(row), facts=_facts(row))
    return row


@transaction.atomic
def drop_competence(row: Competence, *, by: Actor, now: datetime) -> None:
    """Take a word back: the wider one holds again."""
    row = Competence.objects.select_for_update(of=("self",)).select_related("office").get(pk=row.pk)
    require(by, "opinions.set_competence", row)
    events.record("opinions.competence_dropped", row, by=by, at=now, unit=row.unit_id, was=_word(row), facts=_facts(row))
    row.delete()


def _word(row: Competence) -> str:
    return row.kind or (str(row.office_id) if row.office_id else "")


def _facts(row: Competence) -> dict[str, Fact]:
    return {"topic": row.topic or "all", "level": row.level}
