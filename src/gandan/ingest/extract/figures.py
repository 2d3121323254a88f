"""Figures: every quantity of the work itself, converted, with its bound, its noun and its sentence."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gandan.core.text import dates, numbers
from gandan.core.text.numbers import Quantity
from gandan.ingest.document import Document
from gandan.ingest.extract import counted, tables
from gandan.ingest.lines import LineKind
from gandan.ingest.proposal import Bound, Figure, Measure
from gandan.ingest.sentences import Sentence

_QUOTED = re.compile(r"[“\"]([^”\"]{1,60})[”\"]")
_SLOGAN_WORDS = 7
_PHONE = re.compile(r"(?<!\d)(?:\+84|0)\d{2,3}(?:[ .-]?\d{3}){2,3}(?!\d)|(?<!\d)(?:1[89]00)[ .-]?\d{4}(?!\d)")
_CLOCK = re.compile(r"(?<![\d.,])\d{1,2}\s?(?:giờ|h|g|:)\s?\d{0,2}(?![\w])")
_DECIMAL_NAME = re.compile(r"(?<![\d.,])\d\.0(?!\d)")  # cách mạng công nghiệp 4.0
_RATE = re.compile(r"\s?/\s?(?:h|giờ|phút|s)\b")
_NOUN_AFTER = re.compile(r"\s*([^\s,;.:()\[\]!?…/][^,;.:()\[\]!?…]*)")
_STOP_WORDS = frozenset("đã được tại ở với để cho trong do và là đang nhằm theo từ vào hoặc, trên".split())
_NOUN_BEFORE = re.compile(r"([^,;.:()\[\]!?…]+?)\s*(?:(?:đạt|là|được|khoảng|hơn|trên|gần|dưới|với|trị giá|lên)\s+)*$")
_LONGEST_NOUN = 9
_FEW = 20
_PRECISE = 3
_LONGEST_QUOTE = 320


def find(doc: Document) -> list[Figure]:
    """Every quantity of the work, in order; a fact told again (title, caption, summary) is listed once."""
    found = [(sentence, quantity) for sentence in doc.sentences for quantity in _quantities(sentence)]
    told = [((sentence.start, quantity.start), _figure(sentence, quantity)) for sentence, quantity in _told_once(found)]
    told += [((sentence.start, quantity.start), _figure(sentence, quantity, noun)) for sentence, quantity, noun in tables.find(doc)]
    return [figure for _, figure in sorted(told, key=lambda item: item[0])]


def _quantities(sentence: Sentence) -> Iterator[Quantity]:
    text = sentence.text
    if not any(char.isdigit() for char in text):
        return
    taken = list(_taken(text))
    for quantity in _fractions_once(numbers.find(text)):
        if any(start < quantity.end and quantity.start < end for start, end in taken):
            continue
        if quantity.measure:
            if not _RATE.match(text, quantity.end):
                yield quantity
        elif counted.counts(text, quantity):
            yield quantity


def _taken(text: str) -> Iterator[tuple[int, int]]:
    """Stretches whose numbers are something else: dates, clock times, telephone numbers, short quotations (slogans and names)."""
    for found in dates.find(text):
        yield found.start, found.end
    for pattern in (_PHONE, _CLOCK, _DECIMAL_NAME):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _QUOTED.finditer(text):
        if len(match[1].split()) <= _SLOGAN_WORDS:
            yield match.span()


def _fractions_once(found: list[Quantity]) -> Iterator[Quantity]:
    """21/21 is one figure, 5/7 two; 19/5 is a day, not a share."""
    for index, quantity in enumerate(found):
        if quantity.role == "part" and quantity.value > found[index + 1].value:
            continue
        if quantity.role == "whole" and found[index - 1].value >= quantity.value:
            continue
        yield quantity


def _told_once(found: list[tuple[Sentence, Quantity]]) -> Iterator[tuple[Sentence, Quantity]]:
    """Leave out what title and captions repeat from the body, and precise values told again; round ones may be another thing's."""
    body = {(q.value, q.measure) for s, q in found if s.line.kind is LineKind.BODY}
    seen: dict[tuple[Decimal, str], dict[str | None, set[int]]] = {}  # under each noun (None: any) the sentences that told it
    for sentence, quantity in found:
        key = (quantity.value, quantity.measure)
        if sentence.line.kind is not LineKind.BODY and (key in body or key in seen):
            continue
        head = " ".join(sentence.text[quantity.end :].lower().split()[:1]).strip(",.;:")
        told = seen.setdefault(key, {})
        again = _elsewhere(told.get(head), sentence) and not quantity.measure and quantity.value >= _FEW
        if again or (_elsewhere(told.get(None), sentence) and _is_precise(quantity.value)):
            continue
        for noun in (None, head):
            told.setdefault(noun, set()).add(sentence.start)
        yield sentence, quantity


def _elsewhere(starts: set[int] | None, sentence: Sentence) -> bool:
    """Whether another sentence told it."""
    return starts is not None and starts != {sentence.start}


def _is_precise(value: Decimal) -> bool:
    """Three digits that carry meaning: 13,26 tỷ or 98,76% is hardly said of two things by chance; 3 m is."""
    return len(value.normalize().as_tuple().digits) >= _PRECISE


def _figure(sentence: Sentence, quantity: Quantity, noun: str = "") -> Figure:
    value = int(quantity.value) if quantity.value == int(quantity.value) else float(quantity.value)
    return Figure(
        value=value,
        measure=Measure(quantity.measure or "count"),
        bound=Bound(quantity.bound),
        noun=noun or _noun(sentence.text, quantity),
        quote=_quote(sentence.text, quantity),
    )


def _noun(text: str, quantity: Quantity) -> str:
    """What is counted or measured: the words after a count, the words before money ("tổng kinh phí"), else after."""
    after = _NOUN_AFTER.match(text, quantity.end)
    words = after[1].split() if after else []
    if quantity.measure in ("", "percent", "kg", "m2") and words and words[0].lower() not in _STOP_WORDS:
        return " ".join(_until_stop(words))
    before = _NOUN_BEFORE.search(text, 0, quantity.start)
    return " ".join(before[1].split()[-_LONGEST_NOUN:]) if before else ""


def _until_stop(words: list[str]) -> list[str]:
    for index, word in enumerate(words[:_LONGEST_NOUN]):
        if word.lower() in _STOP_WORDS and index:
            return words[:index]
    return words[:_LONGEST_NOUN]


def _quote(text: str, quantity: Quantity) -> str:
    """The sentence, or the clause between semicolons where the sentence is long."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    start = text.rfind(";", 0, quantity.start) + 1
    end = text.find(";", quantity.end)
    return text[start : end if end >= 0 else len(text)].strip()
