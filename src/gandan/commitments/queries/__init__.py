"""READ. Lists go through `visible_to(actor)`."""

from gandan.commitments.queries.counts import Counts, PromiseCounts, TaskCounts, board, counts
from gandan.commitments.queries.owed import Escalated, days_late, escalated, owed_by, to_accept, to_choose
from gandan.commitments.queries.places import came_into, counted_in, listed_in, to_confirm, waiting_for
from gandan.commitments.queries.single import (
    code_holder,
    may_open_evidence,
    objected_on,
    objections_for,
    of_origin,
    pending,
    suggested_due,
    whole,
)
from gandan.commitments.queries.visible import below, past_of, visible_to

__all__ = [
    "Counts",
    "Escalated",
    "PromiseCounts",
    "TaskCounts",
    "below",
    "board",
    "came_into",
    "code_holder",
    "counted_in",
    "counts",
    "days_late",
    "escalated",
    "listed_in",
    "may_open_evidence",
    "objected_on",
    "objections_for",
    "of_origin",
    "owed_by",
    "past_of",
    "pending",
    "suggested_due",
    "to_accept",
    "to_choose",
    "to_confirm",
    "visible_to",
    "waiting_for",
    "whole",
]
