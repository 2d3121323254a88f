"""Score sheets that come with the program, read from data/sheets.toml: proposals that an office copies into a draft of its own."""

import tomllib
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from gandan.appraisals.given import CriterionGiven, GradeGiven, SheetGiven

FILE = Path(__file__).with_name("data") / "sheets.toml"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Criterion(_Part):
    name: str
    most: Decimal
    explained: str = ""
    least: Decimal = Decimal(0)
    bonus: bool = False


class _Grade(_Part):
    name: str
    from_: Decimal = Field(alias="from")


class _Sheet(_Part):
    purpose: str
    code: str
    title: str
    source: str
    checked: bool
    pass_: Decimal = Field(alias="pass")
    members_least: int
    spread_most: Decimal
    criterion: tuple[_Criterion, ...]
    grade: tuple[_Grade, ...]


@lru_cache(maxsize=1)
def shipped(file: Path = FILE) -> tuple[SheetGiven, ...]:
    """Every sheet of the file. A block that does not fit stops with the reason."""
    return tuple(_given(block) for block in tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)["sheet"])


def shipped_for(purpose: str) -> SheetGiven | None:
    """The one for a purpose; None where none comes with the program."""
    return next((sheet for sheet in shipped() if sheet.purpose == purpose), None)


def _given(block: dict[str, Any]) -> SheetGiven:
    read = _Sheet.model_validate(block)
    return SheetGiven(
        purpose=read.purpose,
        code=read.code,
        title=read.title,
        source=read.source,
        pass_points=read.pass_,
        members_least=read.members_least,
        spread_most=read.spread_most,
        criteria=tuple(CriterionGiven(c.name, c.most, c.explained, c.least, c.bonus) for c in read.criterion),
        grades=tuple(GradeGiven(g.name, g.from_) for g in read.grade),
        checked=read.checked,
    )
