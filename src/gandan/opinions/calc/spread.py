"""The middle of many whole numbers, kept as how often each occurred."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Spread:
    """Numbers of days, each with how often."""

    counted: Counter[int] = field(default_factory=Counter)

    def add(self, days: int, *, times: int = 1) -> None:
        """So many of this length."""
        self.counted[days] += times

    @property
    def median(self) -> float | None:
        """The middle one; of an even number the mean of the two in the middle; None of nothing."""
        many = self.counted.total()
        if not many:
            return None
        low, high = self._at((many - 1) // 2), self._at(many // 2)
        return (low + high) / 2

    def _at(self, place: int) -> int:
        """The number that stands at a place (from 0) when all are put in order."""
        passed = 0
        for days in sorted(self.counted):
            passed += self.counted[days]
            if place < passed:
                return days
        raise IndexError(place)
