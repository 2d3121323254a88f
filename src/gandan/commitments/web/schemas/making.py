"""What a call takes that makes a commitment."""

from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.commitments.policies.words import LONGEST
from gandan.commitments.web.schemas.words import Deliverable, Title
from gandan.core.rest.days import Day
from gandan.core.rest.words import Text


class MakeIn(Schema):
    """What is owed. With a rule and no day, the day follows from the rule."""

    title: Title
    deliverable: Deliverable
    lead: UUID = Field(description="The one office that answers for it.")
    due: Day | None = None
    due_rule: str = Field("", max_length=80, pattern=r"^[a-z0-9_.]*$", description="Code of a rule under /api/v1/rules.")
    made_on: Day | None = Field(None, description="Today when left out.")
    beneficiary: Text = Field("", max_length=LONGEST["beneficiary"], description="A group or a place, never a person.")
    hamlet: UUID | None = None
    coordinators: list[UUID] = Field([], max_length=20)


class TaskIn(MakeIn):
    """A task."""

    assigned_by: UUID


class RequestIn(MakeIn):
    """A request of people that is taken up. What an office asked for is taken up at the activity where it asked."""
