"""What a private person would not want on a public page: numbers that find them, where they live, and their name. Pure, no database.

`found` reads one text and says what stands in it; `refusal` is the sentence for whoever typed it. It errs a little on the side of people:
a name behind "ông", "bà", "anh"… counts as a private person's unless an office stands beside it, or a street, a bridge, a school bears it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core.access import Refusal
from gandan.core.text import persons
from gandan.core.text.spelling import nfc


class Kind(TextChoices):
    """What was found."""

    PHONE = "phone", gettext_lazy("số điện thoại")
    PAPER = "paper", gettext_lazy("số giấy tờ tùy thân")
    ACCOUNT = "account", gettext_lazy("số tài khoản")
    MAIL = "mail", gettext_lazy("địa chỉ thư điện tử")
    PLATE = "plate", gettext_lazy("biển số xe")
    BIRTH = "birth", gettext_lazy("ngày sinh")
    HOUSE = "house", gettext_lazy("số nhà")
    PERSON = "person", gettext_lazy("tên người dân")


@dataclass(frozen=True)
class Found:
    """One thing, as it stands in the text."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


_GAP = r"[\s.()\-‐-―·]{0,3}"
_SPOKEN = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d")
_HOTLINE = re.compile(
    r"(?i)(?:đường dây nóng|tổng đài|hotline|trực ban|số máy trực|điện thoại (?:của )?(?:cơ quan|văn phòng|bộ phận|ubnd|ủy ban|công an)"
    r"|(?:ubnd|ủy ban nhân dân|công an|trạm y tế) (?:phường|xã)[^.;]{0,20}(?:đt|điện thoại))[^.;]{0,40}$"
)
_PUBLIC_HOUSE = re.compile(
    r"(?i)(?:trụ sở|cơ quan|ubnd|ủy ban|trường|chợ|trạm|nhà văn hóa|sinh hoạt|trung tâm|hội trường|bưu điện|bệnh viện|công viên)"
    r"[^.;,]{0,30},?\s*(?:ở|tại)?\s*$"
)
_STREET = r"(?:đường|hẻm|ngõ|ngách|kiệt|phố|quốc lộ|tỉnh lộ|tổ)"
_NAMED = r"(?:[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){1,5})"

