"""Names that hide: written in capitals or small letters throughout, without a form of address, in pairs and lists, with initials.

Rules for safety: a run of capitalised syllables that is no known place, body, work or person of history counts as a person's name.
"""

import re
from collections.abc import Iterator

from gandan.core.text import tone_key
from gandan.ingest.atlas import Atlas
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.masking.persons import BODY, ROAD, SYLLABLE, is_public, surnames
from gandan.ingest.wordlists import either

_RUN = rf"{SYLLABLE}(?: {SYLLABLE}){{0,5}}"
_SURNAMES = surnames()
_TITLES = "ông|bà|anh|chị|em|cháu|cụ|cô|chú|bác|dì|hộ|bé|vợ|chồng|gia đình|đồng chí|thầy|sư"
_SHOUTED = re.compile(
    rf"(?<![\w-])((?:{_TITLES.upper()})\s+)?((?:{'|'.join(sorted((s.upper() for s in _SURNAMES if len(s) > 1), key=len, reverse=True))})"
    rf"(?:\s[{UPPER}]{{1,7}}){{1,3}})(?!\w)"
)
_HALF_SHOUTED = re.compile(rf"(?<!\w)({SYLLABLE}(?: {SYLLABLE}){{0,2}} (?:Thị|Văn|Thi))\s([{UPPER}]{{2,7}})(?!\w)")
_SHOUTED_MIDDLE = re.compile(r"\s(?:THỊ|VĂN)\s")
_SMALL = re.compile(
    rf"(?i)(?<!\w)(?:{_TITLES})\s+(?-i:((?:{'|'.join(sorted((s.lower() for s in _SURNAMES if len(s) > 1), key=len, reverse=True))})"
    rf"\s(?:thị|văn)\s[{LOWER}]{{1,7}}))(?!\w)"
)
_INITIALLED = re.compile(rf"(?<![\w.])((?:{SYLLABLE}\s)?[{UPPER}][{LOWER}]{{0,2}}\.(?:\s?[{UPPER}]\.)*\s?{_RUN})")
_INITIALS_OF = ("TP", "Tp", "TX", "TT", "Q", "P", "H", "T", "X", "Đ", "S", "ThS", "TS", "BS", "Th", "St", "KP", "KV")
_ONE_LETTER = re.compile(rf"(?i:(?<!\w)(?:{_TITLES})\s+)({SYLLABLE}(?: {SYLLABLE})* [{UPPER}])(?![\w.])")
_CUE = re.compile(
    r"(?<![\w-])(?i:gia đình|hộ(?: (?:nghèo|cận nghèo|mới thoát nghèo|dân|gia đình|chính sách))?|chủ (?:hộ|nhân)|bệnh nhân|nạn nhân|bị hại"
    r"|bị can|bị cáo|người dân|học sinh|sinh viên|trường hợp|đối tượng|vợ chồng|facebook|fb|zalo|cử tri|hội viên|đoàn viên|nông dân"
    r"|công nhân|đơn thân|mồ côi|khuyết tật|chị em|anh em|mẹ con|bà cháu|ông cháu|cha con|(?:các|những|hai|ba|bốn|\d+) (?:cháu|em|bé)"
    rf"|gồm|tên(?: là)?|nhân vật|thí sinh|nạn nhân|sản phụ|thai phụ|cô dâu|chú rể)\s*:?\s+({_RUN})"
)
"""Words behind which a name stands without a form of address."""
_GIVEN_TO = re.compile(rf"(?<!\w)(?i:cho|tặng|thăm|giúp|gặp|theo|bởi|là|của|với|và)\s+({SYLLABLE}(?: {SYLLABLE}){{1,5}})")
_MIDDLE = re.compile(rf"(?<!\w)((?:{SYLLABLE} )?Thị {SYLLABLE}(?: {SYLLABLE})?)")
_FORM = re.compile(
    r"(?:(?:Các|Những|Hai|Ba|Ông|Bà|Anh|Chị|Em|Cháu|Bé|Cụ|Bác|Cô|Chú|Dì|Thầy|Sư|Hộ|Nhà|Vợ|Chồng|Theo|Cử|Hội|Mẹ|Cha"
    r"|ÔNG|BÀ|ANH|CHỊ|EM|CHÁU|CỤ|HỘ)\s+)+(?=\w)"
)
_OF_A_PLACE = re.compile(r"(?i)(?:cử tri|người dân|hội viên|nông dân|học sinh|sinh viên|đoàn viên|công nhân|gồm|đối tượng|hộ dân)\s*:?\s+$")
"""Words that are followed by a place as well: "cử tri Ninh Kiều"."""
_CHAIN = re.compile(rf"\s*(?:-|–|&|,|;|và|với)\s*({_RUN})")
_ALONE = re.compile(rf"(?<![\w'’-])({SYLLABLE}(?: {SYLLABLE}){{2,4}})(?![\w])")
_NOT_PERSON_BEFORE = re.compile(
    rf"(?i)(?:{either('words_before_places')}|{either('words_of_bodies')}|{either('named_after')}|nhóm|câu lạc bộ|clb|mô hình|phong trào"
    r"|dự án|chương trình|tiếng|dân tộc|đồng bào|người|lễ|lễ hội|tết|cuộc thi|hội thi|tháng|ngày|năm|chiến dịch|đề án|thương hiệu|nghề"
    rf"|làng nghề|mạng|ứng dụng|phần mềm|nước|vùng|miền|quần đảo|bán đảo|vịnh|chợ|ngã|bến|khách sạn)\s+(?:[\w’'-]+\s+){{0,2}}[“\"]?$"
)
_WORKS = frozenset(
    tone_key(word)
    for word in "Việt Trung Đảng Nhà Quốc Chính Mặt Hội Ban Ủy Uỷ Liên Tổ Đoàn Đội Sở Phòng Bộ Công Trường Quỹ Chi Ngân Văn Giải"
    " Tết Lễ Đại Cộng Quân Hồ Xã Phường Huyện Quận Thành Tỉnh Thủ Bí Phó Trưởng Chủ Giám Nghị Luật Pháp Hiến Dân Miền Đông Tây Nam Bắc"
    " Trung Đồng Cách Xuân Tháng Ngày Báo Đài Trạm Bệnh Viện Học Nông Phật Phụ Cựu Thanh Người Khu Bảo Huân Huy Bằng Cờ"
    " Nhóm Từ Thiện Đội Hợp Câu Mạnh".split()
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where such names stand, without the form of address before them."""
    for start, end in _all(text):
        form = _FORM.match(text, start, end)
        yield (form.end() if form else start), end


def _all(text: str) -> Iterator[tuple[int, int]]:
    yield from _written_otherwise(text)
    for pattern in (_CUE, _GIVEN_TO):
        for found in pattern.finditer(text):
            if _may_be(text, found.start(1), found[1], sure=pattern is _CUE):
                yield found.span(1)
                yield from _chained(text, found.end(1))
    for found in _MIDDLE.finditer(text):
        if not _NOT_PERSON_BEFORE.search(text, max(0, found.start() - 60), found.start()):
            yield found.span(1)
    for found in _ALONE.finditer(text):
        if not _NOT_PERSON_BEFORE.search(text, max(0, found.start() - 60), found.start()) and _may_be(
            text, found.start(), found[1], sure=False
        ):
            yield found.span(1)


def _written_otherwise(text: str) -> Iterator[tuple[int, int]]:
    for found in _SHOUTED.finditer(text):
        said = found[2].title()
        if (found[1] or _SHOUTED_MIDDLE.search(found[2])) and not is_public(text, found.start(2), said, titled=True):
            yield found.span(2)
    for pattern in (_SMALL, _ONE_LETTER):
        for found in pattern.finditer(text):
            yield found.span(1)
    for found in _HALF_SHOUTED.finditer(text):
        yield found.span()
    for found in _INITIALLED.finditer(text):
        head = found[1].split(".")[0].split()
        if len(head) > 1 or head[0] not in _INITIALS_OF:
            yield found.span(1)


def _chained(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The others of a pair or a list: "Hùng - Lan", "Bo, Bin, Na"."""
    while found := _CHAIN.match(text, end):
        if not _may_be(text, found.start(1), found[1], sure=True):
            return
        yield found.span(1)
        end = found.end(1)


def _may_be(text: str, start: int, run: str, *, sure: bool) -> bool:
    """No place, body, street or person of history; without a cue the first syllable must not begin a body or a work either."""
    first, atlas = run.split()[0], Atlas.load()
    if not sure and ROAD.match(run):
        return False
    if BODY.match(text, start) and not (first in _SURNAMES and len(run.split()) > 2 and not sure):
        return False
    placed = not sure or _OF_A_PLACE.search(text, max(0, start - 20), start)
    if (placed and atlas.ever(run)) or is_public(text, start, run, titled=sure):
        return False
    if sure:
        return True
    length = atlas.place_prefix(run.split())
    return tone_key(first) not in _WORKS and length < len(run.split()) - 1 and (len(run.split()) > 2 or first in _SURNAMES)
