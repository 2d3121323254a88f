"""READ. `visible_to` says what an actor sees, `public` what everybody does, `counts` the numbers that are never added."""

from gandan.movement.queries.counts import Apart, Counts, added, apart, by_unit, counts, grouped, together
from gandan.movement.queries.single import (
    drives_open_to,
    drives_visible_to,
    is_open,
    may_open_evidence,
    may_open_visit,
    one,
    owner_for,
    whole,
)
from gandan.movement.queries.visible import of_units, open_to_all, public, visible_to, waiting_for

__all__ = [
    "Apart",
    "Counts",
    "added",
    "apart",
    "by_unit",
    "counts",
    "drives_open_to",
    "drives_visible_to",
    "grouped",
    "is_open",
    "may_open_evidence",
    "may_open_visit",
    "of_units",
    "one",
    "open_to_all",
    "owner_for",
    "public",
    "together",
    "visible_to",
    "waiting_for",
    "whole",
]
