"""Reads the shipped file of known documents; the readable file is the source, this is only its grammar."""

import tomllib
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from gandan.directives import numbers
from gandan.directives.enums import RelationKind

FILE = Path(__file__).parent / "data" / "known.toml"


class Known(BaseModel):
    """One document of the file."""

    model_config = ConfigDict(extra="forbid")

    number: str
    kind: str
    issuer: str
    issued_on: date | None = None
    abstract: str = ""
    source: str
    checked: bool = False

    @cached_property
    def parsed(self) -> numbers.Number:
        """The number taken apart. Raises ValueError for one that nobody could type."""
        found = numbers.parse(self.number)
        if found is None or found.text != self.number:
            raise ValueError(f"{self.number}: not as the norm writes it")
        return found

    @property
    def year(self) -> int | None:
        """Year of issue, as the day or the number says."""
        return self.issued_on.year if self.issued_on else self.parsed.year

    @property
    def key(self) -> str:
        """How relations of the file name it."""
        return self.number


class Link(BaseModel):
    """One relation of the file."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    document: str
    other: str
    kind: RelationKind
    from_day: date | None = Field(default=None, alias="from")
    checked: bool = False
    source: str


def shipped(file: Path = FILE) -> tuple[list[Known], list[Link]]:
    """Documents and relations in the order of the file."""
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return [Known.model_validate(d) for d in read["document"]], [Link.model_validate(r) for r in read["relation"]]
