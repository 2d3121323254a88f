"""Where one can go on from a model: the one deed that comes next, and the others that are possible now."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.appraisals.enums import State as Scored
from gandan.core.access import Actor, may
from gandan.movement.enums import NEXT, Deed, Kind, State
from gandan.movement.models import PendingPractice, Practice, Recognition
from gandan.movement.policies.state import not_pending, possible
from gandan.movement.queries import recognition as read
from gandan.movement.web.staff import found, offers
from gandan.movement.web.staff.deeds import DEEDS
from gandan.movement.web.staff.words import SOON

OFFERED = frozenset({"gui", "con-hoat-dong", "hoat-dong-lai"})  # offered before they can be done: their page says what is missing


@dataclass(frozen=True)
class Way:
    """A link to a deed's page; `why` is said beside the one that comes next."""

    label: str
    url: str
    why: str = ""
    grave: str = ""
    slug: str = ""


def ways(p: Practice, actor: Actor, today: date) -> tuple[Way | None, list[Way]]:
    """The next deed and the others."""
    can = [*_deeds(p, actor, today), *_pages(p, actor, today)]
    by_slug = {way.slug: way for way in can}
    first = _next(p, by_slug, today)
    if first is None:
        return None, can
    others = [way for way in can if way.slug != first.slug]
    return first, sorted(others, key=lambda way: bool(way.grave))


def _deeds(p: Practice, actor: Actor, today: date) -> list[Way]:
    made = []
    for deed in DEEDS:
        thing = None if deed.slug == "niem-yet" else p
        if deed.kind not in NEXT[State(p.state)] or not may(actor, deed.permission, thing) or possible(p, deed.kind) is not None:
            continue
        if deed.slug not in OFFERED and deed.when(p, actor, today) is not None:
            continue
        if deed.slug == "niem-yet" and _posted(p):
            continue
        made.append(
            Way(str(deed.title), reverse("movement:deed", args=[p.pk, deed.slug]), grave="grave" if deed.grave else "", slug=deed.slug)
        )
    return made


def _posted(p: Practice) -> bool:
    """Its newest result stood on the board already: what follows is the decision, not the same posting once more."""
    last = read.appraisals(p).filter(state=Scored.CLOSED).first()
    return last is not None and read.postings(p).filter(taken_down_on=None, posted_on__gte=last.ended_on).exists()


def _pages(p: Practice, actor: Actor, today: date) -> list[Way]:
    """Deeds with pages of their own kind."""
    made: list[Way] = []

    def offer(deed: Deed, permission: str, name: str, slug: str) -> None:
        if may(actor, permission, p) and possible(p, deed) is None:
            made.append(Way(str(deed.label), reverse(name, args=[p.pk]), slug=slug))

    offer(Deed.WRITE, "movement.write", "movement:write", "sua")
    if p.aims.exists():
        offer(Deed.READ_MEASURE, "movement.read_measure", "movement:measure", "do")
    if p.resources.exists() or p.milestones.exists():
        offer(Deed.NOTE_USE, "movement.note_use", "movement:use", "nguon-luc")
    offer(Deed.TIE, "movement.tie", "movement:tie", "gan")
    offer(Deed.VISIT, "movement.visit", "movement:visit", "tham")
    if p.kind == Kind.MODEL and Deed.ADOPT in NEXT[State(p.state)] and found.adopts(actor, p):
        made.append(Way(str(Deed.ADOPT.label), reverse("movement:adopt", args=[p.pk]), slug="hoc-theo"))
    if may(actor, "movement.recognise") and any(one.refusal is None for one in offers.recognising(p, actor, today)):
        made.append(Way(str(Deed.RECOGNISE.label), f"{reverse('movement:recognise')}?mo-hinh={p.pk}", slug="cong-nhan"))
    for row in revocable(p, actor, today):
        url = reverse("movement:revoke", args=[p.pk, row.pk])
        label = f"{Deed.REVOKE.label}, {str(row.get_level_display()).lower()}"
        made.append(Way(label, url, grave="grave", slug=f"thu-hoi-{row.level}"))
    waiting = PendingPractice.objects.filter(practice=p, settled_on=None).first()
    if waiting is not None and may(actor, "movement.choose_successor", waiting):
        made.append(Way(_("Chọn cơ quan nhận"), reverse("movement:successor", args=[p.pk]), slug="noi-nhan"))
    return made


def revocable(p: Practice, actor: Actor, today: date) -> list[Recognition]:
    """Recognitions that an office of the reader's may take back."""
    if not may(actor, "movement.revoke"):
        return []
    return [row for row in read.standing(p) if any(one.refusal is None for one in offers.revoking(row, actor, today))]


def _next(p: Practice, can: dict[str, Way], today: date) -> Way | None:
    """What the reader is asked to do first, and why."""
    for slug, why in _asked(p, today):
        if slug in can:
            way = can[slug]
            return Way(way.label, way.url, why, way.grave, way.slug)
    return None


def _asked(p: Practice, today: date) -> list[tuple[str, str]]:
    if not_pending(p) is not None:
        return [("noi-nhan", _("Chưa cơ quan nào chịu trách nhiệm mô hình này."))]
    if p.state == State.DRAFT:
        return [("sua", _("Phiếu đang viết. Xin viết đủ các phần rồi gửi đăng ký."))]
    if p.state == State.SUBMITTED:
        return [("nhan", _("Phiếu chờ nhận. Xin đọc phiếu và những chỗ giống trước khi nhận."))]
    if p.state == State.LAPSED:
        return [("hoat-dong-lai", _("Đã hơn một năm không có tin. Nếu vẫn làm, xin thêm bằng chứng mới rồi báo."))]
    if p.state == State.REGISTERED:
        return _living(p, today)
    return []


def _living(p: Practice, today: date) -> list[tuple[str, str]]:
    due = p.alive_until is not None and p.alive_until - today <= SOON
    reviewed = any(r.year == today.year for r in p.reviews.all())
    asked = []
    if due:
        asked.append(("con-hoat-dong", _("Sắp hết một năm kể từ lần báo trước. Không báo thì ghi là không còn tin.")))
    if p.recognitions.filter(revoked_by=None).count() == 0:
        asked.append(("cong-nhan", _("Hội đồng đã chấm đạt. Hết niêm yết mà không còn phản đối thì công nhận được.")))
        asked.append(("niem-yet", _("Hội đồng đã chấm đạt. Xin niêm yết để người dân biết.")))
    if not reviewed and p.registered_on and p.registered_on.year < today.year:
        asked.append(("ra-soat", _("Năm nay chưa rà soát: hiệu quả, cần củng cố hay hình thức?")))
    asked.append(("do", _("Ghi con số mới nhất để biết mô hình có đạt tiêu chí không.")))
    return asked
