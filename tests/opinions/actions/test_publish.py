"""What everybody may read, and under which number."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from gandan.core import events
from gandan.core.access import Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import Content, State
from gandan.opinions.models import Case
from tests.opinions.conftest import NOW, REASON, at, fresh

SHOWN = {"title": "Đèn hẻm 51", "question": "Đèn đường đầu hẻm tắt đã lâu.", "answer": "Đã giao đội chiếu sáng thay bóng."}


def test_it_is_read_under_a_number_that_counts_in_unit_and_year(case, committee_officer):
    first, second = case(State.ANSWERED), case(State.ANSWERED)
    for c in (first, second):
        actions.publish(c, **SHOWN, by=committee_officer, now=NOW)
    assert [fresh(c).number for c in (first, second)] == ["31120-2026-1", "31120-2026-2"]
    assert queries.published().count() == 2
    event = events.of(first).last()
    assert (event.verb, event.facts["number"]) == ("opinions.published", "31120-2026-1")
    assert "chiếu sáng" not in str(event.facts)


def test_published_again_it_keeps_its_number_and_its_new_words(case, committee_officer):
    c = case(State.ANSWERED)
    actions.publish(c, **SHOWN, by=committee_officer, now=NOW)
    actions.unpublish(c, reason=REASON, by=committee_officer, now=NOW)
    assert not queries.published().exists()
    row = actions.publish(c, **{**SHOWN, "title": "Đèn hẻm 51 đã sáng"}, by=committee_officer, now=at(1))
    assert (fresh(c).number, row.title, row.is_shown) == ("31120-2026-1", "Đèn hẻm 51 đã sáng", True)
    assert row.published_on == at(1).date()


@pytest.mark.parametrize(
    ("more", "quoted"),
    [
        ({"question": "Nhà ông Nguyễn Văn Tám bị ngập."}, "Nguyễn Văn Tám"),
        ({"answer": "Xin gọi 0912 345 678."}, "0912 345 678"),
        ({"title": ""}, "tiêu đề"),
        ({"answer": " "}, "câu trả lời"),
    ],
)
def test_words_by_which_a_person_is_found_are_quoted_and_stay_unpublished(case, committee_officer, more, quoted):
    c = case(State.ANSWERED)
    with pytest.raises(Refusal, match=quoted):
        actions.publish(c, **{**SHOWN, **more}, by=committee_officer, now=NOW)
    assert fresh(c).number == ""


@pytest.mark.parametrize(("content", "sentence"), [(Content.COMPLAINT, "Khiếu nại không công khai")])
def test_a_complaint_is_not_published(case, committee_officer, content, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.publish(case(State.ANSWERED, content=content), **SHOWN, by=committee_officer, now=NOW)


def test_what_was_refused_unsorted_is_not_published(case, committee_officer):
    with pytest.raises(Refusal, match="phân loại trước"):
        actions.publish(case(State.REFUSED, content=None), **SHOWN, by=committee_officer, now=NOW)


def test_what_is_not_public_cannot_cease_to_be(case, committee_officer):
    c = case(State.ANSWERED)
    with pytest.raises(Refusal, match="chưa công khai"):
        actions.unpublish(c, reason=REASON, by=committee_officer, now=NOW)
    actions.publish(c, **SHOWN, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="lý do"):
        actions.unpublish(c, reason="sai", by=committee_officer, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_get_two_numbers(case, committee_officer):
    cases = [case(State.ANSWERED) for _ in range(4)]

    def publish(c: Case) -> None:
        try:
            actions.publish(c, **SHOWN, by=committee_officer, now=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(publish, cases))
    assert sorted(fresh(c).number for c in cases) == [f"31120-2026-{n}" for n in range(1, 5)]
