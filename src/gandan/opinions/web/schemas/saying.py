"""What a call takes that says something, and what its sender takes home."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.words import Text
from gandan.denunciations.enums import Accused
from gandan.opinions.enums import Wish
from gandan.opinions.web.schemas.words import Latitude, Longitude, Place, TopicCode, Words


class ContactIn(Schema):
    """How an office's answer finds the sender. Kept encrypted; opened one at a time, with a reason that the sender reads."""

    name: Annotated[Text, Field(max_length=100)] = ""
    phone: Annotated[Text, Field(max_length=20)] = ""
    mail: Annotated[Text, Field(max_length=254)] = ""


class SayIn(Schema):
    """Text and place are enough. `denunciation`: its sender accuses somebody in office; then it goes to the body above, sealed."""

    text: Words
    unit: UUID
    place: Place = ""
    hamlet: UUID | None = None
    topic: TopicCode = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    contact: ContactIn | None = None
    wish: Wish = Wish.NONE
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "vi"
    denunciation: bool = False
    accused: Annotated[Accused, Field(description="Where the one works who is accused, if the sender says so.")] = Accused.BELOW


class JoinIn(Schema):
    """ "I meet this too": with a case that `similar` showed."""

    place: Place = ""
    contact: ContactIn | None = None
    wish: Wish = Wish.NONE


class SaidOut(Schema):
    """What a sender takes home, this once: the code reads, the PIN beside it writes."""

    code: str
    pin: str
    track: str
    days: int = Field(description="Working days within which the unit has pledged an answer.")
