"""Why a date is what it is, in sentences."""

from datetime import date

import pytest

from gandan.core.calendar.models import CalendarDay
from gandan.opinions.actions import clock
from gandan.opinions.enums import Cause, Channel, Content, Deed, Stage, State
from gandan.opinions.models import Case, Pledge, Step
from gandan.opinions.queries.clock import explain, passing_on, pledge_of, stands_still_since
from gandan.units.models.time import since
from tests.opinions.clock.conftest import at

MONDAY = date(2026, 11, 23)


def only(case):
    [held] = explain(case)
    return held


def test_a_unit_s_own_word_is_said_as_its_word(received, world):
    Pledge.objects.create(unit=world.commune, days=5, during=since(date(2026, 1, 1)))
    held = only(received(MONDAY))
    assert held.sentence == (
        "Phường Ninh Kiều cam kết trả lời trong 5 ngày làm việc, tính từ ngày liền sau 23/11/2026. "
        "Không tính ngày nghỉ: 24/11/2026 (Ngày Văn hóa Việt Nam)."
    )
    assert held.for_office == f"{held.sentence} Quy định “Trả lời ý kiến khi đơn vị chưa tự cam kết số ngày”, cam kết từ ngày 1/1/2026."
    assert (held.is_pledge, held.is_current, held.stage, held.cause, held.set_on) == (True, True, Stage.ANSWER, Cause.RECEIVED, MONDAY)


def test_a_number_of_ours_is_not_given_out_as_a_word_of_the_unit_nor_as_law(received):
    held = only(received(MONDAY))
    assert held.sentence.startswith(
        "Trả lời trong 10 ngày làm việc, tính từ ngày liền sau 23/11/2026. Phường Ninh Kiều chưa đặt số ngày riêng."
    )
    assert "đối chiếu" not in held.sentence
    assert held.for_office.endswith("Quy định “Trả lời ý kiến khi đơn vị chưa tự cam kết số ngày”.")


@pytest.mark.parametrize(
    ("received_on", "words", "version"),
    [
        (
            date(2026, 6, 30),
            "Không quá 10 ngày, tính từ ngày liền sau 30/6/2026, theo Điều 27, Luật Khiếu nại số 02/2011/QH13.",
            "1/7/2012",
        ),
        (
            date(2026, 7, 1),
            (
                "Không quá 7 ngày làm việc, tính từ ngày liền sau 1/7/2026, "
                "theo Điều 10 (sửa khoản 1 Điều 16 Nghị định số 124/2020/NĐ-CP), Nghị định số 155/2026/NĐ-CP."
            ),
            "1/7/2026",
        ),
    ],
)
def test_a_complaint_names_rule_article_and_version(received, received_on, words, version):
    held = only(received(received_on, content=Content.COMPLAINT))
    assert held.sentence == words
    assert held.for_office == f"{words} Quy định “Thụ lý khiếu nại lần đầu”, bản áp dụng từ ngày {version}."


def test_a_last_day_off_is_told(received):
    held = only(received(MONDAY, channel=Channel.GOVERNMENT))
    assert (held.due, "Ngày cuối rơi vào 13/12/2026 là ngày nghỉ" in held.sentence) == (date(2026, 12, 14), True)


def test_what_pauses_added_is_told_in_the_measure_of_the_rule(received, accept, pause):
    remark = pause(received(MONDAY), date(2026, 11, 25), date(2026, 11, 30))
    assert "Đã cộng thêm 3 ngày làm việc tạm dừng." in explain(remark)[0].sentence
    assert "Đã cộng thêm" not in explain(remark)[1].sentence
    complaint = pause(accept(received(MONDAY, content=Content.COMPLAINT), MONDAY), date(2026, 11, 25), date(2026, 11, 30))
    assert "Đã cộng thêm 5 ngày tạm dừng." in explain(complaint)[0].sentence


def test_a_date_that_was_kept_says_so(received):
    case = received(MONDAY)
    CalendarDay.objects.create(day=date(2026, 11, 28), working=True, reason="làm bù", source="công điện")
    assert only(case).sentence.endswith("Lịch làm việc đã đổi, nhưng ngày đã hẹn được giữ nguyên.")


def test_every_date_that_held_is_told_the_newest_first(received):
    case = received(MONDAY)
    case.content = Content.COMPLAINT
    clock.again(case, cause=Cause.CLASSIFIED, now=at(date(2026, 11, 25)))
    new, old = explain(case)
    assert (new.rule.code, new.cause, new.set_on, new.is_current) == ("complaint.acceptance", Cause.CLASSIFIED, date(2026, 11, 25), True)
    assert (old.rule.code, old.due, old.is_current) == ("opinion.pledge", date(2026, 12, 8), False)


def test_nothing_is_current_where_nothing_is_owed(received):
    case = received(MONDAY)
    clock.rest(case, day=MONDAY)
    assert not only(case).is_current


def test_while_time_stands_still_the_page_knows_since_when(received):
    case = received(MONDAY)
    assert stands_still_since(case) is None
    clock.stop(case, day=date(2026, 11, 25))
    assert stands_still_since(case) == date(2026, 11, 25)


def test_a_remark_on_rules_tells_by_when_it_is_passed_on(received, world):
    case = received(MONDAY, topic="administrative-rules")
    step = passing_on(case)
    assert (step.due, step.done, step.is_late(date(2026, 12, 1)), step.is_late(date(2026, 12, 2))) == (
        date(2026, 12, 1),
        False,
        False,
        True,
    )
    assert "điểm d khoản 1 Điều 9, Nghị định số 20/2008/NĐ-CP" in step.sentence
    assert len(explain(case)) == 1
    Step.objects.create(case=case, deed=Deed.FORWARD, reason="Không thuộc thẩm quyền", given_on=MONDAY, given_at=at(MONDAY))
    assert passing_on(Case.objects.get(pk=case.pk)).done


def test_taking_it_up_as_its_own_is_as_good_as_passing_it_on(received, accept):
    case = accept(received(MONDAY, topic="administrative-rules"), MONDAY)
    assert case.state == State.ACCEPTED
    assert passing_on(case).done
    assert passing_on(received(MONDAY)) is None


def test_what_a_unit_pledges(received, world):
    received(MONDAY)  # the law is there
    said = pledge_of(world.commune, on=MONDAY)
    assert (said.days, said.is_own, said.rule.code) == (10, False, "opinion.pledge")
    Pledge.objects.create(unit=world.commune, days=5, during=since(date(2026, 12, 1)))
    assert not pledge_of(world.commune, on=MONDAY).is_own
    later = pledge_of(world.commune, on=date(2026, 12, 1))
    assert (later.days, later.is_own, later.rule.valid_from, later.rule.days) == (5, True, date(2026, 12, 1), 5)


def test_a_page_asks_a_constant_number_of_questions(received, pause, django_assert_num_queries):
    case = received(MONDAY)
    explain(case)  # the tree of units is read once
    fresh = Case.objects.get(pk=case.pk)
    with django_assert_num_queries(5):  # dates, law, calendar, the tree and its stamp
        explain(fresh)
    for n in range(1, 5):
        pause(case, date(2026, 11, 24 + n), date(2026, 11, 25 + n))
    fresh = Case.objects.get(pk=case.pk)
    with django_assert_num_queries(5):
        assert len(explain(fresh)) > 2
