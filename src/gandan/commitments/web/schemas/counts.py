"""Numbers of a unit as REST shows them."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.refs import UnitRef


class PromiseNumbers(Schema):
    """What is owed to people, by who says that it is done. Never add these; `confirmed_…` say by whom the confirmed were confirmed."""

    confirmed: int
    unopposed: int
    reported: int
    open: int
    late: int
    withdrawn: int
    confirmed_code: int = Field(description="By who holds a code; codes are handed out by the office or by the supervision board.")
    confirmed_sender: int = Field(description="By who said what the promise answers, with the private code of the opinion.")
    confirmed_households: int
    confirmed_board: int
    confirmed_asker: int
    done_late: int
    withdrawn_late: int


class TaskNumbers(Schema):
    """What was assigned inside the system."""

    accepted: int
    reported: int
    open: int
    late: int
    withdrawn: int
    done_late: int
    withdrawn_late: int


class PublicCounts(Schema):
    """A unit with those that went wholly into it: promises and requests apart."""

    unit: UnitRef
    on: dt.date
    promises: PromiseNumbers
    requests: PromiseNumbers


class WorkCounts(PublicCounts):
    """And what was assigned."""

    tasks: TaskNumbers


class CountsAsked(Asked):
    """Of which unit."""

    unit: UUID
