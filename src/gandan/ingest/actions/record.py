"""What a person decides about a proposed record. Each deed goes through the actions of the rooms, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Model

from gandan.activities import queries as activities
from gandan.activities.models import Activity
from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.ingest import decided, policies, queries
from gandan.ingest.actions.into import rooms
from gandan.ingest.actions.into.activity import merged_and_carried
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.ingest.begun import begun
from gandan.ingest.enums import NEXT, RecordKind, RecordState
from gandan.ingest.models import Made, ProposedRecord, Source
from gandan.ingest.queries.sources import holders_of, places_of
from gandan.ingest.standing import PRIVATE, about_somebody


@dataclass(frozen=True)
class Left:
    """A record that could not be accepted with the others, and why."""

    record: ProposedRecord
    sentence: str


@dataclass(frozen=True)
class AllAccepted:
    """What became of a whole text."""

    accepted: tuple[ProposedRecord, ...]
    left: tuple[Left, ...]


@transaction.atomic
def accept(
    record: ProposedRecord, *, by: Actor, now: datetime, corrections: Mapping[str, Any] | None = None, activity: Activity | None = None
) -> ProposedRecord:
    """Take a record in, as it was read or as the person corrected it (`ingest.decided` says which fields there are).

    What hangs on an activity goes to `activity`, else to the accepted one of the text that stands nearest before it. What is in a room
    already is merged into, and says so by its state. A model whose place nobody can tell, or which no drive reaches, is kept as accepted;
    `carry_in` tries again.
    """
    record = _locked(record)
    require(by, "ingest.accept", record)
    refuse_if(policies.decide(record, "accept"))
    shape = _decided(record, corrections)
    kind = RecordKind(record.kind)
    taking = _taking(record, shape, activity, by=by, now=now)
    if kind in rooms.NEEDS_ACTIVITY:
        refuse_if(policies.activity_found(taking.activity))
    outcome = rooms.TAKE[kind](taking)
    record.corrected = decided.changed(shape, record.payload)
    return _settle(record, "merge" if outcome.merged else "accept", taking, outcome)


@transaction.atomic
def merge(
    record: ProposedRecord,
    *,
    into: Model,
    by: Actor,
    now: datetime,
    corrections: Mapping[str, Any] | None = None,
    activity: Activity | None = None,
) -> ProposedRecord:
    """The record tells of something that is there: its source and quote go to that, nothing is written twice."""
    record = _locked(record)
    require(by, "ingest.merge", record)
    refuse_if(policies.decide(record, "merge"))
    refuse_if(policies.mergeable(record, into))
    refuse_if(policies.visible(queries.seen(into, actor=by)))
    shape = _decided(record, corrections)
    taking = _taking(record, shape, activity, by=by, now=now)
    record.corrected = decided.changed(shape, record.payload)
    return _settle(record, "merge", taking, rooms.merge(taking, into))


@transaction.atomic
def carry_in(record: ProposedRecord, *, by: Actor, now: datetime) -> ProposedRecord:
    """Take an accepted award or model into its room: one that was accepted before the room stood, or before a drive reached its place."""
    record = _locked(record)
    require(by, "ingest.accept", record)
    refuse_if(policies.carry_in(record))
    taking = _taking(record, _decided(record, record.corrected), None, by=by, now=now)
    outcome = rooms.TAKE[RecordKind(record.kind)](taking)
    refuse_if(policies.carried(outcome.thing))
    return _settle(record, "carry", taking, outcome)


@transaction.atomic
def reject(record: ProposedRecord, *, by: Actor, now: datetime) -> ProposedRecord:
    """It is wrong or not wanted. Its words are kept for a while, so that one can think again."""
    record = _locked(record)
    require(by, "ingest.reject", record)
    refuse_if(policies.decide(record, "reject"))
    return _decide(record, "reject", by=by, now=now)


@transaction.atomic
def undo(record: ProposedRecord, *, by: Actor, now: datetime) -> ProposedRecord:
    """Take back what was decided, and with it what that wrote in the rooms; the record waits again, with its corrections."""
    record = _locked(record)
    require(by, "ingest.undo", record)
    refuse_if(policies.decide(record, "undo"))
    if RecordState(record.state).is_taken:
        taking = _taking(record, _decided(record, record.corrected), None, by=by, now=now)
        if record.kind == RecordKind.ACTIVITY and record.state == RecordState.MERGED:
            refuse_if(policies.nothing_hangs(merged_and_carried(record)))
        rooms.take_back(taking)
        Made.objects.filter(record=record).delete()
    return _decide(record, "undo", by=by, now=now)


@transaction.atomic
def begin_activity(source: Source, *, by: Actor, now: datetime, corrections: Mapping[str, Any] | None = None) -> ProposedRecord:
    """Where reading proposed no activity: make one of the text's heading, its first day and the unit it is about."""
    source = Source.objects.select_for_update(of=("self",)).select_related("unit").get(pk=source.pk)
    require(by, "ingest.accept", source)
    refuse_if(policies.begin(source))
    made = begun(source.text)
    last = source.records.filter(kind=RecordKind.ACTIVITY).aggregate(last=Max("position"))["last"] or 0
    record = ProposedRecord(source=source, kind=RecordKind.ACTIVITY, position=last + 1, payload=made.model_dump(mode="json"))
    record.quote, record.start = made.quote, max(0, source.text.find(made.quote))
    record.save(force_insert=True)
    return accept(record, corrections=corrections, by=by, now=now)


