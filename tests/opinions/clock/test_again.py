"""Dates counted anew: by class, acceptance, pauses, a new round. The old date stays on record."""

from datetime import date

import pytest

from gandan.opinions.actions import clock
from gandan.opinions.enums import Cause, Channel, Content, Stage, State
from gandan.opinions.models import DueDate, Pledge
from gandan.units.models.time import since
from tests.opinions.clock.conftest import at

MONDAY = date(2026, 11, 23)
FLAGS = ("is_second_time", "is_complex", "is_remote")


def rows(case):
    return [(r.cause, r.stage, r.rule, r.start, r.due) for r in DueDate.objects.filter(case=case)]


def classify(case, day, **fields):
    for name, value in fields.items():
        setattr(case, name, value)
    return clock.again(case, cause=Cause.CLASSIFIED, now=at(day))


@pytest.mark.parametrize(
    ("received_on", "rule_from", "due"),
    [
        (date(2026, 6, 30), date(2012, 7, 1), date(2026, 7, 10)),  # ten days, the law of 2011
        (date(2026, 7, 1), date(2026, 7, 1), date(2026, 7, 10)),  # seven working days, the decree of 2026
        (date(2026, 7, 2), date(2026, 7, 1), date(2026, 7, 13)),
        (date(2026, 6, 26), date(2012, 7, 1), date(2026, 7, 6)),  # runs on after the change by the law it began under
    ],
)
def test_a_complaint_is_accepted_by_the_law_of_the_day_on_which_it_came(received, received_on, rule_from, due):
    case = received(received_on, content=Content.COMPLAINT)
    [row] = case.due_dates.all()
    assert (row.stage, row.rule, row.rule_from, row.due) == (Stage.ACCEPT, "complaint.acceptance", rule_from, due)


@pytest.mark.parametrize(
    ("flags", "days"),
    [
        ((False, False, False), 30),
        ((False, True, False), 45),
        ((False, False, True), 45),
        ((False, True, True), 60),
        ((True, False, False), 45),
        ((True, True, False), 60),
        ((True, False, True), 60),
        ((True, True, True), 70),
    ],
)
def test_to_settle_a_complaint_there_is_time_from_its_acceptance(received, accept, flags, days):
    case = received(MONDAY, content=Content.COMPLAINT, **dict(zip(FLAGS, flags, strict=True)))
    accept(case, date(2026, 11, 26))
    last = case.due_dates.last()
    assert (last.stage, last.start, last.days, last.measure) == (Stage.ANSWER, date(2026, 11, 26), days, "calendar_days")
    assert case.due == last.due >= date.fromordinal(date(2026, 11, 26).toordinal() + days)
    assert [r[1] for r in rows(case)] == [Stage.ACCEPT, Stage.ANSWER]


def test_a_complaint_that_becomes_complex_has_the_longer_term_from_the_same_day(received, accept):
    case = accept(received(MONDAY, content=Content.COMPLAINT), MONDAY)
    assert case.due == date(2026, 12, 23)
    facts = classify(case, date(2026, 12, 1), is_complex=True)
    assert (case.due, facts["was_due"]) == (date(2027, 1, 7), date(2026, 12, 23))
    assert [r[2] for r in rows(case)] == ["complaint.acceptance", "complaint.first", "complaint.first_complex"]


def test_another_class_is_another_law_and_may_give_an_earlier_date(received):
    case = received(MONDAY)
    facts = classify(case, date(2026, 11, 25), content=Content.COMPLAINT)
    assert facts == {
        "due": date(2026, 12, 3),
        "was_due": date(2026, 12, 8),
        "rule": "complaint.acceptance",
        "stage": "accept",
        "cause": "classified",
    }
    assert rows(case) == [
        (Cause.RECEIVED, Stage.ANSWER, "opinion.pledge", MONDAY, date(2026, 12, 8)),
        (Cause.CLASSIFIED, Stage.ACCEPT, "complaint.acceptance", MONDAY, date(2026, 12, 3)),
    ]
    case.refresh_from_db()
    assert case.due == date(2026, 12, 3)


