"""To come."""

from gandan.ingest.document import Document
from gandan.ingest.proposal import GoodModel


def find(doc: Document) -> list[GoodModel]:
    """To come."""
    return []
