"""Places of a text, each resolved as of the text's date and followed to the units that hold it today.

Start reading in mentions.py (where places are named), then resolve.py (which unit is meant).
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from gandan.core.text import fold
from gandan.ingest.atlas import REFORM, Atlas, Spot, key
from gandan.ingest.document import Document
from gandan.ingest.extract.units import mentions as reading
from gandan.ingest.extract.units.mention import LEVELS, Mention, Sign
from gandan.ingest.extract.units.resolve import choose, context
from gandan.ingest.proposal import Level, Place

UNDATED = date(2024, 12, 31)
"""A text without any date is read by the map that held longest."""
_EARLIEST = 2005
"""Older dates in an undated text are of history, not of the text."""
_NEXT = 30
_GONE = re.compile(r"[^.;]{0,40}?\b(?:Lào|Campuchia|Trung Quốc|Thái Lan|Nhật Bản|Hàn Quốc)\b|\s*\([^()]{2,30}\scũ\)")
"""Behind an unknown unit: it lies abroad, or it is of a map before this one."""
_DOMAIN = re.compile(r"(?i)(?<![\w-])(?<!\w\.)(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5})\.(?:vn|com|org|net)\b")
"""Looked for only where a name of labels begins, and no longer than such names are: "a.a.a.a…" is read once."""
_DISTRICTS = re.compile(r"(?i)\b(?:huyện|quận|thị xã|thị) (?:ủy|uỷ)\b|\b(?:huyện|quận) [A-ZĐ]")
_TWO_TIERS = re.compile(
    r"(?i)chính quyền địa phương (?:2|hai) cấp|\bđặc khu\b|(?:sau|khi) (?:sắp xếp|sáp nhập).{0,40}(?:cấp xã|tỉnh, thành)"
)


def find(doc: Document) -> list[Place]:
    """Each unit once, in the order of its first mention."""
    atlas = Atlas.load()
    day = _day(doc)
    found = reading.find(doc, atlas, day)
    around = context(found, _hints(doc.text))
    chosen = choose(found, around)
    home = around.named or frozenset(spot.province for spot in chosen if spot is not None)
    places: dict[str, Place] = {}
    beside = [_beside(i, found, chosen) for i in range(len(found))]
    for mention, spot, near in sorted(zip(found, chosen, beside, strict=True), key=lambda row: (row[1] is None, row[0].start)):
        if mention.former or (spot is None and _GONE.match(doc.text, mention.end)):
            continue
        place = _place(mention, spot, atlas, near or home)
        if place is None or _told(place, mention, places):
            continue
        name = place.code or f"{key(place.name)}/{place.province}"
        known = places.get(name)
        if known is None or (mention.kind and not _has_kind(known)):
            places[name] = place
    order = {id(m): m.start for m in found}
    first = {m.text: order[id(m)] for m in reversed(found)}
    return sorted(places.values(), key=lambda place: first[place.mention])


def _beside(index: int, found: Sequence[Mention], chosen: Sequence[Spot | None]) -> frozenset[str]:
    """The province of the larger place written next: "xã Cô Mười, Trùng Khánh"."""
    mention = found[index]
    for other, spot in zip(found[index + 1 : index + 3], chosen[index + 1 : index + 3], strict=True):
        if (
            spot is not None
            and other.sentence == mention.sentence
            and other.start - mention.end <= _NEXT
            and spot.level is not mention.level
        ):
            return frozenset({spot.province})
    return frozenset()


def _day(doc: Document) -> date:
    """The day by which places are read."""
    if doc.published is not None:
        return doc.published
    day = doc.as_of
    if day is not None and day >= REFORM and _DISTRICTS.search(doc.text):
        return date(2025, 6, 30)
    if day is None or day.year < _EARLIEST:
        return REFORM if _TWO_TIERS.search(doc.text) and not _DISTRICTS.search(doc.text) else UNDATED
    return day


def _place(mention: Mention, spot: Spot | None, atlas: Atlas, provinces: frozenset[str]) -> Place | None:
    if spot is not None:
        name = f"{mention.kind or spot.kind} {spot.name}" if mention.kind != "Thành phố" else spot.full
        return Place(
            mention=mention.text, name=name, province=spot.province, level=Level(spot.level), code=spot.code, today=atlas.today(spot)
        )
    if mention.kind is None or mention.sign < Sign.SURE:
        return None
    province = next(iter(provinces)) if len(provinces) == 1 else None
    if province is None and mention.spots and len({s.province for s in mention.spots}) == 1:
        province = mention.spots[0].province
    written = " ".join(word.capitalize() for word in mention.name.split()) if mention.name.isupper() else mention.name
    return Place(mention=mention.text, name=f"{mention.kind} {written}", province=province, level=Level(LEVELS[mention.kind]))


def _has_kind(place: Place) -> bool:
    return key(place.mention) != key(place.name.split(" ", 1)[1]) and key(place.mention).split()[0] not in key(place.name.split(" ", 1)[1])


def _told(place: Place, mention: Mention, places: dict[str, Place]) -> bool:
    """A bare name, or an unknown unit, that repeats a unit already told by its kind."""
    if place.code is None:
        return any(key(p.name) == key(place.name) for p in places.values())
    return mention.kind is None and any(
        key(p.name.split(" ", 1)[1]) == key(mention.name) and p.level != place.level and p.level is not Level.PROVINCE
        for p in places.values()
    )


def _hints(text: str) -> frozenset[str]:
    """Provinces in the addresses of newspapers and pages."""
    domains = {fold(match.group(1)).replace("-", "").replace(".", "") for match in _DOMAIN.finditer(text)}
    return frozenset(name for squeezed, name in _provinces() for domain in domains if squeezed in domain)


@cache
def _provinces() -> Sequence[tuple[str, str]]:
    atlas = Atlas.load()
    names = {spot.province for spot in atlas.everything() if spot.level.value == Level.PROVINCE.value}
    return [(fold(name).replace(" ", "").replace("-", ""), name) for name in sorted(names)] + [("tphcm", "Hồ Chí Minh")]
