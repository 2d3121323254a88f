"""WHEN something is taken from a person: text and place are enough, nothing that was typed is lost without a sentence."""

from collections.abc import Sized
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import nfc
from gandan.notices.calc.numbers import is_mobile
from gandan.opinions import codes, topics
from gandan.opinions.enums import LIVING, Channel, Content, Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.states import CONFLICT
from gandan.opinions.policies.whereabouts import far
from gandan.opinions.policies.words import BAD, SHORTEST_REASON, fits
from gandan.units.models import Hamlet, Unit

MOST_FILES = 5
OLDEST = timedelta(days=366)  # what a year typed wrongly is measured by
LANGUAGE = 5
NAME, PHONE, MAIL = 100, 20, 254


def say(opinion: Opinion, *, unit: Unit, topic: str, uploads: Sized, said_on: date, today: date) -> Refusal | None:
    """Words about one place of a unit that stands."""
    return (
        fits(opinion.text, what="text", least=SHORTEST_REASON)
        or placed(opinion)
        or fits(opinion.place, what="place", least=0)
        or _stands(unit, opinion.hamlet, today=today)
        or _position(opinion, unit)
        or _listed(topic)
        or _said_on(said_on, today=today)
        or files(uploads)
        or channel(opinion.channel)
    )


def placed(opinion: Opinion) -> Refusal | None:
    """Somewhere: in words, by hamlet, or by a point."""
    if opinion.place or opinion.hamlet is not None or opinion.latitude is not None:
        return None
    return fits("", what="place")


def join_in(case: Case, opinion: Opinion) -> Refusal | None:
    """Others met the same thing: while somebody works on it or it waits for its senders. A complaint is one person's own."""
    if case.state not in LIVING:
        return Refusal(_("Việc này đã kết thúc. Nếu vẫn còn, xin gửi ý kiến mới."), status=CONFLICT)
    if case.content == Content.COMPLAINT:
        return Refusal(_("Đây là việc riêng của người gửi. Xin gửi ý kiến của Ông/Bà."), status=404)
    return fits(opinion.place, what="place", least=0)


def channel(value: str) -> Refusal | None:
    """One of the ways in."""
    return None if value in Channel.values else Refusal(_("Không có cách gửi này."), status=BAD)


def files(uploads: Sized) -> Refusal | None:
    """A few photographs or documents."""
    if len(uploads) > MOST_FILES:
        return Refusal(_("Mỗi lần gửi kèm nhiều nhất %(most)s tệp. Xin bỏ bớt.") % {"most": MOST_FILES}, status=BAD)
    return None


def pin(typed: str) -> Refusal | None:
    """Six digits that somebody who watches would not try first."""
    if not codes.is_pin(typed):
        return Refusal(_("Mã PIN gồm 6 chữ số."), status=BAD)
    if typed in codes.GUESSED:
        return Refusal(_("Mã PIN này dễ đoán. Xin chọn 6 chữ số khác."), status=BAD)
    return None


def contact(given: ContactGiven | None, wish: str) -> Refusal | None:
    """Who wishes to be told says where; nobody has to."""
    if wish not in Wish.values:
        return Refusal(_("Xin chọn cách báo tin."), status=BAD)
    if not given:
        return None if wish == Wish.NONE else Refusal(_("Xin ghi nơi nhận tin, hoặc chọn tự xem bằng mã."), status=BAD)
    if len(given.name) > NAME or len(given.phone) > PHONE or len(given.mail) > MAIL:
        return Refusal(_("Tên hoặc nơi nhận tin dài quá. Xin xem lại."), status=BAD)
    if given.mail or wish == Wish.MAIL:
        try:
            validate_email(given.mail)
        except ValidationError:
            return Refusal(_("Địa chỉ thư điện tử chưa đúng. Xin xem lại, ví dụ ten@vidu.vn."), status=BAD)
    if (given.phone or wish == Wish.GATEWAY) and not is_phone(given.phone):
        return Refusal(_("Số điện thoại chưa đúng. Xin ghi 10 chữ số, ví dụ 0912345678."), status=BAD)
    if wish == Wish.GATEWAY and not is_mobile(given.phone):
        said = _("Tin nhắn chỉ đến được số điện thoại di động, ví dụ 0912345678. Xin ghi số di động, hoặc chọn tự xem bằng mã.")
        return Refusal(said, status=BAD)
    return None


def same_code(key: UUID, mac: str, *, pin: str, words: tuple[str, str]) -> Refusal | None:
    """The form that carries this code was sent before: the same receipt for who has its PIN and sends the same words, nothing else."""
    was, now = (nfc(said).strip() for said in words)
    if codes.fits(key, pin, mac) and was == now:
        return None
    return Refusal(_("Mã trên mẫu này đã được dùng. Xin mở mẫu mới rồi gửi lại."), status=CONFLICT)


def is_phone(typed: str) -> bool:
    """A number that somebody in an office can call: also a landline, or one abroad."""
    digits = "".join(c for c in typed if c.isdigit())
    return all(c.isdigit() or c in " .-+()" for c in typed) and 9 <= len(digits) <= 15


def _stands(unit: Unit, hamlet: Hamlet | None, *, today: date) -> Refusal | None:
    if not unit.exists(today):
        return Refusal(_("Đơn vị này không còn. Xin chọn phường, xã hiện nay."), status=BAD)
    if hamlet is not None and hamlet.unit_id != unit.pk:
        return Refusal(_("Thôn, tổ dân phố này không thuộc đơn vị đã chọn. Xin chọn lại."), status=BAD)
    return None


def _position(opinion: Opinion, unit: Unit) -> Refusal | None:
    at: tuple[Any, Any] = (opinion.latitude, opinion.longitude)
    if at == (None, None):
        return None
    if None in at or abs(Decimal(at[0])) > 90 or abs(Decimal(at[1])) > 180:
        return Refusal(_("Vị trí trên bản đồ chưa đúng. Xin chấm lại hoặc bỏ trống."), status=BAD)
    return far(unit, *at)


def _listed(topic: str) -> Refusal | None:
    found = topics.get(topic) if topic else None
    if topic and (found is None or found.retired):
        return Refusal(_("Xin chọn lĩnh vực trong danh sách, hoặc bỏ trống."), status=BAD)
    return None


def _said_on(day: date, *, today: date) -> Refusal | None:
    if day > today:
        return Refusal(_("Ngày nói không thể ở sau hôm nay."), status=BAD)
    if day < today - OLDEST:
        return Refusal(_("Ngày nói quá xa. Xin xem lại năm."), status=BAD)
    return None