@transaction.atomic
def accept_all(source: Source, *, by: Actor, now: datetime) -> AllAccepted:
    """Every record of a text that waits: activities first, the rest to the nearest. What a rule refuses is left, with its sentence.

    An activity that another text seems to tell already is left for a person, and so is what would hang on it.
    """
    source = Source.objects.select_for_update(of=("self",)).select_related("unit").get(pk=source.pk)
    require(by, "ingest.accept", source)
    holders = holders_of(queries.records_of(source))
    accepted: list[ProposedRecord] = []
    left: list[Left] = []
    if not source.records.filter(kind=RecordKind.ACTIVITY).exclude(state=RecordState.REJECTED).exists():
        _try(lambda: begin_activity(source, by=by, now=now), accepted, left, None)
    for record in queries.records_of(source):
        if record.state == RecordState.WAITING and record.erased_at is None:
            known = queries.sure_twin(record, actor=by)
            if known is not None:
                left.append(Left(record, known))
                continue
            told = about_somebody(record.quote, source, holders) if source.is_public and record.kind in PRIVATE else None
            if (alone := policies.looked_at(told)) is not None:
                left.append(Left(record, alone.sentence))
                continue
            _try(lambda record=record: accept(record, by=by, now=now), accepted, left, record)
    return AllAccepted(tuple(accepted), tuple(left))


def _try(deed: Any, accepted: list[ProposedRecord], left: list[Left], record: ProposedRecord | None) -> None:
    try:
        with transaction.atomic():
            accepted.append(deed())
    except Refusal as refusal:
        if record is not None:
            left.append(Left(record, refusal.sentence))


def _locked(record: ProposedRecord) -> ProposedRecord:
    """The source first, so that two people deciding on one text wait for each other; then the record as it is now."""
    Source.objects.select_for_update(of=("self",)).get(pk=record.source_id)
    return ProposedRecord.objects.select_for_update(of=("self",)).select_related("source__unit").get(pk=record.pk)


def _decided(record: ProposedRecord, corrections: Mapping[str, Any] | None) -> Any:
    try:
        return decided.read(record.kind, record.payload, corrections)
    except decided.Misshapen as wrong:
        raise policies.empty(str(wrong)) from wrong


def _taking(record: ProposedRecord, shape: Any, activity: Activity | None, *, by: Actor, now: datetime) -> Taking:
    if activity is not None:
        activity = activities.visible_to(by).filter(pk=activity.pk).first()
        refuse_if(policies.visible(activity))
    elif record.kind != RecordKind.ACTIVITY:
        activity = queries.nearest_activity(record)
    rows = list(ProposedRecord.objects.filter(source=record.source_id, kind__in=(RecordKind.UNIT, RecordKind.PERSON)))
    return Taking(record, shape, activity, places_of(rows), holders_of(rows), by, now)


def _settle(record: ProposedRecord, deed: str, taking: Taking, outcome: Outcome) -> ProposedRecord:
    """Note what came of it."""
    for thing in outcome.made:
        Made.objects.create(record=record, thing_type=thing._meta.label_lower, thing_id=str(thing.pk))
    if outcome.thing is not None:
        record.thing_type, record.thing_id = outcome.thing._meta.label_lower, str(outcome.thing.pk)
    hangs = outcome.thing if record.kind == RecordKind.ACTIVITY else taking.activity
    record.activity_id = hangs.pk if hangs is not None else None
    return _decide(record, deed, by=taking.by, now=taking.now)


def _decide(record: ProposedRecord, deed: str, *, by: Actor, now: datetime) -> ProposedRecord:
    """Set the state with one event."""
    was, record.state = record.state, NEXT[RecordState(record.state)][deed]
    if record.state == RecordState.WAITING:
        record.decided_by, record.decided_at = "", None
        record.thing_type, record.thing_id, record.activity_id = "", "", None
    else:
        record.decided_by, record.decided_at = by.key, now
    record.save()
    verb = {"accept": "accepted", "merge": "merged", "reject": "rejected", "undo": "undone", "carry": "carried_in"}[deed]
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
