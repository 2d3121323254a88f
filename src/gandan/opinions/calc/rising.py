"""Which topics rise: counts of this month beside the month before, without making much of little."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEAST = 5  # fewer say nothing about a topic
ERRORS = 2  # so many standard errors: two counts this far apart differ by more than chance, roughly 19 times in 20


@dataclass(frozen=True)
class Topic:
    """One topic of the closed list: how often in the last days, how often in as many days before."""

    code: str
    now: int
    before: int

    @property
    def rises(self) -> bool:
        """More than chance would do. Counts vary by their own square root, so their difference by the root of their sum."""
        return self.now >= LEAST and self.now > self.before and (self.now - self.before) ** 2 >= ERRORS**2 * (self.now + self.before)


def topics(now: Mapping[str, int], before: Mapping[str, int]) -> list[Topic]:
    """Every topic that was spoken of, rising ones first, then by how often."""
    found = [Topic(code, now.get(code, 0), before.get(code, 0)) for code in {*now, *before}]
    return sorted(found, key=lambda t: (not t.rises, -t.now, -t.before, t.code))


def widest(found: Iterable[Topic]) -> int:
    """The largest count, by which bars are drawn."""
    return max((max(t.now, t.before) for t in found), default=0)
