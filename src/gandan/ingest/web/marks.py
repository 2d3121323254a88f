"""The text with the place of every record marked in it. Marks nest and never cross a line, so the page needs no script."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from gandan.core.text import numbers, tone_key
from gandan.ingest.document import Document
from gandan.ingest.lines import Line
from gandan.ingest.web.records import Card


@dataclass(frozen=True)
class Span:
    """Where a record stands in the text."""

    start: int
    end: int
    card: Card


@dataclass(frozen=True)
class Token:
    """A piece of a line: plain text, or the beginning or end of a mark. `first` is false where the record was opened before."""

    text: str = ""
    opens: Card | None = None
    closes: Card | None = None


@dataclass(frozen=True)
class Paragraph:
    """One line of the text; `kind` tells title, body and what was left out as page furniture."""

    kind: str
    tokens: tuple[Token, ...]


def marked(text: str, cards: Sequence[Card]) -> list[Paragraph]:
    """Every line with its marks. A record whose quote cannot be found is not marked rather than marked wrongly."""
    lines = Document.of(text).lines
    spans = sorted(_spans(text, cards), key=lambda s: (s.start, -s.end))
    return [Paragraph(line.kind.value, tuple(_tokens(text, line, spans))) for line in lines]


def _spans(text: str, cards: Iterable[Card]) -> Iterable[Span]:
    taken: set[tuple[str, int]] = set()
    for card in cards:
        start = text.find(card.quote) if card.quote else -1
        if start < 0:
            continue
        begin, end = narrow(card, taken)
        taken.add((card.quote, begin))
        yield Span(start + begin, start + end, card)


def narrow(card: Card, taken: Set[tuple[str, int]] = frozenset()) -> tuple[int, int]:
    """The piece of the quote that the record is about: the number, the name; the whole quote where there is none."""
    if card.value is not None:
        found = [q for q in numbers.find(card.quote) if abs(float(q.value) - card.value) < 1e-6]
        best = next((q for q in found if (card.quote, q.start) not in taken), None) or next(iter(found), None)
        return (best.start, best.end) if best else (0, len(card.quote))
    place = tone_key_find(card.quote, card.anchor) if card.anchor else -1
    return (place, place + len(card.anchor)) if place >= 0 else (0, len(card.quote))


def tone_key_find(text: str, piece: str) -> int:
    """Where `piece` begins in `text`, letters compared without case and tone placement; -1 if nowhere."""
    exact = text.find(piece)
    return exact if exact >= 0 or len(tone_key(text)) != len(text) else tone_key(text).find(tone_key(piece))


def _tokens(text: str, line: Line, spans: Sequence[Span]) -> Iterable[Token]:
    here = [replace(s, end=min(s.end, line.end)) for s in spans if line.start <= s.start < line.end]
    position, open_marks = line.start, list[Span]()
    for span in here:
        while open_marks and open_marks[-1].end <= span.start:
            done = open_marks.pop()
            yield from _piece(text, position, done.end)
            position = max(position, done.end)
            yield Token(closes=done.card)
        yield from _piece(text, position, span.start)
        position = max(position, span.start)
        open_marks.append(replace(span, end=min(span.end, open_marks[-1].end)) if open_marks else span)
        yield Token(opens=span.card)
    while open_marks:
        done = open_marks.pop()
        yield from _piece(text, position, done.end)
        position = max(position, done.end)
        yield Token(closes=done.card)
    yield from _piece(text, position, line.end)


def _piece(text: str, start: int, end: int) -> Iterable[Token]:
    if end > start:
        yield Token(text=text[start:end])
