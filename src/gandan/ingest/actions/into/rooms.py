"""Which file takes in which kind, and which takes back which thing."""

from collections.abc import Callable
from typing import cast

from django.apps import apps
from django.db.models import Model

from gandan.ingest.actions.into import activity, award, document, figure, model, person, request, unit
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.ingest.enums import TAKEN, RecordKind
from gandan.ingest.models import Made, ProposedRecord

TAKE: dict[RecordKind, Callable[[Taking], Outcome]] = {
    RecordKind.ACTIVITY: activity.take,
    RecordKind.UNIT: unit.take,
    RecordKind.DOCUMENT: document.take,
    RecordKind.PERSON: person.take,
    RecordKind.FIGURE: figure.take,
    RecordKind.REQUEST: request.take,
    RecordKind.AWARD: award.take,
    RecordKind.MODEL: model.take,
}
MERGE: dict[RecordKind, Callable[..., Outcome]] = {
    RecordKind.ACTIVITY: activity.merge,
    RecordKind.DOCUMENT: document.merge,
    RecordKind.FIGURE: figure.merge,
    RecordKind.AWARD: award.merge,
    RecordKind.MODEL: model.merge,
}
"""Kinds of which merging writes something; a place or a person that stands there already needs nothing more."""
NEEDS_ACTIVITY = frozenset({RecordKind.UNIT, RecordKind.PERSON, RecordKind.REQUEST})
"""Documents and figures have a register of their own, and stand there without an activity too."""
PASSED_ON = frozenset({document.LABEL, model.LABEL})
_BACK: dict[str, Callable[..., None]] = {
    document.LABEL: document.take_back,
    "activities.activitysource": activity.take_back_source,
    "activities.activityplace": unit.take_back,
    "activities.activitydocument": document.take_back_citation,
    "activities.participant": person.take_back,
    "activities.activityfigure": figure.take_back_figure,
    "activities.attendance": figure.take_back_attendance,
    "activities.request": request.take_back,
    "indicators.statement": figure.take_back,
    "awards.conferral": award.take_back,
    "movement.practice": model.take_back,
    "movement.mention": model.take_back_mention,
}


def merge(taking: Taking, thing: Model) -> Outcome:
    """Into something that stands in a room."""
    deed = MERGE.get(RecordKind(taking.record.kind))
    return deed(taking, thing) if deed else Outcome(thing, merged=True)


def take_back(taking: Taking) -> list[Model]:
    """Everything that taking the record in wrote and that still stands, the last first. An activity goes with its source.

    A form and a document of the register pass to another accepted record that stands on them: people may have built on those. Returns what
    is gone, with the figures that went with an award.
    """
    record = taking.record
    rows = made_by(record)
    whole = next((thing for row, thing in rows if row.thing_type == activity.LABEL), None)
    gone: list[Model] = []
    for row, thing in rows if whole is None else ():
        heir = _heir(row) if row.thing_type in PASSED_ON else None
        if heir is not None:
            Made.objects.filter(pk=row.pk).update(record=heir)
            continue
        gone += [thing, *(award.figures_of(thing) if row.thing_type == award.LABEL else ())]  # type: ignore[arg-type]
        _BACK[row.thing_type](thing, taking)
    if whole is not None:
        activity.take_back(whole, record=record, taking=taking)  # type: ignore[arg-type]
    Made.objects.filter(record=record).delete()
    return gone


def made_by(record: ProposedRecord) -> list[tuple[Made, Model]]:
    """What taking a record in wrote and nobody took off in its own room, the last first."""
    rows = [(row, thing(row.thing_type, row.thing_id)) for row in Made.objects.filter(record=record).order_by("-id")]
    return [(row, found) for row, found in rows if not _is_gone(found)]


def thing(label: str, key: str) -> Model:
    """The row of a room."""
    return cast(Model, apps.get_model(label)._default_manager.get(pk=key))


def _heir(row: Made) -> ProposedRecord | None:
    same = ProposedRecord.objects.filter(thing_type=row.thing_type, thing_id=row.thing_id, state__in=TAKEN)
    return same.exclude(pk=row.record_id).order_by("decided_at", "pk").first()


def _is_gone(thing: Model) -> bool:
    """Whether somebody took it back in its own room already."""
    return getattr(thing, "removed_at", None) is not None or getattr(thing, "state", "") == "withdrawn" or hasattr(thing, "retraction")