def test_back_to_the_class_before_gives_the_date_of_before(received):
    case = received(MONDAY)
    classify(case, MONDAY, content=Content.COMPLAINT)
    classify(case, MONDAY, content=Content.REMARK)
    assert [r[4] for r in rows(case)] == [date(2026, 12, 8), date(2026, 12, 3), date(2026, 12, 8)]


def test_what_changes_nothing_adds_no_row(received, accept):
    case = received(MONDAY)
    classify(case, MONDAY, content=Content.REMARK)
    accept(case, MONDAY)
    clock.again(case, cause=Cause.LAW, now=at(MONDAY))
    assert len(rows(case)) == 1


def test_a_remark_on_rules_has_a_second_date_by_which_it_is_passed_on(received):
    case = received(MONDAY, topic="administrative-rules")
    assert case.due == date(2026, 12, 8)
    assert [(r.stage, r.rule, r.due) for r in case.due_dates.order_by("stage")] == [
        (Stage.ANSWER, "opinion.pledge", date(2026, 12, 8)),
        (Stage.PASS_ON, "remark.forwarding", date(2026, 12, 1)),
    ]
    clock.again(case, cause=Cause.CLASSIFIED, now=at(MONDAY))
    assert case.due_dates.count() == 2


def test_the_topic_of_rules_is_found_out_later(received):
    case = received(MONDAY)
    classify(case, date(2026, 11, 25), topic="administrative-rules", content=Content.PROPOSAL)
    assert [(r.stage, r.due) for r in case.due_dates.all()] == [(Stage.ANSWER, date(2026, 12, 8)), (Stage.PASS_ON, date(2026, 12, 1))]
    assert case.due == date(2026, 12, 8)


# ──── pauses


def test_a_pause_moves_the_date_by_its_working_days(received, pause):
    case = pause(received(MONDAY), date(2026, 11, 25), date(2026, 11, 30))  # after Wednesday, up to Monday: three working days
    assert (case.due, case.due_dates.last().paused, case.due_dates.last().cause) == (date(2026, 12, 11), 3, Cause.PAUSED)


def test_a_pause_over_tet_adds_the_working_days_around_it_and_every_day_to_calendar_days(received, accept, pause):
    remark = pause(received(date(2026, 2, 9)), date(2026, 2, 12), date(2026, 2, 23))
    assert (remark.due, remark.due_dates.last().paused) == (date(2026, 3, 4), 2)
    complaint = accept(received(date(2026, 2, 2), content=Content.COMPLAINT), date(2026, 2, 9))
    assert complaint.due == date(2026, 3, 11)
    pause(complaint, date(2026, 2, 12), date(2026, 2, 23))
    assert (complaint.due, complaint.due_dates.last().paused) == (date(2026, 3, 23), 11)  # the 22nd is a Sunday


def test_a_pause_that_is_ended_on_its_day_takes_none(received, pause):
    case = received(MONDAY)
    for day in (25, 26, 27):
        pause(case, date(2026, 11, day), date(2026, 11, day))
    assert (case.due, case.due_dates.count()) == (date(2026, 12, 8), 1)


def test_a_day_is_never_given_twice(received, pause):
    case = received(MONDAY)
    pause(case, date(2026, 11, 25), date(2026, 11, 26))
    pause(case, date(2026, 11, 26), date(2026, 11, 27))
    assert (case.due, case.due_dates.last().paused) == (date(2026, 12, 10), 2)


def test_a_pause_over_days_off_leaves_the_date(received, pause):
    case = pause(received(MONDAY), date(2026, 11, 28), date(2026, 11, 29))
    assert case.due == date(2026, 12, 8)
    assert [r.cause for r in case.due_dates.all()] == [Cause.RECEIVED]


def test_without_a_pause_going_on_changes_nothing(received):
    case = received(MONDAY)
    facts = clock.go(case, day=date(2026, 11, 25), now=at(date(2026, 11, 25)))
    assert facts["due"] == facts["was_due"] == case.due
    assert case.due_dates.count() == 1


# ──── a new round


