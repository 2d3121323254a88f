"""The review screen as data: the text with its marks, and every record in its group with what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from gandan.core.access import Actor
from gandan.ingest import decided, masking, policies, queries
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import Batch, ProposedRecord, Source
from gandan.ingest.places import Places, head
from gandan.ingest.policies.record import INTO
from gandan.ingest.proposal import Record
from gandan.ingest.queries.sources import holders_of, places_of
from gandan.ingest.queries.waiting import following
from gandan.ingest.web import titles
from gandan.ingest.web.corrections import CorrectionForm
from gandan.ingest.web.hanging import Hanging
from gandan.ingest.web.marks import Paragraph, marked, narrow
from gandan.ingest.web.matches import Match
from gandan.ingest.web.records import Card, card
from gandan.ingest.web.shown import Shown
from gandan.ingest.web.things import Thing, things
from gandan.ingest.web.where import unit_words

GROUPS: tuple[tuple[RecordKind, str | Promise], ...] = (
    (RecordKind.ACTIVITY, gettext_lazy("Hoạt động")),
    (RecordKind.DOCUMENT, gettext_lazy("Văn bản")),
    (RecordKind.FIGURE, gettext_lazy("Số liệu")),
    (RecordKind.REQUEST, gettext_lazy("Đề nghị")),
    (RecordKind.UNIT, gettext_lazy("Địa danh")),
    (RecordKind.PERSON, gettext_lazy("Người và chức vụ")),
    (RecordKind.AWARD, gettext_lazy("Khen thưởng")),
    (RecordKind.MODEL, gettext_lazy("Mô hình")),
)
_MARKS = {RecordState.ACCEPTED: "kept", RecordState.MERGED: "done", RecordState.REJECTED: "past"}
_SHORT = 14
"""Words of a request that tell which one it is."""
_AROUND = 70
"""Characters shown on each side where a sentence was shown in full just before."""


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


@dataclass(frozen=True)
class Group:
    """The records of one kind."""

    kind: str
    code: str
    title: str | Promise
    entries: Sequence[Entry]

    @property
    def waiting(self) -> int:
        """How many nobody looked at."""
        return sum(not entry.is_seen for entry in self.entries)


@dataclass(frozen=True)
class Review:
    """The whole screen."""

    source: Source
    title: str
    groups: Sequence[Group]
    batch: Mapping[str, Any] | None = None
    following: UUID | None = None
    opened: Opened | None = field(default=None)

    @cached_property
    def entries(self) -> list[Entry]:
        """All records in the order of the screen."""
        return [entry for group in self.groups for entry in group.entries]

    @property
    def total(self) -> int:
        """How many records there are."""
        return len(self.entries)

    @property
    def waiting(self) -> int:
        """How many nobody looked at."""
        return sum(not entry.is_seen for entry in self.entries)

    @property
    def seen(self) -> int:
        """How many were decided on."""
        return self.total - self.waiting

    @property
    def done(self) -> frozenset[str]:
        """Keys of those that were decided on: their marks in the text go back."""
        return frozenset(entry.key for entry in self.entries if entry.is_seen)

    @property
    def next_key(self) -> str:
        """The first that waits."""
        return next((entry.key for entry in self.entries if not entry.is_seen), "")

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The text with its marks."""
        return marked(self.source.text, [entry.card for entry in self.entries])


def record_of(row: ProposedRecord) -> Record:
    """A stored record in the shape in which it was proposed, with a person's corrections."""
    return decided.read(row.kind, row.payload, row.corrected)


def card_of(row: ProposedRecord) -> Card:
    """A stored record as a reader sees it."""
    return card(RecordKind(row.kind).listed, row.position, record_of(row))


def review(source: Source, actor: Actor, *, opened: Opened | None = None) -> Review:
    """Everything the screen shows; the number of questions to the database does not grow with the records."""
    rows = [row for row in queries.records_of(source) if row.erased_at is None]
    cards = {row.pk: card_of(row) for row in rows}
    holders, hanging = holders_of(rows), Hanging(source, rows, cards)
    masked = {quote: masking.mask(quote, keep=holders, among=source.text) for quote in {row.quote for row in rows}}
    found, known = things(rows), places_of(rows)
    shown_to = Shown(source, known, holders, hanging, actor)
    shown: set[tuple[str, str]] = set()
    groups = []
    for kind, title in GROUPS:
        entries = []
        for row in (row for row in rows if row.kind == kind):
            again = (kind, row.quote) in shown
            shown.add((kind, row.quote))
            choices, nearest = hanging.of(row)
            mine = opened if opened and opened.record == row.pk else None
            entry = Entry(
                row,
                cards[row.pk],
                _piece(cards[row.pk], masked[row.quote], whole=(not again and kind != RecordKind.UNIT) or mine is not None),
                unit=_unit(row, known, source),
                is_masked=masked[row.quote] != row.quote,
                shown=shown_to.words(row),
                thing=found.get(row.pk),
                activities=choices,
                into=(mine.into if mine else "") or nearest,
                opened=mine,
            )
            entries.append(entry)
        if entries:
            groups.append(Group(kind, entries[0].card.label.rstrip("0123456789"), title, entries))
    file = queries.batch_files_of(source).first()
    batch: Batch | None = file.batch if file else None
    return Review(
        source,
        titles.of_source(source),
        groups,
        batch={"pk": batch.pk, "title": titles.of_batch(batch)} if batch else None,
        following=following(source, actor, batch=batch.pk if batch else None),
        opened=opened,
    )


def _unit(row: ProposedRecord, known: Places, source: Source) -> str:
    if row.kind != RecordKind.ACTIVITY or row.state != RecordState.WAITING:
        return ""
    return unit_words(cast(decided.Activity, record_of(row)), known, source.title, head(source.text))


def _piece(one: Card, quote: str, *, whole: bool) -> Piece:
    """The sentence as it will be kept, or what stands around the words of the record."""
    start, end = narrow(replace(one, quote=quote))
    if (start, end) == (0, len(quote)):
        return Piece(quote.strip(), "", "")
    before, after = quote[:start].lstrip(), quote[end:].rstrip()
    if not whole:
        before = before if len(before) <= _AROUND else "… " + before[-_AROUND:].split(" ", 1)[-1]
        after = after if len(after) <= _AROUND else after[:_AROUND].rsplit(" ", 1)[0] + " …"
    return Piece(before, quote[start:end], after)
