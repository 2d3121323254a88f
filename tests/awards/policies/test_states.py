"""Which deed is possible in which state: the whole table of calls, and of those proposed, against the policies."""

from dataclasses import replace
from datetime import date

import pytest

from gandan.awards import policies
from gandan.awards.enums import CALL_NEXT, NOMINEE_NEXT, CallDeed, CallState, NominationState, NomineeDeed, NomineeState
from gandan.awards.given import QuotaGiven
from gandan.awards.models import Nominee
from gandan.core.access import Refusal
from tests.awards.conftest import LAST, WHY, collective, on, person
from tests.people import TODAY

pytestmark = pytest.mark.django_db
BAD = 422


def possible(refusal: Refusal | None) -> bool:
    return refusal is None


def test_the_table_of_calls(house):
    """Rows are made once; a state is set in memory, because policies read nothing else of it."""
    call = house.through(CallState.POSTED)
    for state in CallState:
        call.state = state
        for deed in CallDeed:
            refused = policies.call.deed(call, deed)
            assert possible(refused) == (deed in CALL_NEXT[state]), (state, deed)
            assert refused is None or str(state.label) in refused.sentence
        assert possible(policies.call.change(call)) == (state == CallState.PLANNED)
        assert possible(policies.call.end_intake(call, today=on(20))) is False, "its intake has ended"
        assert possible(policies.nomination.takes(call, today=TODAY)) == (state == CallState.OPEN)


def test_the_table_of_nominees(house):
    call = house.through(CallState.COUNCIL)
    nominee = house.one(call)
    nominee.nomination.call = call
    for there in NominationState:
        nominee.nomination.state = there
        for state in NomineeState:
            nominee.state = state
            for deed in NomineeDeed:
                wanted = there == NominationState.SUBMITTED and deed in NOMINEE_NEXT[state]
                assert possible(policies.judging.deed(nominee, deed)) == wanted, (there, state, deed)
    nominee.nomination.state = NominationState.SUBMITTED
    for state in CallState:
        call.state, nominee.state = state, NomineeState.PROPOSED
        assert possible(policies.judging.exclude(nominee, why=WHY)) == (state in {CallState.OPEN, CallState.COUNCIL}), state
        nominee.state = NomineeState.EXCLUDED
        wanted = state in {CallState.OPEN, CallState.COUNCIL}
        assert possible(policies.judging.readmit(nominee, why=WHY, closes_on=on(20), today=on(12))) == wanted, state
        nominee.state = NomineeState.CHOSEN
        assert possible(policies.judging.pass_over(nominee, why=WHY)) == (state in {CallState.COUNCIL, CallState.POSTED}), state


def test_the_table_of_dossiers(house):
    nomination = house.one(house.through(CallState.OPEN)).nomination
    for state in NominationState:
        for call_state in CallState:
            nomination.state, nomination.call.state = state, call_state
            is_open = call_state == CallState.OPEN
            changeable = is_open and state in {NominationState.DRAFT, NominationState.RETURNED}
            assert possible(policies.nomination.changeable(nomination, today=TODAY)) == changeable, (state, call_state)
            returnable = is_open and state == NominationState.SUBMITTED
            assert possible(policies.nomination.give_back(nomination, why=WHY)) == returnable, (state, call_state)
            withdrawable = is_open and state != NominationState.WITHDRAWN
            assert possible(policies.nomination.withdraw(nomination)) == withdrawable, (state, call_state)
    nomination.state, nomination.call.state, nomination.call.intake_ended_on = NominationState.DRAFT, CallState.OPEN, TODAY
    assert "thôi nhận hồ sơ" in policies.nomination.changeable(nomination, today=TODAY).sentence
    nomination.state = NominationState.RETURNED
    assert policies.nomination.changeable(nomination, today=TODAY) is None, "what was returned may be mended"


