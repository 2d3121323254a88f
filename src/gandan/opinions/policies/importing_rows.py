"""WHEN a row of a spreadsheet can become an opinion: cell by cell, every fault at once, so that a row is mended in one go."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from gandan.notices.calc.numbers import is_mobile
from gandan.opinions import topics
from gandan.opinions.enums import Wish
from gandan.opinions.policies.importing import COLUMNS, folded
from gandan.opinions.policies.say import is_phone
from gandan.opinions.policies.words import LONGEST, SHORTEST_REASON

_DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
_NATIONAL = re.compile(r"(?:\+?84|0)?([235789]\d{8,9})")


@dataclass(frozen=True)
class Ground:
    """What rows are compared with: hamlets by folded name, and today."""

    hamlets: Mapping[str, UUID]
    today: date


@dataclass(frozen=True)
class Fault:
    """What is amiss in one cell. `column` is the key of its column."""

    column: str
    sentence: str

    @property
    def title(self) -> str:
        """The heading of the column."""
        return str(COLUMNS.get(self.column, ""))


@dataclass
class Checked:
    """A row as it can be taken, and what is amiss with it."""

    text: str = ""
    place: str = ""
    hamlet: UUID | None = None
    topic: str = ""
    phone: str = ""
    mail: str = ""
    wish: Wish = Wish.NONE
    said_on: date | None = None
    faults: list[Fault] = field(default_factory=list)


def row(cells: Mapping[str, str], formulas: Iterable[str], ground: Ground) -> Checked:
    """One row against the rules; every fault of the row at once, so that it is mended in one go."""
    found = Checked(text=cells.get("text", ""), place=" ".join(cells.get("place", "").split()))
    wrong = frozenset(formulas)
    for key in COLUMNS:
        if key in wrong:
            _fault(found, key, _("Ô này là công thức hoặc báo lỗi. Xin chép lại rồi dán dạng giá trị."))
        else:
            _CHECKS[key](found, cells.get(key, "").strip(), ground)
    return found


def _fault(found: Checked, column: str, sentence: str) -> None:
    found.faults.append(Fault(column, sentence))


def _text(found: Checked, said: str, ground: Ground) -> None:
    if len(said) < SHORTEST_REASON:
        least = _("Xin ghi nội dung ý kiến, ít nhất %(n)s ký tự.") % {"n": SHORTEST_REASON}
        _fault(found, "text", least if said else _("Xin ghi nội dung ý kiến."))
    elif len(said) > LONGEST["text"]:
        _fault(found, "text", _("Nội dung dài quá %(n)s ký tự. Xin rút gọn hoặc tách thành hai dòng.") % {"n": LONGEST["text"]})


def _place(found: Checked, said: str, ground: Ground) -> None:
    if not found.place:
        _fault(found, "place", _("Xin ghi việc xảy ra ở đâu, ví dụ “hẻm 51, đường Lý Tự Trọng”."))
    elif len(found.place) > LONGEST["place"]:
        _fault(found, "place", _("Nơi xảy ra dài quá %(n)s ký tự. Xin ghi ngắn lại.") % {"n": LONGEST["place"]})


def _hamlet(found: Checked, said: str, ground: Ground) -> None:
    if said:
        found.hamlet = ground.hamlets.get(folded(said))
        if found.hamlet is None:
            _fault(
                found,
                "hamlet",
                _("Không có “%(said)s” trong đơn vị này. Xin chọn trong danh sách của tệp mẫu hoặc để trống.") % {"said": said[:60]},
            )


def _topic(found: Checked, said: str, ground: Ground) -> None:
    if said:
        found.topic = named_topic(said)
        if not found.topic:
            _fault(
                found, "topic", _("Chưa có lĩnh vực “%(said)s”. Xin chọn trong danh sách của tệp mẫu hoặc để trống.") % {"said": said[:60]}
            )


def _contact(found: Checked, said: str, ground: Ground) -> None:
    if "@" in said:
        try:
            validate_email(said)
            found.mail = said
        except ValidationError:
            _fault(found, "contact", _("Địa chỉ thư điện tử chưa đúng. Xin xem lại hoặc để trống."))
    elif said:
        found.phone = phone(said)
        if not found.phone:
            _fault(found, "contact", _("Số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng số 0. Xin xem lại hoặc để trống."))


def _wish(found: Checked, said: str, ground: Ground) -> None:
    if not said:
        return
    wish = next((w for w in Wish if folded(said) in {folded(str(w.label)), w.value}), None)
    if wish is None:
        _fault(found, "wish", _("Xin chọn một trong các cách: %(ways)s.") % {"ways": ", ".join(str(w.label) for w in Wish)})
    elif wish == Wish.MAIL and not found.mail:
        _fault(found, "wish", _("Muốn báo tin bằng thư điện tử thì cần địa chỉ thư ở cột bên cạnh."))
    elif wish == Wish.GATEWAY and not is_mobile(found.phone):
        _fault(found, "wish", _("Muốn báo tin bằng tin nhắn thì cần số điện thoại di động ở cột bên cạnh."))
    else:
        found.wish = wish


def _said_on(found: Checked, said: str, ground: Ground) -> None:
    if not said:
        return
    day = _day(said)
    if day is None:
        _fault(found, "said_on", _("Xin ghi ngày như 5/9/2026, hoặc bỏ trống để tính là hôm nay."))
    elif day > ground.today:
        _fault(found, "said_on", _("Ngày này chưa tới. Xin xem lại."))
    elif day < ground.today - timedelta(days=365):
        _fault(found, "said_on", _("Ngày này đã quá một năm. Xin xem lại, hoặc bỏ trống để tính là hôm nay."))
    else:
        found.said_on = day


_CHECKS = {"text": _text, "place": _place, "hamlet": _hamlet, "topic": _topic, "contact": _contact, "wish": _wish, "said_on": _said_on}


def phone(said: str) -> str:
    """A telephone number that the form would take too, as it is dialled; "" for what is none. A spreadsheet drops the nought in front."""
    found = _NATIONAL.fullmatch(re.sub(r"[\s.()–-]", "", said))
    if found:
        return f"0{found[1]}"
    return said if said.startswith("+") and is_phone(said) else ""


def named_topic(said: str) -> str:
    """The code of a topic that is named by its code or by its name, with or without accents; "" for none."""
    for topic in topics.offered():
        if said == topic.code or folded(said) in {folded(topic.said.vi), folded(topic.said.en)}:
            return topic.code
    return ""


def _day(said: str) -> date | None:
    for form in _DAYS:
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None
