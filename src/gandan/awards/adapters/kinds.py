"""Reads the shipped kinds of commendation; the readable file is the source, this is only its grammar."""

import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from gandan.appraisals.enums import Level
from gandan.awards.enums import Form
from gandan.awards.models import AwardKind
from gandan.units.enums import OfficeKind

DATA = Path(__file__).parent.parent / "data"


class Block(BaseModel):
    """A block of the file; what it does not know is a slip of the pen."""

    model_config = ConfigDict(extra="forbid")


class Named(Block):
    """What it was called and who gave it, for a time; `last` is the last day."""

    name: str = Field(min_length=1, max_length=200)
    issuer: str = Field(min_length=1, max_length=200)
    issuer_kind: OfficeKind | str = Field(default="", max_length=20)
    source: str = Field(min_length=1, max_length=300)
    checked: bool
    first: date | None = None
    last: date | None = None


class Told(Block):
    """Conditions for a time."""

    years: int | None = None
    years_head: int | None = None
    deadline_month: int | None = None
    deadline_day: int | None = None
    others: list[str] = []
    papers: list[str] = []
    source: str = Field(min_length=1, max_length=300)
    checked: bool
    first: date | None = None
    last: date | None = None


class Shipped(Block):
    """One kind."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")
    form: Form
    level: Level
    to_persons: bool
    to_collectives: bool
    once_a_person: bool
    names: list[Named] = Field(min_length=1)
    eligibility: list[Told] = Field(min_length=1)

    @property
    def said(self) -> tuple[Any, ...]:
        """Everything it says, to compare with a row."""
        names = sorted((n.first or date.min, n.last, n.name, n.issuer, str(n.issuer_kind), n.source, n.checked) for n in self.names)
        told = sorted((t.first or date.min, t.last, *_numbers(t), "\n".join(t.others), "\n".join(t.papers)) for t in self.eligibility)
        return (str(self.form), str(self.level), self.to_persons, self.to_collectives, self.once_a_person, names, told)


def said_by(kind: AwardKind) -> tuple[Any, ...]:
    """The same of a row."""
    names = sorted((_first(n.during), _last(n.during), n.name, n.issuer, n.issuer_kind, n.source, n.checked) for n in kind.names.all())
    told = sorted((_first(e.during), _last(e.during), *_numbers(e), e.others, e.papers) for e in kind.eligibilities.all())
    return (kind.form, kind.level, kind.to_persons, kind.to_collectives, kind.once_a_person, names, told)


@lru_cache(maxsize=1)
def shipped() -> tuple[Shipped, ...]:
    """The kinds in the order of the file."""
    read = tomllib.loads((DATA / "kinds.toml").read_text(encoding="utf-8"))
    return tuple(Shipped.model_validate(block) for block in read["kind"])


def _numbers(told: Any) -> tuple[Any, ...]:
    return (told.years, told.years_head, told.deadline_month, told.deadline_day, told.source, told.checked)


def _first(during: Any) -> date:
    return during.lower or date.min


def _last(during: Any) -> date | None:
    return during.upper - timedelta(days=1) if during.upper else None
