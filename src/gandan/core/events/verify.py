"""Checking the record: every event against its hash, every closed stretch against its checkpoint, every bound content against its event."""

from collections.abc import Callable, Iterator
from itertools import groupby

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from gandan.core.events.canonical import VERSION
from gandan.core.events.models import BoundContent, Checkpoint, Event
from gandan.core.events.models.checkpoint import GENESIS
from gandan.core.events.report import Fault, Problem, Report

LATEST_BINDINGS = """
    SELECT DISTINCT ON (b->>0, b->>1) b->>0, b->>1, b->>2, e.seq, e.id::text, e.verb
    FROM core_event e, jsonb_array_elements(e.bindings) b ORDER BY b->>0, b->>1, e.seq DESC
"""
BATCH = 500
Check = Callable[[], Iterator[Problem]]
_checks: list[Check] = []


def also(check: Check) -> None:
    """Another part of core has things of its own to check; handed over in `apps.ready`."""
    if check not in _checks:
        _checks.append(check)


@transaction.atomic
def verify() -> Report:
    """Read the whole record in one snapshot and say what is wrong with it. Changes nothing."""
    with connection.cursor() as cursor:
        if not connection.savepoint_ids:  # inside another transaction (a test's) the snapshot is the caller's
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    report = Report()
    for part in (_closed(report), _open(report), _contents(report), *(check() for check in _checks)):
        report.problems.extend(part)
    return report


def _closed(report: Report) -> Iterator[Problem]:
    """Checkpoints in order: chain, then each leaf against its event."""
    previous, after, number = GENESIS, 0, 0
    for point in Checkpoint.objects.order_by("number").iterator(chunk_size=8):
        number += 1
        entries = list(point.entries())
        fits = (bytes(point.previous), point.after, point.number, len(entries)) == (previous, after, number, point.count)
        if not fits or point.computed_digest() != bytes(point.digest):
            yield Problem(seq=point.after + 1, fault=Fault.CHECKPOINT, row=f"core.checkpoint {point.number}")
        there = {event.id: event for event in Event.objects.filter(seq__gt=point.after, seq__lte=point.upto)}
        for seq, key, digest in entries:
            event = there.pop(key, None)
            if event is None:
                moved = Event.objects.filter(id=key).exists()
                yield Problem(seq=seq, fault=Fault.RENUMBERED if moved else Fault.REMOVED, event=str(key))
                continue
            yield from _intact(event, report)
            if event.seq != seq:
                yield _problem(event, Fault.RENUMBERED, seq=seq)
            if bytes(event.digest) != digest:
                yield _problem(event, Fault.REPLACED)
        for event in there.values():
            yield _problem(event, Fault.INSERTED)
        previous, after, number = bytes(point.digest), point.upto, point.number
        report.checkpoints, report.closed_upto, report.head = number, after, previous.hex()


def _open(report: Report) -> Iterator[Problem]:
    """Events after the last checkpoint (and any below the first): each against its own hash. A gap here may be a rolled back deed."""
    for event in Event.objects.filter(seq__lte=0):
        yield _problem(event, Fault.INSERTED)
    expected = report.closed_upto + 1
    for event in Event.objects.filter(seq__gt=report.closed_upto).order_by("seq").iterator(chunk_size=2000):
        report.gaps += event.seq - expected
        expected = event.seq + 1
        yield from _intact(event, report)


def _intact(event: Event, report: Report) -> Iterator[Problem]:
    report.events += 1
    report.last = max(report.last, event.seq)
    if event.version != VERSION or event.computed_digest() != bytes(event.digest):
        yield _problem(event, Fault.CHANGED)


def _contents(report: Report) -> Iterator[Problem]:
    """The newest binding of each row with content: the row is there, and is what the event says it is."""
    with connection.cursor() as cursor:
        cursor.execute(LATEST_BINDINGS)
        bindings = cursor.fetchall()
    for label, rows in groupby(bindings, key=lambda row: str(row[0])):
        yield from _contents_of(label, list(rows), report)


def _contents_of(label: str, bindings: list[tuple[str, str, str | None, int, str, str]], report: Report) -> Iterator[Problem]:
    for batch in (bindings[i : i + BATCH] for i in range(0, len(bindings), BATCH)):
        there = _rows(label, [key for _, key, *_ in batch])
        for _, key, mac, seq, event, verb in batch:
            report.bound += 1
            row = there.get(key)
            report.erased += row is not None and row.is_erased
            fault = _content_fault(row, mac)
            if fault is not None:
                yield Problem(seq=seq, fault=fault, event=event, verb=verb, row=f"{label} {key}")


def _rows(label: str, keys: list[str]) -> dict[str, BoundContent]:
    """The rows by key; what a forged event names (no such kind, no such key) is simply not there."""
    try:
        pk = apps.get_model(label)._meta.pk
        kept = [pk.to_python(key) for key in keys]
    except (LookupError, ValueError, ValidationError):
        return {} if len(keys) < 2 else {key: row for key in keys for row in _rows(label, [key]).values()}
    found = apps.get_model(label)._base_manager.filter(pk__in=kept)
    return {str(row.pk): row for row in found if isinstance(row, BoundContent)}


def _content_fault(row: BoundContent | None, mac: str | None) -> Fault | None:
    if row is None:
        return Fault.CONTENT_REMOVED
    if row.is_erased:
        return Fault.ERASED_WITHOUT_DEED if mac is not None else None
    computed = row.computed_mac()
    return None if computed is not None and computed.hex() == mac else Fault.CONTENT_CHANGED


def _problem(event: Event, fault: Fault, *, seq: int | None = None) -> Problem:
    return Problem(seq=event.seq if seq is None else seq, fault=fault, event=str(event.id), verb=event.verb)
