"""Awards: the medal, title or commendation, who gave it, and how many persons and collectives received it.

One record for each separately counted ground: "tặng Bằng khen cho 28 tập thể, 12 cá nhân …; 14 tập thể …" gives two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gandan.core.text import numbers
from gandan.ingest.document import Document
from gandan.ingest.extract.receivers import counted_ground, one_named, receivers, said_after, total
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.proposal import Award
from gandan.ingest.sentences import Sentence
from gandan.ingest.wordlists import either

_WORD = rf"[{UPPER}][\w.]*"
_NAME = re.compile(
    rf"(?<!\w)(?P<base>(?i:{either('award_names')}))(?!\w)"
    rf"(?:\s*(?:hạng\s+(?P<rank>Nhất|Nhì|Ba|nhất|nhì|ba|I{{1,3}})(?!\w))"
    rf"|\s+[“\"](?P<quoted>[^”\"]{{3,90}})[”\"](?:\s+hạng\s+(?P<qrank>\w+))?"
    rf"|\s+(?P<years>(?:Đảng\s+)?(?:\d{{2}}\s*(?:,|và)\s+)*\d{{2}}\s+năm(?:\s+tuổi\s+[Đđ]ảng)?)"
    rf"|\s+(?P<open>(?:{_WORD}|tuổi\s+Đảng)(?:\s+(?!của|cho|tặng|và|do|được|tại|năm|là|đã|trong|với|nhân|về)(?:[{LOWER}]+|{_WORD}|-)){{0,8}}?)"
    rf"(?:\s+hạng\s+(?P<orank>Nhất|Nhì|Ba|nhất|nhì|ba|I{{1,3}}))?(?=\s*(?:[,.;:)“”\"]|$)|\s+(?:của|cho|tặng|và|do|được|tại"
    rf"|năm|là|đã|trong|với|nhân|về|hạng|giai đoạn|đợt|lần)(?!\w)))?"
)
_PLAIN = frozenset(("bằng khen", "giấy khen", "thư khen", "giấy chứng nhận", "cờ thi đua", "bằng ghi nhận", "bằng tuyên dương"))
"""Names that stand for themselves: what follows is the giver or the ground."""

_CONFERRED = re.compile(
    r"(?i)\b(?:tặng|trao|nhận|khen thưởng|khen|tuyên dương|biểu dương|phong tặng|truy tặng|công nhận|đạt|đón|tôn vinh|vinh danh)\b"
)
_FOR_ONE = frozenset(("kỷ niệm chương", "kỉ niệm chương", "huy hiệu"))
_GIVER_AFTER = re.compile(rf"\s+của\s+([{UPPER}].*?)(?=\s+(?:cho|tặng|về|vì|do|và|năm|trong|đã|được|nhân)(?!\w)|[,.;:()“\"]|$)")
_GIVER_BEFORE = re.compile(
    rf"(?:^|[,;:]\s*|\bđược\s+)([{UPPER}][^,;:“”]*?)\s+(?:đã\s+|cũng\s+)?(?:quyết định\s+)?(?:trao|tặng|phong|truy|khen|công nhận)\b"
)
_NEAR = 200
_OPENER = re.compile(
    r"^(?:Dịp này|Nhân dịp này|Tại [^,]{3,60}|Cũng trong dịp này|Trong dịp này|Cũng tại [^,]{3,40}|Theo đó|Kết quả|Qua đó)\s*,\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a sentence between semicolons; `start` is its offset in the sentence."""

    text: str
    start: int


def find(doc: Document) -> list[Award]:
    """Every award with counted receivers, in order, once each."""
    records = [award for sentence in doc.sentences for award in _awards(sentence)]
    unique: dict[tuple[str, int, int], Award] = {}
    for record in records:
        unique.setdefault((record.name.lower(), record.persons, record.collectives), record)
    return list(unique.values())


