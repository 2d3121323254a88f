"""Figures by their number, however it is typed, and by the words around it."""

import re
from decimal import Decimal

from django.db.models import Q

from gandan.core.access import Actor, Anyone
from gandan.core.text import fold
from gandan.core.text.numbers import Quantity, find
from gandan.indicators.enums import Measure
from gandan.indicators.models import Statement
from gandan.indicators.queries.visible import visible_to

LONGEST = 120
MOST_READ = 2000  # of one number, or newest of all: words are then looked for in these
WORD = re.compile(r"[^\W_]+")
EMPTY = frozenset("cua va la co cac nhung voi cho tai o trong duoc bao nhieu so tong dat muc tren duoi hon gan khoang".split())
LARGER: dict[str, tuple[int, ...]] = {  # a bare "59" may mean 59 tấn, a bare "7" 7 tỷ
    Measure.KG: (1000,),
    Measure.M2: (10_000,),
    Measure.M: (1000,),
    Measure.VND: (10**6, 10**9),
}


def find_figures(text: str, *, actor: Actor | None = None, limit: int = 50) -> list[Statement]:
    """Statements that stand and say a number, newest last stated first; "74,77 %", "74.77", "7 tỷ đồng", "59 tấn gạo".

    Words beside the number narrow; without a number they are looked for alone. Nothing is guessed: no near numbers.
    """
    text = " ".join(text.split())[:LONGEST]
    quantities = find(text)
    words = _words(text, quantities)
    if not quantities and not words:
        return []
    rows = visible_to(actor or Anyone()).living()
    if quantities:
        rows = rows.filter(_any_of(quantities))
    newest = rows.select_related("retraction", "corrected_by").order_by("-stated_at", "-id")[:MOST_READ]
    return [row for row in newest if _says(row, words)][:limit]


def _any_of(quantities: list[Quantity]) -> Q:
    wanted = Q()
    for quantity in quantities:
        wanted |= _one(quantity)
    return wanted


def _one(quantity: Quantity) -> Q:
    """With a measure only that one; a bare number in any, and in the larger units people think in."""
    readings = {quantity.value, *_other_readings(quantity.written)}
    if quantity.measure:
        return Q(value=quantity.value, measure=quantity.measure)
    wanted = Q(value__in=readings)
    for measure, factors in LARGER.items():
        wanted |= Q(measure=measure, value__in=[quantity.value * f for f in factors])
    return wanted


def _other_readings(written: str) -> set[Decimal]:
    """ "1.250" may be typed by somebody used to English figures, and "2,071" may be a fraction."""
    digits = written.strip()
    if re.fullmatch(r"\d+[.,]\d+", digits):
        return {Decimal(digits.replace(",", "."))}
    return set()


def _words(text: str, quantities: list[Quantity]) -> list[str]:
    """What was typed beside the numbers, without accents and without words that say nothing."""
    rest = text
    for quantity in reversed(quantities):
        rest = rest[: quantity.start] + " " + rest[quantity.end :]
    return [word for word in WORD.findall(fold(rest)) if word not in EMPTY and not word.isdigit()]


def _says(statement: Statement, words: list[str]) -> bool:
    said = set(WORD.findall(fold(f"{statement.noun} {statement.quote} {statement.source_title}")))
    return all(word in said for word in words)
