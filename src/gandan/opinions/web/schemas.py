"""What the REST calls of this room take and give, for everyone and for who spoke. For offices: schemas_staff.py."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.core.rest.words import Text
from gandan.denunciations.enums import Accused
from gandan.opinions.enums import Content, Stage, State, Wish
from gandan.opinions.policies.words import LONGEST, SHORTEST_REASON

Words = Annotated[Text, Field(min_length=1, max_length=LONGEST["text"])]
Reason = Annotated[Text, Field(min_length=SHORTEST_REASON, max_length=LONGEST["reason"], description="Who spoke reads it.")]
Place = Annotated[Text, Field(max_length=LONGEST["place"])]
TopicCode = Annotated[Text, Field(max_length=40)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class TopicOut(Schema):
    """One topic of the closed list; `code` is the Open311 service_code and never changes."""

    code: str
    name: str
    group: str
    description: str


class TopicList(Schema):
    """What a form offers, in its order."""

    items: list[TopicOut]


class PledgeOut(Schema):
    """Within how many working days a unit answers; `own`: by its own word, else by the rule that holds for all."""

    unit: UnitRef
    on: dt.date
    days: int
    own: bool
    rule: str
    since: dt.date | None


class PublishedOut(Schema):
    """What everybody may read of a case that an office made public."""

    number: str
    title: str
    question: str
    answer: str
    topic: str
    content: Content
    state: State
    unit: UnitRef
    hamlet: Named | None
    office: Named
    received_on: dt.date
    answered_on: dt.date | None
    published_on: dt.date
    people: int = Field(description="How many spoke of it.")
    confirmed_by_office_pin: bool = Field(description="Confirmed with the help of a PIN that an office had made or printed.")
    url: str


class PublishedPage(Schema):
    """A page of published cases, the newest first."""

    items: list[PublishedOut]
    next: str | None


class PublishedAsked(Asked):
    """Which published cases."""

    unit: UUID | None = Field(None, description="Of this unit and of those that went wholly into it.")
    topic: str | None = Field(None, max_length=40)
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class PledgeAsked(Asked):
    """Of which unit."""

    unit: UUID


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


class SimilarIn(Schema):
    """What somebody is about to say. It is compared and forgotten."""

    text: Words
    unit: UUID
    hamlet: UUID | None = None
    place: Place = ""


class SimilarOut(Schema):
    """A case like it, as far as anybody may know of it. `title`, `number` and `url` only where it is published."""

    handle: str = Field(description="By which it is joined, within half an hour.")
    topic: str
    hamlet: str
    state: State
    day: dt.date
    people: int
    may_join: bool
    title: str
    number: str
    url: str


class SimilarList(Schema):
    """The nearest first."""

    items: list[SimilarOut]


class DateHeld(Schema):
    """A date that was given, and why; the newest first."""

    due: dt.date
    stage: Stage
    current: bool
    why: str


class Told(Schema):
    """Something that happened."""

    at: dt.datetime
    title: str
    text: str
    law: str
    by_office: bool


class PromiseRef(Schema):
    """What an answer promised."""

    id: UUID
    title: str
    due: dt.date
    state: str
    url: str


class TrackedOut(Schema):
    """One's own opinion. `set_aside`: it was taken for a denunciation and lies sealed with the body above; then nothing else is said."""

    set_aside: bool
    state: State | None
    number: str
    text: str
    place: str
    topic: str
    unit: UnitRef | None
    office: str
    received_on: dt.date | None
    due: dt.date | None
    late: bool
    people: int
    dates: list[DateHeld]
    story: list[Told]
    promises: list[PromiseRef]
    may: list[str] = Field(description="Deeds that are open to who holds the PIN, as the last part of their addresses.")
    notice: Annotated[str, Field(description="After a deed: what its sender is to be told, such as that these words were set aside.")] = ""


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
