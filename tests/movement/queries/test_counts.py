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
    review(formal, ground, Result.EFFECTIVE)
    review(formal, ground, Result.FORMAL, days=1)  # of one year the one given last holds
    stopped = Practice.objects.get(state=State.STOPPED)
    review(stopped, ground, Result.EFFECTIVE)
    recognised(works, ground)
    recognised(works, ground, level="province")
    taken = recognised(exemplar, ground)
    actions.tell(drive=drive, unit=ground.commune, written=form(field, 20), told_on=TODAY, by=leader, now=NOW)
    signed = Practice.objects.filter(state=State.REGISTERED, is_told=False)
    signed.exclude(pk=formal.pk).update(alive_until=at(700).date())
    day = at(366).date()  # the first day on which a year is over, of the lapsed one and of one to which the clock has not come yet
    assert queries.counts(on=day) == Counts(
        registered=6, living=3, effective=1, lapsed=2, stopped=1, told=1, recognised={"base": 2, "province": 1}
    )
    Practice.objects.filter(pk=works.pk).update(alive_until=day - timedelta(days=1))
    with_works_over = queries.counts(on=day)
    assert (with_works_over.living, with_works_over.effective, with_works_over.lapsed) == (2, 0, 3), "what is silent is not effective"
    Practice.objects.filter(pk=works.pk).update(alive_until=at(700).date())
    before = queries.counts(on=TODAY)
    assert (before.living, before.lapsed, before.stopped) == (5, 0, 1), "on a day before, what lapsed since was alive"
    for state in (State.REGISTERED, State.LAPSED):
        for row in Practice.objects.filter(state=state, is_told=False):
            alone = queries.counts(Practice.objects.filter(pk=row.pk), on=day)
            assert (alone.living == 1) == row.lives(day), "the page of one model says what the numbers say"
    type(taken).objects.filter(pk=taken.pk).update(revoked_by=taken.decision, revoked_on=at(5).date())
    assert queries.counts(on=at(4).date()).recognised == {"base": 2, "province": 1}
    assert queries.counts(on=at(5).date()).recognised == {"base": 1, "province": 1}
    assert queries.counts(on=TODAY - timedelta(days=1)) == Counts()
    by_kind = queries.grouped(None, "kind", on=day)
    assert (by_kind[("model",)].registered, by_kind[("exemplar",)].registered) == (5, 1)
    assert queries.together(by_kind.values()) == queries.counts(on=day)
    apart = queries.apart(queries.grouped(None, "field", "kind", "subject", on=day), kind=1, subject=2)
    assert (apart.models, apart.collectives, apart.persons) == (by_kind[("model",)], by_kind[("exemplar",)], Counts())
    assert [name for name, _one in apart.lines] == ["models", "collectives"]
    with CaptureQueriesContext(connection) as asked:
        queries.grouped(None, "field", "kind", "subject", "unit", on=day)
    assert len(asked) == 2
    with pytest.raises(ValueError, match="written_by"):
        queries.grouped(None, "written_by", on=day)
