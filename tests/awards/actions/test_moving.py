"""A merger in the middle of a call: the dossier goes along, under the quota of its time; after a split a person chooses."""

from fractions import Fraction

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.accounts.queries import actor_for
from gandan.awards import actions, hands
from gandan.awards.enums import CallState
from gandan.awards.given import QuotaGiven
from gandan.core import events
from gandan.core.access import Refusal, Role, SystemActor
from gandan.core.events.verify import verify
from gandan.units import actions as units
from gandan.units.actions import NewUnit, Share
from gandan.units.enums import OfficeKind
from gandan.units.models import DanVanOwner, Office, Succession, Unit
from tests.awards.conftest import at, fresh, person
from tests.people import NOW, TODAY, hold, make_office, make_unit, make_user

pytestmark = pytest.mark.django_db
DECREE = "12/NQ-UBTVQH16"
HANDOVER = SystemActor("handover")


def ward(ground, name: str, code: str) -> NewUnit:
    return NewUnit(level="commune", kind="Phường", name=name, code=code, parent=ground.province)


def merge(ground, administrator) -> Unit:
    both = [ground.commune, ground.other]
    return units.merge(both, into=ward(ground, "Tân An", "39999"), first_day=TODAY, decree=DECREE, by=administrator, now=NOW)


def test_two_wards_merge_while_both_propose(house, ground, administrator):
    call = house.open(quotas=[QuotaGiven("person", 1)])
    mine = house.dossier(call, person(), number="12-TTr/MTTQ")
    other = house.dossier(call, person("Lê Thị Sáu", born=1970), number="9-TTr/MTTQ", who="outsider")
    taker = merge(ground, administrator)
    assert fresh(mine).office == ground.front, "there is no office yet that could take it"
    assert actions.settle_handovers(by=HANDOVER, now=NOW) == 0
    front = make_office(taker, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Tân An")
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 2
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0
    for dossier, was in ((mine, ground.commune), (other, ground.other)):
        dossier = fresh(dossier)
        assert (dossier.office, dossier.unit, dossier.made_in) == (front, taker, was)
        assert events.of(dossier).order_by("seq").last().verb == "awards.nomination_handed_over"
    assert hands.limit(call, taker.pk, "person") == 2
    assert hands.counted_units(call, taker.pk) == {taker.pk, ground.commune.pk, ground.other.pk}
    assert hands.limit(call, ground.commune.pk, "person") == 1
    call = house.close(call)
    assert [n.checks.get(kind="quota").outcome for n in house.nominees(call)] == ["meets", "meets"]
    assert not list(verify().problems)


def test_into_a_ward_that_stands_the_office_there_takes_it_at_once(house, ground):
    """What `units` calls when the taker stands already."""
    dossier = house.dossier(house.open(), person())
    step = Succession(old=ground.commune, new=ground.other, first_day=TODAY, change="merge", share=1, basis="decree")
    actions.leave_to_successors([step], TODAY, by=HANDOVER, now=NOW)
    assert fresh(dossier).office == ground.other_front


def test_a_call_goes_along_and_what_has_ended_stays(house, ground, provincial_leader):
    ended = house.through(CallState.CANCELLED)
    call = house.open()
    taker = make_unit("Tây Đô", level="province", kind="Thành phố", code="95")
    board = make_office(taker, OfficeKind.DAN_VAN_BOARD, "Ban Tuyên giáo và Dân vận Thành ủy Tây Đô")
    step = Succession(old=ground.province, new=taker, first_day=TODAY, change="merge", share=1, basis="decree")
    actions.leave_to_successors([step], TODAY, by=HANDOVER, now=NOW)
    assert (fresh(call).office, fresh(call).unit) == (board, taker)
    assert fresh(ended).unit == ground.province


def test_after_a_split_a_person_chooses(house, ground, provincial_leader, administrator):
    dossier = house.dossier(house.open(), person(), number="12-TTr/MTTQ")
    parts = [Share(ward(ground, name, code), Fraction(1, 2)) for name, code in (("An Một", "39991"), ("An Hai", "39992"))]
    split = {"parts": parts, "hamlets": {ground.hamlet: 0}, "first_day": TODAY, "decree": DECREE, "by": administrator, "now": NOW}
    one, two = units.split(ground.commune, **split)
    front, other = (make_office(part, OfficeKind.FRONT, "Mặt trận phường mới") for part in (one, two))
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0, "nobody is given it by a rule"
    run = {"by": provincial_leader, "now": at(1)}
    with pytest.raises(Refusal, match="đơn vị tiếp nhận"):
        actions.choose_successor(dossier, office=ground.other_front, **run)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.choose_successor(dossier, office=front, by=house.proposers["outsider"], now=at(1))
    moved = actions.choose_successor(dossier, office=front, **run)
    assert (moved.office, moved.unit, moved.made_in) == (front, one, ground.commune)
    with pytest.raises(Refusal, match="vẫn hoạt động"):
        actions.choose_successor(dossier, office=other, **run)


def test_an_office_that_ends_leaves_its_dossier_to_the_one_for_dan_van_work(house, ground):
    dossier = house.dossier(house.open(), person())
    DanVanOwner.objects.create(unit=ground.commune, office=ground.party, during=DateRange(TODAY, None, "[)"))
    Office.objects.filter(pk=ground.front.pk).update(existed=DateRange(ground.front.existed.lower, TODAY, "[)"))
    actions.leave_with_office(fresh(ground.front), TODAY, by=HANDOVER, now=NOW)
    assert fresh(dossier).office == ground.party


def test_a_merger_makes_no_office_judge_its_own_proposal_or_hold_two_of_one_unit(house, ground, committee_officer, provincial_leader):
    call = house.open()
    above = make_office(ground.province, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam thành phố Cần Thơ")
    officer = make_user("Cán bộ Mặt trận thành phố", "front.province")
    hold(officer, Role.OFFICER, office=above)
    house.proposers["above"] = actor_for(officer, today=TODAY)
    begun = [(ground.front, house.proposers["front_officer"]), (ground.committee, committee_officer), (above, house.proposers["above"])]
    front, committee, own = (actions.begin_nomination(call, office=office, by=by, now=NOW) for office, by in begun)
    DanVanOwner.objects.create(unit=ground.commune, office=ground.party, during=DateRange(TODAY, None, "[)"))
    DanVanOwner.objects.create(unit=ground.province, office=ground.province_board, during=DateRange(TODAY, None, "[)"))
    for office, _by in begun:
        Office.objects.filter(pk=office.pk).update(existed=DateRange(office.existed.lower, TODAY, "[)"))
        actions.leave_with_office(fresh(office), TODAY, by=HANDOVER, now=NOW)
    assert [fresh(one).office for one in (front, committee, own)] == [ground.party, ground.committee, above]
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0
    run = {"by": provincial_leader, "now": at(1)}
    for dossier, office, words in ((committee, ground.party, "một hồ sơ khác"), (own, ground.province_board, "không đồng thời xét")):
        with pytest.raises(Refusal, match=words):
            actions.choose_successor(dossier, office=office, **run)
    other = make_office(ground.province, OfficeKind.PEOPLE_COUNCIL, "Hội đồng nhân dân thành phố Cần Thơ")
    assert actions.choose_successor(own, office=other, **run).office == other
