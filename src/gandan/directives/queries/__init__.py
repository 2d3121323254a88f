"""READ. Documents by number, what holds in their place, who advised them."""

from gandan.directives.queries.advice import advice_of
from gandan.directives.queries.document import Found, by_number, find_number, listed, may_open, named, related, whole
from gandan.directives.queries.standing import Standing, current, standings
from gandan.directives.queries.visibility import home_units, kept_by, reach, visible_to

__all__ = [
    "Found",
    "Standing",
    "advice_of",
    "by_number",
    "current",
    "find_number",
    "home_units",
    "kept_by",
    "listed",
    "may_open",
    "named",
    "reach",
    "related",
    "standings",
    "visible_to",
    "whole",
]
