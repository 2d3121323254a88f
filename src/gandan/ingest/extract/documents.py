"""To come."""

from gandan.ingest.document import Document
from gandan.ingest.proposal import CitedDocument


def find(doc: Document) -> list[CitedDocument]:
    """To come."""
    return []