def test_a_reopened_case_is_counted_from_that_day_with_pauses_of_its_own(received, accept, pause):
    case = pause(accept(received(MONDAY), MONDAY), date(2026, 11, 25), date(2026, 11, 30))
    case.state, case.ended_on = State.CLOSED, date(2026, 12, 1)
    clock.rest(case, day=date(2026, 12, 1))
    assert case.due is None
    case.save()
    case.state, case.ended_on, case.round = State.ACCEPTED, None, 2
    clock.again(case, cause=Cause.REOPENED, now=at(date(2026, 12, 7)))
    case.save()
    last = case.due_dates.last()
    assert (case.due, last.round, last.start, last.paused) == (date(2026, 12, 21), 2, date(2026, 12, 7), 0)
    pause(case, date(2026, 12, 8), date(2026, 12, 9))
    assert case.due == date(2026, 12, 22)
    clock.again(case, cause=Cause.LAW, now=at(date(2026, 12, 9)))
    assert case.due_dates.count() == 4


def test_a_pause_that_nobody_ended_ends_with_the_case(received):
    case = received(MONDAY)
    clock.stop(case, day=date(2026, 11, 25))
    clock.rest(case, day=date(2026, 11, 26))
    [one] = case.pauses.all()
    assert one.ended_on == date(2026, 11, 26)


@pytest.mark.parametrize("state", [State.ANSWERED, State.DONE, State.CONFIRMED, State.CLOSED, State.REFUSED, State.WITHDRAWN, State.JOINED])
def test_where_nothing_is_owed_nothing_is_counted(received, state):
    case = received(MONDAY)
    case.state, case.content = state, Content.COMPLAINT
    assert clock.again(case, cause=Cause.CLASSIFIED, now=at(MONDAY)) == {}
    assert case.due_dates.count() == 1


# ──── whose word


def test_a_pledge_stays_the_case_s_own_whoever_answers_for_it_now(received, world):
    Pledge.objects.create(unit=world.commune, days=5, during=since(date(2026, 1, 1)))
    Pledge.objects.create(unit=world.other, days=9, during=since(date(2026, 1, 1)))
    case = received(MONDAY)
    [row] = case.due_dates.all()
    assert (row.due, row.pledge, row.days, row.rule_from) == (date(2026, 12, 1), True, 5, date(2026, 1, 1))
    case.unit, case.office = world.other, world.other_front  # a merger, or forwarded
    Pledge.objects.filter(unit=world.commune).update(during=since(date(2026, 1, 1), date(2026, 11, 1)))
    clock.again(case, cause=Cause.LAW, now=at(MONDAY))
    assert case.due_dates.count() == 1
    case.round = 2
    clock.again(case, cause=Cause.REOPENED, now=at(date(2026, 12, 7)))
    assert case.due_dates.last().days == 9


def test_a_pledge_that_begins_on_the_very_day_says_nothing_to_who_came_that_morning(received, world):
    morning = received(MONDAY)
    Pledge.objects.create(unit=world.commune, days=3, during=since(MONDAY))
    clock.again(morning, cause=Cause.CLASSIFIED, now=at(MONDAY))
    assert (morning.due, morning.due_dates.count()) == (date(2026, 12, 8), 1)
    assert received(MONDAY).due == date(2026, 11, 27)


def test_what_people_say_at_a_reception_has_no_pledge(received, world):
    Pledge.objects.create(unit=world.commune, days=3, during=since(date(2026, 1, 1)))
    assert received(MONDAY, channel=Channel.RECEPTION).due == date(2026, 12, 8)


def test_counting_anew_asks_a_constant_number_of_questions(received, pause, django_assert_num_queries):
    case = received(MONDAY)
    pause(case, date(2026, 11, 25), date(2026, 11, 25))
    with django_assert_num_queries(3):  # dates, pauses, law
        clock.again(case, cause=Cause.LAW, now=at(MONDAY))
    for n in range(1, 5):
        pause(case, date(2026, 11, 25 + n), date(2026, 11, 25 + n))
    case = type(case).objects.get(pk=case.pk)
    with django_assert_num_queries(3):
        clock.again(case, cause=Cause.LAW, now=at(MONDAY))
