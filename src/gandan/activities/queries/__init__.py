"""READ. Start in activities.py; `here` is what a unit's page shows."""

from gandan.activities.queries.activities import Here, desk, done_in, here, public, told, visible_to
from gandan.activities.queries.lineage import answering
from gandan.activities.queries.reach import home, leads, reach, works_for
from gandan.activities.queries.requests import unanswered

__all__ = [
    "Here",
    "answering",
    "desk",
    "done_in",
    "here",
    "home",
    "leads",
    "public",
    "reach",
    "told",
    "unanswered",
    "visible_to",
    "works_for",
]
