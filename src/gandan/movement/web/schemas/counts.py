"""Numbers of models as REST shows them."""

import datetime as dt
from uuid import UUID

from ninja import Schema

from gandan.core.rest.asked import Asked
from gandan.core.rest.refs import UnitRef
from gandan.movement.enums import Kind, Subject


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
