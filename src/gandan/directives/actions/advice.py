"""Advice on a document: who gave it, and what became of it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.text.clean import line
from gandan.directives.enums import Adopted
from gandan.directives.models import Advice, Document
from gandan.directives.policies import advice as policies
from gandan.units.models import Office


@transaction.atomic
def note_advice(
    document: Document,
    *,
    office: Office,
    by: Actor,
    now: datetime,
    asked_on: date | None = None,
    given_on: date | None = None,
    adopted: str = Adopted.UNKNOWN,
    decided_on: date | None = None,
    note: str = "",
) -> Advice:
    """An office advised a document; whether it was adopted may come later."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    require(by, "directives.note_advice", document)
    days = {"asked_on": asked_on, "given_on": given_on, "decided_on": decided_on}
    note, today = line(note), timezone.localdate(now)
    refuse_if(policies.note_advice(document, office, **days, adopted=adopted, note=note, today=today))
    advice = Advice(document=document, office=office, **days, adopted=adopted, note=note)
    advice.save(force_insert=True)
    facts = {"advice": advice.pk, "by_office": office.pk, **days}
    events.record("directives.advice_noted", document, by=by, at=now, unit=document.unit_id, now=adopted, facts=facts, binds=[advice])
    return advice


@transaction.atomic
def settle_advice(
    advice: Advice, *, adopted: str, by: Actor, now: datetime, decided_on: date | None = None, note: str | None = None
) -> Advice:
    """What became of the advice, or another word on it."""
    advice = Advice.objects.select_for_update(of=("self",)).select_related("document").get(pk=advice.pk)
    require(by, "directives.settle_advice", advice.document)
    note = advice.note if note is None else line(note)
    refuse_if(policies.settle_advice(advice, adopted=adopted, decided_on=decided_on, note=note, today=timezone.localdate(now)))
    was, advice.adopted, advice.decided_on, advice.note = advice.adopted, adopted, decided_on, note
    advice.save(update_fields=["adopted", "decided_on", "note"])
    document = advice.document
    facts = {"advice": advice.pk, "by_office": advice.office_id, "decided_on": decided_on}
    events.record(
        "directives.advice_settled", document, by=by, at=now, unit=document.unit_id, was=was, now=adopted, facts=facts, binds=[advice]
    )
    return advice
