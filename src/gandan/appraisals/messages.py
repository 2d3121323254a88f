"""What is said of appraisals and postings, and to whom. No name, no title of what is judged, no number: messages leave the house."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.accounts.queries import people_holding
from gandan.appraisals.enums import Part
from gandan.appraisals.models import Appraisal, Posting, Seat
from gandan.appraisals.permissions import SCORING, STAFF
from gandan.core.events import Event
from gandan.notices.texts import Text, Words, day_of


def _appraisal(event: Event) -> Appraisal | None:
    return Appraisal.objects.filter(pk=event.thing_id).first()


def members(event: Event, today: date) -> Iterable[UUID]:
    """Who scores it: chair and members without a tie."""
    a = _appraisal(event)
    if a is None:
        return ()
    tied = a.conflicts.values("seat__user")
    seats = Seat.objects.filter(council=a.council_id, until=None, part__in=SCORING, user__is_active=True).exclude(user__in=tied)
    return seats.values_list("user_id", flat=True)


def keepers(event: Event, today: date) -> Iterable[UUID]:
    """Chair and secretary."""
    a = _appraisal(event)
    parts = [Part.CHAIR, Part.SECRETARY]
    seats = Seat.objects.filter(council=a.council_id, until=None, part__in=parts, user__is_active=True) if a else Seat.objects.none()
    return seats.values_list("user_id", flat=True)


def owners(event: Event, today: date) -> Iterable[UUID]:
    """Who works in the office whose work is judged."""
    a = _appraisal(event)
    return people_holding(Q(office=a.owner_office_id, role__in=STAFF), today=today) if a and a.owner_office_id else ()


def closing(event: Event, today: date) -> Iterable[UUID]:
    """The owner, and who sits in the council."""
    return {*owners(event, today), *members(event, today)}


def hearing(event: Event, today: date) -> Iterable[UUID]:
    """Who works in the office that hears objections."""
    posting = Posting.objects.filter(pk=event.thing_id).first()
    return people_holding(Q(office=posting.office_id, role__in=STAFF), today=today) if posting else ()


def seated(event: Event, today: date) -> Iterable[UUID]:
    """Who took the seat, while they sit."""
    seats = Seat.objects.filter(pk=str(event.facts.get("seat_id")), until=None, user__is_active=True)
    return seats.values_list("user_id", flat=True)


def opened(event: Event) -> tuple[str, str]:
    """The owner may score itself."""
    return _("Hồ sơ được đưa ra hội đồng"), _("Cơ quan có thể tự chấm điểm trước khi hội đồng chấm. Hạn %(day)s.") % {
        "day": day_of(event, "closes_on")
    }


def begun(event: Event) -> tuple[str, str]:
    """A card is owed."""
    return _("Có hồ sơ cần chấm điểm"), _("Xin chấm và nộp phiếu đến hết %(day)s.") % {"day": day_of(event, "closes_on")}


def again(event: Event) -> tuple[str, str]:
    """A second card is owed."""
    return _("Chấm lại lần hai"), _("Điểm các thành viên lệch nhau nhiều. Xin nộp phiếu lần hai đến hết %(day)s.") % {
        "day": day_of(event, "closes_on")
    }


def shown(event: Event) -> tuple[str, str]:
    """All may look."""
    return _("Đã mở điểm"), _("Các phiếu điểm của hồ sơ đã mở. Xin xem và trao đổi.")


def closed(event: Event) -> tuple[str, str]:
    """It is settled."""
    return _("Đã chốt kết quả"), _("Hội đồng đã chốt kết quả xét một hồ sơ. Xin xem ở trang của hồ sơ.")


def set_aside(event: Event) -> tuple[str, str]:
    """No result."""
    return _("Không xét nữa"), _("Một hồ sơ không được xét nữa; lý do ở trang của hồ sơ.")


def conflict(event: Event) -> tuple[str, str]:
    """One member fewer."""
    return _("Thành viên xin không chấm"), _("Một thành viên có liên quan nên không chấm. Xin xem hội đồng còn đủ người không.")


def objected(event: Event) -> tuple[str, str]:
    """An answer is owed."""
    return _("Có phản đối với bản niêm yết"), _("Xin xem xét và trả lời trước khi quyết định.")


def sat(event: Event) -> tuple[str, str]:
    """A seat."""
    return _("Tham gia hội đồng"), _("Ông/Bà có tên trong một hội đồng. Hồ sơ cần chấm sẽ hiện ở Việc của tôi.")


Say = Callable[[Event], tuple[str, str]]


def _text(
    verb: str, label: str | Promise, to: Callable[[Event, date], Iterable[UUID]], say: Say, page: str, *, urgent: bool = False
) -> Text:
    def many(events: Sequence[Event]) -> Mapping[UUID, Words]:
        return {e.pk: Words(*say(e), reverse(page, args=[e.thing_id])) for e in events}

    return Text(verb=f"appraisals.{verb}", label=label, to=to, words=lambda e: many([e])[e.pk], many=many, urgent=urgent)


ONE, COUNCIL, POSTING = "appraisals:one", "appraisals:council", "appraisals:posting"
TEXTS = (
    _text("seated", gettext_lazy("Được mời vào hội đồng"), seated, sat, COUNCIL),
    _text("opened", gettext_lazy("Hồ sơ của cơ quan được đưa ra hội đồng"), owners, opened, ONE),
    _text("begun", gettext_lazy("Có hồ sơ cần chấm điểm"), members, begun, ONE),
    _text("conflict_declared", gettext_lazy("Thành viên hội đồng xin không chấm"), keepers, conflict, ONE),
    _text("shown", gettext_lazy("Điểm của hội đồng đã mở"), members, shown, ONE),
    _text("scored_again", gettext_lazy("Cần chấm lại lần hai"), members, again, ONE),
    _text("closed", gettext_lazy("Kết quả xét đã chốt"), closing, closed, ONE),
    _text("set_aside", gettext_lazy("Hồ sơ không xét nữa"), closing, set_aside, ONE),
    _text("objected", gettext_lazy("Có phản đối với bản niêm yết"), hearing, objected, POSTING, urgent=True),
)
