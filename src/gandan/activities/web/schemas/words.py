"""Texts and counts of this room's calls, each with its longest length."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from gandan.core.text import clean


def words(longest: int) -> StringConstraints:
    """A text up to a length."""
    return StringConstraints(max_length=longest, strip_whitespace=True)


ONE, SEVERAL = AfterValidator(clean.line), AfterValidator(clean.lines)  # signs that nobody sees or no database takes are left out
Line = Annotated[str, words(300), ONE]
Short = Annotated[str, words(200), ONE]
Sentence = Annotated[str, words(5000), ONE]
Text = Annotated[str, words(50_000), SEVERAL]
Count = Annotated[int, Field(ge=1, le=2_000_000_000)]
