"""A model that a text names becomes a form to register, where the office of the reader answers for the place; elsewhere what a text tells.

Where no drive reaches the place, or the reader may say nothing in public of it, the record stays with its text as accepted.
"""

from datetime import date
from uuid import UUID

from django.utils import timezone

from gandan.core.access import Actor, Role, may
from gandan.core.text import fold
from gandan.ingest import places, proposal
from gandan.ingest.actions.into.taking import UNDONE, Outcome, Taking
from gandan.movement import actions as movement
from gandan.movement import queries as models
from gandan.movement.enums import State
from gandan.movement.models import Drive, Field, Mention, Practice
from gandan.movement.written import Written
from gandan.units import queries as units
from gandan.units.models import Office, Unit

LABEL = "movement.practice"
TITLE, PLACE = 200, 200
OWNERS = (Role.OFFICER, Role.LEADER)


def take(taking: Taking) -> Outcome:
    """The same name at the same place is the same model: the sentence is put to it, nothing is registered twice."""
    model: proposal.GoodModel = taking.decided
    unit = _unit(taking, model)
    if unit is None:
        return Outcome()
    known = _known(taking, model, unit)
    if known is not None:
        return merge(taking, known)
    drive = models.drives_open_to(unit.pk, on=timezone.localdate(taking.now)).first()
    if drive is None:
        return Outcome()
    made = _begun(taking, model, unit, drive) or _told(taking, model, unit, drive)
    return Outcome(made, (made, _mention(taking, made))) if made else Outcome()


def merge(taking: Taking, practice: Practice) -> Outcome:
    """The text tells of a model that is there."""
    return Outcome(practice, (_mention(taking, practice),), merged=True)


def take_back(practice: Practice, taking: Taking) -> None:
    """A form that nobody sent in is withdrawn; what only texts told goes with the last sentence that tells it (`take_back_mention`). A form
    that went on its way, or that another text tells of, stays."""
    if practice.state == State.DRAFT and not _is_told_of(practice):
        movement.withdraw(practice, reason=UNDONE, **taking.who)


def take_back_mention(mention: Mention, taking: Taking) -> None:
    """The sentence is not put to it any more; with the last one goes what only texts told."""
    movement.take_back_mention(mention, **taking.who)
    practice = Practice.objects.get(pk=mention.practice_id)
    if practice.is_told and practice.state != State.WITHDRAWN and not _is_told_of(practice):
        movement.take_back_told(practice, reason=UNDONE, **taking.who)


def _is_told_of(practice: Practice) -> bool:
    return practice.mentions.filter(removed_at=None).exists()


def _unit(taking: Taking, model: proposal.GoodModel) -> Unit | None:
    """The unit that holds the place today: as its words name it, else as its sentence speaks of one. Divided, nobody can say which."""
    around = units.one(taking.activity.unit_id) if taking.activity is not None else None
    found = taking.places.named(model.place, on=taking.day) or taking.places.spoken_of(
        taking.record.quote, title=taking.source.title, head=taking.head, around=around, on=taking.day
    )
    if found is None:
        return None
    today = units.became(found, on=taking.day)
    return places.row(today[0].place) if len(today) == 1 else places.row(found) if not today else None


def _known(taking: Taking, model: proposal.GoodModel, unit: Unit) -> Practice | None:
    rows = models.visible_to(taking.by).filter(unit=unit).exclude(state=State.WITHDRAWN)
    return next((row for row in rows if fold(row.title) == fold(model.name)), None)


def _begun(taking: Taking, model: proposal.GoodModel, unit: Unit, drive: Drive) -> Practice | None:
    office = _own_office(taking.by, unit.pk)
    if office is None:
        return None
    return movement.begin(drive=drive, office=office, written=_written(taking, model, drive), **taking.who)


def _told(taking: Taking, model: proposal.GoodModel, unit: Unit, drive: Drive) -> Practice | None:
    if not taking.source.is_public or taking.about_somebody or not may(taking.by, "activities.publish", unit.pk):
        return None
    day = taking.day or taking.source.published or timezone.localdate(taking.now)
    return movement.tell(drive=drive, unit=unit, written=_written(taking, model, drive), told_on=day, **taking.who)


def _own_office(by: Actor, unit: UUID) -> Office | None:
    """The reader's own office at the unit that holds the place today."""
    mine = [h.office for h in by.holdings if h.role in OWNERS and h.unit == unit and h.office is not None]
    return Office.objects.filter(pk=mine[0]).first() if mine else None


def _written(taking: Taking, model: proposal.GoodModel, drive: Drive) -> Written:
    """What the text says; the rest of the form its owner writes. It runs already, else nobody would write of it."""
    title, place = taking.masked(model.name)[:TITLE], taking.masked(model.place)[:PLACE]
    return Written(field=_field(drive, model.field), title=title, place=place, is_new=False)


def _field(drive: Drive, name: str | None) -> Field:
    """The field of that name, else the first: who completes the form may choose another."""
    found = list(drive.fields.filter(ended_on=None).order_by("order"))
    return next((f for f in found if name and fold(f.name) == fold(name)), found[0])


def _mention(taking: Taking, practice: Practice) -> Mention:
    source = taking.source
    told_on: date | None = taking.day or source.published
    return movement.mention(
        practice,
        quote=taking.quote,
        result=taking.masked(taking.decided.result),
        source_title=taking.masked(source.title),
        source_url=source.url,
        told_on=told_on,
        is_public=source.is_public and not taking.about_somebody,
        **taking.who,
    )
