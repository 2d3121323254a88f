"""What becomes of dates when law or calendar changes."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core import legal
from gandan.core.access import Anyone, Refusal, SystemActor
from gandan.core.events import Event
from gandan.core.legal import actions as law_actions
from gandan.core.legal.models import LegalRule
from gandan.opinions.actions.recounting import recompute
from gandan.opinions.enums import Cause, Content, State
from gandan.opinions.models import Case
from tests.opinions.clock.conftest import at

MONDAY = date(2026, 11, 23)
CLOCK = SystemActor("clock")


@pytest.fixture
def day_off(administrator):
    def decree(day: date, *, working: bool = False) -> None:
        law_actions.set_day(day, working=working, reason="Nghỉ bão", source="Công điện 12", checked=True, by=administrator, now=at(MONDAY))

    return decree


@pytest.fixture
def change(administrator):
    def new_version(code: str, value: int, first: date, measure: str = "working_days") -> LegalRule:
        held = LegalRule.objects.filter(code=code).order_by("-valid").first()
        return law_actions.change(
            held,
            value=Fraction(value),
            measure=measure,
            bound="at_most",
            source="Nghị định mới",
            article="Điều 1",
            checked=True,
            first=first,
            by=administrator,
            now=at(MONDAY),
        )

    return new_version


def run(day: date = MONDAY) -> int:
    return recompute(by=CLOCK, now=at(day))


def dates(case: Case) -> list[tuple[str, date]]:
    case.refresh_from_db()
    return [(r.cause, r.due) for r in case.due_dates.all()]


def test_a_day_off_by_decree_moves_dates_that_had_counted_it(received, day_off):
    near, far = received(MONDAY), received(date(2026, 11, 30))
    over = received(date(2026, 11, 9))
    assert over.due == date(2026, 11, 23)
    day_off(date(2026, 11, 27))
    assert run() == 1
    assert dates(near) == [(Cause.RECEIVED, date(2026, 12, 8)), (Cause.LAW, date(2026, 12, 9))]
    assert dates(far) == [(Cause.RECEIVED, date(2026, 12, 14))]
    assert dates(over) == [(Cause.RECEIVED, date(2026, 11, 23))]
    event = Event.objects.get(verb="opinions.recounted")
    assert (event.thing_id, event.actor, event.facts["due"], event.facts["was_due"]) == (
        str(near.pk),
        "system:clock",
        "2026-12-09",
        "2026-12-08",
    )


def test_a_second_run_finds_nothing(received, day_off):
    received(MONDAY)
    day_off(date(2026, 11, 27))
    assert (run(), run()) == (1, 0)


def test_a_saturday_that_is_worked_after_all_never_takes_a_day_from_a_date(received, day_off):
    case = received(MONDAY)
    day_off(date(2026, 11, 28), working=True)
    assert run() == 0
    assert dates(case) == [(Cause.RECEIVED, date(2026, 12, 8))]


def test_a_new_version_is_for_what_begins_under_it(received, change):
    before = received(date(2026, 11, 20))
    on_the_day = received(MONDAY)
    change("opinion.pledge", 5, first=MONDAY)
    assert run() == 1
    assert dates(before) == [(Cause.RECEIVED, date(2026, 12, 7))]
    assert dates(on_the_day) == [(Cause.RECEIVED, date(2026, 12, 8)), (Cause.LAW, date(2026, 12, 1))]
    assert on_the_day.due_dates.last().rule_from == MONDAY


def test_of_what_is_over_no_date_is_touched_and_what_stands_still_is_counted(received, day_off):
    ended, waits = received(MONDAY), received(MONDAY)
    ended.state, ended.ended_on, ended.due = State.REFUSED, MONDAY, None
    ended.save()
    waits.state, waits.asked_from = State.ASKED, State.RECEIVED
    waits.save()
    day_off(date(2026, 11, 27))
    assert run() == 1
    assert len(dates(ended)) == 1
    assert dates(waits)[-1] == (Cause.LAW, date(2026, 12, 9))


def test_the_date_of_passing_on_is_counted_too(received, day_off):
    case = received(MONDAY, topic="administrative-rules")
    day_off(date(2026, 11, 27))
    run()
    assert sorted((r.stage, r.due.day) for r in case.due_dates.filter(cause=Cause.LAW)) == [("answer", 9), ("pass", 2)]


def test_a_rule_that_nobody_knows_stops_one_case_and_no_other(received, day_off, caplog):
    case = received(MONDAY)
    strange = received(MONDAY, content=Content.COMPLAINT)
    LegalRule.objects.filter(code="complaint.acceptance").delete()
    day_off(date(2026, 11, 27))
    assert run() == 1
    assert dates(case)[-1][1] == date(2026, 12, 9)
    assert str(strange.pk) in caplog.text


def test_finding_what_changed_asks_as_often_for_one_case_as_for_thirty(received):
    received(MONDAY)

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert run() == 0
        return len(asked)

    one = questions()
    for _ in range(29):
        received(MONDAY)
    assert questions() == one


def test_only_the_clock_may(received, committee_officer):
    for who in (Anyone(), committee_officer):
        with pytest.raises(Refusal):
            recompute(by=who, now=at(MONDAY))


@pytest.mark.parametrize("verb", ["calendar.day_set", "legal.changed"])
def test_the_change_asks_for_the_job_in_its_own_transaction(received, day_off, change, verb):
    def jobs() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'opinions.recompute' AND status = 'todo'")
            return cursor.fetchone()[0]

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    assert jobs() == 0
    day_off(date(2026, 11, 27)) if verb.startswith("calendar") else change("opinion.pledge", 5, first=MONDAY)
    assert jobs() == 1
    day_off(date(2026, 12, 3))
    assert jobs() == 1  # one run for all of them


def test_the_law_that_a_date_followed_stays_readable_after_it_changed(received, change):
    from gandan.opinions.queries.clock import explain

    case = received(MONDAY)
    change("opinion.pledge", 5, first=MONDAY)
    run()
    case.refresh_from_db()
    new, old = explain(case)
    assert (new.is_current, old.is_current) == (True, False)
    assert "5 ngày làm việc" in new.sentence
    assert "10 ngày làm việc" in old.sentence
    assert legal.rule("opinion.pledge", on=date(2026, 11, 22)).days == 10
