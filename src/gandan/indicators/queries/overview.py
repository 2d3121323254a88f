"""What the first page of figures shows."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce

from gandan.core.access import Actor
from gandan.indicators.enums import Topic
from gandan.indicators.models import Indicator, Statement
from gandan.indicators.queries.reach import everywhere, reach
from gandan.indicators.queries.visible import indicators_for, values_for, visible_to


@dataclass(frozen=True)
class Line:
    """One indicator in the list: how many values hold, of how many units, and up to which day."""

    indicator: Indicator
    values: int
    units: int
    upto: date | None


def by_topic(actor: Actor) -> list[tuple[str, list[Line]]]:
    """Indicators in use under their headings, in the order of the headings; two questions."""
    counts = {
        row["indicator"]: row
        for row in values_for(actor)
        .living()
        .order_by()
        .values("indicator")
        .annotate(values=Count("pk"), units=Count("unit", distinct=True), upto=Max(Coalesce("on", "period_to")))
    }
    lines: dict[str, list[Line]] = {topic: [] for topic in Topic.values}
    for indicator in indicators_for(actor):
        count = counts.get(indicator.pk)
        if count is None and indicator.is_ended:
            continue
        lines[indicator.topic].append(
            Line(indicator, count["values"], count["units"], count["upto"]) if count else Line(indicator, 0, 0, None)
        )
    return [(str(Topic(topic).label), found) for topic, found in lines.items() if found]


def newest(actor: Actor, *, limit: int = 8) -> list[Statement]:
    """The figures stated last that stand."""
    return list(visible_to(actor).living().order_by("-stated_at", "-id")[:limit])


def unread(actor: Actor) -> list[Statement]:
    """Statements within the actor's reach that nobody has taken as a value yet, newest first."""
    rows = Statement.objects.living().filter(values=None)
    if not everywhere(actor):
        mine = reach(actor)
        rows = rows.filter(Q(unit_id__in=mine) | Q(kept_by_id__in=mine))
    return list(rows.order_by("-stated_at", "-id")[:200])
