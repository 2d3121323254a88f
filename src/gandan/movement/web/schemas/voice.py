"""What people say of a model by code, as REST shows it."""

from uuid import UUID

from ninja import Schema

from gandan.movement.enums import Helps


class VoicesOut(Schema):
    """What people say by code in one year: apart by who handed the codes out, never added."""

    year: int
    by_board: bool
    yes: int
    partly: int
    no: int


class SpokenOut(Schema):
    """What a code said, and of which model."""

    model: UUID
    title: str
    year: int
    helps: Helps
