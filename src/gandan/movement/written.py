"""The registration form as it is written: the whole of it, every time. Web, REST, imports and adoption hand the same thing to the deeds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gandan.indicators.models import Indicator
from gandan.movement.enums import Host, Kind, Subject
from gandan.movement.models import Field
from gandan.units.models import Office


@dataclass(frozen=True)
class ForceGiven:
    """Who takes part (`ForcePart`) with which task: an office, or a group in words; never a person."""

    part: str
    name: str = ""
    office: Office | None = None
    task: str = ""


@dataclass(frozen=True)
class AimGiven:
    """A measurable criterion: what, from where (None: nobody measured), to where, by when. `noun` says what is counted."""

    name: str
    measure: str
    target: Decimal
    due: date
    noun: str = ""
    before: Decimal | None = None
    indicator: Indicator | None = None


@dataclass(frozen=True)
class ResourceGiven:
    """What it takes of one kind, planned, and used where it runs already."""

    kind: str
    measure: str
    noun: str = ""
    planned: Decimal | None = None
    used: Decimal | None = None


@dataclass(frozen=True)
class MilestoneGiven:
    """A line of the timetable."""

    due: date
    what: str


@dataclass(frozen=True)
class Written:
    """The whole form. What is empty is not written yet: a draft may miss anything but its field; `policies.missing` names the rest.

    `is_new` False: it runs already and is registered with what it has reached. `changed`: what is done otherwise than in the model it was
    learnt from.
    """

    field: Field
    title: str = ""
    place: str = ""
    problem: str = ""
    aim: str = ""
    way: str = ""
    audience: str = ""
    output: str = ""
    upkeep: str = ""
    changed: str = ""
    kind: str = Kind.MODEL
    subject: str = Subject.COLLECTIVE
    host: str = Host.COMMUNITY
    is_new: bool = True
    starts_on: date | None = None
    ends_on: date | None = None
    forces: tuple[ForceGiven, ...] = ()
    aims: tuple[AimGiven, ...] = ()
    resources: tuple[ResourceGiven, ...] = ()
    milestones: tuple[MilestoneGiven, ...] = ()
