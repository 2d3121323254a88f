"""Taking one text in: read it, propose, keep both, in one transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import IntegrityError, transaction

from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.ingest import policies, queries, taken
from gandan.ingest.document import Document
from gandan.ingest.models import BatchFile, ProposedRecord, Source
from gandan.ingest.permissions import TAKES
from gandan.ingest.queries import Reading, known_source
from gandan.ingest.reading import LARGEST_FILE, Unreadable
from gandan.units.models import Office, Unit


@dataclass(frozen=True)
class TakenIn:
    """The text as it is kept; `known` says that this place had taken the same words in before, and nothing was written now."""

    source: Source
    known: bool


@transaction.atomic
def take_in_text(
    *,
    text: str,
    unit: Unit,
    by: Actor,
    now: datetime,
    office: Office | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
    published: date | None = None,
    is_public: bool = False,
) -> TakenIn:
    """Take in what somebody pasted; the source of a web page is read as that page. Title and date that nobody gives are the text's own."""
    source = _source(unit, office, by, now, title=title, publisher=publisher, url=url, published=published, is_public=is_public)
    require(by, "ingest.take_in", source)
    refuse_if(policies.describe(url=url))
    try:
        reading = queries.propose_pasted(text)
    except Unreadable as unreadable:
        raise Refusal(unreadable.sentence, status=422) from unreadable
    return keep(source, reading, by=by, now=now)


@transaction.atomic
def take_in_file(
    *,
    upload: "File[Any]",
    unit: Unit,
    by: Actor,
    now: datetime,
    office: Office | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
    published: date | None = None,
    is_public: bool = False,
) -> TakenIn:
    """Take in a .txt, .html, .docx or .pdf. The text is kept, not the file: a batch keeps files."""
    source = _source(unit, office, by, now, title=title, publisher=publisher, url=url, published=published, is_public=is_public)
    require(by, "ingest.take_in", source)
    refuse_if(policies.describe(url=url))
    try:
        reading = queries.propose_from(upload.read(LARGEST_FILE + 1), name=upload.name or "")
    except Unreadable as unreadable:
        raise Refusal(unreadable.sentence, status=422) from unreadable
    return keep(source, reading, by=by, now=now)


@transaction.atomic
def describe(
    source: Source, *, title: str, publisher: str, url: str, published: date | None, is_public: bool, by: Actor, now: datetime
) -> Source:
    """Correct what is known about a text. Whether it was published changes only while nothing of it was accepted."""
    source = Source.objects.select_for_update().get(pk=source.pk)
    require(by, "ingest.describe", source)
    refuse_if(policies.describe(url=url))
    refuse_if(policies.publish(source, is_public=is_public))
    source.title, source.publisher, source.url = title.strip()[:300], publisher.strip()[:160], url.strip()
    source.published, source.is_public = published, is_public
    source.save(update_fields=["title", "publisher", "url", "published", "is_public"])
    facts = {"published": published, "is_public": is_public}
    events.record(
        "ingest.source_described", source, by=by, at=now, unit=source.unit_id, facts=facts, binds=[source], office=source.office_id
    )
    return source


def keep(source: Source, reading: Reading, *, by: Actor, now: datetime, batch_file: BatchFile | None = None) -> TakenIn:
    """Store text and records with one event; a part of the deeds above and of reading a batch. Two at once end as one."""
    doc = Document.of(reading.text)
    source.text, source.digest = doc.text, taken.digest(doc)
    source.title = source.title or reading.proposal.title[:300]
    source.published = source.published or reading.proposal.published
    source.from_page, source.converted_from = reading.from_page, reading.converted_from
    earlier = known_source(source.digest, unit=source.unit_id, office=source.office_id)
    if earlier is not None:
        return TakenIn(earlier, known=True)
    try:
        with transaction.atomic():
            source.save(force_insert=True)
    except IntegrityError:
        earlier = known_source(source.digest, unit=source.unit_id, office=source.office_id)
        if earlier is None:
            raise
        return TakenIn(earlier, known=True)
    records = [
        ProposedRecord(source=source, kind=p.kind, position=p.position, payload=p.payload, quote=p.quote, start=p.start)
        for p in taken.records(doc, reading.proposal)
    ]
    for record in records:
        record.save(force_insert=True)
    facts = {"records": len(records), "is_public": source.is_public, "batch_file_id": batch_file.pk if batch_file else None}
    events.record(
        "ingest.source_taken_in",
        source,
        by=by,
        at=now,
        unit=source.unit_id,
        now="taken_in",
        facts=facts,
        binds=[source, *records],
        office=source.office_id,
    )
    return TakenIn(source, known=False)


def own_office(by: Actor, unit: Unit) -> UUID | None:
    """The office from which somebody acts in a unit, when there is exactly one."""
    offices = {h.office for h in by.holdings if h.unit == unit.pk and h.office is not None and h.role in TAKES}
    return offices.pop() if len(offices) == 1 else None


def _source(unit: Unit, office: Office | None, by: Actor, now: datetime, **said: Any) -> Source:
    words = {name: said[name].strip() for name in ("title", "publisher", "url")}
    return Source(
        unit=unit,
        office_id=office.pk if office else own_office(by, unit),
        taken_by=by.key,
        taken_at=now,
        title=words["title"][:300],
        publisher=words["publisher"][:160],
        url=words["url"],
        published=said["published"],
        is_public=said["is_public"],
    )
