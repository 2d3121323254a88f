"""Places."""

from gandan.ingest.document import Document
from gandan.ingest.proposal import Place


def find(doc: Document) -> list[Place]:
    """Places."""
    return []
