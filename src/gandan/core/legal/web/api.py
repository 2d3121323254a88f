"""REST: the rules of law that this installation counts by."""

import datetime as dt

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from gandan.core.legal import queries
from gandan.core.legal.models import LegalRule
from gandan.core.rest.asked import Asked
from gandan.core.rest.auth import open_to_all
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST, page
from gandan.core.rest.problems import Problem

router = Router(tags=["rules"])


class RuleOut(Schema):
    """A rule as it held on the day asked; `value` is exact, "2/3" or "10"."""

    code: str
    group: str
    label: str
    value: str
    measure: str
    bound: str
    source: str
    article: str
    checked: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    note: str


class RulePage(Schema):
    """A page of rules."""

    items: list[RuleOut]
    next: str | None


class RulesAsked(Asked):
    """Which rules."""

    on: Day | None = Field(None, description="Day on which the rules held; today when left out (YYYY-MM-DD).")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


@router.get(
    "",
    auth=open_to_all,
    response={200: RulePage, 401: Problem, 422: Problem},
    summary="Rules of law that held on a day",
    operation_id="list_rules",
)
def list_rules(request: HttpRequest, asked: Query[RulesAsked]) -> RulePage:
    """Every deadline, threshold and period with its source, article and whether it was checked against the text."""
    rows = sorted(queries.current(on=asked.on or timezone.localdate()), key=lambda r: r.code)
    found = page(rows, key=lambda r: r.code, cursor=asked.cursor, limit=asked.limit)
    return RulePage(items=[_out(r) for r in found.items], next=found.next)


def _out(row: LegalRule) -> RuleOut:
    rule = queries.as_rule(row)
    return RuleOut(
        code=rule.code,
        group=rule.group,
        label=rule.label,
        value=str(rule.value),
        measure=rule.measure,
        bound=rule.bound,
        source=rule.source,
        article=rule.article,
        checked=rule.checked,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        note=rule.note,
    )