PERSON_FAULTS = [
    ({"name": " "}, "họ tên"),
    ({"name": "x" * 201}, "200"),
    ({"workplace": ""}, "nơi công tác"),
    ({"deeds": ""}, "thành tích"),
    ({"deeds": "x" * 4001}, "4000"),
    ({"born": None}, "năm sinh"),
    ({"born": 1850}, "ghi nhầm"),
    ({"born": 2020}, "ghi nhầm"),
    ({"born": 1990, "years": 40}, "không khớp với năm sinh"),
    ({"position": "x" * 201}, "200"),
]


def test_what_is_told_of_a_person_and_a_collective(house):
    call = house.open(grounds=("Giảm nghèo",))
    dossier = house.dossier(call)

    def said(given, whom="person", ground="Giảm nghèo"):
        return policies.nomination.add(dossier, whom=whom, given=given, ground=ground, today=TODAY)

    assert said(person()) is None
    assert said(collective(), "collective") is None
    for change, words in PERSON_FAULTS:
        refused = said(replace(person(), **change))
        assert (words in str(refused), refused.status) == (True, BAD), change
    assert "danh mục" in said(person(), ground="Việc khác").sentence
    assert "tên tập thể" in said(collective(name=""), "collective").sentence
    medal = house.dossier(house.open("medal.dan_van"))
    refused = policies.nomination.add(medal, whom="collective", given=collective(), ground="", today=TODAY)
    assert refused.sentence == "Hình thức này chỉ tặng cho cá nhân."
    assert "không chia" in policies.nomination.add(medal, whom="person", given=person(), ground="Giảm nghèo", today=TODAY).sentence
    with pytest.raises(ValueError, match="told as a person"):
        said(collective(), "person")


def test_what_a_call_must_say(house):
    kind, office = house.kinds["commendation.board"], house.world.province_board
    good = {"kind": kind, "office": office, "words": "Khen năm 2026", "year": 2026, "opens_on": TODAY, "closes_on": LAST}
    good |= {"sheet_code": "khen-thuong", "today": TODAY}
    assert policies.call.plan(**good) is None
    faults = [
        ({"words": " "}, "tên đợt"),
        ({"year": 1900}, "năm xét"),
        ({"closes_on": on(-1), "opens_on": on(-3)}, "đã qua"),
        ({"opens_on": on(20)}, "từ ngày mở"),
        ({"closes_on": date(2029, 1, 1)}, "không khớp"),
        ({"sheet_code": ""}, "bảng điểm"),
        ({"office": house.world.front}, "cấp tỉnh"),
        ({"kind": house.kinds["merit.province"]}, "cơ quan khác tặng"),
        ({"kind": house.kinds["commendation.base"]}, "cấp xã"),
    ]
    for change, words in faults:
        refused = policies.call.plan(**{**good, **change})
        assert words in str(refused), change
    assert policies.call.plan(**{**good, "kind": house.kinds["commendation.base"], "office": house.world.front}) is None
    assert policies.call.quotas([QuotaGiven("person", 1), QuotaGiven("person", 2)], kind) is not None
    assert policies.call.quotas([QuotaGiven("collective", 1)], house.kinds["medal.dan_van"]) is not None
    assert (
        policies.call.quotas([QuotaGiven("person", 1), QuotaGiven("collective", 2), QuotaGiven("person", 3, office.unit_id)], kind) is None
    )
    assert policies.call.grounds(["a", "a"]) is not None
    assert policies.call.grounds(["Giúp ông Nguyễn Văn Tám, số điện thoại 0912345678"]) is not None


def test_a_reason_is_a_reason(house):
    assert policies.words.reason("không").status == BAD
    assert "500" in policies.words.reason("x" * 501).sentence
    assert policies.words.reason(WHY) is None


def test_who_is_proposed_is_in_no_list_by_name(house):
    """The rows that lists go by have no column with a name."""
    assert {f.name for f in Nominee._meta.get_fields()} & {"name", "full_name", "workplace", "born"} == set()
