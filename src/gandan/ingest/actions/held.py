"""Parts of the deeds on a record: lock it, read its shape, hand it over, note what came of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gandan.activities import queries as activities
from gandan.activities.models import Activity
from gandan.core import events
from gandan.core.access import Actor, refuse_if
from gandan.ingest import decided, policies, queries
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.ingest.enums import NEXT, RecordKind, RecordState
from gandan.ingest.models import Made, ProposedRecord, Source
from gandan.ingest.queries.sources import holders_of, places_of


def locked(record: ProposedRecord) -> ProposedRecord:
    """The source first, so that two people deciding on one text wait for each other; then the record as it is now."""
    Source.objects.select_for_update(of=("self",)).get(pk=record.source_id)
    return ProposedRecord.objects.select_for_update(of=("self",)).select_related("source__unit").get(pk=record.pk)


def shaped(record: ProposedRecord, corrections: Mapping[str, Any] | None) -> Any:
    """What holds of it, in the shape of its kind; a sentence where the corrections do not fit."""
    try:
        return decided.read(record.kind, record.payload, corrections)
    except decided.Misshapen as wrong:
        raise policies.empty(str(wrong)) from wrong


def taking_of(record: ProposedRecord, shape: Any, activity: Activity | None, *, by: Actor, now: datetime) -> Taking:
    """The record as the rooms are handed it: at `activity`, else at the nearest of its text."""
    if activity is not None:
        activity = activities.visible_to(by).filter(pk=activity.pk).first()
        refuse_if(policies.visible(activity))
    elif record.kind != RecordKind.ACTIVITY:
        activity = queries.nearest_activity(record)
    rows = list(ProposedRecord.objects.filter(source=record.source_id, kind__in=(RecordKind.UNIT, RecordKind.PERSON)))
    return Taking(record, shape, activity, places_of(rows), holders_of(rows), by, now)


def settle(record: ProposedRecord, deed: str, taking: Taking, outcome: Outcome) -> ProposedRecord:
    """Note what came of a decision."""
    note(record, taking, outcome)
    return decide(record, deed, by=taking.by, now=taking.now)


def note(record: ProposedRecord, taking: Taking, outcome: Outcome) -> None:
    """What it wrote in the rooms, where it stands there, and at which activity; the caller saves."""
    for thing in outcome.made:
        Made.objects.create(record=record, thing_type=thing._meta.label_lower, thing_id=str(thing.pk))
    if outcome.thing is not None:
        record.thing_type, record.thing_id = outcome.thing._meta.label_lower, str(outcome.thing.pk)
    hangs = outcome.thing if record.kind == RecordKind.ACTIVITY else taking.activity
    record.activity_id = hangs.pk if hangs is not None else None


def decide(record: ProposedRecord, deed: str, *, by: Actor, now: datetime) -> ProposedRecord:
    """Set the state with one event."""
    was, record.state = record.state, NEXT[RecordState(record.state)][deed]
    if record.state == RecordState.WAITING:
        record.decided_by, record.decided_at = "", None
        record.thing_type, record.thing_id, record.activity_id = "", "", None
    else:
        record.decided_by, record.decided_at = by.key, now
    verb = {"accept": "accepted", "merge": "merged", "reject": "rejected", "undo": "undone", "carry": "carried_in"}[deed]
    return tell(record, verb, was=was, by=by, now=now)


def tell(record: ProposedRecord, verb: str, *, was: str, by: Actor, now: datetime) -> ProposedRecord:
    """Save it with one event."""
    record.save()
    facts = {
        "kind": record.kind,
        "thing": record.thing_type or None,
        "thing_id": record.thing_id or None,
        "activity_id": record.activity_id,
    }
    source = record.source
    events.record(
        f"ingest.record_{verb}",
        record,
        by=by,
        at=now,
        unit=source.unit_id,
        was=was,
        now=record.state,
        facts=facts,
        binds=[record],
        office=source.office_id,
    )
    return record
