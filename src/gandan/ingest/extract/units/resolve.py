"""Which unit a mention means: the one that the other places of the text speak for, or none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gandan.ingest.atlas import Spot
from gandan.ingest.extract.units.mention import Mention, Sign
from gandan.units.gazetteer import Level

_BESIDE = 6.0
_INSIDE = 3.0
_PROVINCE = 2.0
_HINT = 1.5
_NEAR_GAP = 14


@dataclass(frozen=True)
class Context:
    """What the text as a whole says about where it plays: provinces named, provinces hinted at by the page."""

    named: frozenset[str]
    hinted: frozenset[str]


def context(mentions: Sequence[Mention], hinted: frozenset[str]) -> Context:
    """Collect the provinces that are named, or of which a unit with a single reading is named."""
    named = {s.province for m in mentions for s in m.spots if s.level is Level.PROVINCE and m.sign is Sign.SURE}
    return Context(frozenset(named), hinted)


def choose(mentions: Sequence[Mention], around: Context) -> list[Spot | None]:
    """The unit of each mention, or None where the text does not say which."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        provinces = {spot.province for spot in mention.spots}
        if len(provinces) == 1 and mention.sign >= Sign.NEAR:
            votes.update(provinces)
    return [_choose(i, mentions, around, votes) for i in range(len(mentions))]


def _choose(index: int, mentions: Sequence[Mention], around: Context, votes: Counter[str]) -> Spot | None:
    mention = mentions[index]
    if not mention.spots:
        return None
    scored = sorted(((_score(spot, index, mentions, around, votes), i) for i, spot in enumerate(mention.spots)), reverse=True)
    best, at = scored[0]
    spot = mention.spots[at]
    if mention.kind is None and mention.sign < Sign.NEAR and best < _PROVINCE:
        return None
    if len(scored) == 1:
        return spot if best >= _PROVINCE or not _elsewhere(spot, around) else None
    return spot if best > 0 and best > scored[1][0] else None


def _elsewhere(spot: Spot, around: Context) -> bool:
    """A single reading in a province that the text never names, while it names others, is a guess."""
    return spot.level is Level.COMMUNE and bool(around.named) and spot.province not in around.named


def _score(spot: Spot, index: int, mentions: Sequence[Mention], around: Context, votes: Counter[str]) -> float:
    score = _PROVINCE if spot.province in around.named else 0.0
    score += _HINT if spot.province in around.hinted else 0.0
    me = mentions[index]
    others = votes[spot.province] - (1 if me.sign >= Sign.NEAR and len({s.province for s in me.spots}) == 1 else 0)
    score += min(others, 3) * 0.3
    for other_index, other in enumerate(mentions):
        if other_index == index:
            continue
        for candidate in other.spots:
            tie = _tie(spot, candidate)
            if tie:
                beside = other.sentence == me.sentence and -1 <= other.start - me.end <= _NEAR_GAP
                score += tie * (_BESIDE if beside else _INSIDE) / len({s.province + (s.district or "") for s in other.spots})
                break
    return score


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
