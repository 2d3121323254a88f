""" "Việc của tôi": what of models somebody owes, the most pressing of each kind first, in a constant number of questions."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.core.access import Actor, Role
from gandan.core.ui.work import MOST, Pile, When, WorkItem, when
from gandan.movement import queries
from gandan.movement.enums import Deed, State
from gandan.movement.models import Practice, Step
from gandan.movement.permissions import DESK
from gandan.movement.queries import owed as waiting


def owed(actor: Actor, today: date) -> Pile:
    """Forms that came back or were begun, registrations, signs of life, reviews, models without an office."""
    if not any(h.role in DESK for h in actor.holdings):
        return Pile([])
    undated = (
        ("bi-tra", waiting.sent_back(actor), _("Bổ sung phiếu"), _("Bị trả lại để bổ sung")),
        ("dang-viet", _own_drafts(actor), _("Viết tiếp"), _("Phiếu đang viết dở")),
        ("dang-ky", waiting.to_register(actor), _("Xem và nhận đăng ký"), ""),
        ("ra-soat", waiting.to_review(actor, today=today), _("Rà soát"), _("Chưa rà soát năm nay")),
    )
    items: list[WorkItem] = []
    counts: dict[When, int] = {}
    rest: dict[When, str] = {}
    for pile, rows, deed, note in undated:
        n = rows.count()
        items += _items(actor, rows, deed, note, today) if n else []
        counts[When.UNDATED] = counts.get(When.UNDATED, 0) + n
        if n > MOST:
            rest.setdefault(When.UNDATED, _list(pile))
    for item in [*_signs(actor, today), *_to_choose(actor)]:
        items.append(item)
        group = when(item.due, today)
        counts[group] = counts.get(group, 0) + 1
    return Pile(items, counts, rest)


def _own_drafts(actor: Actor) -> QuerySet[Practice]:
    """Begun and not sent: to who began it, and to the head of the hamlet. What came back is asked for apart."""
    back = Step.objects.filter(practice=OuterRef("pk"), deed=Deed.SEND_BACK)
    mine = Q(written_by=actor.key) | Q(hamlet__in=_headed(actor))
    rows = queries.visible_to(actor).filter(waiting.own(actor), mine, ~Exists(back), state=State.DRAFT)
    return rows.order_by("changed_at", "pk")


def _headed(actor: Actor) -> set[UUID]:
    return {h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet is not None}


def _items(actor: Actor, rows: QuerySet[Practice], deed: str, note: str, today: date) -> Iterator[WorkItem]:
    for practice in queries.whole(rows)[:MOST]:
        yield _item(actor, practice, deed, note, today)


def _signs(actor: Actor, today: date) -> Iterator[WorkItem]:
    """By the day on which the year is over."""
    for practice in queries.whole(waiting.signs_due(actor, today=today))[: 4 * MOST]:
        yield _item(actor, practice, _("Báo còn hoạt động"), "", today, due=practice.alive_until)


def _to_choose(actor: Actor) -> Iterator[WorkItem]:
    for pending in waiting.to_choose(actor)[:MOST]:
        practice = pending.practice
        url = reverse("movement:successor", args=[practice.pk])
        title = _("Chọn cơ quan nhận mô hình: %(title)s") % {"title": _name(practice)}
        yield WorkItem(title, url, _("Chọn nơi nhận"), None, kind=str(practice.get_kind_display()), about=url)


def _item(actor: Actor, practice: Practice, deed: str, note: str, today: date, *, due: date | None = None) -> WorkItem:
    """On the page of the hamlet's head where the actor is that head, else on the model's own."""
    page = "movement:hamlet_one" if practice.hamlet_id in _headed(actor) else "movement:one"
    url = reverse(page, args=[practice.pk])
    office = practice.office.called(today) if practice.office is not None else ""
    return WorkItem(_name(practice), url, deed, due, office=office, kind=str(practice.get_kind_display()), note=note)


def _name(practice: Practice) -> str:
    return practice.title or _("Phiếu chưa có tên")


def _list(pile: str) -> str:
    return f"{reverse('movement:list')}?{urlencode({'cho': pile})}"
