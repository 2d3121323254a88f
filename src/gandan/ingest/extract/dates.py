"""Dates of the events told."""

from datetime import date

from gandan.ingest.document import Document


def find(doc: Document) -> list[date]:
    """To come."""
    return []
