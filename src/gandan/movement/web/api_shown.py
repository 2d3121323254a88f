"""Models as REST shows them, in a constant number of questions for a page. One whole: api_whole.py; the other nouns: files beside."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from gandan.appraisals.enums import Level
from gandan.core.rest.refs import Named, UnitRef
from gandan.movement import queries
from gandan.movement.models import Practice
from gandan.movement.queries import finder, proved
from gandan.movement.web.schemas.finding import FoundOut
from gandan.movement.web.schemas.practice import PracticeOut
from gandan.units import queries as units


def practices(rows: Iterable[Practice], *, today: date) -> list[PracticeOut]:
    """Rows in their order, with what others found of them."""
    found = list(rows)
    keys = [row.pk for row in found]
    full = {row.pk: row for row in queries.whole(Practice.objects.filter(pk__in=keys))}
    proofs = proved.proofs_of(Practice.objects.filter(pk__in=keys), today)
    places = unit_refs(unit for row in found for unit in (row.unit_id, row.made_in_id))
    return [PracticeOut(**row_of(full[key], proofs[key], places)) for key in keys]


def row_of(row: Practice, proof: proved.Proof, places: dict[UUID, UnitRef]) -> dict[str, Any]:
    """What every shape of a model begins with; `places` holds its units."""
    levels = {Level(r.level) for r in getattr(row, "standing", ())}
    return {
        "id": row.pk,
        "kind": row.kind,
        "subject": row.subject,
        "host": row.host,
        "state": row.state,
        "alive": proof.alive,
        "title": row.title,
        "place": row.place,
        "problem": row.problem,
        "drive": Named(id=row.drive_id, name=row.drive.title),
        "field": Named(id=row.field_id, name=row.field.name),
        "unit": places[row.unit_id],
        "made_in": places[row.made_in_id],
        "hamlet": Named(id=row.hamlet_id, name=str(row.hamlet)) if row.hamlet_id else None,
        "office": Named(id=row.office_id, name=str(row.office)) if row.office_id else None,
        "told": row.is_told,
        "registered_on": row.registered_on,
        "alive_until": row.alive_until,
        "effective": proof.effective is not None,
        "levels": [level for level in reversed(proved.LEVELS) if level in levels],
        "copies": proof.copies,
        "adopted_from": row.adopted_from_id,
        "url": page_of(row.pk),
    }


def found(items: Sequence[finder.Found], *, today: date) -> list[FoundOut]:
    """What the finder gave, each with its model."""
    shown = practices([one.practice for one in items], today=today)
    return [
        FoundOut(
            model=model,
            match=one.match,
            named=list(one.named),
            parts=list(one.parts),
            effective=one.proof.effective,
            level=one.proof.level,
            copies=one.proof.copies,
            alive=one.proof.alive,
        )
        for one, model in zip(items, shown, strict=True)
    ]


def unit_refs(keys: Iterable[UUID]) -> dict[UUID, UnitRef]:
    """Units as they are; from the picture of units, no question."""
    return {p.id: UnitRef(id=p.id, code=p.code, name=p.full_name) for p in units.several(list(set(keys))) if p is not None}


def page_of(key: UUID) -> str:
    """The page of a model."""
    return settings.SITE + reverse("movement-public:one", args=[key])