def _awards(sentence: Sentence) -> Iterator[Award]:
    if not _NAME.search(sentence.text) or not _CONFERRED.search(sentence.text):
        return
    carried: tuple[str, str | None] | None = None
    for clause in _clauses(sentence.text):
        named = list(_NAME.finditer(clause.text))
        if not named:
            persons, collectives = receivers(clause.text)
            if carried and persons + collectives and not _CONFERRED.search(clause.text):
                yield Award(
                    name=carried[0],
                    by=carried[1],
                    persons=persons,
                    collectives=collectives,
                    ground=counted_ground(clause.text),
                    quote=_quote(sentence, clause),
                )
            continue
        for index, match in enumerate(named):
            before = clause.text[named[index - 1].end() if index else 0 : match.start()]
            after = clause.text[match.end() : named[index + 1].start() if index + 1 < len(named) else len(clause.text)]
            name = _name(match)
            giver = _giver(clause.text, match) or (carried[1] if carried and carried[0] == name else None)
            carried = (name, giver)
            persons, collectives = _counted(match, before, after, first=index == 0, last=index + 1 == len(named))
            if persons + collectives:
                ground = counted_ground(after) or counted_ground(before) or (said_after(after) if total(receivers(before)) else None)
                quote = _quote(sentence, clause)
                yield Award(name=name, by=giver, persons=persons, collectives=collectives, ground=ground, quote=quote)


def _clauses(text: str) -> Iterator[_Clause]:
    start = 0
    for piece in text.split(";"):
        yield _Clause(piece, start)
        start += len(piece) + 1


def _counted(match: re.Match[str], before: str, after: str, *, first: bool, last: bool) -> tuple[int, int]:
    """Receivers stand after "tặng Bằng khen cho", else before "được tặng Bằng khen"; a number right before a medal counts medals."""
    passive = re.search(r"\b(?:được|nhận|đạt|đón nhận)\b[^,;]{0,80}$", before) is not None
    order = (before, after) if passive and total(receivers(before)) else (after, before)
    for piece in order:
        if total(found := receivers(piece)):
            return found
    return _medals(match, before, after) or one_named(before, after)


def _medals(match: re.Match[str], before: str, after: str) -> tuple[int, int] | None:
    """ "trao 15 Kỷ niệm chương": each medal has one receiver; of what kind must be told."""
    medals = numbers.find(before[-14:])
    if medals and not before.rstrip()[-1:].isalpha() and not medals[-1].measure and before[-14:].rstrip().endswith(medals[-1].written):
        count = int(medals[-1].value)
        base = match["base"].lower()
        named = before + after
        if base in _FOR_ONE or ("cá nhân" in named and "tập thể" not in named):
            return count, 0
        if "tập thể" in named and "cá nhân" not in named:
            return 0, count
    return None


def _name(match: re.Match[str]) -> str:
    """The name without quotation marks, case as written."""
    base = " ".join(match["base"].split())
    rank = match["rank"] or match["qrank"] or match["orank"]
    if match["quoted"] and base.lower() == "danh hiệu":
        base = ""
    own = match["quoted"] or match["years"] or (match["open"] if base.lower() not in _PLAIN else None)
    parts = [base, " ".join(own.split()) if own else "", f"hạng {rank}" if rank else ""]
    return " ".join(part for part in parts if part).rstrip(".")


def _giver(text: str, match: re.Match[str]) -> str | None:
    after = _GIVER_AFTER.match(text, match.end())
    if after:
        return after[1].strip()
    before = _GIVER_BEFORE.search(_OPENER.sub("", text[max(0, match.start() - _NEAR) : match.start()].lstrip()))
    if before is None:
        return None
    giver = re.split(r"\b(?:được|vinh dự|nhận|của)\s+", before[1])[-1]
    giver = re.split(r"\s+(?:tổ chức|đã|vừa|trân trọng|đợt)\b", giver)[0].strip()
    return giver if giver[:1].isupper() and len(giver) <= 80 and not re.search(r"\d", giver) else None


def _quote(sentence: Sentence, clause: _Clause) -> str:
    return sentence.text if len(sentence.text) <= 320 else clause.text.strip()
