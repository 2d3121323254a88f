"""What was done."""

from collections.abc import Sequence
from datetime import date

from gandan.ingest.document import Document
from gandan.ingest.proposal import Activity


def find(doc: Document, happened: Sequence[date]) -> list[Activity]:
    """To come."""
    return []
