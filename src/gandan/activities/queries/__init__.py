"""READ. Start in activities.py; `done_in` is what a unit's page shows."""

from gandan.activities.queries.activities import Here, desk, done_in, public, told, visible_to
from gandan.activities.queries.lineage import answering
from gandan.activities.queries.listing import Row, Wanted, lines, listed
from gandan.activities.queries.mentions import of_document, of_figure
from gandan.activities.queries.reach import home, leader, reach, works_for
from gandan.activities.queries.requests import unanswered
from gandan.activities.queries.story import Story, story

__all__ = [
    "Here",
    "Row",
    "Story",
    "Wanted",
    "answering",
    "desk",
    "done_in",
    "home",
    "leader",
    "lines",
    "listed",
    "of_document",
    "of_figure",
    "public",
    "reach",
    "story",
    "told",
    "unanswered",
    "visible_to",
    "works_for",
]
