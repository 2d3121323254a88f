"""To come."""

from gandan.ingest.document import Document
from gandan.ingest.proposal import Award


def find(doc: Document) -> list[Award]:
    """To come."""
    return []
