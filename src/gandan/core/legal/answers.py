"""What `core.legal` answers: a rule as it held on a day, and a date that follows from it, with the reasons."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from gandan.core.legal.enums import SHARES, Bound, Measure
from gandan.core.text.days import written

MAJORITY = Fraction(1, 2)


@dataclass(frozen=True)
class Rule:
    """A rule as it held on the day asked, in the reader's language. `value` is exact: a share is a Fraction, never a float."""

    code: str
    label: str
    value: Fraction
    measure: Measure
    bound: Bound
    source: str
    article: str
    checked: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    note: str = ""
    group: str = ""

    @property
    def days(self) -> int:
        """The value as a whole number; a share has none (ValueError)."""
        if self.value.denominator != 1:
            raise ValueError(f"{self.code} is a share")
        return self.value.numerator

    def reached(self, part: int, whole: int) -> bool:
        """Whether `part` of `whole` satisfies the rule, in integers: 3·yes ≥ 2·N, never 0.666… of N. Nothing of nobody passes."""
        if whole <= 0 or not 0 <= part <= whole:
            return False
        left, right = part * self.value.denominator, self.value.numerator * whole
        return {Bound.MORE_THAN: left > right, Bound.AT_LEAST: left >= right, Bound.AT_MOST: left <= right, Bound.EXACTLY: left == right}[
            self.bound
        ]

    def value_text(self) -> str:
        """The value as law writes it: "ít nhất 2/3 tổng số…", "trên 50%", "không quá 10 ngày làm việc"."""
        if self.measure == Measure.YES_NO:
            return _("có") if self.value else _("không")
        number = self._share_text() if self.measure in SHARES else self._number_text()
        words = [Bound(self.bound).label if self.bound != Bound.EXACTLY else "", number, Measure(self.measure).label]
        return " ".join(str(w) for w in words if w)

    def _number_text(self) -> str:
        """A whole number, or one and a half lines as people write it: 1,5."""
        return str(self.value) if 10 % self.value.denominator else number_format(Decimal(self.value.numerator) / self.value.denominator)

    def _share_text(self) -> str:
        percent = self.value * 100
        return f"{percent.numerator}%" if percent.denominator == 1 else f"{self.value.numerator}/{self.value.denominator}"

    def cite(self) -> str:
        """The source as a page prints it; what nobody compared with the text says so."""
        where = f"{self.article}, {self.source}" if self.article else self.source
        return where if self.checked else _("%(source)s (chưa đối chiếu văn bản gốc)") % {"source": where}


@dataclass(frozen=True)
class DayOff:
    """A day that was passed over while counting, and why."""

    day: dt.date
    reason: str


@dataclass(frozen=True)
class Due:
    """A date by which something is owed, the rule that set it, and what made it later than bare counting."""

    date: dt.date
    start: dt.date
    rule: Rule
    days_off: tuple[DayOff, ...] = ()
    moved_from: dt.date | None = None

    def explain(self) -> str:
        """Why the date is what it is, in one sentence for the person who waits."""
        said = _("%(value)s, tính từ ngày liền sau %(start)s, theo %(source)s.") % {
            "value": self.rule.value_text().capitalize(),
            "start": written(self.start),
            "source": self.rule.cite(),
        }
        holidays = [d for d in self.days_off if d.reason]
        if holidays:
            said += " " + _("Không tính ngày nghỉ: %(days)s.") % {"days": "; ".join(f"{written(d.day)} ({d.reason})" for d in holidays)}
        if self.moved_from:
            said += " " + _("Ngày cuối rơi vào %(day)s là ngày nghỉ nên tính đến ngày làm việc tiếp theo.") % {
                "day": written(self.moved_from)
            }
        return said
