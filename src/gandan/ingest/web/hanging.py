"""To which activity a record goes: those of its text, one that still waits (accepted along with it), or a new one of the text's heading."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gandan.activities.models import Activity
from gandan.core.access import Actor, Refusal
from gandan.core.text import days
from gandan.ingest import actions, queries
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.web.records import Card

ALONE = frozenset({RecordKind.DOCUMENT, RecordKind.FIGURE})
"""Kinds with a register of their own: they may stand there without an activity."""
HANGS = frozenset({RecordKind.UNIT, RecordKind.DOCUMENT, RecordKind.PERSON, RecordKind.FIGURE, RecordKind.REQUEST})
_WORDS = 60


class Hanging:
    """The choices of one text, read once for all its records."""

    def __init__(self, source: Source, rows: Sequence[ProposedRecord], cards: dict[UUID, Card]) -> None:
        told = [row for row in rows if row.kind == RecordKind.ACTIVITY]
        self.activities = queries.activities_of(source)
        titles = {activity.pk: _title(activity) for activity in self.activities}
        self.taken = [row for row in told if row.activity_id in titles and RecordState(row.state).is_taken]
        self.waiting = [row for row in told if row.state == RecordState.WAITING]
        self.choices = [(f"activity:{pk}", title) for pk, title in titles.items()]
        self.choices += [(f"record:{row.pk}", _("%(label)s (nhận cùng lúc)") % {"label": _proposed(cards[row.pk])}) for row in self.waiting]
        if not self.choices:
            self.choices = [("begin", _("Lập hoạt động mới từ tên bài"))]

    def of(self, row: ProposedRecord) -> tuple[list[tuple[str, str]], str]:
        """What a record may hang on, and what it hangs on unless a person says otherwise; nothing to choose for what hangs on nothing."""
        if row.kind not in HANGS or row.state != RecordState.WAITING:
            return [], ""
        alone = [("", _("Không gắn vào hoạt động nào"))] if row.kind in ALONE and not self.taken else []
        return [*self.choices, *alone], self._nearest(row)

    def _nearest(self, row: ProposedRecord) -> str:
        """As `queries.nearest_activity` chooses, on the rows at hand; among those that wait where none was taken."""
        told = self.taken or self.waiting
        if not told:
            return "begin"
        before = [one for one in told if (one.start or 0) <= (row.start or 0)]
        chosen = max(before, key=_place) if before else min(told, key=_place)
        return f"activity:{chosen.activity_id}" if self.taken else f"record:{chosen.pk}"


def resolve(value: str, source: Source, *, by: Actor, now: datetime) -> Activity | None:
    """The activity of a choice, accepted or begun first where it is not there yet. An address from elsewhere is none."""
    kind, _colon, key = value.partition(":")
    if kind == "activity":
        return next((one for one in queries.activities_of(source) if str(one.pk) == key), None)
    if kind == "record":
        waiting = source.records.filter(kind=RecordKind.ACTIVITY, state=RecordState.WAITING)
        row = next((one for one in waiting if str(one.pk) == key), None)
        return _made(_accepted(row, by=by, now=now)) if row is not None else None
    return _made(actions.begin_activity(source, by=by, now=now)) if kind == "begin" else None


def _accepted(row: ProposedRecord, *, by: Actor, now: datetime) -> ProposedRecord:
    twin = queries.sure_twin(row, actor=by)
    if twin is not None:
        raise Refusal(_("Xin xem sự việc này trước: %(why)s") % {"why": twin}, status=409)
    return actions.accept(row, corrections=row.corrected, by=by, now=now)


def _made(row: ProposedRecord) -> Activity:
    return Activity.objects.get(pk=str(row.activity_id))


def _place(row: ProposedRecord) -> int:
    return row.start or 0


def _title(activity: Activity) -> str:
    title = Truncator(activity.title).chars(_WORDS)
    return f"{title}, {days.written(activity.starts_on)}" if activity.starts_on else title


def _proposed(card: Card) -> str:
    """SV1 Kiểm tra, 18/6/2024."""
    return ", ".join([f"{card.label} {card.heading}", *(value for _name, value in card.facts[:1])])
