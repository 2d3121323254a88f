"""Units as rows of a table, for who counts with them elsewhere. Bodies and places only, never a person."""

from collections.abc import Iterator
from datetime import date

from gandan.units.queries.picture import picture

COLUMNS = ("ma", "cap", "loai", "ten", "ma_cap_tren", "ten_cap_tren", "ma_tinh", "ten_tinh", "tu_ngay", "vi_do", "kinh_do", "dien_tich_km2")

Cell = str | float | None


def rows(*, on: date) -> Iterator[tuple[Cell, ...]]:
    """Provinces, districts (until 30/6/2025), communes of a day, one at a time; an empty cell is what nobody knows."""
    known = picture()
    for p in known.tree(on):
        chain = known.ancestors(p, on)
        up, top = (chain[0], chain[-1]) if chain else (None, p)
        began = known.times[p.key][0].valid_from
        above: tuple[Cell, ...] = (up.code, up.full_name) if up else (None, None)
        yield (
            p.code,
            p.level.value,
            p.kind,
            p.name,
            *above,
            top.code,
            top.full_name,
            began.isoformat() if began else None,
            p.lat,
            p.lon,
            p.km2,
        )
