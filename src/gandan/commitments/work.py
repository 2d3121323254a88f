"""What this room puts before somebody in "Việc của tôi": what they owe, what waits for their yes, what waits for their choice.

Specialists and leaders above see only how much is late in a unit, never what: that stands on the board and in the list, for those who may.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.commitments import permissions, queries
from gandan.commitments.enums import State
from gandan.commitments.models import Commitment, Evidence, Objection
from gandan.core.access import Actor, Role
from gandan.core.ui.work import MOST, Pile, When, WorkItem, week_end, when
from gandan.units import queries as units
from gandan.units.models import OfficeName


def owed(actor: Actor, today: date) -> Pile:
    """The most urgent of each group, with the true number beside it; a constant number of questions, however much is owed."""
    if not actor.holdings:
        return Pile(())
    mine = queries.owed_by(actor, today=today)
    spans = _spans(today)
    counted = mine.order_by().aggregate(**{name.value: Count("pk", filter=span) for name, span in spans.items()})
    counts = {name: counted[name.value] for name in spans}
    items = [_own(c, actor, today) for name, span in spans.items() if counts[name] for c in _read(mine.filter(span))[:MOST]]
    others = [*_to_choose(actor), *_to_accept(actor, today), *_to_confirm(actor, today), *_escalated(actor, today)]
    for item in others:
        counts[when(item.due, today)] = counts.get(when(item.due, today), 0) + 1
    rest = {n: f"{reverse('commitments:list')}?{urlencode(_asked(actor, n))}" for n in spans if counted[n.value] > MOST}
    return Pile([*items, *others], counts, rest)


def _spans(today: date) -> dict[When, Q]:
    sunday = week_end(today)
    return {
        When.LATE: Q(due__lt=today),
        When.TODAY: Q(due=today),
        When.WEEK: Q(due__gt=today, due__lte=sunday),
        When.LATER: Q(due__gt=sunday),
    }


def _asked(actor: Actor, group: When) -> dict[str, str]:
    """The room's own list, which is late first and has pages."""
    leads = any(h.role == Role.LEADER for h in actor.holdings)
    return {"cua": "don-vi" if leads else "co-quan", "trang-thai": "late" if group == When.LATE else "running"}


def _read(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    proof = Evidence.objects.filter(commitment=OuterRef("pk"), round=OuterRef("round"))
    names = Prefetch("lead__names", OfficeName.objects.order_by("during"))
    objected = Objection.objects.filter(commitment=OuterRef("pk"))
    return rows.select_related("lead").prefetch_related(names).annotate(proved=Exists(proof), objected=Exists(objected))


def _own(c: Commitment, actor: Actor, today: date) -> WorkItem:
    """With evidence the next deed is to report; without, to add some. Both are the lead office's: who leads its unit looks at the page."""
    if not permissions.AT_LEAD(actor, c):
        return _item(c, "", _("Xem việc"), today)
    slug, deed = ("bao-xong", _("Báo đã xong")) if c.proved else ("bang-chung", _("Thêm bằng chứng"))  # type: ignore[attr-defined]
    return _item(c, slug, deed, today)


def _item(c: Commitment, slug: str, deed: str, today: date, *, due: date | None = None) -> WorkItem:
    """Without a slug the button leads to the page of the commitment."""
    about = reverse("commitments:one", args=[c.pk])
    return WorkItem(
        title=c.title,
        url=reverse("commitments:deed", args=[c.pk, slug]) if slug else about,
        deed=deed,
        due=due or c.due,
        office=c.lead.name_on(today),
        kind=str(c.get_kind_display()),
        about=about,
        note=_("Người dân nói chưa xong") if c.state == State.OPEN and c.round > 1 and c.objected else "",  # type: ignore[attr-defined]
    )


def _to_accept(actor: Actor, today: date) -> Iterable[WorkItem]:
    """Tasks that somebody reported done to the actor's office. Their date was the lead's; to accept them there is none."""
    for c in _read(queries.to_accept(actor))[:MOST]:
        yield _dateless(_item(c, "nhan-ket-qua", _("Nhận kết quả"), today))


def _to_confirm(actor: Actor, today: date) -> Iterator[WorkItem]:
    """What was reported done to people and waits for the supervision board, or for the office that asked."""
    for c in _read(queries.to_confirm(actor))[:MOST]:
        yield _dateless(_item(c, "xac-nhan", _("Xem và xác nhận"), today))


def _dateless(item: WorkItem) -> WorkItem:
    return WorkItem(item.title, item.url, item.deed, None, item.office, item.kind, item.about)


def _to_choose(actor: Actor) -> Iterator[WorkItem]:
    """What nobody answers for since a reorganisation."""
    for pending in queries.to_choose(actor)[:MOST]:
        c = pending.commitment
        title = _("Chọn nơi nhận việc: %(title)s") % {"title": c.title}
        url, about = reverse("commitments:choose_successor", args=[c.pk]), reverse("commitments:one", args=[c.pk])
        yield WorkItem(title, url, _("Chọn nơi nhận"), c.due, kind=str(c.get_kind_display()), about=about)


def _escalated(actor: Actor, today: date) -> Iterator[WorkItem]:
    """How much is late beyond the rule in each unit beneath. No contents."""
    found = queries.escalated(actor, today=today)[:MOST]
    places = {p.id: p.full_name for p in units.several([e.unit for e in found]) if p is not None}
    for e in found:
        title = ngettext("%(unit)s: %(n)s việc quá hạn lâu", "%(unit)s: %(n)s việc quá hạn lâu", e.late) % {
            "unit": places.get(e.unit, ""),
            "n": e.late,
        }
        ask = urlencode({"cua": "tat-ca", "don-vi": e.unit, "trang-thai": "late"})
        yield WorkItem(title, f"{reverse('commitments:list')}?{ask}", _("Xem và nhắc"), e.oldest)
