"""What of a text is kept when it is taken in: the digest of the words that are read, and its records with the sentence of each."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gandan.core.text import tone_key
from gandan.ingest.document import Document
from gandan.ingest.enums import RecordKind
from gandan.ingest.lines import READ
from gandan.ingest.proposal import Proposal, Record


@dataclass(frozen=True)
class Proposed:
    """One record of a proposal as it is kept; `start` is where its quote begins in the text, None where it cannot be told."""

    kind: RecordKind
    position: int
    payload: dict[str, Any]
    quote: str
    start: int | None


def digest(doc: Document) -> str:
    """SHA-256 of the words that are read, in one spelling: the page around an article and line breaks make no difference."""
    words = " ".join(tone_key(line.text) for line in doc.lines if line.kind in READ)
    return hashlib.sha256(words.encode()).hexdigest()


def records(doc: Document, proposal: Proposal) -> Iterator[Proposed]:
    """The records of a text, each with its sentence and the place where that begins."""
    for kind in RecordKind:
        for position, record in enumerate(getattr(proposal, kind.listed), start=1):
            quote, start = _quoted(doc, record)
            yield Proposed(kind, position, record.model_dump(mode="json"), quote, start)


def _quoted(doc: Document, record: Record) -> tuple[str, int | None]:
    """A place carries only its mention: the first sentence that has it is its quote."""
    quote: str = getattr(record, "quote", "")
    if quote:
        start = doc.text.find(quote)
        return quote, start if start >= 0 else None
    mention = getattr(record, "mention", "")
    squeezed = " ".join(mention.split())
    told = next((s for s in doc.sentences if squeezed in " ".join(s.text.split())), None)
    return (told.text, told.start) if told else (mention, None)
