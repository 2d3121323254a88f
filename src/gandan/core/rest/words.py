"""Words in what REST calls take."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

MOST_SIGNS = 50_000  # what no field takes is not read sign by sign


def readable(value: str) -> str:
    """Words that people can read: line breaks and tabs, no other control characters. PostgreSQL keeps no NUL. How long they may be each
    field says."""
    if len(value) > MOST_SIGNS:
        raise PydanticCustomError("string_too_long", "a text has at most {most} characters", {"most": MOST_SIGNS})
    if not value.isprintable() and any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t" for c in value):
        raise PydanticCustomError("control_character", "a text has no control characters")
    return value


Text = Annotated[str, AfterValidator(readable)]
