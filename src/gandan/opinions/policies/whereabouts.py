"""WHEN a point on the map may be meant: not when it lies far from the whole province of the commune that is named (a client's slip)."""

from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.opinions.policies.words import BAD
from gandan.units import queries as units
from gandan.units.gazetteer import Place
from gandan.units.models import Unit

EARTH = 6371.0  # kilometres
FAR = 60.0  # kilometres from the nearest commune of the province: what lies at a border, on a river or off the coast is near


def far(unit: Unit, latitude: Decimal, longitude: Decimal) -> Refusal | None:
    """Communes of one province lie within a few kilometres of each other, so no border has to be known. Where no commune has a known place
    nothing is judged."""
    here = units.one(unit.pk)
    if here is None:
        return None
    above = units.ancestors(here)[-1:]
    places = [here, *(units.descendants(above[0]) if above else [])]
    at = (float(latitude), float(longitude))
    known = [_kilometres(at, (p.lat, p.lon)) for p in places if p.lat is not None and p.lon is not None]
    if not known or min(known) <= FAR:
        return None
    facts = {"km": round(min(known)), "place": _called(here, above)}
    return Refusal(_("Vị trí trên bản đồ cách %(place)s khoảng %(km)s km. Xin chấm lại, bỏ trống, hoặc chọn đúng nơi.") % facts, status=BAD)


def _called(here: Place, above: list[Place]) -> str:
    return ", ".join(p.full_name for p in (here, *above))


def _kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Along a great circle."""
    (lat, lon), (lat2, lon2) = (tuple(map(radians, p)) for p in (a, b))
    h = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(h)))
