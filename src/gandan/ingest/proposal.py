"""What reading one text proposes: the shape that `gandan ingest --json` prints, one object a text.

Nothing here is stored. Each record carries `quote`, a verbatim piece of the cleaned text of at most one sentence,
so that a person can accept or refuse it with the source before their eyes.
"""

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Measure(StrEnum):
    """What a figure is measured in; values are converted (tonnes to kg, hectares to m2, kilometres to m)."""

    VND = "VND"
    KG = "kg"
    M2 = "m2"
    M = "m"
    PERCENT = "percent"
    COUNT = "count"


class Bound(StrEnum):
    """Whether the text gives the value itself, or something above, below or near it."""

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


class ActivityKind(StrEnum):
    """What sort of thing was done."""

    MEETING = "meeting"
    INSPECTION = "inspection"
    SURVEY = "survey"
    DIALOGUE = "dialogue"
    RECEPTION = "reception"
    CEREMONY = "ceremony"
    CONFERENCE = "conference"
    WORKS = "works"
    GIFT = "gift"
    TRAINING = "training"
    CONTEST = "contest"
    SIGNING = "signing"
    OTHER = "other"


class Level(StrEnum):
    """Level of an administrative unit; districts existed until 30/6/2025."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Record(BaseModel):
    """A proposed record: immutable, no field beyond the shape."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Person(Record):
    """A person named with full name and at least one position."""

    name: str
    positions: list[str]
    quote: str


class CitedDocument(Record):
    """A document cited with its number."""

    number: str
    kind: str | None = None
    issuer: str | None = None
    date: dt.date | None = None
    quote: str


class Figure(Record):
    """A quantity of the work itself."""

    value: int | float
    measure: Measure
    bound: Bound = Bound.EXACT
    noun: str = ""
    quote: str


class Award(Record):
    """A medal, title or commendation and how many received it; `ground` is what for, in the words of the text."""

    name: str
    by: str | None = None
    persons: int = 0
    collectives: int = 0
    ground: str | None = None
    quote: str


class GoodModel(Record):
    """A good-practice model ("mô hình Dân vận khéo") named in the text.

    `field` is the one of its words, where they tell it; `result` the sentence that says what came of it.
    """

    name: str
    place: str | None = None
    field: str | None = None
    result: str | None = None
    quote: str


class Request(Record):
    """Somebody asks somebody for something; not a commitment until the one asked accepts it."""

    by: str | None = None
    to: str | None = None
    text: str
    quote: str


class Place(Record):
    """A place mentioned, resolved as of the date of the text; `code` is null where the text does not say which one."""

    mention: str
    name: str
    province: str | None = None
    level: Level
    code: str | None = None
    today: list[str] = Field(default_factory=list)


class Activity(Record):
    """Something that was done."""

    kind: ActivityKind
    date: dt.date | None = None
    place: str | None = None
    quote: str


class Proposal(Record):
    """Everything one text proposes."""

    title: str = ""
    published: dt.date | None = None
    happened: list[dt.date] = Field(default_factory=list)
    people: list[Person] = Field(default_factory=list)
    documents: list[CitedDocument] = Field(default_factory=list)
    figures: list[Figure] = Field(default_factory=list)
    awards: list[Award] = Field(default_factory=list)
    models: list[GoodModel] = Field(default_factory=list)
    requests: list[Request] = Field(default_factory=list)
    units: list[Place] = Field(default_factory=list)
    activities: list[Activity] = Field(default_factory=list)
