"""What the REST calls of this room take. Lengths are those of the form; what is wrong with them is answered field by field."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.days import Day
from gandan.core.rest.words import Text
from gandan.indicators.enums import Bound, Measure
from gandan.movement.enums import ForcePart, Helps, Host, Kind, ResourceKind, Subject

Number = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
Amount = Annotated[Decimal, Field(ge=0, max_digits=18, decimal_places=2)]


class ForceIn(Schema):
    """Who takes part with which task: an office by its id, or a group in words; never a person."""

    part: ForcePart
    office: UUID | None = None
    name: Annotated[Text, Field(max_length=200)] = ""
    task: Annotated[Text, Field(max_length=500)] = ""


class AimIn(Schema):
    """A measurable criterion."""

    name: Annotated[Text, Field(min_length=1, max_length=200)]
    measure: Measure
    noun: Annotated[Text, Field(max_length=60)] = ""
    before: Number | None = None
    target: Number
    due: Day
    indicator: UUID | None = None


class ResourceIn(Schema):
    """What it takes of one kind."""

    kind: ResourceKind
    measure: Measure
    noun: Annotated[Text, Field(max_length=60)] = ""
    planned: Amount | None = None
    used: Amount | None = None


class MilestoneIn(Schema):
    """A line of the timetable."""

    due: Day
    what: Annotated[Text, Field(min_length=1, max_length=300)]


class FormIn(Schema):
    """The whole form, every time: what is left out is empty afterwards. A draft may miss anything but its field."""

    field: UUID
    title: Annotated[Text, Field(max_length=200)] = ""
    place: Annotated[Text, Field(max_length=200)] = ""
    problem: Annotated[Text, Field(max_length=4000)] = ""
    aim: Annotated[Text, Field(max_length=2000)] = ""
    way: Annotated[Text, Field(max_length=6000)] = ""
    audience: Annotated[Text, Field(max_length=1000)] = ""
    output: Annotated[Text, Field(max_length=2000)] = ""
    upkeep: Annotated[Text, Field(max_length=2000)] = ""
    changed: Annotated[Text, Field(max_length=2000)] = ""
    kind: Kind = Kind.MODEL
    subject: Subject = Subject.COLLECTIVE
    host: Host = Host.COMMUNITY
    new: bool = True
    starts_on: Day | None = None
    ends_on: Day | None = None
    forces: Annotated[list[ForceIn], Field(max_length=30)] = []
    aims: Annotated[list[AimIn], Field(max_length=20)] = []
    resources: Annotated[list[ResourceIn], Field(max_length=20)] = []
    milestones: Annotated[list[MilestoneIn], Field(max_length=40)] = []


class BeginIn(FormIn):
    """For an office, or for a hamlet whose head one is; in which drive."""

    drive: UUID
    office: UUID
    hamlet: UUID | None = None


class ReadingIn(Schema):
    """What was measured of one aim on a day."""

    aim: UUID
    value: Number
    read_on: Day
    bound: Bound = Bound.EXACT
    note: Annotated[Text, Field(max_length=500)] = ""


class EvidenceIn(Schema):
    """A link or a note. Photographs are added on the page of the model, where who takes them is told what belongs on them."""

    url: Annotated[Text, Field(max_length=500)] = ""
    note: Annotated[Text, Field(max_length=1000)] = ""
    shows: Day | None = None


class SignIn(Schema):
    """That it still lives."""

    note: Annotated[Text, Field(min_length=1, max_length=1000)]


class AdoptIn(Schema):
    """Which office learns from it, and in which hamlet."""

    office: UUID
    hamlet: UUID | None = None


class VoiceIn(Schema):
    """A code as it stands on the slip, in any spelling, and what its holder says. It travels in the body: an address is kept by many."""

    code: Annotated[Text, Field(min_length=1, max_length=60)]
    helps: Helps
