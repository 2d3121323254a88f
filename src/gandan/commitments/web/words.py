"""States in the words and shapes that pages use. Late is counted in working days, because that is how offices promise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gandan.commitments.enums import ENDED, Kind, State
from gandan.commitments.models import Commitment
from gandan.commitments.queries import PromiseCounts
from gandan.core.calendar.calc import WorkCalendar
from gandan.core.calendar.queries import work_calendar
from gandan.core.text.days import written

SOON = 14  # days before the date in which they are counted one by one
SHAPES = {
    State.OPEN: "soon",
    State.REPORTED: "done",
    State.UNOPPOSED: "unsure",
    State.CONFIRMED: "kept",
    State.ACCEPTED: "kept",
    State.WITHDRAWN: "past",
}

ENDS = (
    ("confirmed_code", gettext_lazy("người giữ mã")),
    ("confirmed_sender", gettext_lazy("người gửi ý kiến")),
    ("confirmed_households", gettext_lazy("hộ dân có mặt")),
    ("confirmed_board", gettext_lazy("ban giám sát")),
    ("confirmed_asker", gettext_lazy("cơ quan đã đề nghị")),
)


@dataclass(frozen=True)
class End:
    """How many were confirmed by one kind of people."""

    label: str | Promise
    n: int


def ends(numbers: PromiseCounts) -> list[End]:
    """Who confirmed: ends by code, by the board and by an office that asked are told apart, wherever their number stands."""
    return [End(label, getattr(numbers, name)) for name, label in ENDS if getattr(numbers, name)]


@dataclass(frozen=True)
class Shape:
    """A state for a reader: the shape beside it, and its words."""

    kind: str
    text: str
    ended: bool = False
    late: bool = False


def calendar_for(things: Iterable[Commitment], *, today: date) -> WorkCalendar:
    """The working days that the words of these need, in one question."""
    late = [c.due for c in things if c.is_late(today)]
    return work_calendar(min([*late, today]), today)


def shape(commitment: Commitment, *, today: date, calendar: WorkCalendar) -> Shape:
    """What a list says of one commitment today."""
    state = State(commitment.state)
    if state == State.OPEN:
        late = commitment.is_late(today)
        return Shape("late" if late else "soon", _late(commitment, today, calendar) if late else _open(commitment, today), late=late)
    return Shape(SHAPES[state], _beyond(commitment, state), ended=state in ENDED)


def _late(commitment: Commitment, today: date, calendar: WorkCalendar) -> str:
    """A date missed over a weekend only is late as well, though by no working day."""
    n = calendar.working_days_between(commitment.due, today)
    if n < 1:
        return _("Quá hạn từ %(day)s") % {"day": written(commitment.due)}
    said = ngettext("Quá hạn %(n)s ngày làm việc, hạn %(day)s", "Quá hạn %(n)s ngày làm việc, hạn %(day)s", n)
    return said % {"n": n, "day": written(commitment.due)}


def _open(commitment: Commitment, today: date) -> str:
    left = (commitment.due - today).days
    if left == 0:
        return _("Hạn hôm nay")
    if left <= SOON:
        return ngettext("Còn %(n)s ngày", "Còn %(n)s ngày", left) % {"n": left}
    return _("Đang làm, hạn %(day)s") % {"day": written(commitment.due)}


def _beyond(commitment: Commitment, state: State) -> str:
    day = {"day": written(commitment.ended_on)} if commitment.ended_on else {"day": ""}
    return {
        State.REPORTED: _("Báo đã xong, chờ nơi giao nhận") if commitment.is_task else _("Báo đã xong, chờ người dân"),
        State.UNOPPOSED: _("Chưa ai phản đối, chưa ai xác nhận"),
        State.CONFIRMED: _("Dân xác nhận %(day)s") % day,
        State.ACCEPTED: _("Nơi giao đã nhận kết quả %(day)s") % day,
        State.WITHDRAWN: (_("Rút khi đã quá hạn, %(day)s") if commitment.is_withdrawn_late else _("Đã rút %(day)s, có lý do")) % day,
    }[state]


def made_label(kind: str) -> str:
    """What the first day is called."""
    return {Kind.PROMISE: _("Ngày hứa"), Kind.TASK: _("Ngày giao"), Kind.REQUEST: _("Ngày nhận đề nghị")}[Kind(kind)]


def meaning(commitment: Commitment, *, posted_until: date | None, today: date, said_yes: Sequence[str] = ()) -> str:
    """One sentence on a public page that keeps the unit's word and the people's word apart. Empty where nothing can be mistaken."""
    if commitment.state == State.REPORTED and posted_until and posted_until >= today:
        return _("Đây mới là lời của cơ quan. Niêm yết đến hết %(day)s để ai cũng xem và nói chưa xong.") % {"day": written(posted_until)}
    if commitment.state == State.REPORTED:
        return _("Đây mới là lời của cơ quan; chưa người dân nào xác nhận.")
    if commitment.state == State.UNOPPOSED:
        return _("Hết thời gian niêm yết mà chưa ai phản đối. Điều đó không có nghĩa là đã xong: chưa ai xác nhận.")
    if commitment.state == State.CONFIRMED and said_yes:
        return _("Xác nhận bởi: %(who)s.") % {"who": "; ".join(said_yes)}
    return ""
