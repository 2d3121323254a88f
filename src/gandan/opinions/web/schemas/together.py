"""What the deeds take that join cases and split them."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field


class MergeIn(Schema):
    """Into which case."""

    into: UUID


class SplitIn(Schema):
    """Which opinions become a case of their own."""

    opinions: Annotated[list[UUID], Field(min_length=1, max_length=200)]
