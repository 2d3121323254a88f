"""Who issued a cited document: the body after "của", or what the code of the number says without doubt."""

import re

from gandan.ingest.letters import UPPER
from gandan.ingest.wordlists import pairs, words

_BY_CODE = dict(pairs("document_issuers"))
_NAMES = re.compile("|".join(re.escape(name) for name in sorted(words("issuers"), key=len, reverse=True)))
_OF = re.compile(r"^[^.;]{0,70}?\bcủa\s+")
_TAIL = re.compile(
    rf"(?:\s+(?:[{UPPER}][\w.]*|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|ủy|uỷ|nước|Việt Nam|dân tộc|nhân dân"
    rf"|Đảng|Trung ương)(?!\w))*"
)
_ANOTHER = re.compile(r"\bvề\b|số\s\d")
_REACH = 160


def find(text: str, end: int, number: str) -> str | None:
    """The body named after the number that ends here, with its place ("Ban Thường vụ Huyện ủy Ba Tri"), or None."""
    rest = text[end : end + _REACH]
    of = _OF.match(rest)
    name = _NAMES.match(rest, of.end()) if of else None
    if of and name and not _ANOTHER.search(of.group()):
        tail = _TAIL.match(rest, name.end())
        return rest[name.start() : tail.end() if tail else name.end()].strip()
    last = number.rsplit("/", 1)[-1]
    return _BY_CODE.get(last) or ("Quốc hội" if re.match(r"QH\d+$", last) else None)
