"""A stored record in the shape in which it was proposed, and as a reader sees it."""

from gandan.ingest import decided
from gandan.ingest.enums import RecordKind
from gandan.ingest.models import ProposedRecord
from gandan.ingest.proposal import Record
from gandan.ingest.web.records import Card, card


def record_of(row: ProposedRecord) -> Record:
    """A stored record in the shape in which it was proposed, with a person's corrections."""
    return decided.read(row.kind, row.payload, row.corrected)


def card_of(row: ProposedRecord) -> Card:
    """A stored record as a reader sees it."""
    return card(RecordKind(row.kind).listed, row.position, record_of(row))
