"""WHEN something may be shown of a model, and when it counts as alive."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.core import legal
from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.indicators.enums import Bound
from gandan.movement.enums import Deed, EvidenceKind
from gandan.movement.models import Aim, Practice
from gandan.movement.policies.state import possible
from gandan.movement.policies.words import BAD, SHORTEST_REASON, address, fits

LIFE, NOTICE = "movement.life", "movement.life_notice"
MOST_FILES = 10
OLDEST = date(1990, 1, 1)


def year_of_life(on: date) -> timedelta:
    """For how long a sign of life counts."""
    return timedelta(days=legal.rule(LIFE, on=on).days)


def read_measure(aim: Aim, *, value: Decimal, bound: str, read_on: date, note: str, today: date) -> Refusal | None:
    """A number of a day that has been, with a sentence on how it was found."""
    if (refusal := possible(aim.practice, Deed.READ_MEASURE)) is not None:
        return refusal
    if not value.is_finite() or value < 0:
        return Refusal(_("Con số này không đọc được. Xin ghi bằng chữ số, ví dụ 1.250 hoặc 74,5."), status=BAD)
    if bound not in Bound.values:
        return Refusal(_("Xin chọn: đúng, hơn, gần hay khoảng."), status=BAD)
    return _day(read_on, today=today) or fits(note, what="note", least=0) or private.refusal(note)


def add_evidence(practice: Practice, *, kind: str, note: str, url: str, uploads: int, shows: date, today: date) -> Refusal | None:
    """Each kind with what it is made of, and the day that it shows."""
    if (refusal := possible(practice, Deed.ADD_EVIDENCE)) is not None:
        return refusal
    if kind not in EvidenceKind.values:
        return Refusal(_("Xin chọn loại bằng chứng: ảnh hoặc tệp, liên kết, ghi chú."), status=BAD)
    if kind == EvidenceKind.PHOTO and not 1 <= uploads <= MOST_FILES:
        return Refusal(_("Xin chọn từ 1 đến %(most)s ảnh hoặc tệp để gửi.") % {"most": MOST_FILES}, status=BAD)
    if (uploads and kind != EvidenceKind.PHOTO) or (url and kind != EvidenceKind.LINK):
        return Refusal(_("Mỗi bằng chứng là ảnh hoặc tệp, một liên kết, hoặc một ghi chú. Xin thêm từng cái."), status=BAD)
    if kind == EvidenceKind.LINK and (refusal := address(url)) is not None:
        return refusal
    least = SHORTEST_REASON if kind == EvidenceKind.NOTE else 0
    return _day(shows, today=today) or fits(note, what="note", least=least) or private.refusal(note)


def tie(practice: Practice, *, things: Sequence[object], seen: bool) -> Refusal | None:
    """To one thing, which whoever ties it may see."""
    if (refusal := possible(practice, Deed.TIE)) is not None:
        return refusal
    if sum(thing is not None for thing in things) != 1 or not seen:
        return Refusal(_("Xin chọn một hoạt động, một cam kết hoặc một vụ việc."), status=BAD)
    return None


def note_use(practice: Practice, *, used: dict[UUID, Decimal], reached: dict[UUID, date], today: date) -> Refusal | None:
    """Of rows of this very model, with numbers that can be and days that have been."""
    if (refusal := possible(practice, Deed.NOTE_USE)) is not None:
        return refusal
    resources = set(practice.resources.values_list("pk", flat=True))
    milestones = set(practice.milestones.values_list("pk", flat=True))
    if not (used or reached) or used.keys() - resources or reached.keys() - milestones:
        return Refusal(_("Xin chọn nguồn lực hoặc mốc tiến độ của mô hình này."), status=BAD)
    if any(not n.is_finite() or n < 0 for n in used.values()):
        return Refusal(_("Con số này không đọc được. Xin ghi bằng chữ số, ví dụ 1.250 hoặc 74,5."), status=BAD)
    return next((refusal for day in reached.values() if (refusal := _day(day, today=today)) is not None), None)


def give_sign(practice: Practice, *, note: str, today: date) -> Refusal | None:
    """With something of this year that shows it; the same thing does not count for two signs."""
    refusal = possible(practice, Deed.GIVE_SIGN) or fits(note, what="note", least=SHORTEST_REASON) or private.refusal(note)
    if refusal is not None:
        return refusal
    if not shown_since(practice, proof_from(practice, today=today), today=today):
        return Refusal(_("Xin thêm bằng chứng, kết quả đo, buổi thăm hoặc việc liên quan của năm qua rồi báo còn hoạt động."))
    return None


def revive(practice: Practice, *, note: str, today: date) -> Refusal | None:
    """It lapsed, and something after that day shows that it lives."""
    refusal = possible(practice, Deed.REVIVE) or fits(note, what="note", least=SHORTEST_REASON) or private.refusal(note)
    if refusal is not None:
        return refusal
    if practice.alive_until is not None and not shown_since(practice, practice.alive_until + timedelta(days=1), today=today):
        return Refusal(_("Xin thêm bằng chứng sau ngày không còn tin hoạt động, rồi báo hoạt động trở lại."))
    return None


def lapse(practice: Practice, *, today: date) -> Refusal | None:
    """Its year is over, and it does not wait for an office: nobody could have spoken for it."""
    if (refusal := possible(practice, Deed.LAPSE)) is not None:
        return refusal
    if practice.lives(today) or practice.pending.filter(settled_on=None).exists():
        return Refusal(_("Mô hình còn hạn báo hoạt động."))
    return None


def proof_from(practice: Practice, *, today: date) -> date:
    """The first day whose proof counts for a sign given today: of the year, and after the last sign."""
    last = practice.signs.order_by("given_on").last()
    year = today - year_of_life(today)
    return max(year, last.given_on + timedelta(days=1)) if last is not None else year


def shown_since(practice: Practice, first: date, *, today: date) -> bool:
    """Evidence, a number that stands, a visit, or something tied to it, of these days."""
    days = (first, today)
    return (
        practice.evidence.filter(shows__range=days).exists()
        or practice.visits.filter(visited_on__range=days).exists()
        or practice.links.filter(linked_on__range=days, removed_on=None).exists()
        or practice.aims.filter(
            readings__read_on__range=days, readings__statement__retraction=None, readings__statement__corrected_by=None
        ).exists()
    )


def _day(day: date, *, today: date) -> Refusal | None:
    if day > today:
        return Refusal(_("Ngày này chưa đến. Xin ghi ngày đã qua hoặc hôm nay."), status=BAD)
    return None if day >= OLDEST else Refusal(_("Ngày này có lẽ ghi nhầm năm. Xin xem lại."), status=BAD)
