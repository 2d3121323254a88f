"""WRITE: the shipped definitions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.core import events, search
from gandan.core.access import Actor, require
from gandan.core.text import fold
from gandan.indicators.adapters import Shipped, shipped
from gandan.indicators.enums import Origin
from gandan.indicators.models import Definition, Indicator
from gandan.indicators.search import indicator_document


@dataclass(frozen=True)
class Loaded:
    """What a load changed; `kept` are codes that an office defines otherwise by now."""

    added: int
    updated: int
    kept: tuple[str, ...]


@transaction.atomic
def load(*, by: Actor, now: datetime) -> Loaded:
    """Bring the shipped definitions to what the file says; what an office defined or changed stays as it is.

    Idempotent: a second load changes nothing and records no event.
    """
    require(by, "indicators.load")
    source, blocks = shipped()
    known = {row.code: row for row in Indicator.objects.all()}
    names = {row.name_folded: code for code, row in known.items()}
    added = updated = 0
    kept = []
    changed = []
    for order, block in enumerate(blocks):
        row = known.get(block.code)
        taken = names.get(fold(block.name), block.code) != block.code  # an office has an indicator of this name
        if (row is not None and row.origin == Origin.OFFICE) or taken:
            kept.append(block.code)
            continue
        outcome = _store(row, block, order=order, source=source)
        added, updated = added + (outcome == "added"), updated + (outcome == "updated")
        changed += [block.code] if outcome else []
    _join(blocks)
    if changed:
        rows = list(Indicator.objects.filter(code__in=changed))
        search.put(*(indicator_document(row) for row in rows))
        events.record("indicators.loaded", rows[0], by=by, at=now, facts={"added": added, "updated": updated})
    return Loaded(added, updated, tuple(kept))


def _store(row: Indicator | None, block: Shipped, *, order: int, source: str) -> str:
    fields: dict[str, Any] = {
        "topic": block.topic.value,
        "name": block.name,
        "name_folded": fold(block.name),
        "noun": block.noun,
        "words": block.words,
        "order": order,
    }
    if row is None:
        row = Indicator.objects.create(
            code=block.code, measure=block.measure, nature=block.nature, valid=DateRange(None, None, "[)"), origin=Origin.FILE, **fields
        )
        Definition.objects.create(
            indicator=row, name=block.name, noun=block.noun, explained=block.explained, source=source, valid=DateRange(None, None, "[)")
        )
        return "added"
    said = {"name": block.name, "noun": block.noun, "explained": block.explained, "source": source}
    told = row.definitions.filter(**said).exists()
    if told and all(getattr(row, name) == value for name, value in fields.items()):
        return ""
    Indicator.objects.filter(pk=row.pk).update(**fields)
    row.definitions.filter(valid__upper_inf=True).update(**said)
    return "updated"


def _join(blocks: tuple[Shipped, ...]) -> None:
    """Rates name their parts, which may stand later in the file."""
    pks = dict(Indicator.objects.values_list("code", "pk"))
    for block in blocks:
        if block.numerator:
            parts = {"numerator": pks[block.numerator], "denominator": pks[block.denominator]}
            Indicator.objects.filter(code=block.code, numerator=None).update(**parts)
