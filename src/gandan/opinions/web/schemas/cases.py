"""Cases as a list for offices shows them; and which ones are asked for."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.opinions.enums import Channel, Content, State


class CaseRow(Schema):
    """A case as a list shows it: no words of anybody."""

    id: UUID
    number: str
    state: State
    late: bool
    topic: str
    content: Content
    channel: Channel
    unit: UnitRef
    hamlet: Named | None
    office: Named
    received_on: dt.date
    due: dt.date | None
    round: int
    escalated_on: dt.date | None
    people: int
    tags: list[str]


class CasePage(Schema):
    """A page of cases, by their ids, which is the order of time."""

    items: list[CaseRow]
    next: str | None


class CasesAsked(Asked):
    """Which cases."""

    unit: UUID | None = None
    office: UUID | None = None
    state: State | None = None
    topic: str | None = Field(None, max_length=40)
    late: bool | None = Field(None, description="true: owed and past its date; false: everything else.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)
