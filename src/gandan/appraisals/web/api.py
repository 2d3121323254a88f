"""REST."""

from ninja import Router

router = Router(tags=["appraisals"])
