"""What others found of a model, as REST shows it: signs of life, reviews, recognitions, what it resembles."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from ninja import Schema

from gandan.appraisals.enums import Level
from gandan.movement.enums import LikeKind, Result


class SignOut(Schema):
    """A sign of life."""

    note: str
    given_on: dt.date
    until: dt.date


class ReviewOut(Schema):
    """What the registering office found for a year."""

    year: int
    result: Result
    reason: str
    given_on: dt.date


class RecognitionOut(Schema):
    """By a decision, after an appraisal that passed."""

    level: Level
    number: str
    recognised_on: dt.date
    points: Decimal
    grade: str
    revoked_on: dt.date | None


class LikenessOut(Schema):
    """What it resembles, for those who write or register it."""

    id: UUID
    kind: LikeKind
    other: UUID | None
    movement: str
    score: Decimal
    parts: list[str]
    answer: str
    same: bool | None
