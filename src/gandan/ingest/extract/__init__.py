"""From a text to proposed records: one module a noun, each `find(doc)` reads the same document."""

from gandan.ingest.document import Document
from gandan.ingest.extract import activities, awards, dates, documents, figures, models, people, requests, units
from gandan.ingest.proposal import Proposal


def propose(text: str) -> Proposal:
    """Read one text; pure function, no database, no clock."""
    doc = Document.of(text)
    persons = people.find(doc)
    places = units.find(doc)
    return Proposal(
        title=doc.title,
        published=doc.published,
        happened=dates.find(doc),
        people=persons,
        documents=documents.find(doc),
        figures=figures.find(doc),
        awards=awards.find(doc),
        models=models.find(doc),
        requests=requests.find(doc, persons),
        units=places,
        activities=activities.find(doc, places),
    )
