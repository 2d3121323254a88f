"""REST of this room."""

from ninja import Router

router = Router(tags=["opinions"])
