"""What the REST calls of this room show: models, drives, families, numbers. What they take: schemas_in.py."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.appraisals.enums import Level
from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.indicators.enums import Bound, Measure
from gandan.movement.enums import (
    Deed,
    DriveState,
    EvidenceKind,
    ForcePart,
    Helps,
    Host,
    Kind,
    LikeKind,
    ResourceKind,
    Result,
    State,
    Subject,
    Worked,
)


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


class PracticeOut(Schema):
    """A model or an exemplar as everybody may read it. `alive`: registered, and its year is not over."""

    id: UUID
    kind: Kind
    subject: Subject
    host: Host
    state: State
    alive: bool
    title: str
    place: str
    problem: str
    drive: Named
    field: Named
    unit: UnitRef
    made_in: UnitRef
    hamlet: Named | None
    office: Named | None
    told: bool = Field(description="Only a text told of it; no office answers for it.")
    registered_on: dt.date | None
    alive_until: dt.date | None
    effective: bool = Field(description="The newest review says that it works. Registered is not effective.")
    levels: list[Level] = Field(description="Levels whose recognition stands, the highest first.")
    copies: int = Field(description="Registered models that were learnt from this one, at once.")
    adopted_from: UUID | None
    url: str


class PracticePage(Schema):
    """A page of models, the newest registration first."""

    items: list[PracticeOut]
    next: str | None


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


class VoicesOut(Schema):
    """What people say by code in one year: apart by who handed the codes out, never added."""

    year: int
    by_board: bool
    yes: int
    partly: int
    no: int


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


class PracticeWhole(PracticeOut):
    """With the whole form and everything that is public with it."""

    aim: str
    way: str
    audience: str
    output: str
    upkeep: str
    changed: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    outcomes: list[OutcomeOut]
    forces: list[ForceOut]
    resources: list[ResourceOut]
    milestones: list[MilestoneOut]
    evidence: list[EvidenceOut]
    signs: list[SignOut]
    reviews: list[ReviewOut]
    recognitions: list[RecognitionOut]
    voices: list[VoicesOut]
    may: list[Deed] = Field(description="Deeds that the state allows, whoever does them.")


class PracticeAtWork(PracticeWhole):
    """As its own office and the registering one read it."""

    missing: list[str] = Field(description="Parts of the form that are still empty; nothing missing: it can be submitted.")
    likenesses: list[LikenessOut]


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


class WindowOut(Schema):
    """When forms are sent in."""

    year: int
    opens_on: dt.date
    closes_on: dt.date


class FieldOut(Named):
    """A field of a drive; an ended one takes no new models."""

    ended_on: dt.date | None


class SummingUpOut(Schema):
    """What a meeting said of a drive."""

    meeting: str
    year: int
    held_on: dt.date
    text: str


class DriveOut(Schema):
    """An emulation drive."""

    id: UUID
    state: DriveState
    title: str
    aim: str
    unit: UnitRef
    office: Named
    starts_on: dt.date
    ends_on: dt.date
    launched_on: dt.date | None
    before: UUID | None
    fields: list[FieldOut]
    windows: list[WindowOut]
    summings_up: list[SummingUpOut]


class DriveList(Schema):
    """The newest stage first."""

    items: list[DriveOut]
    next: str | None


class DrivesAsked(Asked):
    """Which page."""

    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class CountsRow(Schema):
    """Numbers that stand side by side and are never added: two levels may recognise one model, and effective ones are living ones."""

    field: str | None
    kind: Kind | None
    subject: Subject | None
    registered: int
    living: int
    effective: int
    lapsed: int
    stopped: int
    told: int
    recognised: dict[str, int]


class CountsOut(Schema):
    """Of a unit with all below it and all that went into it, or of the installation."""

    unit: UnitRef | None
    on: dt.date
    models: CountsRow
    collectives: CountsRow
    persons: CountsRow
    groups: list[CountsRow]


class CountsAsked(Asked):
    """Of what."""

    unit: UUID | None = None
    drive: UUID | None = None


class SpokenOut(Schema):
    """What a code said, and of which model."""

    model: UUID
    title: str
    year: int
    helps: Helps
