"""Which file takes in which kind, and which takes back which thing."""

from collections.abc import Callable
from typing import cast

from django.apps import apps
from django.db.models import Model

from gandan.ingest.actions.into import activity, award, document, figure, model, person, request, unit
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.ingest.enums import RecordKind
from gandan.ingest.models import Made

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
_BACK: dict[str, Callable[..., None]] = {
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


def take_back(taking: Taking) -> None:
    """Everything that taking the record in wrote and that still stands, the last first. An activity goes with its source."""
    rows = [
        (row.thing_type, thing) for row in Made.objects.filter(record=taking.record).order_by("-id") if not _is_gone(thing := _thing(row))
    ]
    whole = next((thing for label, thing in rows if label == "activities.activity"), None)
    if whole is not None:
        activity.take_back(whole, record=taking.record, taking=taking)  # type: ignore[arg-type]
        return
    for label, thing in rows:
        if label == document.LABEL:
            document.take_back(thing, record=taking.record, taking=taking)  # type: ignore[arg-type]
        else:
            _BACK[label](thing, taking)


def _thing(row: Made) -> Model:
    return cast(Model, apps.get_model(row.thing_type)._default_manager.get(pk=row.thing_id))


def _is_gone(thing: Model) -> bool:
    """Whether somebody took it back in its own room already."""
    return getattr(thing, "removed_at", None) is not None or getattr(thing, "state", "") == "withdrawn" or hasattr(thing, "retraction")
