"""One measured number and what it means."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Result:
    """`ratio` is value over the compared value, or the other way round where less is better; `aim` says what we want, in words."""

    name: str
    value: float
    unit: str
    compared_with: str = ""
    ratio: float | None = None
    aim: str = ""

    def as_json(self) -> dict[str, Any]:
        """In the order that is promised to readers."""
        return asdict(self)
