"""What two texts tell stays while one of them is accepted: undone in the one, it is taken in anew from the other, with that one's sentence.

Nobody is asked whether they may decide on the other text: nothing is decided there, its accepted record keeps what it stood for. What a
room refuses to write (of a unit for which the person does not work, say) waits again for the desk of its text.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Model, Q

from gandan.activities.models import Activity, ActivityDocument, ActivityFigure
from gandan.awards.models import Conferral
from gandan.core.access import Actor, Refusal
from gandan.indicators.models import Statement
from gandan.ingest.actions.held import decide, note, shaped, taking_of, tell
from gandan.ingest.actions.into import award, document, rooms
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.ingest.enums import TAKEN, RecordKind, RecordState
from gandan.ingest.models import ProposedRecord, Source

Key = tuple[str, str]
ORDER = {kind: place for place, kind in enumerate(RecordKind)}
"""A figure comes before the award that counts by it."""


def lock(record: ProposedRecord) -> None:
    """Its text and those of all records that stand on what it made, in one order: so two who undo at once wait for each other.

    They are looked for without a lock. Where a text was added meanwhile, all are given back and asked for again: taken out of order, two
    could wait for each other for ever.
    """
    texts = _texts(record)
    while True:
        begun = transaction.savepoint()
        list(Source.objects.select_for_update(of=("self",)).filter(pk__in=texts).order_by("pk"))
        found = _texts(record)
        if found <= texts:
            transaction.savepoint_commit(begun)
            return
        transaction.savepoint_rollback(begun)
        texts = found


def stand(gone: Sequence[Model], *, by: Actor, now: datetime) -> None:
    """Take in anew whatever stood on things that are gone: first all of it is taken back, then each is written once."""
    lost: set[Key] = set()
    shaken: dict[UUID, Taking] = {}
    tied: dict[UUID, Taking] = {}
    while gone:
        lost |= {(thing._meta.label_lower, str(thing.pk)) for thing in gone}
        tied |= {row.pk: _taking(row, by=by, now=now) for row in _tied_by(gone)}
        fresh = [_taking(row, by=by, now=now) for row in _standing_on(gone) if row.pk not in shaken]
        shaken |= {taking.record.pk: taking for taking in fresh}
        gone = [thing for taking in fresh for thing in rooms.take_back(taking)]
    anew: dict[Key, Model] = {}
    for taking in sorted(shaken.values(), key=lambda t: (ORDER[RecordKind(t.record.kind)], t.record.decided_at, t.record.pk)):
        _again(taking, anew)
    for taking in (t for pk, t in tied.items() if pk not in shaken and _stood(t) not in lost):
        outcome = rooms.merge(taking, rooms.thing(*_stood(taking)))
        _told(taking, outcome, taking.record.state)


def _again(taking: Taking, anew: dict[Key, Model]) -> None:
    """Into what an earlier one wrote anew that stood on the same thing, else written anew."""
    record, stood = taking.record, _stood(taking)
    try:
        with transaction.atomic():
            outcome = rooms.merge(taking, anew[stood]) if stood in anew else rooms.TAKE[RecordKind(record.kind)](taking)
    except Refusal:
        decide(record, "undo", by=taking.by, now=taking.now)
        return
    if outcome.thing is not None:
        anew.setdefault(stood, outcome.thing)
    _told(taking, outcome, RecordState.MERGED if outcome.merged else RecordState.ACCEPTED)


def _told(taking: Taking, outcome: Outcome, state: str) -> None:
    was, taking.record.state = taking.record.state, state
    note(taking.record, taking, outcome)
    tell(taking.record, "taken_anew", was=was, by=taking.by, now=taking.now)


def _texts(record: ProposedRecord) -> set[UUID]:
    """Of the record, of what stands on the things it made, of what stands on what those made, and so on."""
    known: dict[UUID, ProposedRecord] = {record.pk: record}
    fresh = [record]
    while fresh:
        made = [thing for row in fresh for _row, thing in rooms.made_by(row)]
        made += [figure for thing in made if isinstance(thing, Conferral) for figure in award.figures_of(thing)]
        fresh = [row for row in (*_standing_on(made), *_tied_by(made)) if row.pk not in known]
        known |= {row.pk: row for row in fresh}
    return {row.source_id for row in known.values()}


def _standing_on(gone: Sequence[Model]) -> list[ProposedRecord]:
    """Accepted records of the things, and of awards that count by a figure among them."""
    figures = [thing for thing in gone if isinstance(thing, Statement)]
    asked = Q(pk__in=())
    for thing in (*gone, *award.counting_by(figures)):
        asked |= Q(thing_type=thing._meta.label_lower, thing_id=str(thing.pk))
    return _rows(asked)


def _tied_by(gone: Sequence[Model]) -> list[ProposedRecord]:
    """Accepted records whose figure or document was tied to their activity by what is gone: both stand, the tie is missing."""
    asked = Q(pk__in=())
    for thing in gone:
        if isinstance(thing, ActivityFigure):
            asked |= Q(thing_type="indicators.statement", thing_id=str(thing.statement_id), activity_id=thing.activity_id)
        elif isinstance(thing, ActivityDocument):
            asked |= Q(thing_type=document.LABEL, thing_id=str(thing.document_id), activity_id=thing.activity_id)
    return _rows(asked)


def _rows(asked: Q) -> list[ProposedRecord]:
    return list(ProposedRecord.objects.filter(asked, state__in=TAKEN).select_related("source__unit").order_by("pk"))


def _taking(record: ProposedRecord, *, by: Actor, now: datetime) -> Taking:
    at = Activity.objects.filter(pk=record.activity_id).first() if record.activity_id else None
    return taking_of(record, shaped(record, record.corrected), at, by=by, now=now)


def _stood(taking: Taking) -> Key:
    return taking.record.thing_type, taking.record.thing_id
