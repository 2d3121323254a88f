"""The desk: what waits, pile by pile, and the list of models, narrowed as asked."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from gandan.appraisals.enums import Level
from gandan.core.access import Actor, Role, actor_of, guarded, may
from gandan.movement import queries
from gandan.movement.enums import Kind, Subject
from gandan.movement.permissions import DESK
from gandan.movement.web.staff import asked, piles, rows

PER_PAGE = 25
SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """One pile that has something in it: its first rows, and where all of them are."""

    pile: piles.Pile
    count: int
    rows: list[rows.Row]
    url: str

    @property
    def more(self) -> int:
        """How many are not shown here."""
        return self.count - len(self.rows)


@require_GET
@guarded("movement.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """What waits for the reader today. Who does nothing here but head a hamlet has a page of their own for it."""
    actor, today = actor_of(request), timezone.localdate()
    if {h.role for h in actor.holdings if h.role in DESK} == {Role.HAMLET_HEAD}:
        return redirect("movement:hamlet")
    waiting = list(_waiting(actor, today))
    context = {
        "waiting": waiting,
        "total": sum(w.count for w in waiting),
        "writes": may(actor, "movement.write"),
        "first": reverse("movement:list"),
    }
    return render(request, "movement/staff/desk.html", context)


def _waiting(actor: Actor, today: date) -> list[Waiting]:
    found = []
    for pile in piles.PILES:
        things = piles.one(pile.name, actor, today)
        count = things.count()
        shown = rows.rows(rows.named(things)[:SHOWN], today=today)
        url = f"{reverse('movement:list')}?cua={asked.ALL}&cho={pile.name}"
        found.append(Waiting(pile, count, shown, url))
    return [w for w in found if w.count]


@require_GET
@guarded("movement.open_desk")
def listing(request: HttpRequest) -> HttpResponse:
    """Models that the reader may see, by state, field, kind, level and year."""
    actor, today = actor_of(request), timezone.localdate()
    asks = asked.read(request, today=today, default=_first_view(actor))
    found = asks.rows(queries.visible_to(actor), actor, today)
    page = Paginator(rows.named(found), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "asked": asks,
        "pile": piles.NAMES.get(asks.pile),
        "page": page,
        "rows": rows.rows(page.object_list, today=today),
        "fields": asked.fields(),
        "kinds": Kind.choices,
        "subjects": Subject.choices,
        "levels": list(Level.choices),
        "years": range(today.year, asked.FIRST_YEAR - 1, -1),
        "writes": may(actor, "movement.write"),
    }
    return render(request, "movement/staff/list.html", context)


def _first_view(actor: Actor) -> str:
    """Officers begin with their office, leaders with their unit, specialists and readers with everything they may see."""
    roles = {h.role for h in actor.holdings}
    if Role.LEADER in roles:
        return asked.UNIT
    return asked.OFFICE if roles & {Role.OFFICER, Role.HAMLET_HEAD} else asked.ALL
