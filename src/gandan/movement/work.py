""" "Việc của tôi": what of models somebody owes, the most pressing of each kind first, in a constant number of questions."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.core.access import Actor
from gandan.core.ui.work import MOST, Pile, When, WorkItem, when
from gandan.movement import queries
from gandan.movement.models import Practice
from gandan.movement.permissions import DESK
from gandan.movement.queries import owed as waiting


def owed(actor: Actor, today: date) -> Pile:
    """Forms that came back, registrations, signs of life, reviews, models without an office."""
    if not any(h.role in DESK for h in actor.holdings):
        return Pile([])
    undated = (
        ("bi-tra", waiting.sent_back(actor), _("Bổ sung phiếu"), _("Bị trả lại để bổ sung")),
        ("dang-ky", waiting.to_register(actor), _("Xem và nhận đăng ký"), ""),
        ("ra-soat", waiting.to_review(actor, today=today), _("Rà soát"), _("Chưa rà soát năm nay")),
    )
    items: list[WorkItem] = []
    counts: dict[When, int] = {}
    rest: dict[When, str] = {}
    for pile, rows, deed, note in undated:
        n = rows.count()
        items += _items(rows, deed, note, today) if n else []
        counts[When.UNDATED] = counts.get(When.UNDATED, 0) + n
        if n > MOST:
            rest.setdefault(When.UNDATED, _list(pile))
    for item in [*_signs(actor, today), *_to_choose(actor)]:
        items.append(item)
        group = when(item.due, today)
        counts[group] = counts.get(group, 0) + 1
    return Pile(items, counts, rest)


def _items(rows: QuerySet[Practice], deed: str, note: str, today: date) -> Iterator[WorkItem]:
    for practice in queries.whole(rows)[:MOST]:
        yield _item(practice, deed, note, today)


def _signs(actor: Actor, today: date) -> Iterator[WorkItem]:
    """By the day on which the year is over."""
    for practice in queries.whole(waiting.signs_due(actor, today=today))[: 4 * MOST]:
        yield _item(practice, _("Báo còn hoạt động"), "", today, due=practice.alive_until)


def _to_choose(actor: Actor) -> Iterator[WorkItem]:
    for pending in waiting.to_choose(actor)[:MOST]:
        practice = pending.practice
        url = reverse("movement:successor", args=[practice.pk])
        title = _("Chọn cơ quan nhận mô hình: %(title)s") % {"title": _name(practice)}
        yield WorkItem(title, url, _("Chọn nơi nhận"), None, kind=str(practice.get_kind_display()), about=url)


def _item(practice: Practice, deed: str, note: str, today: date, *, due: date | None = None) -> WorkItem:
    url = reverse("movement:one", args=[practice.pk])
    office = practice.office.called(today) if practice.office is not None else ""
    return WorkItem(_name(practice), url, deed, due, office=office, kind=str(practice.get_kind_display()), note=note)


def _name(practice: Practice) -> str:
    return practice.title or _("Phiếu chưa có tên")


def _list(pile: str) -> str:
    return f"{reverse('movement:list')}?{urlencode({'cho': pile})}"
