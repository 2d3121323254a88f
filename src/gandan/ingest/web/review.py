"""Everything the review screen shows, read at once. Its parts: review_screen.py, review_entry.py."""

from dataclasses import replace
from typing import cast

from gandan.core.access import Actor
from gandan.ingest import decided, masking, queries
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import Batch, ProposedRecord, Source
from gandan.ingest.places import Places, head
from gandan.ingest.queries.sources import holders_of, places_of
from gandan.ingest.queries.waiting import following
from gandan.ingest.web import titles
from gandan.ingest.web.hanging import Hanging
from gandan.ingest.web.marks import narrow
from gandan.ingest.web.records import Card
from gandan.ingest.web.review_entry import Entry, Opened, Piece
from gandan.ingest.web.review_screen import GROUPS, Group, Review
from gandan.ingest.web.shown import Shown
from gandan.ingest.web.stored import card_of, record_of
from gandan.ingest.web.things import things
from gandan.ingest.web.where import unit_words

_AROUND = 70
"""Characters shown on each side where a sentence was shown in full just before."""


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
