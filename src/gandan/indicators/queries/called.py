"""What units were called at the time of their figures; the picture of the tree is asked for once, however many."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from gandan.indicators.models import Statement, Value
from gandan.units.gazetteer import Place
from gandan.units.queries.picture import picture


def called(asked: Iterable[tuple[UUID | None, date | None]]) -> list[Place | None]:
    """Each unit as it was on its day; as it was last where the data do not reach that day."""
    tree = picture()
    keys = [(tree.keys.get(unit) if unit else None, on) for unit, on in asked]
    return [(tree.at(key, on) or tree.at(key)) if key else None for key, on in keys]


def of_values(values: Iterable[Value]) -> list[Place | None]:
    """The units of values."""
    return called((v.unit_id, v.last_day) for v in values)


def of_statements(statements: Iterable[Statement]) -> list[Place | None]:
    """The units that statements speak of; a statement without a time is of its text's day."""
    return called((s.unit_id, s.last_day or s.source_day) for s in statements)
