"""A model with all that were learnt from it."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.appraisals.enums import Level
from gandan.core.rest.refs import UnitRef
from gandan.movement.enums import State, Worked
from gandan.movement.web.schemas.parts import OutcomeOut


class MemberOut(Schema):
    """One model of a family; `parent` is the one it was learnt from."""

    id: UUID
    parent: UUID | None
    depth: int
    title: str
    state: State
    alive: bool
    unit: UnitRef
    made_in: UnitRef
    registered_on: dt.date | None
    changed: str
    worked: Worked | None = Field(description="What its owner says of the original.")
    verdict: str
    effective: bool
    levels: list[Level]
    outcomes: list[OutcomeOut]
    url: str


class FamilyOut(Schema):
    """A whole family, parents before children."""

    root: UUID
    size: int
    units: int
    provinces: int
    generations: int
    members: list[MemberOut]
