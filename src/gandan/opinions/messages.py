"""What is said of cases to those who answer for them and to those above. Topic and date, never a word of who spoke, nor where they live."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.accounts.queries import people_holding
from gandan.core.access import Role
from gandan.core.events import Event
from gandan.notices.texts import Text, Words, day_of
from gandan.opinions import topics
from gandan.opinions.calc.reminders import LATE, NEWS, PASS_ON
from gandan.opinions.models import Case, PendingCase
from gandan.opinions.permissions import OVERSEERS, STAFF
from gandan.units import queries as units

NOBODY = Q(pk=None)
To = Callable[[Case, Event, date], Q]


@dataclass(frozen=True)
class Said:
    """Subject, and what the line says beside the topic."""

    subject: str
    line: str


# to whom


def office(c: Case, event: Event, today: date) -> Q:
    """Who was named for it; else who works in the office that answers."""
    here = Q(office=c.office_id, role__in=STAFF)
    return here & Q(user=c.person_id) if c.person_id else here


def office_at_a_step(c: Case, event: Event, today: date) -> Q:
    """The office, at 2, 5, 10, 20, 50 … senders: what presses is told, and a thousand clicks are a dozen notices."""
    return office(c, event, today) if is_step(int(str(event.facts.get("senders", 0)))) else NOBODY


def is_step(n: int) -> bool:
    """1, 2 or 5 with noughts behind it."""
    return str(n).rstrip("0") in {"1", "2", "5"}


def leaders(c: Case, event: Event, today: date) -> Q:
    """Who leads the unit whose matter it is."""
    return Q(unit=c.unit_id, role=Role.LEADER)


def above(c: Case, event: Event, today: date) -> Q:
    """Leaders and specialists above, once it was put before them: then they read it."""
    if c.escalated_on is None:
        return NOBODY
    return Q(unit__in=units.ancestor_ids(c.unit_id, today) - {c.unit_id}, role__in=OVERSEERS)


def office_by_clock(c: Case, event: Event, today: date) -> Q:
    """The office, of what the clock did: what one of them did, they know."""
    return office(c, event, today) if event.actor == "system:clock" else NOBODY


def office_and_leaders(c: Case, event: Event, today: date) -> Q:
    """Both."""
    return office(c, event, today) | leaders(c, event, today)


def everyone(c: Case, event: Event, today: date) -> Q:
    """Office, leaders, and those above who read it."""
    return office_and_leaders(c, event, today) | above(c, event, today)


def choosers(c: Case, event: Event, today: date) -> Q:
    """Leaders of the units that may take it, and those above them."""
    pending = PendingCase.objects.filter(case=c, settled_on=None).first()
    if pending is None:
        return NOBODY
    found = set(pending.candidates.values_list("pk", flat=True))
    over = {up for unit in found for up in units.ancestor_ids(unit, today)}
    return Q(unit__in=found, role=Role.LEADER) | Q(unit__in=over, role__in=OVERSEERS)


# in which words


def _due(event: Event, name: str = "due") -> str:
    """The date among the facts of an event, as people write it."""
    return day_of(event, name)


def said(event: Event) -> Said:
    """Somebody spoke."""
    due = _due(event)
    return Said(_("Ý kiến mới của người dân"), _("Hạn %(day)s.") % {"day": due} if due else _("Xin xem và phân loại."))


def forwarded(event: Event) -> Said:
    """It is theirs now."""
    return Said(_("Ý kiến được chuyển đến"), _("Nay do cơ quan Ông/Bà giải quyết; hạn giữ nguyên."))


def replied(event: Event) -> Said:
    """The clock goes on."""
    return Said(_("Người gửi đã bổ sung"), _("Thời gian lại tính vào hạn. Xin đọc và làm tiếp."))


def resumed(event: Event) -> Said:
    """The pause was as long as it may be."""
    return Said(_("Đã tạm dừng đủ số ngày cho phép"), _("Thời gian lại tính vào hạn; hạn nay là %(day)s.") % {"day": _due(event)})


def gone_on(event: Event) -> Said:
    """Nobody replied for as long as one waits."""
    return Said(
        _("Người gửi chưa bổ sung"),
        _("Đã chờ đủ số ngày cho phép; hạn nay là %(day)s. Xin trả lời theo điều đã rõ, hoặc báo không thụ lý, có lý do.")
        % {"day": _due(event)},
    )


def wrote(event: Event) -> Said:
    """Something more."""
    return Said(_("Người gửi viết thêm"), _("Xin đọc ở trang của việc."))


def joined_in(event: Event) -> Said:
    """It presses more."""
    return Said(_("Thêm người cùng gặp"), _("Nay có %(n)s người cùng nói việc này.") % {"n": event.facts.get("senders", "")})


def reopened(event: Event) -> Said:
    """It is work again."""
    return Said(_("Người gửi nói chưa xong"), _("Việc mở lại, hạn mới %(day)s.") % {"day": _due(event)})


def found_not_done(event: Event) -> Said:
    """The second no."""
    return Said(_("Người gửi nói chưa xong lần thứ hai"), _("Việc được đưa lên cấp trên; không tính là đã xác nhận."))


def ordered(event: Event) -> Said:
    """From the leader or from above."""
    return Said(_("Yêu cầu giải quyết lại"), _("Việc mở lại, hạn mới %(day)s. Lý do ở trang của việc.") % {"day": _due(event)})


def ended_objected(event: Event) -> Said:
    """Those above ended it, against a sender's no."""
    return Said(_("Cấp trên khép lại một ý kiến"), _("Người gửi không đồng ý. Lý do ở trang của việc."))


