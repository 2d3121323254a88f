"""Where private persons are named in a sentence: in full, or behind a form of address. In doubt a name is a person's."""

import re
from collections.abc import Iterator
from functools import cache

from gandan.core.text import tone_key
from gandan.ingest.atlas import Atlas
from gandan.ingest.extract.people import names
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.wordlists import either, words

SYLLABLE = rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]*(?:['’][{UPPER}{LOWER}][{LOWER}]*)?(?!\w)"
_ADDRESSED = re.compile(
    rf"(?<![\w-])((?i:{either('person_titles')}|dì|cậu|mợ|thím|má|bé|cha|bố|mẹ|vợ|chồng|con trai|con gái|già làng|hộ))"
    rf"[.,:]?\s+(?=[{UPPER}])"
    rf"({SYLLABLE}(?: {SYLLABLE}){{0,6}})"
)
_COLLECTIVE = re.compile(r"(?i)(?:các|những|mọi|toàn thể|trẻ|chị|anh|bà|thế hệ)\s*$")
"""Before a form of address: it is said of many, and what follows names their body ("chị em Hội Phụ nữ")."""
BODY = re.compile(
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
ROAD = re.compile(r"(?:Đường|Phố|Hẻm|Cầu|Chợ|Kênh|Rạch|Chùa|Đình|Đền|Quỹ|Công viên) (?!Văn |Thị )")
"""At the head of a sentence these look like the surname of what follows."""


def in_full(text: str) -> Iterator[tuple[int, int]]:
    """Full names by the finder of the reading; a name that is also a place's counts only behind a form of address."""
    atlas = Atlas.load()
    for name in names.find(text, atlas):
        titled = names.TITLE.search(text, 0, name.start) is not None
        if (BODY.match(text, name.start) and not like_a_person(name.text)) or (not titled and ROAD.match(name.text)):
            continue
        if (titled or not atlas.ever(name.text)) and not is_public(text, name.start, name.text, titled=titled):
            yield name.start, name.end


def addressed(text: str) -> Iterator[tuple[int, int]]:
    """Names behind a form of address, of one syllable too: "chị Hoa", "hộ ông Tư Bền"."""
    position = 0
    while found := _ADDRESSED.search(text, position):
        title, start = found[1], found.start(2)
        position = start
        given = _name_in(text, start, found[2])
        if (
            given
            and not _is_kept(title, given)
            and not _is_place(text[: found.start()], given)
            and not is_public(text, start, given, titled=True)
        ):
            yield start, start + len(given)
            position = start + len(given)


def _name_in(text: str, start: int, run: str) -> str:
    """The part of a run of capitalised syllables that can be a name: it ends where a body, a post or a people begins."""
    kept: list[str] = []
    for part in run.split()[:6]:
        at = start + len(" ".join([*kept, ""])) if kept else start
        if (
            BODY.match(text, at)
            and not (not kept and like_a_person(run))
            and not (len(kept) == 1 and part in ("Thị", "Thành", "Trung", "Công"))
        ):
            break
        kept.append(part)
    return " ".join(kept)


def like_a_person(run: str) -> bool:
    """A surname with a middle or given name behind it: "Đoàn Văn Bé" is no union."""
    first, *rest = run.split()
    return first in surnames() and bool(rest) and rest[0] not in ("Thanh", "Việt", "TNCS", "Từ", "Thiện")


def _is_place(before: str, run: str) -> bool:
    """Whether many are meant, of a place or a body: "các em Trà Vinh"."""
    return bool(_COLLECTIVE.search(before)) and Atlas.load().ever(run) != []


def is_public(text: str, start: int, name: str, *, titled: bool) -> bool:
    """Named in slogans, or a street, a school, a company that bears a name."""
    if names.is_historical(name) or tone_key(name) in _KEPT:
        return True
    return not titled and _NAMED_AFTER.search(text, max(0, start - 40), start) is not None


def _is_kept(title: str, run: str) -> bool:
    said = tone_key(f"{title.split()[-1]} {run}")
    return any(said == kept or said.startswith(kept + " ") for kept in _KEPT)


@cache
def surnames() -> frozenset[str]:
    """Family names, the first part of double ones."""
    return frozenset(part.split("-")[0] for line in words("surnames") for part in line.split())


_KEPT = frozenset(tone_key(phrase) for phrase in words("kept_in_quotes"))
