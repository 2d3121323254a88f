"""Rows of this room. Start reading in sheet.py, then appraisal.py."""

from gandan.appraisals.models.appraisal import Appraisal, Conflict, OwnMark
from gandan.appraisals.models.council import Council, Seat
from gandan.appraisals.models.decision import Decision
from gandan.appraisals.models.posting import Objection, Posting
from gandan.appraisals.models.scorecard import Mark, Scorecard
from gandan.appraisals.models.sheet import Criterion, Grade, ScoreSheet

__all__ = [
    "Appraisal",
    "Conflict",
    "Council",
    "Criterion",
    "Decision",
    "Grade",
    "Mark",
    "Objection",
    "OwnMark",
    "Posting",
    "ScoreSheet",
    "Scorecard",
    "Seat",
]
