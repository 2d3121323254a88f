"""A problem in own words, and the models that answer it."""

from ninja import Schema
from pydantic import Field

from gandan.appraisals.enums import Level
from gandan.core.rest.asked import Asked
from gandan.movement.web.schemas.practice import PracticeOut


class FindAsked(Asked):
    """A problem in own words."""

    words: str = Field(min_length=2, max_length=600)
    as_typed: bool = Field(False, description="Take no word for another.")
    limit: int = Field(20, ge=1, le=60)


class FoundOut(Schema):
    """A model with why it stands where it does."""

    model: PracticeOut
    match: float = Field(description="How much of what was asked it names, 0 to 1.")
    named: list[str] = Field(description="Its own words that answer the question.")
    parts: list[str] = Field(description="Where these words stand: title, problem, way.")
    effective: int | None = Field(description="Year of the newest review, if that says effective.")
    level: Level | None
    copies: int
    alive: bool


class FoundList(Schema):
    """Best first. `read`: what was looked for; `corrected`: typed word and the word it was taken for; `things`: what was understood."""

    items: list[FoundOut]
    read: str
    corrected: list[list[str]]
    things: list[str]
