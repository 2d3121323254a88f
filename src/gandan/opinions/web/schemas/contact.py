"""The one call that opens a contact, with its reason."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.words import Text
from gandan.opinions.policies.words import LONGEST, SHORTEST_REASON


class OpenContactIn(Schema):
    """Of which opinion, and why; its sender reads the reason."""

    opinion: UUID
    reason: Annotated[Text, Field(min_length=SHORTEST_REASON, max_length=LONGEST["opening"])]


class ContactOut(Schema):
    """How the sender may be reached. Each opening stands on the sender's page and is counted in public."""

    name: str
    phone: str
    mail: str
