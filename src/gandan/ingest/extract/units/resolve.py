"""Which unit a mention means: the one that the other places of the text speak for, or none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gandan.ingest.atlas import Spot, key
from gandan.ingest.extract.units.mention import Mention, Sign
from gandan.units.gazetteer import Level

_BESIDE = 6.0
_INSIDE = 3.0
_PROVINCE = 2.0
_HINT = 1.5
_LATEST = 0.5
_VOTE = 0.3
_NEAR_GAP = 14
"""Letters between a place and the larger one written beside it: ", huyện", " (tỉnh", " thuộc huyện"."""


@dataclass(frozen=True)
class Context:
    """What the text as a whole says about where it plays."""

    named: frozenset[str]
    """Provinces that are named."""
    hinted: frozenset[str]
    """Provinces in the addresses of the page."""
    votes: Counter[str]
    """For how many distinct names a province is the only reading."""
    distinct: tuple[Mention, ...]
    """One mention for each kind and name: a name said often speaks no louder."""


def context(mentions: Sequence[Mention], hinted: frozenset[str]) -> Context:
    """Collect it from all mentions of a text."""
    named = {s.province for m in mentions for s in m.spots if s.level is Level.PROVINCE and m.sign is Sign.SURE}
    distinct = tuple({(m.kind, key(m.name)): m for m in reversed(mentions)}.values())
    votes = Counter(_only_province(m) for m in distinct if _only_province(m))
    return Context(frozenset(named), hinted, votes, distinct)


def _only_province(mention: Mention) -> str:
    provinces = {spot.province for spot in mention.spots}
    return next(iter(provinces)) if len(provinces) == 1 and mention.sign >= Sign.NEAR else ""


def choose(mentions: Sequence[Mention], around: Context) -> list[Spot | None]:
    """The unit of each mention, or None where the text does not say which."""
    chosen: list[Spot | None] = []
    latest = ""
    for index, mention in enumerate(mentions):
        chosen.append(_choose(index, mentions, around, latest))
        if mention.level is Level.PROVINCE and len(mention.spots) == 1:
            latest = mention.spots[0].province
    return chosen


def _choose(index: int, mentions: Sequence[Mention], around: Context, latest: str) -> Spot | None:
    mention = mentions[index]
    if not mention.spots:
        return None
    scored = sorted(((_score(spot, index, mentions, around, latest), i) for i, spot in enumerate(mention.spots)), reverse=True)
    best, at = scored[0]
    spot = mention.spots[at]
    if spot.name.isdigit() and spot.district is not None and not _is_told(spot.district, spot.province, around):
        return None  # wards with numbers repeat in every district
    if mention.kind is None and mention.sign < Sign.NEAR and best < _PROVINCE:
        return None
    if len(scored) == 1:
        return spot if best >= _PROVINCE or not _elsewhere(spot, around) else None
    return spot if best > 0 and best > scored[1][0] else None


def _is_told(district: str, province: str, around: Context) -> bool:
    return any(spot.full == district and spot.province == province for other in around.distinct for spot in other.spots)


def _elsewhere(spot: Spot, around: Context) -> bool:
    """A single reading in a province that the text never names, while it names others, is a guess."""
    return spot.level is Level.COMMUNE and bool(around.named) and spot.province not in around.named


def _score(spot: Spot, index: int, mentions: Sequence[Mention], around: Context, latest: str) -> float:
    """How much speaks for a reading: its province, and every other name that lies in it, holds it or lies beside it."""
    me = mentions[index]
    score = _PROVINCE if spot.province in around.named else 0.0
    score += _HINT if spot.province in around.hinted else 0.0
    score += _LATEST if spot.province == latest else 0.0
    score += min(around.votes[spot.province] - (_only_province(me) != ""), 3) * _VOTE
    near = [other for other in mentions[index + 1 : index + 3] if _is_beside(me, other)]
    score += sum(_support(spot, other) * _BESIDE for other in near)
    told = {(other.kind, key(other.name)) for other in (*near, me)}
    return score + sum(_support(spot, other) * _INSIDE for other in around.distinct if (other.kind, key(other.name)) not in told)


def _is_beside(me: Mention, other: Mention) -> bool:
    return other is not me and other.sentence == me.sentence and -1 <= other.start - me.end <= _NEAR_GAP


def _support(spot: Spot, other: Mention) -> float:
    """The strongest tie of any reading of another name, less where that name has many readings."""
    tie = max((_tie(spot, candidate) for candidate in other.spots), default=0.0)
    return tie / len({s.province + (s.district or "") for s in other.spots}) if tie else 0.0


def _tie(spot: Spot, other: Spot) -> float:
    """How one unit speaks for another: it lies in it, or holds it, or lies in the same district."""
    if spot.province != other.province or spot is other:
        return 0.0
    if spot.level is Level.COMMUNE and other.level is Level.DISTRICT:
        return 1.0 if spot.district is not None and spot.district == other.full else 0.0
    if spot.level is Level.DISTRICT and other.level is Level.COMMUNE:
        return 1.0 if other.district is not None and other.district == spot.full else 0.0
    if other.level is Level.PROVINCE:
        return 1.0 if spot.level is not Level.PROVINCE else 0.0
    if spot.level is Level.COMMUNE and other.level is Level.COMMUNE and spot.district and spot.district == other.district:
        return 0.4
    return 0.1 if spot.level is not Level.PROVINCE else 0.0