def escalated(event: Event) -> Said:
    """Now those above read it."""
    return Said(_("Ý kiến được đưa lên cấp trên"), _("Từ nay cấp trên đọc được việc này; đơn vị vẫn giải quyết."))


def confirmed(event: Event) -> Said:
    """The people's word."""
    return Said(_("Người gửi xác nhận đã xong"), _("Việc đã khép lại."))


def withdrawn(event: Event) -> Said:
    """Nothing is owed any more."""
    return Said(_("Người gửi rút ý kiến"), _("Không phải trả lời việc này nữa."))


def opened(event: Event) -> Said:
    """A leader knows of each."""
    return Said(_("Một liên hệ của người gửi đã được mở"), _("Lý do ở trang của việc; người gửi cũng đọc được."))


def pending(event: Event) -> Said:
    """A person has to choose."""
    return Said(_("Cần chọn cơ quan nhận việc"), _("Đơn vị cũ đã sắp xếp lại. Xin chọn cơ quan giải quyết tiếp."))


def reminded(event: Event) -> Said:
    """By what the office owes today."""
    due = {"day": _due(event)}
    return {
        LATE: Said(_("Quá hạn trả lời"), _("Hạn %(day)s đã qua. Điều gì đã rõ, xin trả lời ngay.") % due),
        NEWS: Said(_("Người gửi chờ tin"), _("Hạn %(day)s đã qua mà chưa có tin mới. Xin báo việc đến đâu.") % due),
        PASS_ON: Said(_("Cần chuyển phản ánh về quy định"), _("Xin chuyển đến nơi sửa được quy định, hoặc nhận giải quyết.")),
    }[str(event.facts["stage"])]


def handed_over(event: Event) -> Said:
    """It came with a reorganisation."""
    return Said(_("Ý kiến chuyển đến sau sắp xếp đơn vị"), _("Nay do cơ quan Ông/Bà giải quyết; hạn giữ nguyên."))


def named(event: Event) -> Said:
    """It is theirs to look after."""
    return Said(_("Ông/Bà được giao theo dõi một ý kiến"), _("Xin xem hạn ở trang của việc."))


