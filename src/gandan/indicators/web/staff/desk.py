"""Figures at work: what one's unit has, and what texts state that nobody has placed yet."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gandan.core.access import actor_of, guarded, may
from gandan.indicators import queries
from gandan.indicators.models import Value
from gandan.indicators.queries.series import told
from gandan.indicators.web import places
from gandan.units import queries as units

MOST = 6


@require_GET
@guarded("indicators.open_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """Every indicator with the last value of a unit beside the deed; then the figures that wait to be placed."""
    actor = actor_of(request)
    choices = places.choices(actor)
    unit = _chosen(request, choices)
    last = _last_of(request, unit) if unit else {}
    topics = [
        (topic, [(line.indicator, last.get(line.indicator.pk)) for line in lines if not line.indicator.is_ended])
        for topic, lines in queries.by_topic(actor)
    ]
    waiting = queries.unread(actor)
    context = {
        "choices": choices,
        "unit": unit,
        "place": units.one(unit) if unit else None,
        "topics": [(topic, rows) for topic, rows in topics if rows],
        "waiting": list(zip(waiting[:MOST], queries.of_statements(waiting[:MOST]), strict=True)),
        "more": max(0, len(waiting) - MOST),
        "may_define": may(actor, "indicators.define"),
        "may_enter": unit is not None and may(actor, "indicators.enter", unit),
    }
    return render(request, "indicators/staff/desk.html", context)


def _chosen(request: HttpRequest, choices: list[tuple[str, str]]) -> UUID | None:
    asked = request.GET.get("don-vi", "")
    known = [key for key, _name in choices]
    if asked and asked not in known:
        raise Http404
    return UUID(asked or known[0]) if known else None


def _last_of(request: HttpRequest, unit: UUID) -> dict[UUID, object]:
    """The newest value of each indicator for the unit; one question for the values, one for their chains."""
    rows = queries.values_for(actor_of(request)).living().filter(unit_id=unit).select_related("indicator", "statement").order_by("id")
    newest: dict[UUID, Value] = {}
    for value in rows:
        known = newest.get(value.indicator_id)
        if known is None or value.last_day >= known.last_day:
            newest[value.indicator_id] = value
    return {point.value.indicator_id: point for point in told(list(newest.values()))}
