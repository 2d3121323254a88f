"""Given once a person: found on the old book, on decisions, in the same call; with rule and source, never a consequence by itself."""

from datetime import date

import pytest

from gandan.awards import actions, queries
from gandan.awards.enums import CallState, NomineeState, Outcome
from gandan.awards.given import HolderGiven
from gandan.awards.models import Call, Holder
from gandan.core.access import Refusal
from tests.awards.conftest import WHY, at, fresh, on, on_day, person
from tests.people import NOW

pytestmark = pytest.mark.django_db
MEDAL, DAY = "medal.dan_van", date(1968, 3, 9)


@pytest.fixture
def book(ground, provincial_leader, medal):
    """Kỷ niệm chương of 2019, from the old book."""

    def enter(name: str, **born):
        given = HolderGiven("person", name, **born)
        said = {"name": "Kỷ niệm chương “Vì sự nghiệp Dân vận”", "by_whom": "Ban Dân vận Trung ương", "kind": medal, "year": 2019}
        return actions.enter_conferral(**said, persons=1, holders=[given], unit=ground.province, by=provincial_leader, now=NOW)

    return enter


def once(house, *whom, kind: str = MEDAL, who: str = "front_officer"):
    call = house.open(kind)
    dossier = house.dossier(call, *whom, number="12-TTr/MTTQ", who=who)
    return [next((c for c in queries.checks(n) if c.kind == "once"), None) for n in queries.nominees(house.proposers[who], dossier)]


@pytest.mark.parametrize(
    ("there", "mine", "outcome"),
    [
        ({"born_on": DAY}, {"born_on": DAY}, Outcome.FAILS),
        ({"born_on": DAY}, {"born_on": date(1968, 3, 10)}, Outcome.MEETS),
        ({"born": 1968}, {"born_on": DAY}, Outcome.UNKNOWN),
        ({"born_on": DAY}, {"born": 1968}, Outcome.UNKNOWN),
        ({"born": 1969}, {"born": 1968}, Outcome.MEETS),
    ],
)
def test_the_old_book_in_another_spelling(house, book, there, mine, outcome):
    book("NGUYỄN THỊ HÒA", **there)
    said = once(house, person("Nguyê\u0303n Thị  Hoà", **{"born": None, **mine}))[0]
    assert said.outcome == outcome
    assert "chưa đối chiếu văn bản gốc" in said.source
    assert not said.is_read
    assert "đủ điều kiện" not in said.sentence


def test_what_was_found_leaves_nobody_out_by_itself(house, book):
    book("Nguyễn Thị Hoà", born_on=DAY)
    call = house.open(MEDAL)
    house.dossier(call, person(born_on=DAY), number="12-TTr/MTTQ")
    nominee = house.one(call)
    assert nominee.checks.get(kind="once").outcome == Outcome.FAILS
    assert nominee.state == NomineeState.PROPOSED
    call = house.close(call)
    assert fresh(nominee).appraisal is not None


def test_another_kind_asks_nothing(house, book):
    book("Nguyễn Thị Hoà", born_on=DAY)
    assert once(house, person(born_on=DAY), kind="commendation.board") == [None]


def test_proposed_twice_in_one_call(house):
    call = house.open(MEDAL)
    house.dossier(call, person(born_on=DAY), number="12-TTr/MTTQ")
    house.dossier(call, person("NGUYỄN THỊ HÒA", born_on=DAY), number="9-TTr/MTTQ", who="outsider")
    assert [n.checks.get(kind="once").outcome for n in house.nominees(call)][1] == Outcome.UNKNOWN
    house.close(call)
    assert [n.checks.get(kind="once").outcome for n in house.nominees(call)] == [Outcome.UNKNOWN, Outcome.UNKNOWN], "looked at anew"


def test_the_same_person_stands_in_a_dossier_once(house):
    dossier = house.dossier(house.open(MEDAL), person(born_on=DAY))
    for again in (person("Nguyễn Thị Hòa", born_on=DAY), person("Nguyễn Thị Hòa")):
        with pytest.raises(Refusal, match="cùng tên, cùng năm sinh"):
            house.add(dossier, again)
    assert house.add(dossier, person("Nguyễn Thị Hòa", born_on=date(1968, 5, 1))).position == 2


def test_proposed_in_two_calls_of_one_kind_at_a_time(house):
    """Neither roll nor call would tell: both could give it. What is given while the council sits is seen when it chooses."""
    said = []
    for who in ("front_officer", "outsider"):
        said += once(house, person(born_on=DAY), who=who)
    assert [one.outcome for one in said] == [Outcome.MEETS, Outcome.UNKNOWN]
    first, second = Call.objects.order_by("pk")
    for call in (first, second):
        house.close(call)
        house.score(house.one(call))
    house.choose(house.one(first))
    house.decide(house.post(first))
    nominee = house.choose(house.one(second))
    assert nominee.checks.get(kind="once").outcome == Outcome.FAILS


def test_after_a_decision_and_after_it_is_revoked(house, provincial_leader, medal):
    house.through(CallState.DECIDED, person(born_on=DAY), kind=MEDAL)
    assert once(house, person(born_on=DAY))[0].outcome == Outcome.FAILS
    actions.cancel_call(Call.objects.get(state=CallState.OPEN), reason=WHY, by=house.board, now=NOW)
    holder = Holder.objects.get()
    actions.revoke(
        holder,
        office=house.world.province_board,
        number="50-QĐ/BTGDV",
        decided_on=on(50),
        signed_as="Trưởng ban",
        reason="Khai man thành tích.",
        by=on_day(provincial_leader, 50),
        now=at(50),
    )
    assert once(house, person(born_on=DAY))[0].outcome == Outcome.MEETS
    row = queries.roll(actor=provincial_leader).get()
    assert (row.persons, row.shown, queries.revoked(row)) == (1, [], 1)
    with pytest.raises(Refusal, match="thu hồi rồi"):
        actions.revoke(
            holder,
            office=house.world.province_board,
            number="51-QĐ/BTGDV",
            decided_on=on(50),
            signed_as="Trưởng ban",
            reason="Khai man thành tích.",
            by=on_day(provincial_leader, 50),
            now=at(50),
        )
