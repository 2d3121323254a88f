"""An activity made of a text whose reading proposed none: what its heading says, its first day, the first sentence as its quote."""

from gandan.ingest.document import Document
from gandan.ingest.extract import dates
from gandan.ingest.extract.activities import kind_of
from gandan.ingest.lines import LineKind
from gandan.ingest.proposal import Activity, ActivityKind


def begun(text: str) -> Activity:
    """Pure: the same text begins the same activity."""
    doc = Document.of(text)
    body = next((s.text for s in doc.sentences if s.line.kind is LineKind.BODY), "")
    quote = body or next((s.text for s in doc.sentences), "") or doc.text.strip().split("\n")[0]
    days = dates.find(doc)
    kind = kind_of(doc.title) or kind_of(quote) or ActivityKind.OTHER
    return Activity(kind=kind, date=days[0] if days else None, place=None, quote=quote)
