"""What people say of a commitment, and the codes by which they say it."""

import datetime as dt
from typing import Annotated

from ninja import Schema
from pydantic import Field

from gandan.commitments.enums import CodeKind, How, Issuer
from gandan.commitments.policies.words import LONGEST, SHORTEST_OBJECTION
from gandan.core.rest.words import Text


class ObjectionOut(Schema):
    """Somebody said that it is not done. The words are null for those who may not read them."""

    on: dt.date
    text: str | None


class ConfirmationOut(Schema):
    """One yes, and in which capacity; never whose."""

    on: dt.date
    how: How
    issuer: Issuer | None = Field(
        description="Of a code: who handed it out, the office that owes or the board; or that it is the sender's own, of an opinion."
    )


class ObjectionIn(Schema):
    """What is not done."""

    text: Annotated[Text, Field(min_length=SHORTEST_OBJECTION, max_length=LONGEST["text"])]


class CodeIn(Schema):
    """For whom a code is."""

    kind: CodeKind


class CodeOut(Schema):
    """A code, this once."""

    code: str


class ByCodeIn(Schema):
    """A code as somebody typed it."""

    code: Annotated[Text, Field(min_length=1, max_length=60)]
