"""Documents as REST shows them. The representation of a document is the one its ETag stands for."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from gandan.core.access import Actor
from gandan.directives import queries
from gandan.directives.enums import Adopted, RelationKind
from gandan.directives.models import Advice, Document, Relation
from gandan.directives.web.schemas import AdviceOut, DocumentRef, DocumentWhole, RelationOut


def seen(key: UUID, actor: Actor) -> Document:
    """What the actor may see; 404 for anything else."""
    row = queries.whole(key, actor=actor)
    if row is None:
        raise Http404
    return row


def row_of(row: Document, standing: queries.Standing) -> dict[str, Any]:
    """What a line of a list and the whole of a document begin with."""
    return {
        **_ref(row).dict(),
        "form": row.form,
        "issuer": row.issuer,
        "issued_on": row.issued_on,
        "abstract": row.abstract,
        "is_public": row.is_public,
        "state": row.state,
        "checked": row.checked,
        "source": row.source,
        "holds": standing.holds,
        "held_until": standing.until,
        "in_place": [] if standing.holds else [_ref(d) for d in standing.in_place],
    }


def whole(row: Document, actor: Actor) -> DocumentWhole:
    """A document with whether it holds, and what it does to others."""
    does, undergoes = queries.related(row, actor=actor)
    standing = queries.standings([row], on=timezone.localdate(), actor=actor)[row.pk]
    return DocumentWhole(**row_of(row, standing), relations=[relation_out(r) for r in (*undergoes, *does)])


def advice_out(row: Advice) -> AdviceOut:
    """Who advised it, and what became of that."""
    days = {"asked_on": row.asked_on, "given_on": row.given_on, "decided_on": row.decided_on}
    return AdviceOut(id=row.pk, office=row.office_id, adopted=Adopted(row.adopted), note=row.note, **days)


def _ref(row: Document) -> DocumentRef:
    return DocumentRef(id=row.pk, number=row.number, kind=row.kind)


def relation_out(row: Relation) -> RelationOut:
    """What one document does to another."""
    return RelationOut(
        id=row.pk,
        kind=RelationKind(row.kind),
        document=_ref(row.document),
        other=_ref(row.other),
        from_day=row.from_day,
        checked=row.checked,
    )