def recounted(event: Event) -> Said:
    """Law or calendar changed."""
    return Said(_("Hạn trả lời đã đổi"), _("Do quy định hoặc lịch làm việc thay đổi, hạn mới là %(day)s.") % {"day": _due(event)})


def _many(say: Callable[[Event], Said]) -> Callable[[Sequence[Event]], Mapping[UUID, Words]]:
    """Words of several events in one question."""

    def many(events: Sequence[Event]) -> Mapping[UUID, Words]:
        found = {str(c.pk): c for c in Case.objects.filter(pk__in=[e.thing_id for e in events])}
        return {e.pk: _words(found[e.thing_id], say(e)) for e in events if e.thing_id in found}

    return many


def _words(c: Case, said: Said) -> Words:
    return Words(said.subject, f"{topics.name_of(c.topic)}. {said.line}", reverse("opinions:case", args=[c.pk]))


def _text(verb: str, label: str | Promise, to: To, say: Callable[[Event], Said], *, urgent: bool = False) -> Text:
    def told(event: Event, today: date) -> Iterable[UUID]:
        c = Case.objects.filter(pk=event.thing_id).first()
        return people_holding(to(c, event, today), today=today) if c is not None else ()

    many = _many(say)
    return Text(verb=f"opinions.{verb}", label=label, to=told, words=lambda e: many([e]).get(e.pk), many=many, urgent=urgent)


TEXTS = (
    _text("said", gettext_lazy("Có ý kiến mới của người dân"), office, said),
    _text("joined_in", gettext_lazy("Thêm người cùng gặp một việc"), office_at_a_step, joined_in),
    _text("forwarded", gettext_lazy("Ý kiến được chuyển đến cơ quan"), office, forwarded),
    _text("person_named", gettext_lazy("Được giao theo dõi một ý kiến"), office, named),
    _text("replied", gettext_lazy("Người gửi bổ sung điều được hỏi"), office, replied),
    _text("resumed", gettext_lazy("Tạm dừng đủ ngày, thời gian lại tính"), office_by_clock, resumed),
    _text("gone_on", gettext_lazy("Người gửi chưa bổ sung, thời gian lại tính"), office_by_clock, gone_on),
    _text("written", gettext_lazy("Người gửi viết thêm"), office, wrote),
    _text("reopened", gettext_lazy("Người gửi nói chưa xong, ý kiến mở lại"), office_and_leaders, reopened, urgent=True),
    _text("found_not_done", gettext_lazy("Người gửi nói chưa xong lần thứ hai"), everyone, found_not_done, urgent=True),
    _text("confirmed", gettext_lazy("Người gửi xác nhận đã xong"), office, confirmed),
    _text("withdrawn", gettext_lazy("Người gửi rút ý kiến"), office, withdrawn),
    _text("reopen_ordered", gettext_lazy("Yêu cầu giải quyết lại ý kiến"), office_and_leaders, ordered, urgent=True),
    _text("ended_objected", gettext_lazy("Cấp trên khép lại ý kiến, người gửi không đồng ý"), office_and_leaders, ended_objected),
    _text("escalated", gettext_lazy("Ý kiến được đưa lên cấp trên"), everyone, escalated),
    _text("reminded", gettext_lazy("Nhắc: ý kiến quá hạn, cần báo tin, cần chuyển"), office, reminded),
    _text("handed_over", gettext_lazy("Ý kiến chuyển đến sau sắp xếp đơn vị"), office_and_leaders, handed_over),
    _text("handover_pending", gettext_lazy("Cần chọn cơ quan nhận ý kiến sau sắp xếp đơn vị"), choosers, pending, urgent=True),
    _text("recounted", gettext_lazy("Hạn của ý kiến đổi do quy định hoặc lịch làm việc"), office, recounted),
    _text("contact_opened", gettext_lazy("Liên hệ của người gửi được mở"), leaders, opened),
)
