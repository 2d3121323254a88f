"""Registered, effective, recognised by level, lapsed: apart, by kind, subject, field and unit."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.movement import actions, queries
from gandan.movement.enums import Kind, Result, State
from gandan.movement.models import Practice, Review
from gandan.movement.queries import Counts
from tests.movement.ground import at, form, recognised
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db


def review(practice, ground, result, *, year=2026, days=0):
    said = {"office": ground.front, "year": year, "result": result, "reason": "Đã xem tại chỗ", "given_on": at(days).date()}
    return Review.objects.create(practice=practice, given_at=at(days), **said)


def test_each_number_apart(in_state, drive, ground, begun, leader, field):
    for n, state in enumerate(State, 1):
        in_state(state, n)
    works, formal, exemplar = (
        in_state(State.REGISTERED, 11),
        in_state(State.REGISTERED, 12),
        in_state(State.REGISTERED, 13, kind=Kind.EXEMPLAR),
    )
    review(works, ground, Result.WEAK, year=2025)
    review(works, ground, Result.EFFECTIVE)
    review(formal, ground, Result.EFFECTIVE, year=2025)
    review(formal, ground, Result.FORMAL)
    stopped = Practice.objects.get(state=State.STOPPED)
    review(stopped, ground, Result.EFFECTIVE)
    recognised(works, ground)
    recognised(works, ground, level="province")
    taken = recognised(exemplar, ground)
    actions.tell(drive=drive, unit=ground.commune, written=form(field, 20), told_on=TODAY, by=leader, now=NOW)
    day = at(366).date()  # the first day on which the lapsed one reads as lapsed
    assert queries.counts(on=day) == Counts(
        registered=6, living=4, effective=1, lapsed=1, stopped=1, told=1, recognised={"base": 2, "province": 1}
    )
    type(taken).objects.filter(pk=taken.pk).update(revoked_by=taken.decision, revoked_on=at(5).date())
    assert queries.counts(on=at(4).date()).recognised == {"base": 2, "province": 1}
    assert queries.counts(on=at(5).date()).recognised == {"base": 1, "province": 1}
    assert queries.counts(on=TODAY - timedelta(days=1)) == Counts()
    by_kind = queries.grouped(None, "kind", on=day)
    assert (by_kind[("model",)].registered, by_kind[("exemplar",)].registered) == (5, 1)
    together = queries.added(by_kind[("model",)], by_kind[("exemplar",)])
    assert together == queries.counts(on=day)
    with CaptureQueriesContext(connection) as asked:
        queries.grouped(None, "field", "kind", "subject", "unit", on=day)
    assert len(asked) == 2
    with pytest.raises(ValueError, match="written_by"):
        queries.grouped(None, "written_by", on=day)
