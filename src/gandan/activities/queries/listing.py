"""READ lists: what somebody asked to see, and how each line names its place and its people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from gandan.activities.calc.attendance import Line, Total, total
from gandan.activities.models import Activity, Attendance
from gandan.activities.queries.activities import NEWEST, at, called, circles, in_month, told
from gandan.units.gazetteer import Place
from gandan.units.queries.picture import picture


@dataclass(frozen=True)
class Wanted:
    """The filters of a list. `month` is the first day of a month."""

    place: Place | None = None
    kind: str = ""
    month: date | None = None

    @property
    def after(self) -> date | None:
        """The first day of the next month."""
        return None if self.month is None else date(self.month.year + self.month.month // 12, self.month.month % 12 + 1, 1)


@dataclass(frozen=True)
class Row:
    """One line: the activity, the unit as it was called then, whether it only concerns the district around, and people in all."""

    activity: Activity
    place: Place | None
    total: Total | None
    wider: bool = False


def listed(rows: QuerySet[Activity], wanted: Wanted) -> QuerySet[Activity]:
    """Activities that were asked for, newest first."""
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.month is not None and wanted.after is not None:
        rows = in_month(rows, wanted.month, wanted.after)
    if wanted.place is not None:
        own, around = circles(wanted.place.id)
        rows = at(rows, own | around)
    return rows.order_by(*NEWEST)


def lines(activities: Sequence[Activity], wanted: Wanted | None = None) -> list[Row]:
    """Activities of one page with place and people, in a constant number of questions."""
    people: dict[object, list[Line]] = {}
    for a in Attendance.objects.filter(activity__in=[a.pk for a in activities], removed_at=None):
        people.setdefault(a.activity_id, []).append(Line(a.point, a.people, a.bound))
    if wanted is not None and wanted.place is not None:
        return [Row(h.activity, h.place, total(people.get(h.activity.pk, [])), h.wider) for h in told(activities, wanted.place.id)]
    tree = picture()
    return [Row(a, called(tree, a.unit_id, a.starts_on), total(people.get(a.pk, []))) for a in activities]
