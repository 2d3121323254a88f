"""READ. Places are answered as `gazetteer.Place` (id, kind, name, code, valid_from, valid_to), figures as small frozen dataclasses."""

from gandan.units.queries.answers import Dot, History, Spell, Step
from gandan.units.queries.endings import Ending, ending_of, endings, same_kind
from gandan.units.queries.finding import Found, of_today
from gandan.units.queries.history import history
from gandan.units.queries.offices import counted, dan_van_owner, hamlets, in_protocol, offices
from gandan.units.queries.places import (
    ancestor_ids,
    ancestors,
    became,
    by_code,
    children,
    descendant_ids,
    descendants,
    dots,
    find,
    one,
    predecessors,
    several,
    tree,
)
from gandan.units.queries.restating import NotAdditive, Restated, restate

__all__ = [
    "Dot",
    "Ending",
    "Found",
    "History",
    "NotAdditive",
    "Restated",
    "Spell",
    "Step",
    "ancestor_ids",
    "ancestors",
    "became",
    "by_code",
    "children",
    "counted",
    "dan_van_owner",
    "descendant_ids",
    "descendants",
    "dots",
    "ending_of",
    "endings",
    "find",
    "hamlets",
    "history",
    "in_protocol",
    "of_today",
    "offices",
    "one",
    "predecessors",
    "restate",
    "same_kind",
    "several",
    "tree",
]
