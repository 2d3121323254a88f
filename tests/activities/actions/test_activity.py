"""Writing down, correcting, withdrawing: who, when, what is left behind."""

from datetime import date

import pytest

from gandan.activities import actions
from gandan.activities.enums import Kind, State
from gandan.core import events
from gandan.core.access import Refusal, SystemActor
from gandan.core.events.verify import verify
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
WORKING = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst", "outsider"}


def test_it_is_written_down_with_one_event(make, world):
    activity = make(hosts=[world.front], host_names=["Chi hội Phụ nữ khu phố 3", "Chi hội Phụ nữ khu phố 3 "])
    assert (activity.kind, activity.unit, activity.kept_by, activity.state) == (Kind.DIALOGUE, world.commune, world.commune, State.RECORDED)
    assert [h.name for h in activity.host_set.all()] == ["Ủy ban MTTQ Việt Nam phường Ninh Kiều", "Chi hội Phụ nữ khu phố 3"]
    event = events.of(activity).get()
    assert (event.verb, event.now, event.facts["starts_on"], event.facts["hosts"]) == ("activities.recorded", "dialogue", "2026-11-20", 2)
    assert len(event.bindings) == 3
    assert verify().ok


def test_one_day_is_not_a_span(make):
    assert make(ends_on=DAY).ends_on is None
    assert make(ends_on=date(2026, 11, 22)).last_day == date(2026, 11, 22)


def test_a_text_may_not_tell_the_day(make):
    assert make(starts_on=None).last_day is None


@pytest.mark.parametrize("who", CAST)
def test_who_works_somewhere_keeps_a_diary(make, cast, who):
    if who in WORKING:
        assert make(by=cast[who], is_public=False).title
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            make(by=cast[who], is_public=False)


@pytest.mark.parametrize("who", sorted(WORKING))
def test_only_who_works_for_the_unit_shows_it_to_everyone(make, cast, who):
    if who == "outsider":
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            make(by=cast[who])
        assert make(by=cast[who], is_public=False).kept_by_id == cast[who].holdings[0].unit  # what they read of other places is their own
    else:
        assert make(by=cast[who]).is_public


def test_the_demo_fills_it(make):
    assert make(by=SystemActor("demo")).kept_by is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": "party"}, "Hãy chọn loại"),
        ({"title": "  "}, "Hãy ghi tên hoạt động"),
        ({"title": "a" * 301}, "không quá 300"),
        ({"place": "a" * 201}, "không quá 200"),
        ({"starts_on": date(2026, 11, 24)}, "Ngày này chưa đến"),
        ({"ends_on": date(2026, 11, 19)}, "Ngày kết thúc phải từ ngày bắt đầu"),
        ({"starts_on": None, "ends_on": DAY}, "phải có ngày bắt đầu"),
        ({"starts_on": date(2024, 6, 18)}, "chưa có Phường Ninh Kiều"),
        ({"host_names": ["a" * 201]}, "Hãy chọn cơ quan"),
    ],
)
def test_what_cannot_be_is_refused(make, wrong, said):
    with pytest.raises(Refusal, match=said):
        make(**wrong)


def test_it_is_corrected(activity, front_officer, world):
    said = {"kind": "survey", "title": "Khảo sát hẻm 51", "unit": world.commune, "starts_on": date(2026, 11, 19)}
    changed = actions.correct_activity(activity, **said, is_public=True, by=front_officer, now=NOW)
    assert (changed.kind, changed.title, changed.starts_on) == ("survey", "Khảo sát hẻm 51", date(2026, 11, 19))
    event = events.of(activity).last()
    assert (event.verb, event.was, event.now, event.facts["was_on"]) == ("activities.corrected", "dialogue", "survey", "2026-11-20")
    assert verify().ok


@pytest.mark.parametrize("who", CAST)
def test_who_may_correct(activity, cast, who, world):
    said = {"kind": "survey", "title": "Khảo sát", "unit": world.commune, "starts_on": DAY}
    if who in WORKING - {"outsider"}:
        assert actions.correct_activity(activity, **said, by=cast[who], now=NOW).kind == "survey"
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.correct_activity(activity, **said, by=cast[who], now=NOW)


def test_what_was_shown_elsewhere_is_not_moved_to_a_unit_of_others(activity, front_officer, world):
    said = {"kind": "survey", "title": "Khảo sát", "unit": world.other, "starts_on": DAY, "is_public": True}
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.correct_activity(activity, **said, by=front_officer, now=NOW)


def test_it_is_withdrawn_with_a_reason(activity, front_officer):
    with pytest.raises(Refusal, match="Hãy ghi lý do rút"):
        actions.withdraw_activity(activity, reason=" ", by=front_officer, now=NOW)
    gone = actions.withdraw_activity(activity, reason="Ghi nhầm ngày", by=front_officer, now=NOW)
    assert (gone.state, gone.reason, gone.withdrawn_on) == (State.WITHDRAWN, "Ghi nhầm ngày", date(2026, 11, 23))
    assert events.of(activity).verbs() == ["activities.recorded", "activities.withdrawn"]
    assert verify().ok


def test_what_was_withdrawn_stays_as_it_was(activity, front_officer, world):
    actions.withdraw_activity(activity, reason="Ghi nhầm", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="đã rút rồi"):
        actions.withdraw_activity(activity, reason="Ghi nhầm", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="không sửa được nữa"):
        actions.add_place(activity, unit=world.other, by=front_officer, now=NOW)


def test_nobody_elsewhere_withdraws(activity, outsider):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.withdraw_activity(activity, reason="…", by=outsider, now=NOW)


def test_what_a_unit_showed_to_everyone_is_no_longer_changed_by_who_only_keeps_it(make, world, front_officer, outsider):
    row = make(by=outsider, is_public=False)
    said = {"kind": "dialogue", "title": "Đối thoại", "unit": world.commune, "starts_on": DAY}
    assert actions.correct_activity(row, **said, by=outsider, now=NOW)  # theirs while it is internal
    row = actions.correct_activity(row, **said, is_public=True, by=front_officer, now=NOW)
    place = actions.add_host(row, name="Chi hội Phụ nữ", by=front_officer, now=NOW)
    deeds = (
        lambda: actions.correct_activity(row, **said, is_public=True, by=outsider, now=NOW),
        lambda: actions.correct_activity(row, **said, by=outsider, now=NOW),
        lambda: actions.withdraw_activity(row, reason="Ghi nhầm", by=outsider, now=NOW),
        lambda: actions.add_host(row, name="Chi hội khác", by=outsider, now=NOW),
        lambda: actions.note_request(row, text="Xin…", by=outsider, now=NOW),
        lambda: actions.remove_host(place, by=outsider, now=NOW),
    )
    for deed in deeds:
        with pytest.raises(Refusal, match="chỉ người làm việc cho Phường Ninh Kiều sửa hoặc rút được"):
            deed()
    assert actions.correct_activity(row, **said, by=front_officer, now=NOW).is_public is False
    assert actions.add_host(row, name="Chi hội khác", by=outsider, now=NOW)
