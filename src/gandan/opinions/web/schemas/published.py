"""What everybody may read of cases; and which ones are asked for."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.opinions.enums import Content, State


class PublishedOut(Schema):
    """What everybody may read of a case that an office made public."""

    number: str
    title: str
    question: str
    answer: str
    topic: str
    content: Content
    state: State
    unit: UnitRef
    hamlet: Named | None
    office: Named
    received_on: dt.date
    answered_on: dt.date | None
    published_on: dt.date
    people: int = Field(description="How many spoke of it.")
    confirmed_by_office_pin: bool = Field(description="Confirmed with the help of a PIN that an office had made or printed.")
    url: str


class PublishedPage(Schema):
    """A page of published cases, the newest first."""

    items: list[PublishedOut]
    next: str | None


class PublishedAsked(Asked):
    """Which published cases."""

    unit: UUID | None = Field(None, description="Of this unit and of those that went wholly into it.")
    topic: str | None = Field(None, max_length=40)
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)
