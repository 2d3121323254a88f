"""What one document does to another: written down, taken back when it was a mistake."""

from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.directives.models import Document, Relation
from gandan.directives.policies import document as documents
from gandan.directives.policies import relation as policies


@transaction.atomic
def relate(
    document: Document, *, other: Document, kind: str, by: Actor, now: datetime, from_day: date | None = None, checked: bool = False
) -> Relation:
    """`document` replaces, amends, guides or repeals `other` from a day on; without a day since nobody knows when."""
    with connection.cursor() as cursor:  # two people could each close half of a circle
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('directives.relate'))")
    held = Document.objects.select_for_update().in_bulk([document.pk, other.pk])  # as they are now, not as the page showed them
    document, other = held[document.pk], held[other.pk]
    relation = Relation(document=document, other=other, kind=kind, from_day=from_day, checked=checked)
    require(by, "directives.relate", relation)
    refuse_if(documents.check(checked, by=by))
    refuse_if(policies.relate(document, other, kind=kind, from_day=from_day, today=timezone.localdate(now)))
    relation.save(force_insert=True)
    facts: dict[str, Fact] = {"relation": relation.pk, "other": other.pk, "other_number": other.number, "from_day": from_day}
    events.record("directives.related", document, by=by, at=now, unit=document.unit_id, now=kind, facts=facts)
    return relation


@transaction.atomic
def take_back_relation(relation: Relation, *, by: Actor, now: datetime) -> Document:
    """It was written down by mistake. The event keeps what was said. Returns the document that was said to do it."""
    relation = Relation.objects.select_for_update(of=("self",)).select_related("document", "other").get(pk=relation.pk)
    require(by, "directives.take_back_relation", relation)
    facts: dict[str, Fact] = {
        "relation": relation.pk,
        "other": relation.other.pk,
        "other_number": relation.other.number,
        "from_day": relation.from_day,
    }
    document, was = relation.document, relation.kind
    relation.delete()
    events.record("directives.relation_taken_back", document, by=by, at=now, unit=document.unit_id, was=was, facts=facts)
    return document
