"""Filling the register from the shipped file of known documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from gandan.core import events, search
from gandan.core.access import Actor, require
from gandan.core.events import Event
from gandan.directives.actions.document import folded, register_document
from gandan.directives.actions.relation import relate
from gandan.directives.adapters import Known, Link, shipped
from gandan.directives.enums import Origin, State
from gandan.directives.models import Document, Relation
from gandan.directives.policies.document import issuer_key
from gandan.directives.search import document_for


@dataclass(frozen=True)
class Loaded:
    """What a load changed."""

    documents: int
    changed: int
    relations: int


@transaction.atomic
def load(*, by: Actor, now: datetime) -> Loaded:
    """Bring in the shipped documents and what they do to each other. Idempotent; what an office corrected or withdrew stays as it is."""
    require(by, "directives.load")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('directives.load'))")
    known, links = shipped()
    there = _there(known)
    fresh = [one for one in known if one.key not in there]
    changed = [row for one in known if (row := there.get(one.key)) is not None and _brought_up(row, one)]
    for one in fresh:
        there[one.key] = _registered(one, by=by, now=now)
    written = sum(_linked(link, there, by=by, now=now) for link in links)
    if fresh or changed or written:
        facts = {"documents": len(fresh), "changed": len(changed), "relations": written}
        events.record("directives.loaded", there[known[0].key], by=by, at=now, facts=facts, binds=changed)
    return Loaded(len(fresh), len(changed), written)


def _there(known: Sequence[Known]) -> dict[str, Document]:
    """What the register has of them: the shared rows, also withdrawn ones, and public ones that an office was quicker to write."""
    keys = {one.parsed.key: one for one in known}
    rows = Document.objects.filter(key__in=keys).filter(Q(unit=None) | Q(is_public=True, state=State.RECORDED)).order_by("pk")
    return {keys[row.key].key: row for row in rows if row.year in (None, keys[row.key].year)}


def _registered(one: Known, *, by: Actor, now: datetime) -> Document:
    return register_document(
        number=one.number,
        kind=one.kind,
        issuer=one.issuer,
        issued_on=one.issued_on,
        abstract=one.abstract,
        source=one.source,
        checked=one.checked,
        is_public=True,
        origin=Origin.FILE,
        by=by,
        now=now,
    )


def _brought_up(row: Document, one: Known) -> bool:
    """Make a row that only the file wrote say what the file says now. Returns whether it changed."""
    said: dict[str, object] = {"kind": one.kind, "issuer": one.issuer, "issued_on": one.issued_on, "abstract": one.abstract}
    said |= {"source": one.source, "checked": one.checked}
    if row.origin != Origin.FILE or not row.is_recorded or all(getattr(row, name) == value for name, value in said.items()):
        return False
    for name, value in said.items():
        setattr(row, name, value)
    row.issuer_key, row.year, row.folded = issuer_key(one.issuer), one.year, folded(row)
    row.save()
    if (found := document_for(row)) is not None:
        search.put(found)
    return True


def _linked(link: Link, there: Mapping[str, Document], *, by: Actor, now: datetime) -> bool:
    """Write a relation of the file once; one that somebody took back does not come again."""
    document, other = there[link.document], there[link.other]
    if not (document.is_recorded and other.is_recorded) or Relation.objects.filter(document=document, other=other, kind=link.kind).exists():
        return False
    if Event.objects.filter(verb="directives.relation_taken_back", thing_id=str(document.pk), facts__other=str(other.pk)).exists():
        return False
    relate(document, other=other, kind=link.kind, from_day=link.from_day, checked=link.checked, by=by, now=now)
    return True
