"""What the unit did on a commitment, as REST shows it."""

import datetime as dt

from ninja import Schema

from gandan.core.rest.refs import Named


class EvidenceOut(Schema):
    """What shows the work. A file is fetched at `url` as an attachment."""

    kind: str
    note: str
    url: str
    on: dt.date


class Dated(Schema):
    """Something said on a day."""

    on: dt.date
    text: str


class ProgressOut(Dated):
    """How far it had come."""

    percent: int | None


class ExtensionOut(Schema):
    """A date that moved."""

    was: dt.date
    now: dt.date
    reason: str
    on: dt.date


class ReportOut(Schema):
    """The unit's word that it is done."""

    on: dt.date
    summary: str
    posted_until: dt.date | None


class HandoverOut(Schema):
    """It went to another office."""

    was: Named
    to: Named
    cause: str
    reason: str
    on: dt.date
