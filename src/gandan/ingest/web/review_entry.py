"""One record on the review screen, with what can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gandan.ingest import policies
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord
from gandan.ingest.policies.record import INTO
from gandan.ingest.web.corrections import CorrectionForm
from gandan.ingest.web.matches import Match
from gandan.ingest.web.records import Card
from gandan.ingest.web.things import Thing

_MARKS = {RecordState.ACCEPTED: "kept", RecordState.MERGED: "done", RecordState.REJECTED: "past"}
_SHORT = 14
"""Words of a request that tell which one it is."""


@dataclass(frozen=True)
class Piece:
    """A quote around the words that a record is about."""

    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Opened:
    """The one record that is being corrected or merged, or whose deed was refused."""

    record: UUID
    form: CorrectionForm | None = None
    matches: Sequence[Match] | None = None
    wrong: str = ""
    into: str = ""


@dataclass(frozen=True)
class Entry:
    """One record on the screen."""

    record: ProposedRecord
    card: Card
    piece: Piece
    unit: str = ""
    is_masked: bool = False
    shown: str = ""
    thing: Thing | None = None
    activities: Sequence[tuple[str, str]] = ()
    into: str = ""
    opened: Opened | None = None

    @property
    def pk(self) -> UUID:
        """Its id."""
        return self.record.pk

    @property
    def key(self) -> str:
        """Its address on the page."""
        return self.card.key

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.record.kind

    @property
    def heading(self) -> str:
        """What it is; a request is long and stands in its sentence in full."""
        return Truncator(self.card.heading).words(_SHORT, truncate=" …") if self.kind == RecordKind.REQUEST else self.card.heading

    @property
    def state(self) -> str:
        """Where it stands."""
        return self.record.state

    @property
    def is_seen(self) -> bool:
        """Whether somebody decided on it."""
        return self.state != RecordState.WAITING

    @property
    def is_open(self) -> bool:
        """Whether it is being corrected or merged."""
        return self.opened is not None and (self.form is not None or self.merging)

    @property
    def form(self) -> CorrectionForm | None:
        """The form of correcting it, when that is open."""
        return self.opened.form if self.opened else None

    @property
    def merging(self) -> bool:
        """Whether one chooses what it is merged into."""
        return self.opened is not None and self.opened.matches is not None

    @property
    def matches(self) -> Sequence[Match]:
        """What it may be merged into."""
        return (self.opened.matches if self.opened else None) or ()

    @property
    def wrong(self) -> str:
        """Why the last deed on it was refused."""
        return self.opened.wrong if self.opened else ""

    @property
    def may_merge(self) -> bool:
        """Requests are made once."""
        return RecordKind(self.kind) in INTO

    @property
    def waits_for_room(self) -> bool:
        """Accepted, and in no room yet: it can be carried in."""
        return policies.carry_in(self.record) is None

    @property
    def is_into_taken(self) -> bool:
        """Whether the activity it goes to stands already: then nobody needs to be told of the only one there is."""
        return self.into.startswith("activity:")

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return _MARKS[RecordState(self.state)]

    @property
    def says(self) -> str:
        """Its state in words."""
        if self.waits_for_room:
            return _("Đã nhận, chỉ lưu trong bài này")
        return {
            RecordState.ACCEPTED: pgettext("bản ghi", "Đã nhận"),
            RecordState.MERGED: pgettext("bản ghi", "Đã gộp"),
            RecordState.REJECTED: pgettext("bản ghi", "Đã bỏ"),
        }[RecordState(self.state)]
