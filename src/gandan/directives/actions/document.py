"""Registering a document, correcting its record, taking the record out."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import connection, transaction
from django.utils import timezone

from gandan.core import events, search
from gandan.core.access import Actor, may, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.search import words
from gandan.core.text.clean import line
from gandan.directives import numbers
from gandan.directives.enums import Origin, State
from gandan.directives.models import Document
from gandan.directives.policies import document as policies
from gandan.directives.queries.visibility import home_units
from gandan.directives.search import KIND, document_for
from gandan.units.models import Office, Unit


@transaction.atomic
def register_document(
    *,
    number: str,
    kind: str,
    issuer: str,
    by: Actor,
    now: datetime,
    issued_on: date | None = None,
    abstract: str = "",
    is_public: bool = False,
    upload: File | None = None,  # type: ignore[type-arg]
    issuer_office: Office | None = None,
    unit: Unit | None = None,
    source: str = "",
    checked: bool = False,
    origin: str = Origin.OFFICE,
) -> Document:
    """Put a document into the register. `number` as it was typed; `kind` "" is told by the number where it can be.

    The record belongs to `unit`, else to the issuing office's, else to the one unit the actor works in. Raises Refusal; 409 when the same
    document is there already.
    """
    require(by, "directives.register_document")
    refuse_if(policies.check(checked, by=by))
    number, kind = line(number), line(kind)
    refuse_if(policies.readable(number))
    parsed = numbers.with_kind(number, kind)
    assert parsed is not None  # noqa: S101  the policy asked
    kind, issuer, abstract, source = (line(text) for text in (kind or _kind(parsed), issuer or _issuer(parsed), abstract, source))
    unit = unit or _unit(issuer_office, by)
    _one_at_a_time(parsed.key)
    year = issued_on.year if issued_on else parsed.year
    refuse_if(policies.wording(kind=kind, issuer=issuer, abstract=abstract, source=source))
    refuse_if(policies.dated(issued_on, parsed, today=timezone.localdate(now)))
    refuse_if(policies.placed(unit=unit, is_public=is_public, office=issuer_office, today=timezone.localdate(now)))
    refuse_if(policies.register(policies.twin(parsed, issuer=issuer, year=year, is_public=is_public, unit=unit, by=by)))
    document = Document(
        **_numbered(parsed),
        kind=kind,
        issuer=issuer,
        issuer_key=policies.issuer_key(issuer),
        issuer_office=issuer_office,
        issuer_unit=issuer_office.unit if issuer_office else None,
        issued_on=issued_on,
        year=year,
        abstract=abstract,
        unit=unit,
        is_public=is_public,
        origin=origin,
        source=source,
        checked=checked,
        recorded_at=now,
    )
    document.folded = folded(document)
    document.save(force_insert=True)
    if upload is not None:
        files.store(upload, by=by, now=now, owner=document)
    _index(document)
    facts: dict[str, Fact] = {"number": document.number, "issued_on": issued_on, "public": is_public, "file": upload is not None}
    events.record(
        "directives.document_registered", document, by=by, at=now, unit=document.unit_id, now=State.RECORDED, facts=facts, binds=[document]
    )
    return document


@transaction.atomic
def correct_document(
    document: Document,
    *,
    by: Actor,
    now: datetime,
    number: str | None = None,
    kind: str | None = None,
    issuer: str | None = None,
    issued_on: date | None = None,
    abstract: str | None = None,
    is_public: bool | None = None,
    source: str | None = None,
    checked: bool | None = None,
) -> Document:
    """Give the right words, number or day; what is None stays as it is. A record that came with the program is then the office's own.

    Other words than those that were compared with the document itself are no longer compared.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    require(by, "directives.correct_document", document)
    refuse_if(policies.change(document) or policies.check(checked is True and not document.checked, by=by))
    number, kind = (None if text is None else line(text) for text in (number, kind))
    refuse_if(policies.readable(number) if number is not None else None)
    parsed = numbers.with_kind(number or document.number, document.kind if kind is None else kind)
    assert parsed is not None  # noqa: S101  what stands in the register was read once
    before, words = _facts(document), policies.told(document)
    said = {"kind": kind, "issuer": issuer, "abstract": abstract, "source": source}
    for name, text in said.items():
        if text is not None:
            setattr(document, name, line(text))
    for name, value in _numbered(parsed).items():
        setattr(document, name, value)
    document.issued_on = issued_on or document.issued_on
    document.year = document.issued_on.year if document.issued_on else parsed.year
    document.is_public = document.is_public if is_public is None else is_public
    document.issuer_key = policies.issuer_key(document.issuer)
    document.origin = Origin.OFFICE
    today = timezone.localdate(now)
    refuse_if(policies.wording(kind=document.kind, issuer=document.issuer, abstract=document.abstract, source=document.source))
    refuse_if(policies.dated(document.issued_on, parsed, today=today))
    refuse_if(policies.placed(unit=document.unit, is_public=document.is_public, office=document.issuer_office, today=today))
    _one_at_a_time(document.key)
    place = document.unit
    twin = policies.twin(parsed, issuer=document.issuer, year=document.year, is_public=document.is_public, unit=place, by=by, but=document)
    refuse_if(policies.register(twin))
    compared = document.checked if checked is None else checked
    document.checked = compared and (may(by, "directives.check") or policies.told(document) == words)
    document.folded = folded(document)
    document.save()
    _index(document)
    changed = {name: value for name, value in _facts(document).items() if value != before[name]}
    unit = document.unit_id
    events.record("directives.document_corrected", document, by=by, at=now, unit=unit, facts=changed, binds=[document])
    return document


@transaction.atomic
def withdraw_document(document: Document, *, reason: str, by: Actor, now: datetime) -> Document:
    """Take out a record that should not be there. Those who keep it still see it; what it did to others ends."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    reason = line(reason)
    require(by, "directives.withdraw_document", document)
    refuse_if(policies.withdraw(document, reason=reason))
    document.state, document.withdrawn_for = State.WITHDRAWN, reason
    document.save(update_fields=["state", "withdrawn_for"])
    search.drop(KIND, document.pk)
    was, unit = State.RECORDED, document.unit_id
    events.record("directives.document_withdrawn", document, by=by, at=now, unit=unit, was=was, now=document.state, binds=[document])
    return document


def folded(document: Document) -> str:
    """Words under which lists find it, without accents."""
    return " ".join(words.folded(f"{document.number} {document.kind} {document.issuer} {document.abstract}"))


def _kind(number: numbers.Number) -> str:
    return numbers.kind_of(number.code, party=number.form is numbers.Form.PARTY)


def _issuer(number: numbers.Number) -> str:
    return numbers.issuer_named(number.code, number.issuer)


def _numbered(number: numbers.Number) -> Mapping[str, Any]:
    return {"number": number.text, "key": number.key, "plain": number.plain, "form": str(number.form)}


def _unit(office: Office | None, by: Actor) -> Unit | None:
    """Where a record belongs when nobody said it."""
    mine = home_units(by)
    if office is not None and office.unit_id in mine:
        return office.unit
    return Unit.objects.filter(pk=mine[0]).first() if mine else None


def _facts(document: Document) -> dict[str, Fact]:
    return {"number": document.number, "issued_on": document.issued_on, "public": document.is_public, "checked": document.checked}


def _index(document: Document) -> None:
    found = document_for(document)
    if found is not None:
        search.put(found)


def _one_at_a_time(key: str) -> None:
    """Two people who register one number at once: the second waits, and is told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('directives'), hashtext(%s))", [key])
