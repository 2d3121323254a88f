"""Small shapes by which one thing names another; every room uses these."""

from uuid import UUID

from ninja import Schema


class Named(Schema):
    """Something by its name: an office, a hamlet, a field, a drive, a council."""

    id: UUID
    name: str


class UnitRef(Schema):
    """A unit as it is, or was last."""

    id: UUID
    code: str | None
    name: str
