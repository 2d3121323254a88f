"""Texts and proposed records as REST shows them."""

from gandan.ingest import queries
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.web.sources_schemas import RecordOut, SourceOut, SourceRef


def record_out(row: ProposedRecord) -> RecordOut:
    """What was read, what was decided of it, and what came of that."""
    return RecordOut(
        id=row.pk,
        kind=RecordKind(row.kind),
        position=row.position,
        state=RecordState(row.state),
        payload=row.payload,
        corrected=row.corrected,
        quote=row.quote,
        thing_type=row.thing_type,
        thing_id=row.thing_id,
        activity=row.activity_id,
    )


def source_ref(row: Source, tally: queries.Tally) -> SourceRef:
    """One line of a list."""
    counts = {"waiting": tally.waiting, "taken": tally.taken, "rejected": tally.rejected}
    return SourceRef(id=row.pk, title=row.title, published=row.published, taken_at=row.taken_at, is_public=row.is_public, **counts)


def source_whole(row: Source, *, known: bool = False) -> SourceOut:
    """A text with everything it proposes."""
    said = {name: getattr(row, name) for name in ("title", "publisher", "url", "published", "is_public", "taken_at")}
    return SourceOut(id=row.pk, known=known, records=[record_out(r) for r in queries.records_of(row)], **said)
