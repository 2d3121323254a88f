"""READ. Everything of councils through `visible_to(actor)`; postings and decisions are open."""

from gandan.appraisals.queries.cards import Card, Progress, cards_shown, mine, progress, sat_in, to_show
from gandan.appraisals.queries.postings import counted, decisions, heard_by, of_objection_code, open_postings, past_postings, to_answer
from gandan.appraisals.queries.results import Closed, result, shown_result
from gandan.appraisals.queries.sheets import as_given
from gandan.appraisals.queries.visible import councils_visible_to, sheet_in_force, sheets_visible_to, visible_to, whole

__all__ = [
    "Card",
    "Closed",
    "Progress",
    "as_given",
    "cards_shown",
    "councils_visible_to",
    "counted",
    "decisions",
    "heard_by",
    "mine",
    "of_objection_code",
    "open_postings",
    "past_postings",
    "progress",
    "result",
    "sat_in",
    "sheet_in_force",
    "sheets_visible_to",
    "shown_result",
    "to_answer",
    "to_show",
    "visible_to",
    "whole",
]