# kind, what it looks like (the last group of several is the number), and what before it makes it public
_LOOKS: tuple[tuple[Kind, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (Kind.MAIL, re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?![\w.-]*\.gov\.vn\b)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"), None),
    (
        Kind.PAPER,
        re.compile(
            r"(?i)(?<!\w)(?:cccd|cmnd|cmtnd|cmt|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|(?:mã |số )?định danh(?: cá nhân)?"
            r"|hộ chiếu|sổ hộ khẩu|bảo hiểm (?:xã hội|y tế)|bhyt|bhxh|giấy phép lái xe|mã số thuế cá nhân)(?: (?:số|mã số|là))*\s*[:.]?\s*"
            r"[a-z]{0,3}\d[\d .]{5,18}\d"
        ),
        None,
    ),
    (Kind.PAPER, re.compile(r"(?<![\w.,/-])(?:0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|[A-Z]{2}[1-5]\d{12})(?![\w/-]|[.,]\d)"), None),
    (
        Kind.ACCOUNT,
        re.compile(
            r"(?i)(?<!\w)(?:(?:số )?(?:tài khoản|stk|tk))(?: (?:số|ngân hàng|cá nhân|là))*"
            r"(?: (?:vietcombank|agribank|bidv|vietinbank|mb|momo))?"
            r"\s*[:.]?\s*\d[\d .-]{4,22}\d"
            r"|(?<![\d.,/-])\d{8,16}(?=\s*[,(]?\s*(?:ngân hàng|agribank|vietcombank"
            r"|vietinbank|bidv|sacombank|techcombank|mb ?bank|acb|momo))"
        ),
        None,
    ),
    (
        Kind.PHONE,
        re.compile(rf"(?<![\d,/])(?<!\d[.-])(?:(?:\+|00)?{_GAP}84|[0Oo])(?:{_GAP}[235789])(?:{_GAP}[\doO]){{8,9}}(?![\d/]|[.,]\d|\w)"),
        _HOTLINE,
    ),
    (Kind.PHONE, re.compile(rf"(?i)(?<!\w)không(?:[\s,.-]+{_SPOKEN}){{8,10}}(?!\w)"), _HOTLINE),
    (Kind.PLATE, re.compile(r"(?<![\w/.-])\d{2}[ -]?[A-ZĐ]{1,2}\d?[ -]?\d{3}\.?\d{2}(?![\w/]|[.,]\d)"), None),
    (Kind.PLATE, re.compile(r"(?i)(?:biển số|biển kiểm soát|bks)(?: xe)?\s*[:.]?\s*\d{2}[ -]?[a-zđ]{1,2}\d?[ -]?\d{3,4}\.?\d{0,2}"), None),
    (
        Kind.BIRTH,
        re.compile(
            r"(?i)(?<!\w)(?<!học )(?<!dân )(?<!vệ )(?<!thí )(?<!phát )"
            r"(?:(?:sinh ngày|ngày sinh|sinh|sn)\s*:?\s*(?:ngày )?\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
            r"|sinh ngày \d{1,2} tháng \d{1,2} năm (?:19|20)\d\d)"
        ),
        None,
    ),
    (Kind.BIRTH, re.compile(rf"{_NAMED},? ?\(?(?:[Ss]inh năm|SN|[Ss]n\.?)\s*:?\s*(?:19|20)\d\d"), None),
    (
        Kind.HOUSE,
        re.compile(r"(?i)(?<!\w)(?:số nhà|nhà số|căn hộ(?: số)?|địa chỉ\s*:?\s*(?:số|nhà)?)\s*:?\s*[a-z]?\d[\w/-]*"),
        _PUBLIC_HOUSE,
    ),
    (Kind.HOUSE, re.compile(rf"(?i)(?<!\w)nhà (?:số )?\d+[\w/]*(?=,? {_STREET}(?!\w)| [A-ZÀ-ỸĐ])"), _PUBLIC_HOUSE),
    (
        Kind.HOUSE,
        re.compile(rf"(?i)(?:(?<=ở )|(?<=tại )|(?<=ngụ )|(?<=hộ )|(?<=, )|(?<=\()|^)số \d+[\w/]*(?=,? {_STREET}(?!\w))"),
        _PUBLIC_HOUSE,
    ),
    (Kind.HOUSE, re.compile(rf"(?<![\w/.-])\d+[A-Za-z]?(?:/\d+[A-Za-z]?){{1,4}},? (?:{_STREET} )?{_NAMED}"), _PUBLIC_HOUSE),
)
_DATED = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/(?:19|20)?\d\d)?(?!\d|/)")


def found(text: str) -> list[Found]:
    """What of private persons stands in a text, from left to right; of two that overlap the one that begins first."""
    plain = _digits(nfc(text))
    kept: list[Found] = []
    for one in sorted(_all(plain), key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def refusal(*texts: str, names: bool = True) -> Refusal | None:
    """What to say to somebody who puts this where everybody reads it; None where nothing was found. Without `names` only numbers count."""
    for one in (one for text in texts for one in found(text) if names or one.kind is not Kind.PERSON):
        if one.kind is Kind.PERSON:
            return Refusal(
                _("Câu này ai cũng đọc được. Xin bỏ tên “%(words)s”, ghi chung như “một hộ dân”; người có chức vụ thì ghi kèm chức vụ.")
                % {"words": one.text},
                status=422,
            )
        return Refusal(
            _("Câu này ai cũng đọc được. Xin bỏ %(what)s “%(words)s”.") % {"what": one.kind.label, "words": one.text}, status=422
        )
    return None


def _all(text: str) -> Iterator[Found]:
    for kind, look, public in _LOOKS:
        for match in look.finditer(text):
            if public is not None and public.search(text, max(0, match.start() - 80), match.start()):
                continue
            if not _a_date(kind, match[0]):
                yield Found(kind, match[0].strip(), match.start())
    for start, end in persons.named(text):
        yield Found(Kind.PERSON, text[start:end], start)


def _a_date(kind: Kind, said: str) -> bool:
    """Days look like telephone numbers and like houses: 02.02.2026 - 05.03.2026, 20/11 Nhà giáo Việt Nam."""
    if kind is Kind.PHONE:
        return _DAY.search(said) is not None
    return kind is Kind.HOUSE and _DATED.match(said) is not None


def _digits(text: str) -> str:
    """Every kind of digit as 0–9, in its place."""
    return text if text.isascii() else "".join(str(int(c)) if c.isdecimal() else c for c in text)
