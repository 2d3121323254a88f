"""READ what cards come to."""

from dataclasses import dataclass
from decimal import Decimal

from gandan.appraisals.calc import points
from gandan.appraisals.enums import State
from gandan.appraisals.models import Appraisal


@dataclass(frozen=True)
class Closed:
    """A frozen result, by the sheet it was opened with."""

    points: Decimal
    spread: Decimal
    passed: bool
    grade: str
    members: int
    pass_points: Decimal


def of_cards(appraisal: Appraisal) -> points.Result | None:
    """What the cards of the round come to now; None without cards. Only for deeds: pages read `result`."""
    totals = list(appraisal.cards.filter(round=appraisal.round).values_list("total", flat=True))
    return points.result(totals) if totals else None


def result(appraisal: Appraisal) -> Closed | None:
    """The result as it was frozen; None before it is closed."""
    if appraisal.state != State.CLOSED or appraisal.points is None or appraisal.spread is None:
        return None
    return Closed(
        points=appraisal.points,
        spread=appraisal.spread,
        passed=bool(appraisal.passed),
        grade=appraisal.grade.name if appraisal.grade else "",
        members=appraisal.cards.filter(round=appraisal.round).count(),
        pass_points=appraisal.sheet.pass_points,
    )


def shown_result(appraisal: Appraisal) -> points.Result | None:
    """Mean and spread of the round that was shown, before it is closed; None while anybody still scores."""
    return of_cards(appraisal) if appraisal.state in {State.SHOWN, State.CLOSED} else None
