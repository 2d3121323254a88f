"""One text as the extractors see it: cleaned characters, lines with their kind, sentences, title, date of publication."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from gandan.core.text import nfc
from gandan.ingest import chrome, lines, published, sentences
from gandan.ingest.lines import READ, Line, LineKind
from gandan.ingest.sentences import Sentence


@dataclass(frozen=True)
class Document:
    """A text to be read. `text` is cleaned (NFC, Ð to Đ, no-break space to space); every offset points into it."""

    text: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, raw: str) -> "Document":
        """Clean a text and mark what each of its lines is for."""
        text = nfc(raw.replace("\r\n", "\n").replace("\r", "\n"))
        cut = lines.split(text)
        kinds = chrome.mark(cut)
        return cls(text, tuple(replace(line, kind=kind) for line, kind in zip(cut, kinds, strict=True)))

    @cached_property
    def title(self) -> str:
        """The heading of the article, or an empty string."""
        return next((line.text for line in self.lines if line.kind is LineKind.TITLE), "")

    @cached_property
    def published(self) -> date | None:
        """The date the page shows as its own, where it can be told from other dates."""
        return published.find(self.lines)

    @cached_property
    def has_unsure_date(self) -> bool:
        """Whether a day stands above the title that was not taken for the date of publication."""
        return self.published is None and published.has_clock(self.lines)

    @cached_property
    def as_of(self) -> date | None:
        """The date by which places are read: publication, else the latest full date the text tells, else unknown."""
        return self.published or published.latest(self.lines)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of title, body and captions, in order."""
        return tuple(sentence for line in self.lines if line.kind in READ for sentence in sentences.split(line))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset of the text."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self.sentences[index].end < offset:
            return None
        return self.sentences[index]

    def quote(self, start: int, end: int) -> str:
        """The verbatim piece from start to end, cut off where its sentence ends."""
        sentence = self.sentence_at(start)
        if sentence is not None:
            end = min(end, sentence.end)
        return self.text[start:end].strip()
