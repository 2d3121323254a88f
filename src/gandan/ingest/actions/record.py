"""What a person decides about a proposed record. Each deed goes through the actions of the rooms, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Model

from gandan.activities.models import Activity
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.ingest import decided, policies, queries
from gandan.ingest.actions import anew
from gandan.ingest.actions.held import decide, locked, settle, shaped, taking_of
from gandan.ingest.actions.into import rooms
from gandan.ingest.actions.into.activity import merged_and_carried
from gandan.ingest.begun import begun
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.queries.sources import holders_of
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
    record = locked(record)
    require(by, "ingest.accept", record)
    refuse_if(policies.decide(record, "accept"))
    shape = shaped(record, corrections)
    kind = RecordKind(record.kind)
    taking = taking_of(record, shape, activity, by=by, now=now)
    if kind in rooms.NEEDS_ACTIVITY:
        refuse_if(policies.activity_found(taking.activity))
    outcome = rooms.TAKE[kind](taking)
    record.corrected = decided.changed(shape, record.payload)
    return settle(record, "merge" if outcome.merged else "accept", taking, outcome)


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
    record = locked(record)
    require(by, "ingest.merge", record)
    refuse_if(policies.decide(record, "merge"))
    refuse_if(policies.mergeable(record, into))
    type(into)._default_manager.select_for_update(of=("self",)).filter(pk=into.pk).first()  # who takes it back meanwhile is waited for
    refuse_if(policies.visible(queries.seen(into, actor=by)))
    shape = shaped(record, corrections)
    taking = taking_of(record, shape, activity, by=by, now=now)
    record.corrected = decided.changed(shape, record.payload)
    return settle(record, "merge", taking, rooms.merge(taking, into))


@transaction.atomic
def carry_in(record: ProposedRecord, *, by: Actor, now: datetime) -> ProposedRecord:
    """Take an accepted award or model into its room: one that was accepted before the room stood, or before a drive reached its place."""
    record = locked(record)
    require(by, "ingest.accept", record)
    refuse_if(policies.carry_in(record))
    taking = taking_of(record, shaped(record, record.corrected), None, by=by, now=now)
    outcome = rooms.TAKE[RecordKind(record.kind)](taking)
    refuse_if(policies.carried(outcome.thing))
    return settle(record, "carry", taking, outcome)


@transaction.atomic
def reject(record: ProposedRecord, *, by: Actor, now: datetime) -> ProposedRecord:
    """It is wrong or not wanted. Its words are kept for a while, so that one can think again."""
    record = locked(record)
    require(by, "ingest.reject", record)
    refuse_if(policies.decide(record, "reject"))
    return decide(record, "reject", by=by, now=now)


@transaction.atomic
def undo(record: ProposedRecord, *, by: Actor, now: datetime) -> ProposedRecord:
    """Take back what was decided, and with it what that wrote in the rooms; the record waits again, with its corrections.

    What another accepted record tells as well stays: that one is taken in anew, with its own sentence (`actions.anew`).
    """
    anew.lock(record)
    record = locked(record)
    require(by, "ingest.undo", record)
    refuse_if(policies.decide(record, "undo"))
    if not RecordState(record.state).is_taken:
        return decide(record, "undo", by=by, now=now)
    if record.kind == RecordKind.ACTIVITY and record.state == RecordState.MERGED:
        refuse_if(policies.nothing_hangs(merged_and_carried(record)))
    gone = rooms.take_back(taking_of(record, shaped(record, record.corrected), None, by=by, now=now))
    record = decide(record, "undo", by=by, now=now)
    anew.stand(gone, by=by, now=now)
    return record


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
