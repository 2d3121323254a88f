"""Who asks whom for what. A request stays a request: it binds nobody until the one asked accepts it."""

import re
from collections.abc import Sequence

from gandan.core.text import tone_key
from gandan.ingest.document import Document
from gandan.ingest.extract import people as persons
from gandan.ingest.extract.people import positions
from gandan.ingest.proposal import Person, Request
from gandan.ingest.sentences import Sentence
from gandan.ingest.wordlists import either, words

_VERB = re.compile(rf"(?<!\w)(?:{either('request_verbs')})(?!\w)", re.IGNORECASE)
_NOUNS = frozenset(words("request_nouns"))
_DEED = re.compile(
    rf"(?<!\w)(?<![Tt]ổ chức )(?:{either('request_deeds')}|(?<!các )(?<!ngành )(?<!Ban )(?<!cán bộ )tổ chức"
    r"(?! (?:chính trị|[đĐ]ảng|xã hội|đoàn|tôn giáo|cơ sở|xây dựng|thành viên)))(?!\w)"
)
_LEAD = re.compile(r"(?i)^[\s:,–-]*(?:(?:trong\s+)?thời gian tới|thời gian đến|từ nay đến cuối năm|sắp tới|trước mắt|hiện nay)?[\s:,–-]*")
_PRONOUN = re.compile(r"(?:^|[.;,]\s*|\s)(?:[ĐđÐ]ồng chí|[ÔôBb](?:ng|à))\s+(?:[\w\s]{0,40})$")
_BODY = re.compile(
    rf"(?:^|[.;:,]\s*|\s)((?:{either('request_bodies')})(?!\w)(?:\s+[\w/-]+){{0,9}}?)\s*(?:,|đã|cũng|còn|giám sát|kiểm tra|$)",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"\s*(?:[,;.)”]|(?:được|của|đã|chính đáng|này|nêu|nói|là|và|hoặc|hay|khi|nếu|thì|trên|tại|từ|khác|bức xúc|cũng|sẽ|thuộc)(?!\w))"
)
"""What follows the noun, not the verb: "kiến nghị được ghi nhận"."""
_LONGEST_TO = 160


def find(doc: Document, people: Sequence[Person]) -> list[Request]:
    """Requests in the order of the text; `people` helps to tell who "đồng chí" is."""
    found: list[Request] = []
    speaker: str | None = None
    for sentence in doc.sentences:
        text = sentence.text
        for match in _VERB.finditer(text):
            by = _asker(text[: match.start()], people, speaker)
            if by is None or _is_noun(text, match):
                continue
            request = _request(sentence, match, by)
            if request is not None:
                found.append(request)
                break
        named = persons.spans(text)
        if named:
            start, end = named[0]
            speaker = text[start:end]
    return found


def _is_noun(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].lower().split()[-2:]
    comma = text[: match.start()].rstrip().endswith((",", ";"))
    if not before or comma:
        return False
    return before[-1] in _NOUNS or " ".join(before) in _NOUNS


def _asker(lead: str, people: Sequence[Person], speaker: str | None) -> str | None:
    """Who asks: the person named last, the one meant by "đồng chí" or by a post, or a body."""
    spans = persons.spans(lead)
    if spans:
        start, end = spans[0] if len(spans) == 1 else spans[-1]
        return lead[start:end]
    if speaker is not None and _PRONOUN.search(lead):
        return speaker
    posts = positions.find(lead, [])
    if posts:
        return _holder(posts[-1].text, people) or posts[-1].text
    body = _BODY.search(lead)
    return body.group(1).strip() if body else None


def _holder(post: str, people: Sequence[Person]) -> str | None:
    """The person of the text who holds a post written without the name."""
    small = tone_key(post).strip(" ,:")
    for person in people:
        if any(small.startswith(tone_key(held)) or tone_key(held).startswith(small) for held in person.positions):
            return person.name
    return None


def _request(sentence: Sentence, match: re.Match[str], by: str) -> Request | None:
    rest = sentence.text[match.end() :]
    if _NO_VERB.match(rest):
        return None
    lead = _LEAD.match(rest)
    asked = rest[lead.end() if lead else 0 :].strip()
    if len(asked.split()) < 3:
        return None
    deed = _DEED.search(asked)
    to = asked[: deed.start()].strip(" ,:;") if deed and 0 < deed.start() <= _LONGEST_TO else None
    content = asked[deed.start() :] if deed and to else asked
    return Request(by=by, to=to or None, text=content.strip().rstrip("."), quote=sentence.text)
