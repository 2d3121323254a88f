"""READ a sheet as it would be typed."""

from gandan.appraisals.given import CriterionGiven, GradeGiven, SheetGiven
from gandan.appraisals.models import ScoreSheet


def as_given(sheet: ScoreSheet) -> SheetGiven:
    """A version as it would be typed: to copy it, or to fill a form."""
    return SheetGiven(
        purpose=sheet.purpose,
        code=sheet.code,
        title=sheet.title,
        source=sheet.source,
        pass_points=sheet.pass_points,
        members_least=sheet.members_least,
        spread_most=sheet.spread_most,
        criteria=tuple(CriterionGiven(c.name, c.most, c.explained, c.least, c.is_bonus) for c in sheet.criteria.all()),
        grades=tuple(GradeGiven(g.name, g.from_points) for g in sheet.grades.all()),
        checked=sheet.checked,
    )
