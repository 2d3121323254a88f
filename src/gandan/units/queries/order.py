"""The order of lists of units: kinds as people name them, names by the Vietnamese alphabet, numbers by size."""

import re
from collections.abc import Iterable

from gandan.core.text import sort_key
from gandan.units.gazetteer import Place

KINDS = ("Thành phố", "Tỉnh", "Quận", "Thị xã", "Huyện", "Phường", "Xã", "Thị trấn", "Đặc khu")
_NUMBER = re.compile(r"\d+")


def by_name(place: Place) -> tuple[str, ...]:
    """Syllable by syllable: Hà Nội before Hải Phòng, Quận 2 before Quận 10."""
    return tuple(sort_key(_NUMBER.sub(lambda digits: digits.group().zfill(4), syllable)) for syllable in place.name.split())


def in_order(places: Iterable[Place]) -> list[Place]:
    """By kind, then by name."""
    return sorted(places, key=lambda p: (kind_rank(p.kind), by_name(p)))


def kind_rank(kind: str) -> int:
    """Where a kind stands: cities under the government before provinces, wards before communes."""
    return KINDS.index(kind) if kind in KINDS else len(KINDS)
