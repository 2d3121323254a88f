"""Topics and pledges as REST shows them."""

import datetime as dt
from uuid import UUID

from ninja import Schema

from gandan.core.rest.asked import Asked
from gandan.core.rest.refs import UnitRef


class TopicOut(Schema):
    """One topic of the closed list; `code` is the Open311 service_code and never changes."""

    code: str
    name: str
    group: str
    description: str


class TopicList(Schema):
    """What a form offers, in its order."""

    items: list[TopicOut]


class PledgeOut(Schema):
    """Within how many working days a unit answers; `own`: by its own word, else by the rule that holds for all."""

    unit: UnitRef
    on: dt.date
    days: int
    own: bool
    rule: str
    since: dt.date | None


class PledgeAsked(Asked):
    """Of which unit."""

    unit: UUID
