"""READ. Lists go through `visible_to(actor)`."""

from gandan.commitments.queries.counts import Counts, PromiseCounts, TaskCounts, board, counts
from gandan.commitments.queries.owed import Escalated, days_late, escalated, owed_by, to_accept, to_choose
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
    "code_holder",
    "counts",
    "days_late",
    "escalated",
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
    "visible_to",
    "whole",
]
