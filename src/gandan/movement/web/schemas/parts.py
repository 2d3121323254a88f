"""What a model's form consists of, as REST shows it: measures, who takes part, what it takes, timetable, evidence."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from ninja import Schema

from gandan.indicators.enums import Bound, Measure
from gandan.movement.enums import EvidenceKind, ForcePart, ResourceKind


class OutcomeOut(Schema):
    """One measure: where it stood, what is aimed at, what was read last (null: nothing yet)."""

    id: UUID
    name: str
    measure: Measure
    noun: str
    before: Decimal | None
    target: Decimal
    due: dt.date
    value: Decimal | None
    bound: Bound | None
    read_on: dt.date | None


class ForceOut(Schema):
    """Who takes part."""

    part: ForcePart
    name: str
    task: str


class ResourceOut(Schema):
    """What it takes of one kind. Never added up across kinds."""

    id: UUID
    kind: ResourceKind
    measure: Measure
    noun: str
    planned: Decimal | None
    used: Decimal | None


class MilestoneOut(Schema):
    """A line of the timetable."""

    id: UUID
    due: dt.date
    what: str
    reached_on: dt.date | None


class EvidenceOut(Schema):
    """What shows it. Photographs are handed out by their own addresses on the model's page."""

    id: UUID
    kind: EvidenceKind
    note: str
    url: str
    shows: dt.date
