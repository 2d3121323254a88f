"""Rules of law for everyone to read."""

from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from gandan.core.legal import queries
from gandan.core.legal.answers import Rule
from gandan.core.text import fold


def rules_by_group(*, on: date) -> list[tuple[str, list[Rule]]]:
    """Every rule that holds on the day, group by group."""
    rows = list(queries.current(on=on))
    return [(gettext(name), [queries.as_rule(r) for r in group]) for name, group in groupby(rows, key=lambda r: r.group)]


def rules_about(text: str, *, on: date, limit: int = 10) -> list[Rule]:
    """Rules that hold on a day and have all the words, accents or not. There are about a hundred, so they are read, not indexed."""
    words = fold(text).split()
    found = (r for r in queries.current(on=on) if all(w in queries.words_of(r) for w in words))
    return [queries.as_rule(r) for r, _ in zip(found, range(limit), strict=False)]
