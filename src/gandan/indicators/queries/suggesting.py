"""Which indicators a figure may be one of."""

import re
from collections.abc import Iterable
from functools import lru_cache

from gandan.core.text import fold
from gandan.indicators.models import Indicator

WORD = re.compile(r"[^\W_]+")
SAYS_NOTHING = frozenset("cua va la co cac nhung voi cho tai o trong duoc da den so tong duoc luot nguoi".split())
MOST = 5


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold(text)))


def suggest(noun: str, measure: str, *, among: Iterable[Indicator] | None = None) -> list[Indicator]:
    """Indicators of this measure whose words stand in the noun, the most telling first; none rather than a wrong one.

    An entry counts only when all of its words are there. What is longer says more; of two that fit equally well both are
    named. Words that say nothing alone ("người", "lượt") never propose anything.
    """
    said = set(_folded(noun))
    if not said:
        return []
    rows = Indicator.objects.filter(measure=measure, valid__upper_inf=True) if among is None else (i for i in among if i.measure == measure)
    found = [(points, row) for row in rows if (points := _points(row, said))]
    return [row for _points_, row in sorted(found, key=lambda f: (-f[0], f[1].order, f[1].code))][:MOST]


def _points(indicator: Indicator, said: set[str]) -> int:
    best = 0
    for entry in (indicator.name, *indicator.words):
        words = set(_folded(entry))
        telling = words - SAYS_NOTHING
        if telling and words <= said:
            best = max(best, 2 * len(telling) + len(words))
    return best
