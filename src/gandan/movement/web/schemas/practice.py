"""A model as REST shows it: for everybody, and for those who work on it."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.appraisals.enums import Level
from gandan.core.rest.refs import Named, UnitRef
from gandan.movement.enums import Deed, Host, Kind, State, Subject
from gandan.movement.web.schemas.found import LikenessOut, RecognitionOut, ReviewOut, SignOut
from gandan.movement.web.schemas.parts import EvidenceOut, ForceOut, MilestoneOut, OutcomeOut, ResourceOut
from gandan.movement.web.schemas.voice import VoicesOut


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
