"""Lists of models: which ones are asked for, and a page of them."""

from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.appraisals.enums import Level
from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.movement.enums import Kind, State
from gandan.movement.web.schemas.practice import PracticeOut


class PracticePage(Schema):
    """A page of models, the newest registration first."""

    items: list[PracticeOut]
    next: str | None


class WorkPage(Schema):
    """A page of models that the owner of the token may read, by their ids, which is the order of time."""

    items: list[PracticeOut]
    next: str | None


class PracticesAsked(Asked):
    """Which public models."""

    unit: UUID | None = Field(None, description="In this unit, all below it and those that went into it.")
    field: str | None = Field(None, max_length=100, description="A field by its name.")
    kind: Kind | None = None
    level: Level | None = Field(None, description="Recognised by this level.")
    q: str | None = Field(None, max_length=200, description="A problem in own words: models that deal with it.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class WorkAsked(Asked):
    """Which models of those one may read."""

    unit: UUID | None = None
    office: UUID | None = None
    state: State | None = None
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)
