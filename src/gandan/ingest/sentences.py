"""Where sentences end in Vietnamese official prose.

A full stop also stands in abbreviations (TP.HCM, ThS.), initials (Q. Hùng), numbers (2.071) and list marks (1.), and is often
followed by no space at all, so the rule asks what stands on both sides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.lines import Line

_ABBREVIATIONS = frozenset(
    "tp t.p tx tt q ts ths pgs gs bs ks ls cn nsưt nsnd ngnd ngưt mr mrs ms st tel đt tr vd đc gs.ts pgs.ts gs.tskh tskh"
    " thạc.sĩ bs.ckii bs.cki ckii cki ds cv tk no nxb ubnd.tp tp.hcm".split()
)
_CLOSERS = "”\"’'»)\\]"
_STOP = re.compile(
    rf"(?:\.\.\.|[.!?…])+[{_CLOSERS}]*(?=\s+[“\"‘'«(\[*+–-]*\s*[{UPPER}0-9])"  # a stop, then a space and a capital
    rf"|(?<=[{LOWER}0-9%][{LOWER}0-9%])[.!?…][{_CLOSERS}]*(?=[{UPPER}][{LOWER}])"  # a stop with its space forgotten
)
_WORD_BEFORE = re.compile(r"[\w./-]+$")
_LIST_MARK = re.compile(r"(?:[0-9]{1,2}|[IVX]{1,4}|[a-zđ])(?:\.[0-9]{1,2})*$")
_LONGEST_WORD = 40
_LONGEST = 1_200
"""Signs. No office writes longer sentences; a longer stretch without a stop (a pasted table, malice) is cut at a space, because the rules
look back and forth within a sentence and would take a time that grows with its square."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, trimmed; `start` and `end` are offsets in the cleaned text, `line` is where it stands."""

    text: str
    start: int
    end: int
    line: Line


def split(line: Line) -> Iterator[Sentence]:
    """Cut a line into sentences; a line break always ends one."""
    text, begin = line.text, 0
    for match in _STOP.finditer(text):
        if match.group().startswith(".") and _keeps_on(text, begin, match):
            continue
        yield from _bounded(line, begin, match.end())
        begin = match.end()
    if text[begin:].strip():
        yield from _bounded(line, begin, len(text))


def _bounded(line: Line, begin: int, end: int) -> Iterator[Sentence]:
    while end - begin > _LONGEST:
        space = line.text.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
        cut = space if space > 0 else begin + _LONGEST
        if line.text[begin:cut].strip():
            yield _cut(line, begin, cut)
        begin = cut
    if line.text[begin:end].strip():
        yield _cut(line, begin, end)


def _keeps_on(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a list mark."""
    if stop.group().startswith(".."):
        return False
    begin = max(begin, stop.start() - _LONGEST)
    before = _WORD_BEFORE.search(text, max(begin, stop.start() - _LONGEST_WORD), stop.start())
    if before is None:
        return False
    word = before.group()
    if _LIST_MARK.match(word) and not text[begin : before.start()].strip():
        return True
    last = word.rsplit(".", 1)[-1]
    return word.lower() in _ABBREVIATIONS or last.lower() in _ABBREVIATIONS or (len(last) == 1 and last.isupper())


def _cut(line: Line, begin: int, end: int) -> Sentence:
    piece = line.text[begin:end]
    start = begin + len(piece) - len(piece.lstrip())
    trimmed = piece.strip()
    return Sentence(trimmed, line.start + start, line.start + start + len(trimmed), line)
