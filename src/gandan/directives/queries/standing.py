"""Whether a document still holds on a day, and what holds in its place: one question to the database, however many documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from gandan.core.access import Actor, Anyone
from gandan.directives.enums import ENDING, RelationKind
from gandan.directives.models import Document
from gandan.directives.queries.visibility import visible_to

# All endings that can be reached from some documents: old → new, however many steps; in the order of days.
CHAIN = """
    WITH RECURSIVE step AS (
        SELECT r.other_id AS old, r.document_id AS new, r.kind, r.from_day FROM directives_relation r
        JOIN directives_document d ON d.id = r.document_id AND d.state = 'recorded'
        WHERE r.other_id = ANY(%s) AND r.kind = ANY(%s) AND (r.from_day IS NULL OR r.from_day <= %s)
        UNION
        SELECT r.other_id, r.document_id, r.kind, r.from_day FROM step
        JOIN directives_relation r ON r.other_id = step.new
        JOIN directives_document d ON d.id = r.document_id AND d.state = 'recorded'
        WHERE r.kind = ANY(%s) AND (r.from_day IS NULL OR r.from_day <= %s)
    )
    SELECT old, new, kind, from_day FROM step ORDER BY from_day NULLS FIRST
"""


@dataclass(frozen=True)
class Standing:
    """`holds`: nothing ended it by the day. `until`: the first day on which it held no more, None when it holds or nobody knows the day.

    `in_place` are the documents that hold in its place and that the reader may see, itself when it holds; `hidden` says that another one
    does, which the reader may not see.
    """

    holds: bool
    until: date | None = None
    in_place: tuple[Document, ...] = ()
    hidden: bool = False


def standings(documents: Iterable[Document], *, on: date, actor: Actor | None = None) -> dict[UUID, Standing]:
    """The standing of each document on a day, as the actor (anyone, when left out) may know it."""
    asked = {document.pk: document for document in documents}
    ends = _endings(asked, on)
    final = {pk: _last(pk, ends) for pk in asked}
    wanted = {pk for lasts in final.values() for pk in lasts} - set(asked)
    seen = {d.pk: d for d in visible_to(actor or Anyone()).filter(pk__in=wanted)} if wanted else {}
    return {pk: _standing(asked[pk], ends, final[pk], {**seen, **asked}) for pk in asked}


def current(document: Document, *, on: date, actor: Actor | None = None) -> list[Document]:
    """What holds in a document's place on a day: itself while it holds, else its last successors; nothing when it was only repealed."""
    return list(standings([document], on=on, actor=actor)[document.pk].in_place)


Ends = Mapping[UUID, list[tuple[UUID, str, date | None]]]


def _endings(asked: Iterable[UUID], on: date) -> Ends:
    kinds = [str(kind) for kind in ENDING]
    ends: dict[UUID, list[tuple[UUID, str, date | None]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(CHAIN, [list(asked), kinds, on, kinds, on])
        for old, new, kind, day in cursor.fetchall():
            ends[old].append((new, kind, day))
    return ends


def _last(pk: UUID, ends: Ends, before: frozenset[UUID] = frozenset()) -> tuple[UUID, ...]:
    """The ends of the chain: itself, or the last of those that replaced it. A repeal ends it without anything in its place."""
    if pk not in ends or pk in before:
        return (pk,)
    nexts = [new for new, kind, _day in ends[pk] if kind == RelationKind.REPLACES]
    return tuple(dict.fromkeys(last for new in nexts for last in _last(new, ends, before | {pk})))


def _standing(document: Document, ends: Ends, final: tuple[UUID, ...], seen: Mapping[UUID, Document]) -> Standing:
    if document.pk not in ends:
        return Standing(True, None, (document,))
    days = [day for _new, _kind, day in ends[document.pk] if day is not None]
    shown = tuple(seen[pk] for pk in final if pk in seen)
    return Standing(False, min(days) if days else None, shown, hidden=len(shown) < len(final))
