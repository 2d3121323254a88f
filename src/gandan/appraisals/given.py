"""What is handed to the deeds of this room: lines and grades of a sheet as somebody typed them."""

from dataclasses import dataclass
from decimal import Decimal

from gandan.appraisals.calc.points import Line


@dataclass(frozen=True)
class CriterionGiven:
    """One line of a sheet."""

    name: str
    most: Decimal
    explained: str = ""
    least: Decimal = Decimal(0)
    is_bonus: bool = False

    @property
    def line(self) -> Line:
        """For arithmetic."""
        return Line(self.least, self.most, self.is_bonus)


@dataclass(frozen=True)
class GradeGiven:
    """A name for results from so many points on."""

    name: str
    from_points: Decimal


@dataclass(frozen=True)
class SheetGiven:
    """A whole sheet, for a draft: shipped with the program, or copied from the version before."""

    purpose: str
    code: str
    title: str
    source: str
    pass_points: Decimal
    members_least: int
    spread_most: Decimal
    criteria: tuple[CriterionGiven, ...]
    grades: tuple[GradeGiven, ...]
    checked: bool = False
