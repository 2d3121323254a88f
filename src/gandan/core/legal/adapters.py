"""Reads the shipped table of rules into versions; the readable file is the source, this is only its grammar."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from gandan.core.legal.enums import Bound, Measure

FILE = Path(__file__).parent / "data" / "rules.toml"


class Version(BaseModel):
    """One block of the file: a version of a rule, checked by its types."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    group: str
    code: str = Field(pattern=r"^[a-z0-9_.]+$")
    label: str
    value: int | str
    measure: Measure
    bound: Bound
    source: str
    article: str = ""
    checked: bool
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")
    recheck: date | None = None
    fixed: bool = False
    """Protects the people from the office: an installation may bind itself tighter, never looser."""
    note: str = ""

    @property
    def fraction(self) -> Fraction:
        """The value, exact."""
        return Fraction(self.value)

    @property
    def end(self) -> date | None:
        """First day on which the version no longer holds."""
        return self.last + timedelta(days=1) if self.last else None


@lru_cache(maxsize=1)
def groups(file: Path = FILE) -> tuple[str, ...]:
    """Names of the groups in the order of pages."""
    return tuple(tomllib.loads(file.read_text(encoding="utf-8"))["groups"])


@lru_cache(maxsize=1)
def fixed(file: Path = FILE) -> Mapping[str, Version]:
    """What no installation loosens, by code."""
    return {version.code: version for version in shipped(file) if version.fixed}


def shipped(file: Path = FILE) -> Iterator[Version]:
    """Versions in the order of the file; a `recheck` day splits one into a checked and an unchecked version."""
    for block in tomllib.loads(file.read_text(encoding="utf-8"))["rule"]:
        version = Version.model_validate(block)
        if version.recheck is None:
            yield version
            continue
        yield version.model_copy(update={"last": version.recheck - timedelta(days=1), "recheck": None})
        yield version.model_copy(update={"first": version.recheck, "checked": False, "recheck": None})
