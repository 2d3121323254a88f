"""How a figure is written for people: 7 tỷ đồng, 59 tấn, 74,77%, hơn 3.280 điểm."""

from decimal import Decimal

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from gandan.core.text.days import written
from gandan.indicators.adapters import english
from gandan.indicators.calc.times import named
from gandan.indicators.enums import Bound, Measure, Span
from gandan.indicators.models import Indicator, Statement, Value
from gandan.indicators.models.exact import plain

LARGER = {  # measure: (from which number on, divided by, how it is said); the first that leaves at most three decimals is taken
    Measure.VND: ((10**9, gettext_noop("%(n)s tỷ đồng")), (10**6, gettext_noop("%(n)s triệu đồng"))),
    Measure.KG: ((1000, gettext_noop("%(n)s tấn")),),
    Measure.M2: ((10_000, gettext_noop("%(n)s ha")),),
    Measure.M: ((1000, gettext_noop("%(n)s km")),),
}
PLAIN = {
    Measure.VND: gettext_noop("%(n)s đồng"),
    Measure.KG: gettext_noop("%(n)s kg"),
    Measure.M2: gettext_noop("%(n)s m²"),
    Measure.M: gettext_noop("%(n)s m"),
    Measure.PERCENT: gettext_noop("%(n)s%%"),
    Measure.COUNT: gettext_noop("%(n)s"),
}
BOUNDED = {
    Bound.OVER: gettext_noop("hơn %(figure)s"),
    Bound.UNDER: gettext_noop("gần %(figure)s"),
    Bound.ABOUT: gettext_noop("khoảng %(figure)s"),
}
PERIODS = {
    "year": gettext_noop("năm %(year)s"),
    "half": gettext_noop("6 tháng đầu năm %(year)s"),
    "second_half": gettext_noop("6 tháng cuối năm %(year)s"),
    "quarter": gettext_noop("quý %(part)s/%(year)s"),
    "month": gettext_noop("tháng %(part)s/%(year)s"),
}
ROMAN = ("", "I", "II", "III", "IV")
DECIMALS = 3
SWAPPED = str.maketrans(",.", ".,")


def digits(value: Decimal) -> str:
    """A number with its thousands apart, in the reader's language."""
    plainly = f"{plain(value):,f}"
    return plainly.translate(SWAPPED) if (get_language() or "vi").startswith("vi") else plainly


def figure(value: Decimal, measure: str, bound: str = Bound.EXACT) -> str:
    """A number with its measure and bound; never rounded."""
    said = _(PLAIN[Measure(measure)]) % {"n": digits(value)}
    for least, words in LARGER.get(Measure(measure), ()):
        part = value / least
        if abs(value) >= least and -int(plain(part).as_tuple().exponent) <= DECIMALS:
            said = _(words) % {"n": digits(part)}
            break
    return _(BOUNDED[Bound(bound)]) % {"figure": said} if bound in BOUNDED else said


def titled(indicator: Indicator) -> str:
    """The name of an indicator in the reader's language; what an office wrote stays as it is."""
    return _said(indicator, indicator.name)


def counted(indicator: Indicator) -> str:
    """What an indicator counts, in the reader's language."""
    return _said(indicator, indicator.noun)


def _said(indicator: Indicator, words: str) -> str:
    return english().get((indicator.code, words), words) if (get_language() or "vi").startswith("en") else words


def stated(statement: Statement) -> str:
    """What a statement says, with its noun: 59 tấn gạo."""
    said = figure(statement.value, statement.measure, statement.bound)
    return f"{said} {statement.noun}" if statement.measure == Measure.COUNT and statement.noun else said


def valued(value: Value) -> str:
    """The number of a value, with the noun of what is counted."""
    if value.value is None:
        return _("đã bỏ")
    said = figure(value.value, value.indicator.measure, value.bound)
    return f"{said} {counted(value.indicator)}" if value.indicator.measure == Measure.COUNT else said


def period(value: Value | Statement) -> str:
    """The time of a value or statement in words; nothing where it has none."""
    if value.on is not None:
        return _("đến ngày %(day)s") % {"day": written(value.on)}
    if value.period_from is None or value.period_to is None:
        return ""
    known = named(value.period_from, value.period_to)
    if known:
        kind, year, part = known
        words = PERIODS["second_half" if kind == "half" and part == 2 else kind]
        said = _(words) % {"year": year, "part": ROMAN[part] if kind == "quarter" else part}
    else:
        said = _("%(first)s – %(last)s") % {"first": written(value.period_from), "last": written(value.period_to)}
    is_total = value.cumulative if isinstance(value, Statement) else value.span == Span.CUMULATIVE
    return _("lũy kế %(period)s") % {"period": said} if is_total else said
