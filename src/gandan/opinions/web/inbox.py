"""The inbox: what an office owes an answer to, late first."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.commitments.web import choices
from gandan.core.access import Actor, Role, actor_of, guarded, may
from gandan.core.text import sort_key
from gandan.core.text.days import written
from gandan.opinions import queries, topics
from gandan.opinions.enums import Channel
from gandan.opinions.models import Case, SavedFilter
from gandan.opinions.queries import above, danger, inbox
from gandan.opinions.web import asked, clock_words, inbox_rows
from gandan.opinions.web.bulk import BULK
from gandan.units import queries as units
from gandan.units.gazetteer import Level

PER_PAGE = 25
MOST_TAGS = 60
MOST_PRESSING = 10
COUNTED = {
    asked.OPEN: "open", asked.LATE: "late", asked.SOON: "soon", asked.NEW: "new", asked.STANDING: "standing",
    asked.TOLD: "told", asked.ENDED_: "ended", asked.ALL: "all",
}  # fmt: skip


@dataclass(frozen=True)
class Tab:
    """One view with its address and how many cases it has."""

    label: str
    url: str
    n: int
    current: bool
    late: bool = False


@dataclass(frozen=True)
class Chip:
    """One narrowing that holds, and the link that undoes it."""

    label: str
    url: str


@require_GET
@guarded("opinions.read")
def index(request: HttpRequest) -> HttpResponse:
    """What the reader may read, narrowed as asked."""
    actor, today = actor_of(request), timezone.localdate()
    asks = replace(asked.read(request, today=today, soon=clock_words.soon_day(today)), over=above.over(actor))
    cases = asks.narrow(queries.visible_to(actor), actor)
    seen, waits = asks.seen(cases), bool(asks.over)
    page = inbox.page(seen, by_date=asks.by_date, after=asks.after, size=PER_PAGE, waits=waits, found=asks.found)
    offers = _offers(actor, asks, today)
    shown = sorted(inbox_rows.rows(page.cases, actor=actor, today=today), key=lambda row: not row.is_urgent)
    context = {
        "asked": asks,
        "rows": shown,
        "pressing": [] if asks.after or asks.narrowed else _pressing(actor, today, {row.case.pk for row in shown}),
        "further": asks.further(page.next) if page.next else "",
        "tabs": _tabs(cases, asks),
        "chips": _chips(asks, offers),
        "kept": _kept(actor, asks),
        "bulk": [b for b in BULK if may(actor, b.permission)],
        "communes": [p for p in units.several(choices.own_units(actor)) if p is not None and p.level == Level.COMMUNE],
        **offers,
    }
    return render(request, "opinions/staff/inbox.html", context)


def _pressing(actor: Actor, today: date, shown: set[UUID]) -> list[inbox_rows.Row]:
    """Where somebody may be in danger and the case stands further down or in another view: nobody waits for its date to come near."""
    found = danger.newest(queries.visible_to(actor)).exclude(pk__in=shown)
    found = found.select_related("office", "hamlet", "person").prefetch_related(inbox.NAMES)[:MOST_PRESSING]
    return inbox_rows.rows(found, actor=actor, today=today)


def _tabs(cases: QuerySet[Case], asks: asked.Asked) -> list[Tab]:
    numbers = inbox.numbers(cases, today=asks.today, soon=asks.soon, waits=above.waits_for(asks.over) if asks.over else None)
    return [
        Tab(str(label), asks.but(view=view), getattr(numbers, COUNTED[view]), view == asks.view, view == asked.LATE)
        for view, label in asked.VIEWS.items()
    ]


def _kept(actor: Actor, asks: asked.Asked) -> list[Tab]:
    """The views that the reader keeps, as links."""
    mine = SavedFilter.objects.filter(user=asked.user_of(actor))
    return [Tab(f.name, f"?{f.query}", 0, f.query == asks.query) for f in mine]


def _offers(actor: Actor, asks: asked.Asked, today: date) -> dict[str, Any]:
    """What can be chosen to narrow by. People are those of the reader's own offices, in their office; a sender is never one of them."""
    mine_in = choices.own_units(actor)
    led = {h.unit for h in actor.holdings if h.role == Role.LEADER}
    mine = {h.office for h in actor.holdings if h.office}
    grouped = choices.in_units(mine_in, today=today)
    offices = [(key, name) for _unit, found in grouped for key, name in found]
    named = inbox.people_of({UUID(k) for k, _n in offices} if led else mine, today=today)
    people = {str(pk): name for found in named.values() for pk, name in found.items()}
    tags = inbox.own_tags(actor).order_by("label").values_list("label", flat=True).distinct()[:MOST_TAGS]
    return {
        "topics": topics.groups(),
        "hamlets": choices.hamlets(mine_in, today=today),
        "offices": offices if led else [o for o in offices if UUID(o[0]) in mine],
        "people": sorted(people.items(), key=lambda pair: sort_key(pair[1])),
        "tags": list(tags),
        "channels": Channel.choices,
    }


def _chips(asks: asked.Asked, offers: dict[str, Any]) -> list[Chip]:
    """Each narrowing in words."""
    people = {asked.ME: _("Tôi giữ"), asked.NOBODY: _("Chưa ai giữ"), **dict(offers["people"])}
    said = {
        "text": f"“{asks.text}”",
        "topic": topics.name_of(asks.topic),
        "hamlet": dict(offers["hamlets"]).get(asks.hamlet, _("Một thôn, tổ dân phố")),
        "office": dict(offers["offices"]).get(asks.office, _("Một cơ quan")),
        "person": people.get(asks.person, _("Một người phụ trách")),
        "tag": f"#{asks.tag}",
        "channel": dict(Channel.choices).get(asks.channel, ""),
        "escalated": _("Đã đưa lên cấp trên"),
        "since": _("Nhận từ %(day)s") % {"day": _day(asks.since)},
        "until": _("Nhận đến hết %(day)s") % {"day": _day(asks.until)},
    }
    return [Chip(str(label), asks.but(**{name: ""})) for name, label in said.items() if getattr(asks, name)]


def _day(text: str) -> str:
    return written(date.fromisoformat(text)) if text else ""
