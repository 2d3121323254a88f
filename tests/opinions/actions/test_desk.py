"""Filters of one's own, templates of an office, one deed on many."""

from urllib.parse import urlencode

import pytest

from gandan.core.access import Anyone, Refusal
from gandan.opinions import actions
from gandan.opinions.enums import State
from gandan.opinions.models import AnswerTemplate, Case, SavedFilter
from tests.opinions.conftest import NOW, REASON, fresh


def test_a_view_is_kept_under_a_name_and_forgotten(committee_officer, front_officer, ground):
    row = actions.save_filter(name="Sắp đến hạn", query="?due=soon", by=committee_officer, now=NOW)
    again = actions.save_filter(name="Sắp đến hạn", query="due=late", by=committee_officer, now=NOW)
    assert (again.pk, again.query, SavedFilter.objects.count()) == (row.pk, "due=late", 1)
    with pytest.raises(Refusal) as refused:
        actions.drop_filter(row, by=front_officer, now=NOW)
    assert refused.value.status == 404
    actions.drop_filter(row, by=committee_officer, now=NOW)
    assert not SavedFilter.objects.exists()
    with pytest.raises(Refusal, match="tên bộ lọc"):
        actions.save_filter(name=" ", query="due=late", by=committee_officer, now=NOW)
    for who in (Anyone(),):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.save_filter(name="x", query="y", by=who, now=NOW)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Đèn", urlencode({"xem": "tre", "tim": "Nguyễn Văn Tám số 12"})),
        ("Đèn", urlencode({"tim": "0912345678"})),
        ("Đèn", urlencode({"the": "Bà Lê Thị Bưởi"})),
        ("Ông Nguyễn Văn Tám", "xem=tre"),
    ],
)
def test_no_view_of_one_person_is_kept(committee_officer, ground, name, query):
    with pytest.raises(Refusal, match="tên người"):
        actions.save_filter(name=name, query=query, by=committee_officer, now=NOW)
    assert not SavedFilter.objects.exists()


def test_words_of_a_matter_and_what_was_chosen_are_kept(committee_officer, ground):
    asked = {"tim": "đèn đường hẻm 51", "tu": "2026-11-01", "thon": str(ground.hamlet.pk), "the": "đèn đường"}
    assert actions.save_filter(name="Đèn tháng 11", query=urlencode(asked), by=committee_officer, now=NOW).query == urlencode(asked)


def test_a_list_of_views_has_an_end(committee_officer, ground):
    for n in range(30):
        actions.save_filter(name=f"Bộ lọc {n}", query="due=late", by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="30 bộ lọc"):
        actions.save_filter(name="Một nữa", query="due=late", by=committee_officer, now=NOW)


def test_words_of_an_office_fit_many_and_name_nobody(committee_officer, front_officer, ground):
    made = actions.keep_template(office=ground.committee, title="Đèn đường", text="Đã giao đội chiếu sáng.", by=committee_officer, now=NOW)
    actions.keep_template(
        office=ground.committee, title="Đèn", text="Đã giao đội chiếu sáng.", template=made, by=committee_officer, now=NOW
    )
    assert AnswerTemplate.objects.get().title == "Đèn"
    with pytest.raises(Refusal, match="Nguyễn Văn Tám"):
        actions.keep_template(office=ground.committee, title="Đèn", text="Ông Nguyễn Văn Tám đã đến.", by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="lĩnh vực"):
        actions.keep_template(office=ground.committee, title="Đèn", text="Đã giao đội.", topic="x", by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.retire_template(made, by=front_officer, now=NOW)
    actions.retire_template(made, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="thôi dùng"):
        actions.retire_template(made, by=committee_officer, now=NOW)


def test_what_one_refuses_stops_none_of_the_others(case, committee_officer, ground):
    first, done, second = case(), case(State.DONE), case()
    outcome = actions.bulk.accept([first.pk, done.pk, second.pk, ground.commune.pk], by=committee_officer, now=NOW)
    assert outcome.done == (first.pk, second.pk)
    assert set(outcome.refused) == {done.pk, ground.commune.pk}
    assert "báo xong" in outcome.refused[done.pk]
    assert outcome.refused[ground.commune.pk] == "Không thấy việc này."
    assert Case.objects.filter(state=State.ACCEPTED).count() == 2


def test_what_is_not_seen_is_not_there(case, front_officer):
    c = case()
    outcome = actions.bulk.tag([c.pk], label="giao ban", by=front_officer, now=NOW)
    assert outcome.refused == {c.pk: "Không thấy việc này."}


def test_many_go_to_an_office_into_one_case_and_under_a_word(case, committee_officer, ground):
    into, *rest = (case() for _ in range(3))
    outcome = actions.bulk.join([into.pk, *(c.pk for c in rest)], into=into, by=committee_officer, now=NOW)
    assert len(outcome.done) == 2
    assert fresh(into).senders == 3
    assert actions.bulk.tag([into.pk], label="giao ban", by=committee_officer, now=NOW).done == (into.pk,)
    assert actions.bulk.forward([into.pk], to=ground.front, reason=REASON, by=committee_officer, now=NOW).done == (into.pk,)
