"""WHEN something can be promised, assigned or taken up."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import held_on
from gandan.commitments import origins
from gandan.commitments.enums import State
from gandan.commitments.models import Commitment
from gandan.commitments.policies.words import BAD, fits
from gandan.core import events, legal
from gandan.core.access import Actor, Refusal
from gandan.core.legal.enums import DAYS
from gandan.core.text import private
from gandan.core.text.days import written
from gandan.units.models import Hamlet, Office

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)  # what a year typed wrongly is measured by; no commitment is older
FARTHEST = "commitment.farthest_due"
HOUR = timedelta(hours=1)


def begin(commitment: Commitment, *, today: date) -> Refusal | None:
    """What is owed is said in words, by an office that stands, with a date that is not before the day it was made."""
    return (
        wording(commitment)
        or stands(commitment.lead, today=today)
        or dates(commitment, today=today)
        or within_reach(commitment.due, today=today)
        or rule_allows(commitment)
        or hamlet_is_of(commitment.hamlet, commitment.unit_id)
        or (works_there(commitment.lead_person, commitment.lead_id, today=today) if commitment.lead_person else None)
    )


def wording(commitment: Commitment) -> Refusal | None:
    """A title and a product; to whom, where there is somebody to name."""
    return (
        fits(commitment.title, what="title")
        or fits(commitment.deliverable, what="deliverable")
        or fits(commitment.beneficiary, what="beneficiary", least=0)
        or (private.refusal(commitment.title, commitment.deliverable, commitment.beneficiary) if commitment.is_public else None)
    )


def stands(office: Office, *, today: date) -> Refusal | None:
    """The office exists today."""
    if not office.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    return None


def dates(commitment: Commitment, *, today: date) -> Refusal | None:
    """Made today or before, but not in another age; due not before that."""
    if commitment.made_on < EARLIEST:
        return Refusal(_("Ngày hứa hoặc giao việc quá xa. Xin xem lại năm."), status=BAD)
    if commitment.made_on > today:
        return Refusal(_("Ngày hứa hoặc giao việc không thể ở sau hôm nay."), status=BAD)
    if commitment.due < commitment.made_on:
        return Refusal(_("Hạn phải từ ngày hứa hoặc giao việc trở đi. Xin xem lại ngày, tháng, năm."), status=BAD)
    return None


def within_reach(day: date, *, today: date) -> Refusal | None:
    """A date that somebody can still be asked about: no further ahead than the rule says."""
    farthest = legal.rule(FARTHEST, on=today)
    last = min(today + timedelta(days=farthest.days), LATEST)
    if day > last:
        return Refusal(_("Hạn xa nhất là %(day)s. Xin xem lại năm.") % {"day": written(last)}, law=farthest.cite(), status=BAD)
    return None


def asked_by(commitment: Commitment) -> Refusal | None:
    """An office that may later confirm is named only where the record shows that it asked: at the activity where it did."""
    if commitment.asked_by_id is None or origins.asked_there(commitment):
        return None
    return Refusal(
        _("Chỉ ghi cơ quan đề nghị khi nhận đề nghị từ một hoạt động do cơ quan đó tổ chức. Xin mở hoạt động ấy rồi nhận đề nghị."),
        status=BAD,
    )


def said_already(commitment: Commitment, *, by: Actor, now: datetime) -> Refusal | None:
    """The same thing by the same person within the hour is a second click or a page sent twice, not a second promise."""
    same = Commitment.objects.filter(kind=commitment.kind, title=commitment.title, deliverable=commitment.deliverable, due=commitment.due)
    for row in same.filter(lead=commitment.lead_id, state=State.OPEN, recorded_at__gt=now - HOUR, recorded_at__lte=now).order_by(
        "recorded_at"
    ):
        first = events.of(row).first()
        if first is not None and first.actor == by.key:
            at = timezone.localtime(row.recorded_at).strftime("%H:%M")
            said = _("Ông/Bà đã ghi việc “%(title)s” với cùng hạn lúc %(at)s. Xin mở việc ấy trong danh sách, không ghi thêm lần nữa.")
            return Refusal(said % {"title": row.title, "at": at}, status=409)
    return None


def rule_allows(commitment: Commitment) -> Refusal | None:
    """Who names a rule for the date keeps within it."""
    if not commitment.due_rule:
        return None
    try:
        held = legal.rule(commitment.due_rule, on=commitment.made_on)
    except legal.UnknownRule:
        return Refusal(_("Không có quy định nào mang mã này vào ngày đó. Xin chọn lại căn cứ của hạn."), status=BAD)
    if held.measure not in DAYS:
        return Refusal(_("Quy định này không nói về thời hạn. Xin chọn lại căn cứ của hạn."), status=BAD)
    latest = legal.due(commitment.due_rule, start=commitment.made_on)
    if commitment.due > latest.date:
        said = _("Theo quy định đã chọn, hạn muộn nhất là %(day)s.") % {"day": written(latest.date)}
        return Refusal(said, law=held.cite(), status=BAD)
    return None


def hamlet_is_of(hamlet: Hamlet | None, unit: UUID) -> Refusal | None:
    """The place of the work lies in the unit that owes it."""
    if hamlet is not None and hamlet.unit_id != unit:
        return Refusal(_("Thôn, tổ dân phố này không thuộc đơn vị của cơ quan chủ trì."), status=BAD)
    return None


def works_there(person: User, office: UUID, *, today: date) -> Refusal | None:
    """Who is put in charge works in the office that owes it."""
    if not RoleHeld.objects.filter(held_on(today), user=person, office=office).exists():
        return Refusal(_("Người này không làm việc ở cơ quan chủ trì. Xin chọn người khác."), status=BAD)
    return None


def coordinators_change(commitment: Commitment) -> Refusal | None:
    """While the work is open."""
    if commitment.state != State.OPEN:
        return Refusal(_("Việc này không còn ở bước đang làm nên không đổi cơ quan phối hợp."))
    return None


def coordinate(commitment: Commitment, office: Office, *, today: date) -> Refusal | None:
    """Another office than the lead, once, while the work is open."""
    if (refusal := coordinators_change(commitment)) is not None:
        return refusal
    if office.pk == commitment.lead_id:
        return Refusal(_("Cơ quan này đã chủ trì nên không ghi là phối hợp."), status=BAD)
    if commitment.coordinators.filter(office=office).exists():
        return Refusal(_("Cơ quan này đã được ghi là phối hợp."), status=BAD)
    return stands(office, today=today)


def uncoordinate(commitment: Commitment, office: Office) -> Refusal | None:
    """While the work is open, an office that works along."""
    if (refusal := coordinators_change(commitment)) is not None:
        return refusal
    if not commitment.coordinators.filter(office=office).exists():
        return Refusal(_("Cơ quan này không phối hợp việc đó."), status=BAD)
    return None


def name_person(commitment: Commitment, person: User | None, *, today: date) -> Refusal | None:
    """While the work is open, and they work there."""
    if commitment.state != State.OPEN:
        return Refusal(_("Việc này không còn ở bước đang làm nên không đổi người phụ trách."))
    return works_there(person, commitment.lead_id, today=today) if person else None


def reword(commitment: Commitment, *, recorded_on: date, touched: bool, today: date) -> Refusal | None:
    """A slip of the pen is mended on the same day, before anything came of it. Later another wording would be another promise: once a code
    is in somebody's hand, they hold it for the words that stood there."""
    if touched:
        return Refusal(
            _("Việc này đã phát mã hoặc đã có bước tiếp theo nên không sửa câu chữ. Nếu cần, xin rút việc, nêu lý do, rồi ghi việc mới.")
        )
    if recorded_on != today or commitment.state != State.OPEN or commitment.round > 1:
        return Refusal(_("Chỉ sửa câu chữ trong ngày ghi. Nếu nội dung đã khác, xin rút việc này, nêu lý do, rồi ghi việc mới."))
    return None
