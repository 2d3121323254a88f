"""The four gates of a commitment: given, done, said to be done, and the word of those to whom it is owed."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from gandan.commitments.enums import Kind, State
from gandan.commitments.models import Commitment
from gandan.commitments.web import story
from gandan.core.text.days import written


@dataclass(frozen=True)
class Gate:
    """One gate: `state` is done, now or nothing."""

    name: str
    state: str
    note: str


def gates(c: Commitment) -> list[Gate]:
    """Of a commitment that was read by `story.whole`."""
    state, said = State(c.state), story.report(c)
    given = {Kind.PROMISE: _("Hứa"), Kind.TASK: _("Giao"), Kind.REQUEST: _("Nhận")}[Kind(c.kind)]
    first = Gate(given, "done", written(c.made_on))
    if state == State.WITHDRAWN:
        gone = Gate(_("Đã rút"), "now", written(c.ended_on) if c.ended_on else "")
        return [first, gone, Gate(_("Báo xong"), "", _("không còn")), Gate(_last(c), "", _("không còn"))]
    doing = Gate(_("Làm"), "now" if state == State.OPEN else "done", _("hạn %(day)s") % {"day": written(c.due)})
    open_ = state == State.OPEN
    told = Gate(_("Báo xong"), "" if open_ else "done", _("chưa") if open_ or said is None else written(said.day))
    return [first, doing, told, Gate(_last(c), *_end(c, state))]


def _last(c: Commitment) -> str:
    return _("Nơi giao nhận") if c.is_task else _("Dân xác nhận")


def _end(c: Commitment, state: State) -> tuple[str, str]:
    if state in (State.CONFIRMED, State.ACCEPTED):
        return "done", written(c.ended_on) if c.ended_on else ""
    until: date | None = story.posted_until(c)
    if state == State.REPORTED:
        return "now", _("niêm yết đến %(day)s") % {"day": written(until)} if until else _("đang chờ")
    if state == State.UNOPPOSED:
        return "now", _("chưa ai phản đối, chưa ai xác nhận")
    return "", _("chưa")
