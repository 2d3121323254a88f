"""States of a model in the words and shapes that pages use. Registered, effective and recognised are three things and stay apart."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.core.text.days import written
from gandan.movement.enums import Result, State
from gandan.movement.models import Practice

ANY = "…" * 12  # stands for words not typed yet, when a policy is asked before the form is shown
SOON = timedelta(days=60)  # before its year is over an owner is reminded of the sign of life
RESULTS = {Result.EFFECTIVE: "kept", Result.WEAK: "soon", Result.FORMAL: "late"}


@dataclass(frozen=True)
class Shape:
    """A state for a reader: the shape beside it, and its words."""

    kind: str
    text: str


def shape(practice: Practice, *, today: date) -> Shape:
    """What a list says of one model today."""
    state = State(practice.state)
    if state == State.REGISTERED:
        return _living(practice, today)
    shapes = {State.DRAFT: "soon", State.SUBMITTED: "unsure", State.LAPSED: "late", State.STOPPED: "past", State.WITHDRAWN: "past"}
    return Shape(shapes[state], _said(practice, state))


def _living(practice: Practice, today: date) -> Shape:
    until = practice.alive_until
    if until is not None and until < today:
        return Shape("late", _("Đã quá ngày báo còn hoạt động, %(day)s") % {"day": written(until)})
    if until is not None and until - today <= SOON:
        left = (until - today).days
        said = ngettext("Còn %(n)s ngày để báo còn hoạt động", "Còn %(n)s ngày để báo còn hoạt động", left)
        return Shape("soon", said % {"n": left})
    return Shape("done", _("Đã đăng ký, đang hoạt động"))


def _said(practice: Practice, state: State) -> str:
    day = {"day": written(practice.ended_on)} if practice.ended_on else {"day": ""}
    return {
        State.DRAFT: _("Đang viết, chưa gửi"),
        State.SUBMITTED: _("Chờ nhận đăng ký"),
        State.LAPSED: _("Không còn tin hoạt động"),
        State.STOPPED: (_("Đã dừng %(day)s") % day).strip(),
        State.WITHDRAWN: (_("Đã rút %(day)s") % day).strip(),
    }[state]
