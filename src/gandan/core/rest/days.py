"""A day over REST: YYYY-MM-DD and nothing else. The library would take 0 for 1 January 1970."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}")


def written(value: object) -> object:
    """Let only a written day through to the library's own check."""
    if isinstance(value, str) and not WRITTEN.fullmatch(value):
        raise PydanticCustomError("day_written", "a day is written YYYY-MM-DD")
    return value


Day = Annotated[dt.date, BeforeValidator(written), WithJsonSchema({"type": "string", "format": "date"})]
