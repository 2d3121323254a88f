"""READ. Lists go through `visible_to(actor)`."""

from gandan.commitments.queries.counts import Counts, PromiseCounts, TaskCounts, board, counts
from gandan.commitments.queries.owed import Escalated, escalated, owed_by, to_accept, to_choose, to_confirm
from gandan.commitments.queries.places import came_into, counted_in, listed_in, waiting_for
from gandan.commitments.queries.single import code_holder, may_open_evidence, of_origin, pending, reported_done, whole
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
    "escalated",
    "listed_in",
    "may_open_evidence",
    "of_origin",
    "owed_by",
    "past_of",
    "pending",
    "reported_done",
    "to_accept",
    "to_choose",
    "to_confirm",
    "visible_to",
    "waiting_for",
    "whole",
]
