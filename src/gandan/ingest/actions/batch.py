"""Many files at once: stored, then read one by one by the worker. Each file is read once, whatever dies meanwhile."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import IO, Any, cast

import structlog
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.core.files import actions as files
from gandan.core.files import queries as kept_files
from gandan.core.files import vault
from gandan.ingest import policies, queries, reading
from gandan.ingest.actions.source import keep, own_office
from gandan.ingest.enums import FileState
from gandan.ingest.models import Batch, BatchFile, Source
from gandan.ingest.queries import Reading
from gandan.ingest.reading import LARGEST_FILE, Unreadable
from gandan.ingest.reading.archive import LARGEST_ARCHIVE, Packed, unpack
from gandan.ingest.reading.kinds import Kind, kind_of
from gandan.ingest.reading.limits import too_large
from gandan.units.models import Office, Unit

JOB = "ingest.read_batch_file"
LEFT_BEHIND = timedelta(minutes=10)
log = structlog.get_logger("gandan.ingest")


@transaction.atomic
def start_batch(
    *,
    uploads: "Iterable[File[Any]]",
    unit: Unit,
    by: Actor,
    now: datetime,
    office: Office | None = None,
    title: str = "",
    is_public: bool = False,
) -> Batch:
    """Store files (a ZIP is taken apart) and defer one job for each. What can be seen not to be readable is said at once, and not kept."""
    office_id = office.pk if office else own_office(by, unit)
    batch = Batch(unit=unit, office_id=office_id, title=title.strip()[:200], is_public=is_public, made_by=by.key, made_at=now)
    require(by, "ingest.start_batch", batch)
    batch.save(force_insert=True)
    rows = []
    for position, packed in enumerate(_packed(uploads), start=1):
        refuse_if(policies.batch_size(position))
        rows.append(_file(batch, position, packed, by=by, now=now))
    refuse_if(policies.batch_size(len(rows)))
    facts = {"files": len(rows), "failed": sum(row.state == FileState.FAILED for row in rows), "is_public": is_public}
    events.record(
        "ingest.batch_started", batch, by=by, at=now, unit=unit.pk, now="started", facts=facts, binds=[batch, *rows], office=office_id
    )
    for row in rows:
        if row.state == FileState.WAITING:
            _defer(row)
    return batch


@transaction.atomic
def read_batch_file(file: BatchFile, *, by: Actor, now: datetime) -> BatchFile:
    """Read one file. Its row is locked, and one that was read already is left alone: a job that is handed out twice changes nothing."""
    file = BatchFile.objects.select_for_update(of=("self",)).select_related("batch").get(pk=file.pk)
    require(by, "ingest.read_batch_file", file)
    if file.state != FileState.WAITING:
        return file
    batch = file.batch
    found = _read(file)
    if isinstance(found, str):
        file.state, file.sentence, file.read_at = FileState.FAILED, found, now
        return _set_aside(file, by=by, now=now)
    source = Source(unit_id=batch.unit_id, office_id=batch.office_id, taken_by=batch.made_by, taken_at=now, is_public=batch.is_public)
    taken = keep(source, found, by=by, now=now, batch_file=file)
    file.state, file.source, file.read_at = FileState.SAME if taken.known else FileState.READ, taken.source, now
    if taken.known:
        return _set_aside(file, by=by, now=now)
    file.save(update_fields=["state", "source", "read_at"])
    return file


@transaction.atomic
def retry_batch_file(file: BatchFile, *, by: Actor, now: datetime) -> BatchFile:
    """Have a file that failed read again: after a defect was mended, or the disk came back."""
    file = BatchFile.objects.select_for_update(of=("self",)).select_related("batch").get(pk=file.pk)
    require(by, "ingest.retry_batch_file", file)
    refuse_if(policies.retry(file))
    file.state, file.sentence, file.read_at = FileState.WAITING, "", None
    file.save(update_fields=["state", "sentence", "read_at"])
    events.record("ingest.batch_file_retried", file, by=by, at=now, unit=file.batch.unit_id, was="failed", now="waiting")
    _defer(file)
    return file


@transaction.atomic
def pick_up(*, by: Actor, now: datetime) -> int:
    """Defer the jobs of files that wait though no job is about them: one that failed for good because the database was away. How many.

    No event: nothing about the files changes.
    """
    require(by, "ingest.pick_up")
    waiting = BatchFile.objects.filter(state=FileState.WAITING, batch__made_at__lte=now - LEFT_BEHIND)
    jobs = ProcrastinateJob.objects.filter(task_name=JOB, status__in=("todo", "doing"))
    busy = {args["file_id"] for args in jobs.values_list("args", flat=True)}
    left = [file for file in waiting if str(file.pk) not in busy]
    for file in left:
        _defer(file)
    return len(left)


def _packed(uploads: "Iterable[File[Any]]") -> Iterator[Packed]:
    for upload in uploads:
        head = upload.read(LARGEST_FILE + 1) if (upload.size or 0) <= LARGEST_FILE else upload.read(4)
        upload.seek(0)
        if kind_of(head) is Kind.ARCHIVE or ((upload.size or 0) > LARGEST_FILE and head.startswith(b"PK")):
            try:
                yield from unpack(cast("IO[bytes]", upload.file), size=upload.size or LARGEST_ARCHIVE + 1)
            except Unreadable as unreadable:
                raise Refusal(unreadable.sentence, status=422) from unreadable
        else:
            yield Packed(upload.name or "", head if (upload.size or 0) <= LARGEST_FILE else b"", _too_large(upload))


def _too_large(upload: "File[Any]") -> str:
    size = upload.size or 0
    return too_large(size).sentence if size > LARGEST_FILE else ""


def _file(batch: Batch, position: int, packed: Packed, *, by: Actor, now: datetime) -> BatchFile:
    """The row of one file, with its bytes where it can be read."""
    sentence = packed.sentence or _why_not(packed.raw)
    digest = hashlib.sha256(packed.raw).hexdigest() if packed.raw else ""
    row = BatchFile(batch=batch, position=position, name=packed.name[-200:], digest=digest, size=len(packed.raw))
    if not sentence:
        row.save(force_insert=True)
        try:
            with transaction.atomic():
                files.store(ContentFile(packed.raw, name=packed.name), owner=row, prose=True, by=by, now=now)
                row.is_kept = True
        except Refusal as refusal:
            sentence = refusal.sentence
    if not sentence:
        row.save(update_fields=["is_kept"])
    else:
        row.state, row.sentence, row.read_at = FileState.FAILED, sentence, now
        row.save()
    return row


def _why_not(raw: bytes) -> str:
    try:
        reading.readable(raw)
    except Unreadable as unreadable:
        return unreadable.sentence
    return ""


def _read(file: BatchFile) -> Reading | str:
    """What the file proposes, or the sentence for a person. Whatever reading raises beside is a defect, told as one."""
    stored = kept_files.of(file).first()
    try:
        raw = vault.path(stored.key).read_bytes() if stored is not None else None
    except OSError:
        raw = None
    if raw is None:
        return _("Nội dung tệp không còn trên máy chủ. Xin gửi lại tệp này.")
    try:
        return queries.propose_from(raw, name=file.name)
    except Unreadable as unreadable:
        return unreadable.sentence
    except Exception:  # a defect met in one file must not stop the files after it
        log.exception("ingest.defect", batch_file=str(file.pk))
        return _("Máy gặp lỗi khi đọc tệp này. Xin gửi tệp cho người phát triển phần mềm, hoặc chép phần chữ rồi dán vào ô văn bản.")


def _set_aside(file: BatchFile, *, by: Actor, now: datetime) -> BatchFile:
    file.save(update_fields=["state", "sentence", "source", "read_at"])
    events.record(
        "ingest.batch_file_set_aside",
        file,
        by=by,
        at=now,
        unit=file.batch.unit_id,
        was="waiting",
        now=file.state,
        facts={"source_id": file.source_id},
        office=file.batch.office_id,
    )
    return file


def _defer(file: BatchFile) -> None:
    """One job at a time for a file."""
    try:
        with transaction.atomic():
            app.configure_task(JOB, queueing_lock=f"{JOB}.{file.pk}").defer(file_id=str(file.pk))
    except AlreadyEnqueued:
        pass
