"""READ. `visible_to` gives statements, `values_for` values; `find_figures` finds by number, `suggest` proposes an indicator."""

from gandan.indicators.queries.called import called, of_statements, of_values
from gandan.indicators.queries.finding import find_figures
from gandan.indicators.queries.overview import Line, by_topic, newest, unread
from gandan.indicators.queries.reach import homes, works_for
from gandan.indicators.queries.series import Point, latest_before, living, read_from, series, told
from gandan.indicators.queries.suggesting import suggest
from gandan.indicators.queries.visible import indicators_for, values_for, visible_to

__all__ = [
    "Line",
    "Point",
    "by_topic",
    "called",
    "find_figures",
    "homes",
    "indicators_for",
    "latest_before",
    "living",
    "newest",
    "of_statements",
    "of_values",
    "read_from",
    "series",
    "suggest",
    "told",
    "unread",
    "values_for",
    "visible_to",
    "works_for",
]
