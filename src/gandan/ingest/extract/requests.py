"""Who asks whom for what."""

from collections.abc import Sequence

from gandan.ingest.document import Document
from gandan.ingest.proposal import Person, Request


def find(doc: Document, people: Sequence[Person]) -> list[Request]:
    """Requests in the text; `people` helps to tell who "đồng chí" is."""
    return []
