"""Rules of law for everyone to read."""

from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from gandan.core.legal import queries
from gandan.core.legal.answers import Rule
from gandan.portal.queries import rule_words


def rules_by_group(*, on: date) -> list[tuple[str, list[Rule]]]:
    """Every rule that holds on the day, group by group."""
    rows = list(queries.current(on=on))
    return [(gettext(name), [queries.as_rule(r) for r in group]) for name, group in groupby(rows, key=lambda r: r.group)]


def rules_about(text: str, *, on: date, limit: int = 10) -> list[Rule]:
    """Rules that hold on a day and answer to most of the words, the best first. There are about a hundred: read, not indexed."""
    asked = rule_words.asked(text)
    if not asked:
        return []
    scored = [(rule_words.points(asked, r), i, r) for i, r in enumerate(queries.current(on=on))]
    return [queries.as_rule(r) for points, _i, r in sorted(scored, key=lambda x: (-x[0], x[1]))[:limit] if points]
