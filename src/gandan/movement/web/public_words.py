"""What pages for everyone say of a model, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from gandan.appraisals.enums import Level
from gandan.core.text.days import written
from gandan.indicators import writing
from gandan.indicators.enums import Measure
from gandan.movement.calc.bullet import reached
from gandan.movement.enums import ResourceKind, Result, State
from gandan.movement.models import Aim, Practice, Reading, Resource
from gandan.movement.queries.finder import Found
from gandan.movement.queries.gallery import Outcome

LEVELS: dict[Level, str | Promise] = {
    Level.CENTRE: gettext_lazy("trung ương công nhận"),
    Level.PROVINCE: gettext_lazy("tỉnh, thành phố công nhận"),
    Level.DISTRICT: gettext_lazy("huyện (cũ) công nhận"),
    Level.BASE: gettext_lazy("xã, phường công nhận"),
}
SAID = {  # goods, work and people say themselves what they are
    ResourceKind.BUDGET: gettext_noop("%(amount)s ngân sách"),
    ResourceKind.SOCIALISED: gettext_noop("%(amount)s bà con và nơi khác góp"),
    ResourceKind.GOODS: gettext_noop("%(amount)s"),
    ResourceKind.PEOPLE: gettext_noop("%(amount)s"),
    ResourceKind.LABOUR: gettext_noop("%(amount)s"),
    ResourceKind.LAND: gettext_noop("%(amount)s đất hiến"),
}
PARTS: dict[str, str] = {
    "title": gettext_noop("%(words)s trong tên"),
    "problem": gettext_noop("%(words)s trong thực trạng, mục tiêu"),
    "way": gettext_noop("%(words)s trong cách làm"),
}
SHAPES = {Result.EFFECTIVE: "kept", Result.WEAK: "soon", Result.FORMAL: "late"}


@dataclass(frozen=True)
class Life:
    """Whether it lives: a shape, a few words, and the sentence that says why."""

    kind: str
    text: str
    why: str


def life(practice: Practice, *, today: date) -> Life:
    """From the state and the day until which its last sign holds; the clock may come round a day later than the reader."""
    if practice.state == State.STOPPED and practice.ended_on is not None:
        return Life("past", _("Đã dừng"), _("Nơi làm đã báo dừng ngày %(day)s.") % {"day": written(practice.ended_on)})
    if practice.is_told:
        return Life("unsure", _("Chép từ văn bản"), _("Một văn bản kể lại; chưa có nơi nào đăng ký và báo tin về mô hình này."))
    if not practice.is_public or practice.alive_until is None:
        return Life("past", str(practice.get_state_display()), "")
    until = written(practice.alive_until)
    if practice.lives(today):
        return Life("kept", _("Đang hoạt động"), _("Tin hoạt động mới nhất còn giá trị đến hết ngày %(day)s.") % {"day": until})
    return Life("late", _("Không còn tin hoạt động"), _("Quá ngày %(day)s chưa có ai đưa bằng chứng là còn làm.") % {"day": until})


def amount(value: Decimal | None, measure: str, noun: str) -> str:
    """A number with what is measured: 40 ngày công, 12 triệu đồng, 74,5%."""
    if value is None:
        return ""
    said = writing.figure(value, measure)
    return f"{said} {noun}" if noun and measure in (Measure.COUNT, Measure.KG) else said


def took(resources: Iterable[Resource]) -> list[str]:
    """Each kind apart, what was used where it is known, else what was planned."""
    out = []
    for r in resources:
        said = _(SAID[ResourceKind(r.kind)]) % {"amount": amount(r.used if r.used is not None else r.planned, r.measure, r.noun)}
        out.append(said if r.used is not None else _("%(said)s (dự kiến)") % {"said": said})
    return out


def came(outcome: Outcome) -> str:
    """From where to where, and what was aimed at."""
    aim = outcome.aim
    target = amount(aim.target, aim.measure, aim.noun)
    if outcome.statement is None:
        return _("chưa đo; cần đạt %(target)s đến %(day)s") % {"target": target, "day": written(aim.due)}
    now = writing.figure(outcome.statement.value, aim.measure, outcome.statement.bound)
    said = {"before": amount(aim.before, aim.measure, ""), "now": now, "target": target}
    return _("%(before)s → %(now)s (cần đạt %(target)s)") % said if aim.before is not None else _("%(now)s (cần đạt %(target)s)") % said


def judged(aim: Aim, reading: Reading | None, *, today: date) -> tuple[str, str]:
    """How a measure stands: shape and words."""
    if reading is None:
        return ("late", _("quá ngày hẹn, chưa đo lần nào")) if aim.due < today else ("unsure", _("chưa đo lần nào"))
    if reached(reading.statement.value, target=aim.target, before=aim.before):
        return "kept", _("đã đạt")
    return ("late", _("quá ngày hẹn, chưa đạt")) if aim.due < today else ("soon", _("chưa đạt, còn hạn"))


def named(found: Found) -> str:
    """Which of the model's own words answer a question, and where they stand; nothing where none was found."""
    parts = [_(PARTS[part]) % {"words": ", ".join(f"“{word}”" for word in words)} for part, words in found.said.items()]
    return _("Có nhắc đến %(parts)s.") % {"parts": "; ".join(parts)} if parts else ""
