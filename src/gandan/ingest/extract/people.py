"""Persons with their positions."""

from gandan.ingest.document import Document
from gandan.ingest.proposal import Person


def find(doc: Document) -> list[Person]:
    """Persons with their positions."""
    return []
