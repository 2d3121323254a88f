"""What the register says over REST, and what it takes."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.text import clean
from gandan.directives.enums import Adopted, Form, RelationKind, State

CLEAN = AfterValidator(clean.line)  # signs that nobody sees or no database takes are left out
Line = Annotated[str, StringConstraints(max_length=400, strip_whitespace=True), CLEAN]
Text = Annotated[str, StringConstraints(max_length=1000, strip_whitespace=True), CLEAN]


class DocumentRef(Schema):
    """A document in a word."""

    id: UUID
    number: str
    kind: str


class DocumentOut(DocumentRef):
    """A document. `holds` is false once another one replaced or repealed it; `in_place` then names what holds today and may be seen."""

    form: Form
    issuer: str
    issued_on: dt.date | None
    abstract: str
    is_public: bool
    state: State
    checked: bool
    source: str
    holds: bool
    held_until: dt.date | None
    in_place: list[DocumentRef]


class RelationOut(Schema):
    """`document` does this to `other`; a null `from_day` means that nobody knows the day."""

    id: UUID
    kind: RelationKind
    document: DocumentRef
    other: DocumentRef
    from_day: dt.date | None
    checked: bool


class DocumentWhole(DocumentOut):
    """A document with what it does to others and others to it."""

    relations: list[RelationOut]


class DocumentPage(Schema):
    """A page of documents."""

    items: list[DocumentOut]
    next: str | None


class AdviceOut(Schema):
    """Advice on a document."""

    id: UUID
    office: UUID
    asked_on: dt.date | None
    given_on: dt.date | None
    adopted: Adopted
    decided_on: dt.date | None
    note: str


class DocumentsAsked(Asked):
    """Which documents."""

    q: Line = Field("", description="A number however typed (“290 qd tw”), or words of kind, issuer and abstract.")
    kind: Line = Field("", description="Kind by its name, for example Quyết định.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class RegisterIn(Schema):
    """A document to be registered. What is left out and stands in the number (kind, issuer) is filled in."""

    number: Line = Field(min_length=1, description="However typed; answered as the norm writes it.")
    kind: Line = ""
    issuer: Line = ""
    issued_on: Day | None = None
    abstract: Text = ""
    is_public: bool = False
    source: Line = ""
    checked: bool = False


class CorrectIn(Schema):
    """What is to be changed; what is left out stays."""

    number: Line | None = Field(None, min_length=1)
    kind: Line | None = None
    issuer: Line | None = None
    issued_on: Day | None = None
    abstract: Text | None = None
    is_public: bool | None = None
    source: Line | None = None
    checked: bool | None = None


class RelateIn(Schema):
    """This document does `kind` to `other`."""

    other: UUID
    kind: RelationKind
    from_day: Day | None = None
    checked: bool = False


class AdviceIn(Schema):
    """Advice of an office."""

    office: UUID
    asked_on: Day | None = None
    given_on: Day | None = None
    adopted: Adopted = Adopted.UNKNOWN
    decided_on: Day | None = None
    note: Text = ""


class WithdrawIn(Schema):
    """Why the record is taken out."""

    reason: Annotated[str, StringConstraints(min_length=5, max_length=500, strip_whitespace=True), CLEAN]
