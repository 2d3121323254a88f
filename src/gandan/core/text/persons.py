"""Where a text names a private person: behind a form of address, or in full.

Who is named with an office, and what only bears a name, is left out.
"""

import re
from collections.abc import Iterator

from gandan.core.text.spelling import tone_key

SURNAMES = frozenset(
    """
    nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mai tô hà tạ
    thái lưu lương lại cao châu chu tăng quách tống kiều nghiêm đàm thân văn ông la từ viên giang ninh triệu khổng mạc nông hứa lục
    cầm lò vi quàng lường tòng điêu vừ giàng sùng vàng thào hạng hầu mùa cứ tráng ly má danh thạch sơn kim kiên trà tiêu liêu diệp
    âu lữ doãn thi bế chẩu hoa la lầu mã mè phàn tẩn chảo bàn đèo ksor siu rơ rmah kpă niê êban hmok mlô y
    """.split()
)
_HISTORY = frozenset(
    """
    bác hồ|bác tôn|bà trưng|bà triệu|bà chúa xứ|bà huyện thanh quan|ông ích khiêm|cô giang|cô bắc|cô tô|bà rịa|bà nà
    bà đen|bà điểm|bà chiểu
    bác ái|anh sơn|bà đắc|ông táo|ông công|ông trời|bà om|nguyễn văn cừ|nguyễn văn linh|nguyễn văn trỗi|nguyễn thị minh khai|võ văn kiệt
    võ thị sáu
    võ văn tần|trần văn ơn|nguyễn thị định|nguyễn văn tố|phạm văn đồng|lê thị riêng|phan văn trị|nguyễn văn bảy|đoàn thị điểm
    nguyễn văn huyên
    anh hùng lao động|anh hùng lực lượng|mẹ việt nam|bà mẹ việt nam
    """.replace("\n", "|").split("|")
)
HISTORY = frozenset(tone_key(name) for name in _HISTORY if name.strip())

_UP = r"A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_LOW = r"a-zà-öø-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_PART = rf"[{_UP}](?:['’][{_UP}{_LOW}])?[{_UP}{_LOW}]*\.?"
_TITLE = (
    r"ông bà|ông|bà|anh|chị|em|cháu|cô|chú|bác|cụ|dì|cậu|mợ|thím|bé|vợ chồng|gia đình"
    r"|hộ(?: cận)?(?: nghèo| dân)?|người dân|bệnh nhân|mẹ"
)
_POLITE = r"(?!(?<=[Ôô]ng/)(?i:bà)[.,] )"  # "Cảm ơn Ông/Bà. Cán bộ đã xem": the reader is spoken to, and a sentence ends
_ADDRESSED = re.compile(rf"(?<![\w-]){_POLITE}(?P<title>(?i:{_TITLE}))[.,:]? (?P<name>{_PART}(?: {_PART}){{0,5}})(?![{_LOW}])")
_FULL = re.compile(rf"(?<![\w-])(?P<name>{_PART} (?:Văn|Thị|VĂN|THỊ) {_PART}(?: {_PART}){{0,3}})")
_SMALL = re.compile(rf"(?<![\w-])(?P<name>[{_LOW}]+ (?:văn|thị) [{_LOW}]+)(?!\w)")
_NO_NAME = frozenset(
    "hóa hoá phòng bản minh nghệ học thư hiến miếu kiện xã trấn trường chính hiếu lực giác phần sát uy hiện công kỳ thể chương".split()
)
_BODIES = frozenset(
    """
    hội đoàn đảng ban mặt ủy uỷ ubnd hđnd mttq công phụ nông cựu liên câu clb tổ đội trường sở phòng khmer mông chăm hoa kinh tày
    thái mường dao việt phường xã tỉnh thành huyện quận ấp thôn khóm khu chi trạm trung nhà người tết nam quốc quân dân văn thanh
    thiếu
    """.split()
)
"""What begins a body, a people or a place behind "chị em", "hộ", "các cháu": no name."""
_LEAST = {"hộ": 2, "hộ nghèo": 2, "hộ cận nghèo": 2, "hộ dân": 3, "người dân": 3, "gia đình": 2, "bệnh nhân": 2}
"""Behind these a name has a surname and so many syllables: "hộ Giàng A Sùng"; "người dân Cao Bằng" are many."""
_MANY = frozenset("các những mọi toàn chị anh trẻ bà ông con em hai thế số nhiều".split())
_PLACE = frozenset(
    """
    đường phố hẻm ngõ ngách kiệt cầu chợ kênh rạch sông suối núi hồ đình chùa đền miếu lăng trường phường xã huyện tỉnh ấp thôn khóm
    buôn xóm bản làng tuyến cống đập vàm xẻo bến bãi đảo đồi dốc tượng quỹ giải học viện tên khu lộ ngã xương
    """.split()
)
_SCHOOL = frozenset("tiểu học mầm non thcs thpt trung phổ thông cơ sở mẫu giáo số".split())
_CRAFTS = frozenset("hoa kiểng nghề nổi gốm chiếu bánh chè rau cá".split())
"""What stands between a place and its name: "làng hoa Bà Bộ", "chợ nổi Ông Hào"."""
_LISTS = frozenset("và đến với nối giao góc từ".split())
_PAIRS = frozenset(
    "chủ tịch|bí thư|giám đốc|chủ nhiệm|ủy viên|uỷ viên|đại biểu|thư ký|đồng chí|thủ tướng|công chức|cán bộ|chỉ huy|đ c|lãnh đạo".split("|")
)
_TAILS = frozenset("đồng chí cán lãnh đạo chỉ huy đ c đại biểu".split())
_HEADS = frozenset("trưởng phó chánh".split())
_BODY_WORDS = frozenset(
    """
    là của kiêm và trực thường ủy uỷ ban nhân dân hội đồng mặt trận tổ quốc phường xã tỉnh huyện quận thành phố thôn ấp khóm khu vực
    buôn bản đảng chi bộ đoàn phụ nữ nông cựu chiến binh thanh niên công an quân sự văn phòng sở phòng trung tâm việt nam ubnd hđnd
    số vận dân tuyên giáo trung ương bộ quốc hội kỳ tổ chức kiểm tra y tế trạm trưởng phó chánh chủ tịch bí thư giám đốc nhiệm viên
    thư ký nguyên tỉnh ủy thành tra cơ quan liên hiệp lao động
    """.split()
)
_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.;:!?\n]")
_OFFICE_AFTER = re.compile(
    r"(?i)\s*[,(–—-]+\s*(?:là |nguyên |hiện là |quyền )?(?:phó |tổ |hội |đội |hiệu )*"
    r"(?:chủ tịch|bí thư|trưởng|giám đốc|chủ nhiệm|ủy viên|uỷ viên|chánh|đại biểu|thư ký|công chức|cán bộ|chỉ huy|phó)(?!\w)"
)


