"""WHEN: what does not concern bytes (refusals about those are `reading.Unreadable`). One file for each noun."""

from gandan.ingest.policies.batch import batch_size, retry
from gandan.ingest.policies.reading import read_prose
from gandan.ingest.policies.record import (
    activity_found,
    carried,
    carry_in,
    chosen,
    citable,
    counts_people,
    decide,
    empty,
    holds_office,
    looked_at,
    mergeable,
    nothing_hangs,
    of_nobody,
    placed,
    published_elsewhere,
    visible,
)
from gandan.ingest.policies.source import begin, describe, publish

__all__ = [
    "activity_found",
    "batch_size",
    "begin",
    "carried",
    "carry_in",
    "chosen",
    "citable",
    "counts_people",
    "decide",
    "describe",
    "empty",
    "holds_office",
    "looked_at",
    "mergeable",
    "nothing_hangs",
    "of_nobody",
    "placed",
    "publish",
    "published_elsewhere",
    "read_prose",
    "retry",
    "visible",
]
