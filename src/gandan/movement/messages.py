"""What is said of models and drives, and to whom. Titles only of what is public; never anybody's reason, note or name."""

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
from gandan.movement.models import Drive, PendingPractice, Practice
from gandan.movement.permissions import OVERSEERS, OWNERS, STAFF
from gandan.notices.texts import Text, Words, day_of
from gandan.units import queries as units

To = Callable[[Practice, Event, date], Q]


@dataclass(frozen=True)
class Said:
    """Subject, and what the line says beside the name of the thing."""

    subject: str
    line: str


# to whom


def owners(p: Practice, event: Event, today: date) -> Q:
    """Who works in the office that owns it, and the head of its hamlet."""
    mine = Q(office=p.office_id, role__in=OWNERS) if p.office_id else Q(pk=None)
    return mine | Q(hamlet=p.hamlet_id, role=Role.HAMLET_HEAD) if p.hamlet_id else mine


def registrars(p: Practice, event: Event, today: date) -> Q:
    """The office that holds dân vận work there, unless it owns the model; then, or where there is none, the leaders of the unit and those
    directly above it. Never the owning office."""
    owner = units.dan_van_owner(p.unit_id, on=today)
    if owner is not None and owner.pk != p.owning_office:
        return Q(office=owner.pk, role__in=OWNERS)
    above = [place.id for place in units.ancestors(p.unit_id, on=today)[:1]]
    leaders = Q(unit=p.unit_id, role__in=OVERSEERS) & (~Q(office=p.owning_office) if p.owning_office else Q())
    return leaders | Q(unit__in=above, role__in=OVERSEERS)


def choosers(p: Practice, event: Event, today: date) -> Q:
    """Leaders of the units that may take it, and those above them."""
    pending = PendingPractice.objects.filter(pk=str(event.facts.get("pending_id"))).first()
    if pending is None:
        return Q(pk=None)
    found = set(pending.candidates.values_list("pk", flat=True))
    above = {up for unit in found for up in units.ancestor_ids(unit, pending.since)}
    return Q(unit__in=found, role=Role.LEADER) | Q(unit__in=above, role__in=OVERSEERS)


# in which words


def submitted(event: Event) -> Said:
    """Somebody waits for them."""
    return Said(_("Phiếu mô hình chờ nhận"), _("Xin xem phiếu, rồi nhận đăng ký hoặc trả lại để bổ sung."))


def sent_back(event: Event) -> Said:
    """The reason stands on the page."""
    return Said(_("Phiếu mô hình bị trả lại"), _("Xin xem lời nhắn ở trang của phiếu, bổ sung rồi gửi lại."))


def registered(event: Event) -> Said:
    """And until when."""
    until = {"day": day_of(event, "alive_until")}
    return Said(_("Mô hình đã đăng ký"), _("Từ nay ai cũng đọc được. Xin báo còn hoạt động, kèm bằng chứng, trước ngày %(day)s.") % until)


def sign_due(event: Event) -> Said:
    """What to do, and what happens else."""
    until = {"day": day_of(event, "alive_until")}
    line = _("Xin báo còn hoạt động, kèm bằng chứng, trước ngày %(day)s; sau ngày ấy trang ghi “Không còn tin hoạt động”.")
    return Said(_("Đến hạn báo mô hình còn hoạt động"), line % until)


def lapsed(event: Event) -> Said:
    """It is no end."""
    return Said(_("Mô hình không còn tin hoạt động"), _("Nếu còn làm, xin thêm bằng chứng mới rồi báo hoạt động trở lại."))


def stopped(event: Event) -> Said:
    """Its office said so."""
    return Said(_("Mô hình đã dừng"), _("Lý do ở trang của mô hình."))


def handed_over(event: Event) -> Said:
    """It is theirs now."""
    return Said(_("Mô hình được chuyển đến"), _("Mô hình này nay do cơ quan Ông/Bà phụ trách sau khi sắp xếp đơn vị."))


def pending(event: Event) -> Said:
    """A person has to choose."""
    return Said(_("Cần chọn cơ quan nhận mô hình"), _("Đơn vị cũ đã sắp xếp lại. Xin chọn cơ quan phụ trách tiếp."))


def _many(say: Callable[[Event], Said]) -> Callable[[Sequence[Event]], Mapping[UUID, Words]]:
    """Words of several events in one question. A title leaves the house only where everybody may read it anyway."""

    def many(events: Sequence[Event]) -> Mapping[UUID, Words]:
        rows = Practice.objects.filter(pk__in=[e.thing_id for e in events]).prefetch_related("recognitions")
        found = {str(p.pk): p for p in rows}
        return {e.pk: _words(found[e.thing_id], say(e)) for e in events if e.thing_id in found}

    return many


def _words(p: Practice, said: Said) -> Words:
    name = f"“{p.title}”" if p.is_public and p.title else str(p.get_kind_display())
    return Words(said.subject, f"{name}. {said.line}", reverse("movement:one", args=[p.pk]))


def _text(verb: str, label: str | Promise, to: To, say: Callable[[Event], Said], *, urgent: bool = False) -> Text:
    def told(event: Event, today: date) -> Iterable[UUID]:
        p = Practice.objects.filter(pk=event.thing_id).first()
        return people_holding(to(p, event, today), today=today) if p is not None else ()

    many = _many(say)
    return Text(verb=f"movement.{verb}", label=label, to=told, words=lambda e: many([e]).get(e.pk), many=many, urgent=urgent)


# a drive


def below(event: Event, today: date) -> Iterable[UUID]:
    """Who works in the offices that hold dân vận work in the units of the drive."""
    drive = Drive.objects.filter(pk=event.thing_id).first()
    if drive is None:
        return ()
    found = units.descendant_ids(drive.unit_id, on=today) | {drive.unit_id}
    offices = Q(office__in=_owners(found, today), role__in=STAFF)
    return people_holding(offices, today=today)


def _owners(found: Iterable[UUID], today: date) -> list[UUID]:
    from gandan.units.models import DanVanOwner

    return list(DanVanOwner.objects.filter(unit__in=list(found), during__contains=today).values_list("office", flat=True))


def launched(event: Event) -> Words | None:
    """A drive is public from its launch."""
    drive = Drive.objects.filter(pk=event.thing_id).first()
    if drive is None:
        return None
    line = _("“%(title)s”. Xin xem các lĩnh vực và đợt đăng ký mô hình.") % {"title": drive.title}
    return Words(_("Phong trào thi đua được phát động"), line, reverse("movement:desk"))


TEXTS = (
    _text("submitted", gettext_lazy("Phiếu mô hình chờ nhận đăng ký"), registrars, submitted),
    _text("sent_back", gettext_lazy("Phiếu mô hình bị trả lại"), owners, sent_back),
    _text("registered", gettext_lazy("Mô hình được nhận đăng ký"), owners, registered),
    _text("sign_due", gettext_lazy("Đến hạn báo mô hình còn hoạt động"), owners, sign_due),
    _text("lapsed", gettext_lazy("Mô hình không còn tin hoạt động"), owners, lapsed),
    _text("stopped", gettext_lazy("Mô hình dừng"), registrars, stopped),
    _text("handed_over", gettext_lazy("Mô hình được chuyển đến cơ quan"), owners, handed_over),
    _text("handover_pending", gettext_lazy("Cần chọn cơ quan nhận mô hình sau sắp xếp"), choosers, pending, urgent=True),
    Text(verb="movement.launched", label=gettext_lazy("Phong trào thi đua được phát động"), to=below, words=launched),
)