def named(text: str) -> Iterator[tuple[int, int]]:
    """Where private persons are named; with the form of address, where there is one."""
    judged: list[tuple[int, int]] = []
    for match in _ADDRESSED.finditer(text):
        end = _name_end(text, match)
        if end:
            judged.append((match.start(), end))
            if not _public(text, match.start(), match.start("name"), end, addressed=True):
                yield match.start(), end
    for match in (*_FULL.finditer(text), *_SMALL.finditer(text)):
        first, _middle, last, *_rest = match["name"].lower().split()
        if first not in SURNAMES or (last in _NO_NAME and not match["name"].split()[2][:1].isupper()):
            continue
        end = match.end() - (1 if match[0].endswith(".") and len(match["name"].split()[-1]) > 2 else 0)
        if any(start <= match.start() < stop for start, stop in judged):
            continue
        if not _public(text, match.start(), match.start(), end, addressed=False):
            yield match.start(), end


def _name_end(text: str, match: re.Match[str]) -> int:
    """Where the name ends that follows a form of address; nought where it is none."""
    title, name = match["title"].lower(), match["name"]
    parts = name.split()
    if all(len(part.rstrip(".")) == 1 for part in parts):
        return 0  # "bà N.": covered already
    if tone_key(f"{title.split()[-1]} {name}") in HISTORY or any(tone_key(f"{title} {name}").startswith(f"{h} ") for h in HISTORY):
        return 0
    surname = parts[0].lower() in SURNAMES
    capitals = name.isupper() and len(name) > 2
    if not surname and (capitals or title in _LEAST or title == "mẹ") and not _pair(match):
        return 0
    if parts[0].lower() in _BODIES and not (surname and len(parts) > 1 and parts[1] in ("Văn", "Thị", "Ngọc", "Hữu", "Minh", "VĂN", "THỊ")):
        return 0
    if len(parts) < _LEAST.get(title, 1):
        return 0
    before = _WORD.findall(text[max(0, match.start() - 20) : match.start()])
    if before and text[match.start() - 1] == " ":
        if (before[-1].lower() in _MANY or before[-1].isdigit()) and len(parts) < 3:  # counted: "12 em. Đếm tại chỗ"
            return 0
        if match["title"].istitle() and before[-1].istitle() and before[-1].lower() in SURNAMES:
            return 0  # "Trần Anh Khoa": a name of its own
    end = match.start("name") + len(" ".join(parts[:4])) if capitals else match.end()
    return end - (1 if text[end - 1] == "." and len(parts[-1]) > 2 else 0)


def _pair(match: re.Match[str]) -> bool:
    """Husband and wife: "vợ chồng Hùng - Lan"."""
    return match["title"].lower() == "vợ chồng" and not match["name"].isupper()


def _public(text: str, start: int, name: int, end: int, *, addressed: bool) -> bool:
    """Somebody in office, somebody of history, or a street, a school, a fund that bears the name."""
    if tone_key(text[name:end].rstrip(".")) in HISTORY or _OFFICE_AFTER.match(text, end):
        return True
    return _bears(text, start, lists=not addressed) or _in_office(text, start)


def _bears(text: str, start: int, *, lists: bool) -> bool:
    """Whether a place stands before it: "cầu Ông Tư", "các đường Nguyễn Văn A và Trần Văn B"."""
    for word, gap in _back(text, start):
        if not lists and "," in gap:
            return False
        if word.lower() in _PLACE and not (word[:1].isupper() and word.lower() in SURNAMES):
            return True
        listed = lists and (word[:1].isupper() or word.lower() in _LISTS)
        if not listed and word.lower() not in _SCHOOL | _CRAFTS:
            return False
    return False


def _in_office(text: str, start: int) -> bool:
    """Whether the words before are an office, from its head to the name: "Chủ tịch UBND phường, ông"."""
    after = ""
    for word, _gap in _back(text, start):
        small = word.lower()
        if small in _HEADS or f"{small} {after}" in _PAIRS:
            return True
        if not (small in _BODY_WORDS or word[:1].isupper() or word.isdigit() or small in _TAILS):
            return False
        after = small
    return False


def _back(text: str, start: int) -> Iterator[tuple[str, str]]:
    """Words before a place in the text, the nearest first, each with what stands between it and the next; within the sentence."""
    head = text[max(0, start - 120) : start]
    edge = len(head)
    for word in reversed(list(_WORD.finditer(head))):
        gap = head[word.end() : edge]
        if _STOP.search(gap):
            return
        yield word[0], gap
        edge = word.start()
