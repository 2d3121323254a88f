"""For those above: unit by state and lateness, and nothing that anybody said. Words are read only where a case was put before them."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gandan.commitments.queries import past_of
from gandan.core.access import Actor, Role, actor_of, guarded
from gandan.core.text import sort_key
from gandan.opinions import queries
from gandan.opinions.enums import ENDED
from gandan.opinions.queries import inbox, overview
from gandan.opinions.web import clock_words, inbox_rows
from gandan.opinions.web.asked import is_id
from gandan.units import queries as units
from gandan.units.gazetteer import Level, Place

SEES = frozenset({Role.LEADER, Role.SPECIALIST, Role.ANALYST})
MOST_ESCALATED = 20
COLUMNS: tuple[tuple[str, str | Promise], ...] = (
    ("late", gettext_lazy("Quá hạn")),
    ("open", gettext_lazy("Đang nợ trả lời")),
    ("standing", gettext_lazy("Đang chờ, tạm dừng")),
    ("answered", gettext_lazy("Đã trả lời")),
    ("done", gettext_lazy("Báo đã xong")),
    ("confirmed", gettext_lazy("Dân xác nhận")),
    ("confirmed_by_office", gettext_lazy("Xác nhận bằng mã cơ quan in")),
    ("closed", gettext_lazy("Khép lại")),
    ("refused", gettext_lazy("Không thụ lý")),
    ("escalated", gettext_lazy("Đã lên cấp trên")),
    ("withdrawn", gettext_lazy("Trễ hoặc đã lên, bị rút bằng mã cơ quan in")),
)


@dataclass(frozen=True)
class Line:
    """One unit. `below` leads to its own units."""

    name: str
    counts: overview.Counts
    below: str

    @property
    def cells(self) -> list[tuple[str, str | Promise, int]]:
        """Field, heading and number, in the order of columns."""
        return [(field, label, getattr(self.counts, field)) for field, label in COLUMNS]


@require_GET
@guarded("opinions.see_counts")
def index(request: HttpRequest) -> HttpResponse:
    """The reader's unit and those directly beneath, most late first; a province's line holds all of its communes."""
    actor, today = actor_of(request), timezone.localdate()
    mine = _mine(actor, today)
    place = _place(request.GET.get("don-vi", ""), mine, today)
    lines = _lines(place, mine, today)
    living = _late_first(lines)
    context = {
        "place": place,
        "mine": mine if len(mine) > 1 else [],
        "columns": COLUMNS,
        "lines": living,
        "quiet": len(lines) - len(living),
        "today": today,
        "escalated": _escalated(actor, place, today),
        "crumbs": [p for p in reversed(units.ancestors(place.id, on=today)) if _within(p.id, mine, today)] if place else [],
    }
    return render(request, "opinions/staff/dashboard/overview.html", context)


def beneath(place: Place, today: date) -> list[Line]:
    """The units directly beneath one that have anything, most late first; its own offices are not among them."""
    return _late_first(_lines(None, units.children(place.id, on=today), today))


def _late_first(lines: list[Line]) -> list[Line]:
    return sorted((x for x in lines if x.counts.any), key=lambda x: (-x.counts.late, -x.counts.open, sort_key(x.name)))


def _mine(actor: Actor, today: date) -> list[Place]:
    """Units from which the reader oversees; who oversees the country has the provinces."""
    held = {h.unit for h in actor.holdings if h.role in SEES}
    if None in held:
        return sorted(units.tree(today, Level.PROVINCE), key=lambda p: sort_key(p.name))
    found = [p for p in units.several([u for u in held if u is not None]) if p is not None]
    if not found:
        raise Http404
    return sorted(found, key=lambda p: sort_key(p.name))


def _place(typed: str, mine: list[Place], today: date) -> Place | None:
    """The unit that was asked for, when the reader oversees it; their only one; None is the table of all of theirs."""
    if not typed:
        return mine[0] if len(mine) == 1 else None
    place = units.one(UUID(typed), on=today) if is_id(typed) else None
    if place is None or not _within(place.id, mine, today):
        raise Http404
    return place


def _within(unit: UUID, mine: list[Place], today: date) -> bool:
    return bool(units.ancestor_ids(unit, today) & {p.id for p in mine})


def _lines(place: Place | None, mine: list[Place], today: date) -> list[Line]:
    shown = mine if place is None else units.children(place.id, on=today)
    under: dict[UUID, set[UUID]] = {p.id: {p.id, *units.descendant_ids(p.id, on=today)} for p in shown}
    if place is not None:
        under = {place.id: {place.id}, **under}  # its own offices, apart from what lies beneath
    everywhere = {unit for inside in under.values() for unit in inside}
    for old, new in past_of(everywhere).items():  # what ended in a unit that was merged away counts with the one it went into
        line = next((key for key, inside in under.items() if new in inside), None)
        if line is not None and old not in everywhere:
            under[line].add(old)
    counted = overview.counts(under, today=today)
    named = {p.id: p for p in ([place] if place else []) + list(shown)}
    return [_line(named[key], counts, own=place is not None and key == place.id) for key, counts in counted.items()]


def _line(place: Place, counts: overview.Counts, *, own: bool) -> Line:
    if own:
        name = place.full_name if place.level == Level.COMMUNE else _("Cơ quan của %(name)s") % {"name": place.full_name}
        return Line(name, counts, "")
    return Line(
        place.full_name, counts, "" if place.level == Level.COMMUNE else f"{reverse('opinions:overview')}?{urlencode({'don-vi': place.id})}"
    )


def _escalated(actor: Actor, place: Place | None, today: date) -> list[inbox_rows.Row]:
    """Cases that were put before the reader: the only ones whose words they read from here."""
    seen = queries.visible_to(actor).filter(escalated_on__isnull=False).exclude(state__in=sorted(ENDED))
    if place is not None:
        seen = seen.filter(unit__in=[place.id, *units.descendant_ids(place.id, on=today)])
    rows = seen.order_by("-escalated_on", "pk").select_related("office", "hamlet", "person").prefetch_related(inbox.NAMES)[:MOST_ESCALATED]
    found = list(rows)
    return inbox_rows.rows(found, actor=actor, today=today, calendar=clock_words.calendar_for(found, today=today))
