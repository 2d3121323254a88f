"""To come."""

from gandan.ingest.document import Document
from gandan.ingest.proposal import Figure


def find(doc: Document) -> list[Figure]:
    """To come."""
    return []
