"""Private persons in a quote: their names become initials, their numbers and house addresses are covered. Pure; no database.

Who holds an office in the text stays named: what an office does is public business. Units, organisations, streets, persons of history stay.
"bà Nguyễn Thị Na" becomes "bà N.": the given name's initial, so that a sentence about two people still reads as one. In doubt a name is
covered: an initial too many costs a glance at the text, a name too many cannot be taken back from a page that others copied.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from gandan.core.text import tone_key
from gandan.ingest.atlas import Atlas
from gandan.ingest.extract.people import names
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.wordlists import either, words

PHONE = "[số điện thoại đã che]"
PAPER = "[số giấy tờ đã che]"
ACCOUNT = "[số tài khoản đã che]"
MAIL = "[thư điện tử đã che]"
HOUSE = "[số nhà đã che]"

_SYLLABLE = rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]*(?:['’][{UPPER}{LOWER}][{LOWER}]*)?(?!\w)"
_ADDRESSED = re.compile(
    rf"(?<![\w-])((?i:{either('person_titles')}|dì|cậu|mợ|thím|má|bé|cha|bố|mẹ|vợ|chồng|con trai|con gái|già làng|hộ))"
    rf"[.,:]?\s+(?=[{UPPER}])"
    rf"({_SYLLABLE}(?: {_SYLLABLE}){{0,6}})"
)
_COLLECTIVE = re.compile(r"(?i)(?:các|những|mọi|toàn thể|trẻ|chị|anh|bà|thế hệ)\s*$")
"""Before a form of address: it is said of many, and what follows names their body ("chị em Hội Phụ nữ")."""
_BODY = re.compile(
    rf"(?:Chủ (?:tịch|nhiệm|tọa)|Phó|Trưởng|Bí thư|Giám đốc|Đảng (?:bộ|ủy|uỷ|viên|[{UPPER}])|Ban (?=[{UPPER}])"
    rf"|[ỦU][ỷyỶ] (?:ban|viên)|Uỷ (?:ban|viên)|Hội (?:[a-zđ]|[{UPPER}])|Mặt trận"
    rf"|Đoàn (?:[tT]hanh niên|Từ [tT]hiện|công tác|đại biểu|kiểm tra|[{LOWER}])|Trường (?:THCS|THPT|Tiểu|Mầm|Mẫu|Đại|Cao|Trung)|Việt Nam"
    r"|Công (?:an|đoàn|ty|giáo|đồng)|Phụ nữ|Quốc (?:hội|gia|phòng)|Chi (?:bộ|hội|đoàn|cục)|Tổ (?:quốc|dân|trưởng|[\d])"
    r"|Đội (?:trưởng|viên|[\d])"
    r"|Liên (?:hiệp|đoàn|minh)|Chính (?:phủ|quyền|trị)|Trung (?:ương|tâm|đoàn|học)|Nhà (?:nước|văn|trường|thờ)|Thanh (?:niên|tra)"
    r"|Thiếu (?:nhi|niên)|Tỉnh (?:ủy|uỷ|đoàn)|Thành (?:ủy|uỷ|phố|đoàn)|Huyện|Quận|Xã (?:hội|đội)|Phường|Thị (?:xã|trấn|ủy|uỷ|đoàn)"
    r"|Sở|Phòng|Cục|Vụ|Viện|Bộ (?:đội|trưởng|Tư|Nội|Y|Công|Quốc|Giáo)|Ấp|Thôn|Khu|Khóm|Buôn|Làng|Tết|Câu lạc|CLB|Quân|Lực lượng"
    r"|Dân (?:vận|quân|tộc)|Cựu|Hiệp hội|Nông dân|Người|Bệnh viện|Trạm|Mầm non|Kinh tế|Nghị|Chỉ thị"
    r"|UBND|HĐND|MTTQ|UBMTTQ|LLVT|Khmer|Chăm|Mông|Từ [tT]hiện)(?!\w)|(?:Hội|Đoàn|Đảng|Ban) (?=[\w])"
)
"""What begins a body, a post or a people behind a form of address: the name, if any, ends before it."""
_NAMED_AFTER = re.compile(rf"(?i)(?:{either('named_after')})\s*[“\"]?$")
_ROAD = re.compile(r"(?:Đường|Phố|Hẻm|Cầu|Chợ|Kênh|Rạch|Chùa|Đình|Đền|Quỹ|Công viên) (?!Văn |Thị )")
"""At the head of a sentence these look like the surname of what follows."""
_PHONE = re.compile(r"(?<![\d.,/-])(?:\(\s*0\d{1,3}\s*\)|\+?84|0)(?:[ .-]?\d){7,10}(?![\d/-])")
_OFFICIAL = re.compile(
    r"(?i)(?:đường dây nóng|tổng đài|hotline|trực ban|số máy của (?:ubnd|ủy ban|công an)|điện thoại (?:cơ quan|văn phòng))[^.;]{0,60}$"
)
_PAPERS = re.compile(
    r"(?i)((?:cccd|cmnd|cmt|cmtnd|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)(?: nhân dân)?|(?:mã |số )?định danh(?: cá nhân)?"
    r"|hộ chiếu|sổ hộ khẩu|bảo hiểm (?:xã hội|y tế)|bhyt|bhxh|mã số thuế)(?:\s+(?:số|mã số|là))*\s*[:.]?\s*)([a-z]{0,2}\d[\d .]{5,16}\d)"
)
_BARE_PAPER = re.compile(r"(?<![\d.,/-])0\d{11}(?![\d/-])")
_ACCOUNT = re.compile(r"(?i)((?:số )?(?:tài khoản|stk|tk)(?:\s+(?:số|ngân hàng|cá nhân))*\s*[:.]?\s*)(\d[\d .-]{6,22}\d)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_HOUSE = re.compile(
    r"(?i)((?:số nhà|nhà số|căn hộ(?: số)?|địa chỉ\s*:?\s*số)\s*:?\s*)(\d[\w/-]*)"
    rf"|(?<!trụ sở )(?<!cơ quan )(\bsố\s+)(\d+[\w/-]*)(?=,?\s+(?i:đường|hẻm|ngõ|ngách|phố|kiệt|tổ)\s+[{UPPER}\d])"
)


def mask(text: str, *, keep: Iterable[str] = ()) -> str:
    """The text with private persons covered; `keep` are full names of those who hold an office in the same text."""
    found = _without_numbers(text)
    holders = frozenset(tone_key(name) for name in keep)
    position, out = 0, []
    for start, end in _persons(found, holders):
        if start >= position:
            out += [found[position:start], _initial(found[start:end])]
            position = end + (1 if found[end : end + 1] == "." else 0)
    return "".join(out) + found[position:]


def _without_numbers(text: str) -> str:
    text = _PAPERS.sub(rf"\1{PAPER}", text)
    text = _ACCOUNT.sub(rf"\1{ACCOUNT}", text)
    text = _BARE_PAPER.sub(PAPER, text)
    text = _MAIL.sub(MAIL, text)
    text = _PHONE.sub(lambda found: found[0] if _OFFICIAL.search(text, 0, found.start()) else PHONE, text)
    return _HOUSE.sub(lambda found: (found[1] or found[3]) + HOUSE, text)


def _persons(text: str, holders: frozenset[str]) -> list[tuple[int, int]]:
    """Where private persons are named, from left to right; of two that overlap the one that begins first."""
    spans = sorted({*_addressed(text), *_in_full(text)}, key=lambda span: (span[0], -span[1]))
    return [span for span in spans if not _holds_office(text[slice(*span)], holders)]


def _in_full(text: str) -> Iterator[tuple[int, int]]:
    """Full names by the finder of the reading; a name that is also a place's counts only behind a form of address."""
    atlas = Atlas.load()
    for name in names.find(text, atlas):
        titled = names.TITLE.search(text, 0, name.start) is not None
        if (_BODY.match(text, name.start) and not _like_a_person(name.text)) or (not titled and _ROAD.match(name.text)):
            continue
        if (titled or not atlas.ever(name.text)) and not _public(text, name.start, name.text, titled=titled):
            yield name.start, name.end


