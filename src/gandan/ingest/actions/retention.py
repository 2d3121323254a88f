"""What was read and is not needed is erased after the time that a rule says; what was accepted keeps its text as its proof."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from gandan.core import events, legal
from gandan.core.access import Actor, require
from gandan.core.files import actions as files
from gandan.core.files import queries as kept_files
from gandan.ingest.enums import TAKEN, FileState, RecordState
from gandan.ingest.models import BatchFile, ProposedRecord, Source

REJECTED, UNUSED = "ingest.keep_rejected", "ingest.keep_unused"
ONCE = 500
"""Rows in one night's transaction at most: the rest goes the night after."""


@transaction.atomic
def forget(*, by: Actor, now: datetime) -> int:
    """Words of records rejected long ago, texts of which nothing was accepted, files that could not be read. How many rows were erased."""
    require(by, "ingest.forget")
    today = timezone.localdate(now)
    rejected = now - timedelta(days=legal.rule(REJECTED, on=today).days)
    unused = now - timedelta(days=legal.rule(UNUSED, on=today).days)
    return _sources(unused, by=by, now=now) + _records(rejected, by=by, now=now) + _failed(unused, by=by, now=now)


def _sources(before: datetime, *, by: Actor, now: datetime) -> int:
    taken = ProposedRecord.objects.filter(source=OuterRef("pk"), state__in=TAKEN)
    lately = ProposedRecord.objects.filter(source=OuterRef("pk"), decided_at__gt=before)
    rows = Source.objects.select_for_update().filter(~Exists(taken), ~Exists(lately), taken_at__lte=before, erased_at=None)
    found = list(rows.order_by("taken_at")[:ONCE])
    for source in found:
        records = [_emptied(record, now) for record in source.records.filter(erased_at=None)]
        for file in source.files.all():
            _erase_bytes(file, by=by, now=now)
        source.erase_content()
        source.erased_at = now
        source.save()
        facts = {"records": len(records)}
        events.record(
            "ingest.source_forgotten", source, by=by, at=now, unit=source.unit_id, now="erased", facts=facts, binds=[source, *records]
        )
    return len(found)


def _records(before: datetime, *, by: Actor, now: datetime) -> int:
    rows = ProposedRecord.objects.select_for_update(of=("self",)).select_related("source")
    found = list(rows.filter(state=RecordState.REJECTED, decided_at__lte=before, erased_at=None).order_by("decided_at")[:ONCE])
    for record in found:
        _emptied(record, now)
        events.record("ingest.record_forgotten", record, by=by, at=now, unit=record.source.unit_id, now="erased", binds=[record])
    return len(found)


def _failed(before: datetime, *, by: Actor, now: datetime) -> int:
    """The bytes of files that could not be read, or gave a text that was there already."""
    rows = BatchFile.objects.select_for_update(of=("self",)).select_related("batch")
    idle = rows.filter(state__in=(FileState.FAILED, FileState.SAME), is_kept=True, batch__made_at__lte=before)
    found = list(idle.order_by("pk")[:ONCE])
    for file in found:
        _erase_bytes(file, by=by, now=now)
    return len(found)


def _emptied(record: ProposedRecord, now: datetime) -> ProposedRecord:
    record.erase_content()
    record.erased_at = now
    record.save()
    return record


def _erase_bytes(file: BatchFile, *, by: Actor, now: datetime) -> None:
    """The file's own event tells of it (`core.file_erased`); its name goes with it."""
    for stored in kept_files.of(file):
        files.erase(stored, by=by, now=now)
    file.erase_content()
    file.is_kept = False
    file.save()
