"""What is said of commitments, and to whom. Titles only of what is public; never anybody's reason, note or objection."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gandan.accounts.queries import people_holding
from gandan.commitments.enums import BY_CODE, Stage
from gandan.commitments.models import Commitment, PendingHandover
from gandan.core.access import Role
from gandan.core.events import Event
from gandan.notices.texts import Text, Words, day_of
from gandan.units import queries as units

To = Callable[[Commitment, Event], Q | None]
STAFF = (Role.OFFICER, Role.LEADER)
OVERSEERS = (Role.LEADER, Role.SPECIALIST)


@dataclass(frozen=True)
class Said:
    """Subject, and what the line says beside the name of the thing."""

    subject: str
    line: str


# to whom


def lead(c: Commitment, event: Event) -> Q:
    """Who was named; else who works in the lead office."""
    office = Q(office=c.lead_id, role__in=STAFF)
    return office & Q(user=c.lead_person_id) if c.lead_person_id else office


def leaders(c: Commitment, event: Event) -> Q:
    """Who leads the unit that owes it."""
    return Q(unit=c.unit_id, role=Role.LEADER)


def lead_and_leaders(c: Commitment, event: Event) -> Q:
    """Both."""
    return lead(c, event) | leaders(c, event)


def giver(c: Commitment, event: Event) -> Q | None:
    """The office that assigned it or asked for it; nobody where it was people."""
    office = c.assigned_by_id or c.asked_by_id
    return Q(office=office, role__in=(*STAFF, Role.SPECIALIST)) if office else None


def watchers(c: Commitment, event: Event) -> Q:
    """Who may judge what was reported done: the giver, and for what is owed to people the supervision board."""
    board = Q(unit__in=(c.unit_id, c.made_in_id), role=Role.SUPERVISOR) if not c.is_task else Q(pk=None)
    return (giver(c, event) or Q(pk=None)) | board


def confirmed_to(c: Commitment, event: Event) -> Q:
    """Who owes it; of an end by codes also the supervision board where it was promised."""
    board = Q(unit__in=(c.unit_id, c.made_in_id), role=Role.SUPERVISOR) if event.facts.get("how") in BY_CODE else Q(pk=None)
    return lead_and_leaders(c, event) | board


def by_stage(c: Commitment, event: Event) -> Q:
    """The reminder of a leader goes to leaders, every other one to who owes it."""
    return leaders(c, event) if event.facts.get("stage") == Stage.LEADER else lead(c, event)


def lead_and_giver(c: Commitment, event: Event) -> Q:
    """Who owes it and who gave it."""
    return lead(c, event) | (giver(c, event) or Q(pk=None))


def choosers(c: Commitment, event: Event) -> Q:
    """Leaders of the units that may take it, and those above them."""
    pending = PendingHandover.objects.filter(pk=str(event.facts.get("pending_id"))).first()
    if pending is None:
        return Q(pk=None)
    found = set(pending.candidates.values_list("pk", flat=True))
    above = {up for unit in found for up in units.ancestor_ids(unit, pending.since)}
    return Q(unit__in=found, role=Role.LEADER) | Q(unit__in=above, role__in=OVERSEERS)


# in which words


def given(event: Event) -> Said:
    """Something new is owed."""
    return Said(_("Việc mới"), _("Hạn %(day)s.") % {"day": day_of(event, "due")})


def reminded(event: Event) -> Said:
    """By the stage of the reminder."""
    due = {"day": day_of(event, "due")}
    return {
        Stage.BEFORE: Said(_("Sắp đến hạn"), _("Hạn %(day)s, còn ít ngày làm việc.") % due),
        Stage.ON_DAY: Said(_("Đến hạn hôm nay"), _("Hôm nay là hạn. Xong thì xin thêm bằng chứng và báo xong.")),
        Stage.AFTER: Said(_("Đã quá hạn"), _("Hạn %(day)s đã qua. Xin ghi tiến độ để người chờ biết.") % due),
        Stage.LEADER: Said(_("Đơn vị có việc quá hạn"), _("Hạn %(day)s đã qua.") % due),
        Stage.ASKED: Said(_("Nhắc việc"), _("Đề nghị cơ quan báo tiến độ việc này. Hạn %(day)s.") % due),
    }[Stage(str(event.facts["stage"]))]


def extended(event: Event) -> Said:
    """Both dates."""
    days = {"was": day_of(event, "was_due"), "now": day_of(event, "due")}
    return Said(_("Đã gia hạn"), _("Hạn chuyển từ %(was)s sang %(now)s.") % days)


def handed_over(event: Event) -> Said:
    """It is theirs now."""
    return Said(_("Việc được chuyển đến"), _("Việc này nay do cơ quan Ông/Bà chủ trì; hạn giữ nguyên."))


def reported(event: Event) -> Said:
    """They are to look."""
    return Said(_("Báo đã xong"), _("Cơ quan chủ trì báo đã xong. Xin đối chiếu bằng chứng."))


def objected(event: Event) -> Said:
    """It is open again."""
    return Said(_("Người dân nói chưa xong"), _("Việc mở lại, hạn cũ %(day)s vẫn giữ.") % {"day": day_of(event, "due")})


def confirmed(event: Event) -> Said:
    """The people's word. Codes pass through an office's hands, so the supervision board is told and may still object."""
    if event.facts.get("how") in BY_CODE and event.facts.get("posted_until"):
        until = {"day": day_of(event, "posted_until")}
        line = _("Xác nhận bằng mã. Ban giám sát xem bằng chứng; nếu chưa xong thì phản đối được đến hết %(day)s.") % until
        return Said(_("Dân xác nhận đã xong"), line)
    return Said(_("Dân xác nhận đã xong"), _("Việc đã được xác nhận là xong."))


def accepted(event: Event) -> Said:
    """The end of a task."""
    return Said(_("Đã nhận kết quả"), _("Nơi giao việc đã nhận kết quả."))


def sent_back(event: Event) -> Said:
    """It is open again."""
    return Said(_("Việc bị trả lại"), _("Nơi giao trả lại, việc mở lại; hạn cũ %(day)s vẫn giữ.") % {"day": day_of(event, "due")})


def unopposed(event: Event) -> Said:
    """Nobody objected; nobody confirmed."""
    return Said(_("Hết niêm yết"), _("Chưa ai phản đối, cũng chưa ai xác nhận."))


def withdrawn(event: Event) -> Said:
    """It will not be done."""
    return Said(_("Việc đã rút"), _("Cơ quan không làm việc này nữa; lý do ở trang của việc."))


def pending(event: Event) -> Said:
    """A person has to choose."""
    return Said(_("Cần chọn nơi nhận việc"), _("Đơn vị cũ đã sắp xếp lại. Xin chọn cơ quan làm tiếp."))


def _many(say: Callable[[Event], Said]) -> Callable[[Sequence[Event]], Mapping[UUID, Words]]:
    """Words of several events in one question. A title leaves the house only where everybody may read it anyway."""

    def many(events: Sequence[Event]) -> Mapping[UUID, Words]:
        found = {str(c.pk): c for c in Commitment.objects.filter(pk__in=[e.thing_id for e in events])}
        return {e.pk: _words(found[e.thing_id], say(e)) for e in events if e.thing_id in found}

    return many


def _words(c: Commitment, said: Said) -> Words:
    name = f"“{c.title}”" if c.is_public and c.title else str(c.get_kind_display())
    return Words(said.subject, f"{name}. {said.line}", reverse("commitments:one", args=[c.pk]))


def _text(verb: str, label: str | Promise, to: To, say: Callable[[Event], Said], *, urgent: bool = False) -> Text:
    def told(event: Event, today: date) -> Iterable[UUID]:
        c = Commitment.objects.filter(pk=event.thing_id).first()
        roles = to(c, event) if c is not None else None
        return people_holding(roles, today=today) if roles is not None else ()

    many = _many(say)
    return Text(verb=f"commitments.{verb}", label=label, to=told, words=lambda e: many([e]).get(e.pk), many=many, urgent=urgent)


# counts for those above


def above(event: Event, today: date) -> Iterable[UUID]:
    """Leaders and specialists of the units above the one that is late."""
    unit = UUID(event.thing_id)
    return people_holding(Q(unit__in=units.ancestor_ids(unit, today) - {unit}, role__in=OVERSEERS), today=today)


def counted(event: Event) -> Words:
    """A name of a unit and a number; no contents."""
    place = units.one(UUID(event.thing_id))
    late = int(str(event.facts.get("late", 0)))
    line = ngettext("%(unit)s có %(n)s việc quá hạn lâu.", "%(unit)s có %(n)s việc quá hạn lâu.", late)
    url = f"{reverse('commitments:list')}?cua=tat-ca&don-vi={event.thing_id}&trang-thai=late"
    return Words(_("Đơn vị cấp dưới quá hạn lâu"), line % {"unit": place.full_name if place else "", "n": late}, url)


TEXTS = (
    _text("promised", gettext_lazy("Cơ quan có lời hứa mới với dân"), lead, given),
    _text("assigned", gettext_lazy("Được giao việc"), lead_and_leaders, given),
    _text("taken_up", gettext_lazy("Đề nghị được nhận làm"), lead_and_giver, given),
    _text("reminded", gettext_lazy("Nhắc việc: sắp đến hạn, đến hạn, quá hạn"), by_stage, reminded),
    _text("extended", gettext_lazy("Hạn của việc được lùi"), lead_and_giver, extended),
    _text("handed_over", gettext_lazy("Việc được chuyển đến cơ quan"), lead_and_leaders, handed_over),
    _text("reported_done", gettext_lazy("Việc được báo đã xong"), watchers, reported),
    _text("objected", gettext_lazy("Người dân nói chưa xong"), lead_and_leaders, objected, urgent=True),
    _text("confirmed", gettext_lazy("Dân xác nhận đã xong"), confirmed_to, confirmed),
    _text("accepted", gettext_lazy("Kết quả được nhận"), lead, accepted),
    _text("sent_back", gettext_lazy("Việc bị trả lại"), lead_and_leaders, sent_back),
    _text("unopposed", gettext_lazy("Hết niêm yết, chưa ai phản đối"), lead, unopposed),
    _text("withdrawn", gettext_lazy("Việc được rút"), giver, withdrawn),
    _text("handover_pending", gettext_lazy("Cần chọn nơi nhận việc sau sắp xếp đơn vị"), choosers, pending, urgent=True),
    Text(verb="commitments.escalated", label=gettext_lazy("Đơn vị cấp dưới quá hạn lâu"), to=above, words=counted),
)
