"""What the calls take of who holds code and PIN."""

from typing import Annotated

from ninja import Schema
from pydantic import Field

from gandan.core.rest.words import Text
from gandan.opinions.enums import Wish
from gandan.opinions.policies.words import LONGEST
from gandan.opinions.web.schemas.saying import ContactIn
from gandan.opinions.web.schemas.words import Reason, Words


class ByPin(Schema):
    """Code and PIN as they stand on the receipt. They travel in the body: an address is kept by many."""

    code: Annotated[Text, Field(min_length=1, max_length=60)]
    pin: Annotated[Text, Field(min_length=1, max_length=12)]


class WordsByPin(ByPin):
    """A word to the office."""

    text: Words


class VerdictByPin(ByPin):
    """Whether it was done; null only gives marks. A first no opens the case again, a second one goes to the unit above."""

    done: bool | None
    rating: Annotated[int, Field(ge=1, le=5)] | None = None
    text: Annotated[Text, Field(max_length=LONGEST["text"])] = ""


class ReasonByPin(ByPin):
    """Why."""

    reason: Reason


class ContactByPin(ByPin):
    """A contact, left or changed later."""

    contact: ContactIn
    wish: Wish = Wish.NONE
