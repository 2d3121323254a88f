"""States and rules in words that people use. A check never says that somebody is fit: only what one rule, from a named source, says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.appraisals.enums import State as AppraisalState
from gandan.appraisals.models import Appraisal
from gandan.appraisals.templatetags.appraisal import points as said_points
from gandan.awards import queries
from gandan.awards.enums import CallState, CheckKind, NominationState, NomineeState, Outcome, Whom
from gandan.awards.models import Call, Eligibility, Nominee
from gandan.core.templatetags.ui import count
from gandan.core.text.days import written
from gandan.units import queries as units

CALL_SHAPES = {
    CallState.PLANNED: "past",
    CallState.OPEN: "soon",
    CallState.COUNCIL: "soon",
    CallState.POSTED: "done",
    CallState.DECIDED: "kept",
    CallState.CANCELLED: "past",
}
NOMINATION_SHAPES = {
    NominationState.DRAFT: "soon",
    NominationState.SUBMITTED: "done",
    NominationState.RETURNED: "late",
    NominationState.WITHDRAWN: "past",
}
NOMINEE_SHAPES = {
    NomineeState.PROPOSED: "soon",
    NomineeState.EXCLUDED: "late",
    NomineeState.CHOSEN: "done",
    NomineeState.NOT_CHOSEN: "past",
    NomineeState.CONFERRED: "kept",
    NomineeState.WITHDRAWN: "past",
}
OUTCOME_SHAPES = {Outcome.MEETS: "kept", Outcome.FAILS: "late", Outcome.UNKNOWN: "unsure"}


@dataclass(frozen=True)
class Said:
    """One check as it stands beside a name: what it is about, what it says, its shape, and by which source."""

    label: str
    text: str
    shape: str
    source: str
    checked: bool


@dataclass(frozen=True)
class Points:
    """What the council came to, or how far it is. Empty `points` before they are fixed."""

    points: str
    spread: str
    grade: str
    passed: bool
    state: str
    fixed: bool


def checks(nominee: Nominee) -> list[Said]:
    """Those that were looked at, what does not agree first."""
    order = {Outcome.FAILS: 0, Outcome.UNKNOWN: 1, Outcome.MEETS: 2}
    rows = sorted(queries.checks(nominee), key=lambda c: order[Outcome(c.outcome)])
    return [Said(str(CheckKind(c.kind).label), c.sentence, OUTCOME_SHAPES[Outcome(c.outcome)], c.source, c.is_read) for c in rows]


def quick(said: Iterable[Said]) -> list[Said]:
    """Only what needs a person's eye."""
    return [one for one in said if one.shape != "kept"]


def points(appraisal: Appraisal | None) -> Points | None:
    """Frozen numbers of a closed appraisal, else how far it is. Nothing of an open round."""
    if appraisal is None:
        return None
    fixed = appraisal.state == AppraisalState.CLOSED and appraisal.points is not None
    return Points(
        points=said_points(appraisal.points) if fixed else "",
        spread=said_points(appraisal.spread) if fixed else "",
        grade=appraisal.grade.name if fixed and appraisal.grade else "",
        passed=bool(appraisal.passed) if fixed else False,
        state=str(appraisal.get_state_display()),
        fixed=fixed,
    )


def conditions(told: Eligibility | None) -> list[tuple[str, str]]:
    """A version of the conditions, line by line; what the text does not set is not there."""
    if told is None:
        return []
    found: list[tuple[str, str]] = []
    if told.years is not None:
        years = ngettext("Từ %(n)s năm công tác", "Từ %(n)s năm công tác", told.years) % {"n": told.years}
        if told.years_head is not None:
            years += "; " + _("người đứng đầu từ %(n)s năm") % {"n": told.years_head}
        found.append((_("Số năm"), years))
    if told.deadline_day and told.deadline_month:
        found.append((_("Hạn hằng năm"), _("trước hoặc trong ngày %(d)s/%(m)s") % {"d": told.deadline_day, "m": told.deadline_month}))
    if told.others.strip():
        found.append((_("Điều kiện khác"), told.others.strip()))
    if told.papers.strip():
        found.append((_("Giấy tờ"), told.papers.strip()))
    return found


def counted(persons: int, collectives: int) -> str:
    """Persons and collectives apart, never added; of nought nothing."""
    return ", ".join([*([of_collectives(collectives)] if collectives else []), *([of_persons(persons)] if persons else [])])


def of_persons(n: int) -> str:
    """So many persons."""
    return ngettext("%(n)s cá nhân", "%(n)s cá nhân", n) % {"n": count(n)}


def of_collectives(n: int) -> str:
    """So many collectives."""
    return ngettext("%(n)s tập thể", "%(n)s tập thể", n) % {"n": count(n)}


def quotas(call: Call) -> list[tuple[str, str]]:
    """Who may propose how many: every unit first, then those with lines of their own. Reads `call.quotas` as it was fetched."""
    by_unit: dict[object, list[str]] = {}
    names: dict[object, str] = {}
    for quota in sorted(call.quotas.all(), key=lambda q: (q.unit_id is not None, str(q.unit_id or ""), q.whom != Whom.PERSON)):
        said = of_persons(quota.most) if quota.whom == Whom.PERSON else of_collectives(quota.most)
        by_unit.setdefault(quota.unit_id, []).append(said)
        place = units.one(quota.unit_id) if quota.unit_id else None
        names[quota.unit_id] = place.full_name if place else _("Mỗi đơn vị")
    return [(names[unit], ", ".join(lines)) for unit, lines in by_unit.items()]


def waits(call: Call, today: date) -> str:
    """What a call waits for, in one sentence; empty where the next deed says it."""
    match CallState(call.state):
        case CallState.PLANNED if today < call.opens_on:
            return _("Mở nhận hồ sơ được từ ngày %(day)s.") % {"day": written(call.opens_on)}
        case CallState.OPEN if today <= call.closes_on:
            return _("Đang nhận hồ sơ đến hết ngày %(day)s.") % {"day": written(call.closes_on)}
        case CallState.COUNCIL:
            return _("Hội đồng chấm từng trường hợp; sau đó chọn hoặc không chọn hết thì công khai được.")
        case CallState.POSTED if call.posting is not None:
            return _("Niêm yết đến hết ngày %(day)s; mọi ý kiến phải được trả lời trước khi ra quyết định.") % {
                "day": written(call.posting.until)
            }
        case _:
            return ""


def gates(call: Call, today: date) -> list[tuple[str, str, str]]:
    """The way of a call: (name, state, note)."""
    order = [CallState.PLANNED, CallState.OPEN, CallState.COUNCIL, CallState.POSTED, CallState.DECIDED]
    names = [_("Chuẩn bị"), _("Nhận hồ sơ"), _("Hội đồng xét"), _("Công khai"), _("Quyết định")]
    notes = ["", _("đến %(day)s") % {"day": written(call.closes_on)}, "", "", ""]
    if call.posting is not None and call.state in {CallState.POSTED, CallState.DECIDED}:
        notes[3] = _("đến %(day)s") % {"day": written(call.posting.until)}
    if call.decision is not None:
        notes[4] = call.decision.number
    if call.state == CallState.CANCELLED:
        return [(str(name), "", note) for name, note in zip(names, notes, strict=True)]
    at = order.index(CallState(call.state))
    ended = call.state == CallState.DECIDED
    marks = ["done" if n < at or ended else "now" if n == at else "" for n in range(len(order))]
    return [(str(name), mark, note) for name, mark, note in zip(names, marks, notes, strict=True)]
