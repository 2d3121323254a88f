"""READ a spreadsheet on its way in: how far it is, and its rows as the officer who handed it in sees them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from gandan.core import secrets
from gandan.core.access import Actor
from gandan.opinions.enums import RowState
from gandan.opinions.models import Sheet, SheetRow
from gandan.opinions.policies import importing, importing_rows
from gandan.units import queries as units
from gandan.units.enums import HamletKind


@dataclass(frozen=True)
class Progress:
    """Rows by how far they are."""

    ready: int = 0
    wrong: int = 0
    same: int = 0
    taken: int = 0

    @property
    def all(self) -> int:
        """Every row."""
        return self.ready + self.wrong + self.same + self.taken

    @property
    def done(self) -> int:
        """Rows that need nothing more from the machine."""
        return self.all - self.ready


@dataclass(frozen=True)
class Seen:
    """One row as a page shows it; without cells once its words are gone."""

    number: int
    state: RowState
    cells: dict[str, str]
    faults: tuple[importing_rows.Fault, ...] = ()

    @property
    def why(self) -> str:
        """Everything that is amiss, in one text."""
        return " ".join(f"{fault.title}: {fault.sentence}" if fault.column else fault.sentence for fault in self.faults)


def sheets_of(actor: Actor) -> QuerySet[Sheet]:
    """What the actor handed in: nobody else's, a colleague's neither."""
    return Sheet.objects.filter(made_by=actor.key)


def progress(sheets: Iterable[UUID]) -> dict[UUID, Progress]:
    """Of several sheets, in one question."""
    found: dict[UUID, dict[str, int]] = {key: {} for key in sheets}
    for row in SheetRow.objects.filter(sheet__in=list(found)).order_by().values("sheet", "state").annotate(n=Count("pk")):
        found[row["sheet"]][row["state"]] = row["n"]
    return {key: Progress(**counted) for key, counted in found.items()}


def seen(rows: Iterable[SheetRow], ground: importing_rows.Ground) -> list[Seen]:
    """Rows judged anew, so that their faults are told in the reader's language."""
    return [_seen(row, ground) for row in rows]


def _seen(row: SheetRow, ground: importing_rows.Ground) -> Seen:
    state = RowState(row.state)
    kept = opened(row)
    if "cells" not in kept:
        return Seen(row.position, state, {})
    faults = tuple(importing_rows.row(kept["cells"], kept["formulas"], ground).faults)
    if not faults and kept.get("refused"):
        faults = (importing_rows.Fault("", kept["refused"]),)
    return Seen(row.position, state, kept["cells"], faults)


def opened(row: SheetRow) -> dict[str, Any]:
    """What is under the seal; nothing once it is gone."""
    kept: dict[str, Any] = json.loads(secrets.decrypt(row.sealed)) if row.sealed else {}
    return kept


def ground(unit: UUID, *, today: date) -> importing_rows.Ground:
    """Hamlets of the unit, each by every way in which people write it; one that two hamlets share means neither."""
    found: dict[str, list[UUID]] = {}
    for hamlet in units.hamlets(unit, on=today):
        for way in {str(hamlet), hamlet.name, f"{HamletKind(hamlet.kind).label} {hamlet.name}"}:
            found.setdefault(importing.folded(way), []).append(hamlet.pk)
    return importing_rows.Ground({way: keys[0] for way, keys in found.items() if len(keys) == 1}, today)


def taken(unit: UUID) -> frozenset[str]:
    """Digests of rows that the unit has taken."""
    return frozenset(SheetRow.objects.filter(unit=unit, state=RowState.TAKEN).values_list("digest", flat=True))
