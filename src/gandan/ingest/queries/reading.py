"""READ: one text to what it proposes. No database and no clock, so that the command line, the page and the REST say the same."""

from dataclasses import dataclass
from pathlib import Path

from gandan.core.text import nfc
from gandan.ingest import reading
from gandan.ingest.extract import propose
from gandan.ingest.proposal import Proposal
from gandan.ingest.reading import ReadText
from gandan.ingest.reading.kinds import Kind


@dataclass(frozen=True)
class Reading:
    """A text as it was read and what it proposes; every quote is a piece of `text`."""

    text: str
    proposal: Proposal
    converted_from: str = ""
    from_page: bool = False


def propose_from(raw: bytes, *, name: str = "") -> Reading:
    """Read a file's bytes. Raises `reading.Unreadable` with a sentence for people."""
    return _of(reading.read(raw, name=name))


def propose_file(path: Path) -> Reading:
    """Read a file on disk, its size looked at first."""
    return _of(reading.read_file(path))


def propose_text(text: str) -> Reading:
    """Read what somebody pasted or sent as JSON: taken as plain text, whatever it looks like."""
    from gandan.ingest.reading.legacy import restore
    from gandan.ingest.reading.limits import check_length, check_rough_length

    check_rough_length(text)
    restored, converted_from = restore(nfc(text.replace("\r\n", "\n").replace("\r", "\n")))
    return _of(ReadText(check_length(nfc(restored)), converted_from=converted_from))


def propose_pasted(text: str) -> Reading:
    """Read what a person pasted: the source of a web page is read as that page, and the answer says so."""
    from gandan.ingest.reading.kinds import is_page
    from gandan.ingest.reading.limits import check_length
    from gandan.ingest.reading.page import article

    if not is_page(text):
        return propose_text(text)
    return _of(ReadText(check_length(nfc(article(text))), Kind.HTML))


def propose_read(text: str) -> Reading:
    """Read again what a reading gave, without looking for pages or old alphabets in it: the same text proposes the same."""
    from gandan.ingest.reading.limits import check_length, check_rough_length

    check_rough_length(text)
    return _of(ReadText(check_length(nfc(text.replace("\r\n", "\n").replace("\r", "\n")))))


def _of(source: ReadText) -> Reading:
    return Reading(source.text, propose(source.text), source.converted_from, from_page=source.kind is Kind.HTML)
