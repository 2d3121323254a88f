"""Cited documents that have a number: "Quyết định số 290-QĐ/TW ngày 25 tháng 2 năm 2010 của Bộ Chính trị".

A number with its code (290-QĐ/TW, 04/2023/NĐ-CP) is one wherever it stands; bare digits are one only after the kind of a document.
A resolution of a plenum or congress ("Nghị quyết Trung ương 4") has an ordinal, not a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gandan.core.text import dates
from gandan.ingest.document import Document
from gandan.ingest.extract import issuers
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.lines import LineKind
from gandan.ingest.proposal import CitedDocument
from gandan.ingest.sentences import Sentence
from gandan.ingest.wordlists import pairs

_KINDS = sorted({name for name, _ in pairs("document_kinds")}, key=len, reverse=True)
_BY_CODE = {code: name for name, code in reversed(pairs("document_kinds"))}
_KIND = "|".join(_KINDS) + "|Văn bản|CV|NĐ|NQ|QĐ|CT|KL|TT"
_CODE = rf"[{UPPER}][{UPPER}{LOWER}&]{{0,11}}(?:\d{{2}})?"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?:(?P<number>\d{{1,5}}[a-zđ]?(?:\s?/\s?\d{{4}})?(?:\s?[-–/]\s?{_CODE})+)(?!\w)"
    rf"|(?P<bare>\d{{1,5}}[aA]?(?:/\d{{4}})?)(?=\s*(?:[,;.:)”\"(]|$)|\s+(?:của|về|ngày|và|là|do|được|trong|tại|đã|quy định"
    rf"|thì|theo|năm|nêu|với|sửa|yêu cầu|ra|đến|vào"
    rf"|có|khóa|khoá)\b))"
)
_NAMED = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{_KIND}))\s+(?:liên tịch\s+)?(?:mang\s+)?(?:(?P<so>[Ss]ố|SỐ)\s*)?:?\s*(?P<first>(?:\d{{1,5}}\s?(?:,|và)\s?)*)$"
)
_SO = re.compile(r"(?<!\w)(?P<so>[Ss]ố|SỐ)\s*:?\s*(?P<first>(?:\d{1,5}\s?(?:,|và)\s?)*)$")
_LOOK_BACK = 60
_UNITS = re.compile(r"(?i)^(?:kg|km|ha|m|h)$")
_DATED = re.compile(r"\s*(?:\(|,|-|–)?\s*(?:(?:được\s+)?(?:ban hành|ký(?: ban hành)?)\s+)?(?:(?:ngày|ký ngày|ra ngày)\s+)?$")
_SIGNED = re.compile(r"\b(?:ký|ban hành|ra|công bố)\b")
_SPAN = re.compile(r"\s+năm\s+(?!\d{4})|\s+(?:năm\s+)?lần\b|\s+khóa|\s*/\s*\d")
_NAMED_BY_NUMBER = frozenset("chương trình|dự án|luật|lệnh|báo cáo|hợp đồng|hiến pháp|quy trình|văn bản|tt|ct".split("|"))
_ISSUER_CODES = frozenset("QH UBTVQH CP TTg TW TU HU QU BCT".split())
_OWN_NUMBER = re.compile(r"(?i)^(?:số|no)\s*:?\s*\d")
_LONGEST_DATE_LINE = 70
_NAMED_BEFORE = re.compile(rf"\b(?:{_KIND})\b(?=[^;.]*$)")
_LINK = re.compile(r"^(?:\s*(?:,|và|;)\s*)?$")


@dataclass(frozen=True, slots=True)
class Citation:
    """A number as found in a sentence; offsets are those of the sentence."""

    start: int
    end: int
    number: str
    kind: str | None


def find(doc: Document) -> list[CitedDocument]:
    """Every document cited by number, once each, with the kind, issuer and date that any of its mentions gives."""
    found: dict[str, CitedDocument] = {}
    for sentence in doc.sentences:
        for citation in citations(sentence.text):
            record = _record(doc, sentence, citation)
            key = record.number.lower()
            found[key] = _merged(found[key], record) if key in found else record
    return [record for record in found.values() if not _is_short_form(record, found)]


def citations(text: str) -> Iterator[Citation]:
    """The numbers of documents in a sentence."""
    last: Citation | None = None
    for match in _NUMBER.finditer(text):
        lead = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        named = _NAMED.search(lead)
        so = named or _SO.search(lead)
        start = match.start() - (len(lead) - so.start() if so else 0)
        if match["bare"]:
            if named and not _is_ordinal(text, match, named):
                last = Citation(start, match.end(), match["bare"], _kind(named["kind"]))
                yield last
            continue
        number = re.sub(r"\s", "", match["number"]).replace("–", "-")
        if not _is_number(number, sure=so is not None):
            continue
        linked = last.kind if last and _LINK.match(text[last.end : start]) else None
        kind = (
            _kind(named["kind"] if named else None) or linked or _kind_of_code(number) or (_kind_named_before(text[:start]) if so else None)
        )
        for digits in re.findall(r"\d+", so["first"]) if so else ():
            yield Citation(start, match.end(), re.sub(r"^\d+", digits, number), kind)
        last = Citation(start, match.end(), number, kind)
        yield last


def _is_ordinal(text: str, match: re.Match[str], named: re.Match[str]) -> bool:
    """ "Chương trình 135" names a programme, "kế hoạch 5 năm" a span, "Nghị quyết 4 khóa XII" a plenum."""
    if named["so"]:
        return False
    small = not named["kind"][0].isupper() or named["kind"].lower() in _NAMED_BY_NUMBER
    return small or _SPAN.match(text, match.end()) is not None


def _is_number(number: str, *, sure: bool) -> bool:
    """Digits and a code are a number of a document where the code is one (QĐ/TW), or a kind or "số" stands before."""
    letters = [part for part in re.split(r"[-/]", number)[1:] if not part.isdigit()]
    if not letters or any(_UNITS.match(part) for part in letters):
        return False
    last = re.sub(r"\d+$", "", letters[-1])
    return sure or (len(letters) >= 2 and letters[0] in _BY_CODE) or last in _ISSUER_CODES


def _kind_named_before(text: str) -> str | None:
    """ "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15": the title stands between the kind and "số"."""
    named = list(_NAMED_BEFORE.finditer(text, max(0, len(text) - 120)))
    return _kind(named[-1].group()) if named else None


def _kind(written: str | None) -> str | None:
    if not written:
        return None
    plain = " ".join(written.split())
    if plain in _BY_CODE:
        return _BY_CODE[plain]
    return next((name for name in _KINDS if name.lower() == plain.lower()), None)


def _kind_of_code(number: str) -> str | None:
    return next((_BY_CODE[part] for part in re.split(r"[-/.]", number) if part in _BY_CODE), None)


def _record(doc: Document, sentence: Sentence, citation: Citation) -> CitedDocument:
    text = sentence.text
    own = text == sentence.line.text and _OWN_NUMBER.match(text) is not None
    return CitedDocument(
        number=citation.number,
        kind=citation.kind,
        issuer=issuers.find(text, citation.end, citation.number),
        date=_heading_date(doc, sentence) if own else _dated(text, citation),
        quote=text,
    )


def _heading_date(doc: Document, number: Sentence) -> date | None:
    """The date line beside a document's own number: "Vinh Hà, ngày 25 tháng 11 năm 2022"."""
    at = next(index for index, line in enumerate(doc.lines) if line.start == number.line.start)
    for line in doc.lines[max(0, at - 2) : at + 5]:
        if len(line.text) < _LONGEST_DATE_LINE:
            for found in dates.find(line.text):
                if found.day and "ngày" in line.text.lower() and line.kind is not LineKind.FURNITURE:
                    return found.day
    return None


def _dated(text: str, citation: Citation) -> date | None:
    """The date right after the number, or, where the sentence tells that it was signed, the day of the sentence."""
    found = dates.find(text)
    for item in found:
        if item.start >= citation.end and _DATED.match(text[citation.end : item.start]):
            return item.day
    if found and found[0].start < 12 and _SIGNED.search(text, found[0].end, citation.start):
        return found[0].day
    return None


def _merged(first: CitedDocument, again: CitedDocument) -> CitedDocument:
    """The first mention, completed by what a later one adds; the quote stays with the fuller mention."""
    more = again.date is not None and first.date is None
    return CitedDocument(
        number=first.number,
        kind=first.kind or again.kind,
        issuer=first.issuer or again.issuer,
        date=first.date or again.date,
        quote=again.quote if more else first.quote,
    )


def _is_short_form(record: CitedDocument, found: dict[str, CitedDocument]) -> bool:
    """ "Chỉ thị 05" beside "Chỉ thị số 05-CT/TW" is the same document."""
    return record.number.isdigit() and any(
        other.number != record.number and re.match(rf"0*{record.number.lstrip('0')}(?!\d)", other.number) and other.kind == record.kind
        for other in found.values()
    )