def _addressed(text: str) -> Iterator[tuple[int, int]]:
    """Names behind a form of address, of one syllable too: "chị Hoa", "hộ ông Tư Bền"."""
    position = 0
    while found := _ADDRESSED.search(text, position):
        title, start = found[1], found.start(2)
        position = start
        given = _name_in(text, start, found[2])
        if (
            given
            and not _is_kept(title, given)
            and not _is_place(text[: found.start()], title, given)
            and not _public(text, start, given, titled=True)
        ):
            yield start, start + len(given)
            position = start + len(given)


def _name_in(text: str, start: int, run: str) -> str:
    """The part of a run of capitalised syllables that can be a name: it ends where a body, a post or a people begins."""
    kept: list[str] = []
    for part in run.split()[:6]:
        at = start + len(" ".join([*kept, ""])) if kept else start
        if (
            _BODY.match(text, at)
            and not (not kept and _like_a_person(run))
            and not (len(kept) == 1 and part in ("Thị", "Thành", "Trung", "Công"))
        ):
            break
        kept.append(part)
    return " ".join(kept)


def _like_a_person(run: str) -> bool:
    """A surname with a middle or given name behind it: "Đoàn Văn Bé" is no union."""
    first, *rest = run.split()
    return first in _surnames() and bool(rest) and rest[0] not in ("Thanh", "Việt", "TNCS", "Từ", "Thiện")


def _is_place(before: str, title: str, run: str) -> bool:
    """Whether many are meant, of a place or a body: "các em Trà Vinh"."""
    return bool(_COLLECTIVE.search(before)) and Atlas.load().ever(run) != []


def _public(text: str, start: int, name: str, *, titled: bool) -> bool:
    """Named in slogans, or a street, a school, a company that bears a name."""
    if names.is_historical(name) or tone_key(name) in _KEPT:
        return True
    return not titled and _NAMED_AFTER.search(text, max(0, start - 40), start) is not None


def _is_kept(title: str, run: str) -> bool:
    said = tone_key(f"{title.split()[-1]} {run}")
    return any(said == kept or said.startswith(kept + " ") for kept in _KEPT)


def _holds_office(name: str, holders: frozenset[str]) -> bool:
    """Named in full, or by the last part of the name: "ông Hiệp" after "ông Nguyễn Hữu Hiệp, Phó Trưởng ban"."""
    key = tone_key(name)
    return any(holder == key or holder.endswith(f" {key}") for holder in holders)


def _initial(name: str) -> str:
    """The given name stands last."""
    return f"{name.split()[-1][0].upper()}."


@cache
def _surnames() -> frozenset[str]:
    return frozenset(part.split("-")[0] for line in words("surnames") for part in line.split())


_KEPT = frozenset(tone_key(phrase) for phrase in words("kept_in_quotes"))
