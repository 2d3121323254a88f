"""READ. Documents by number, what holds in their place, who advised them."""

from gandan.directives.queries.advice import advice_of
from gandan.directives.queries.document import Found, by_number, find_number, kinds, listed, may_open, named, newest, related, whole
from gandan.directives.queries.standing import Standing, current, standings
from gandan.directives.queries.timeline import Step, timeline
from gandan.directives.queries.visibility import home_units, reach, visible_to

__all__ = [
    "Found",
    "Standing",
    "Step",
    "advice_of",
    "by_number",
    "current",
    "find_number",
    "home_units",
    "kinds",
    "listed",
    "may_open",
    "named",
    "newest",
    "reach",
    "related",
    "standings",
    "timeline",
    "visible_to",
    "whole",
]
