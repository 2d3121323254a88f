"""Dossiers go by the rule, with reasons, checks and papers; what stays verifies."""

from decimal import Decimal

import pytest
from django.core.files.base import ContentFile

from gandan.appraisals import actions as appraisals
from gandan.appraisals.models import Scorecard
from gandan.awards import actions, queries
from gandan.awards.enums import CallState
from gandan.awards.models import Check, Holder, Nominee, Step
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from gandan.core.files import actions as files
from gandan.core.files.queries import of as files_of
from tests.awards.conftest import CLOCK, KEEPER, WHY, at, collective, fresh, on, on_day, person
from tests.people import NOW

pytestmark = pytest.mark.django_db
LATER = 40 + 735


def test_two_years_after_the_decision_every_dossier_is_gone(house, front_officer):
    call = house.through(CallState.COUNCIL, person(), collective())
    mai, chi_hoi = house.nominees(call)
    first = mai.appraisal
    card = {"marks": {first.sheet.criteria.get().pk: Decimal(50)}, "reason": "Bà Hoà còn nợ một việc."}
    appraisals.hand_in(first, **card, by=on_day(house.members[0], 11), now=at(11))
    actions.exclude(mai, reason=WHY, by=on_day(house.board, 11), now=at(11))
    mai = actions.readmit(fresh(mai), reason=WHY, closes_on=on(18), by=on_day(house.board, 11), now=at(11))
    house.score(mai)
    house.score(chi_hoi)
    house.choose(mai)
    house.pass_over(chi_hoi)
    files.store(ContentFile(b"%PDF-1.4 to trinh", name="to trinh.txt"), by=front_officer, now=NOW, owner=mai.nomination, prose=True)
    call = house.decide(house.post(call))
    with pytest.raises(Refusal, match="còn phải giữ đến"):
        actions.erase_dossiers(call, by=KEEPER, now=at(60))
    assert actions.forget(by=KEEPER, now=at(60)) == 0
    with pytest.raises(Refusal):
        actions.erase_dossiers(call, by=CLOCK, now=at(LATER))
    assert actions.forget(by=KEEPER, now=at(LATER)) == 1
    for nominee in Nominee.objects.all():
        assert (bytes(nominee.sealed), nominee.key, nominee.mac, nominee.mac_day, nominee.is_erased) == (b"", "", "", "", True)
        assert queries.dossier(nominee, on_day(front_officer, LATER)) is None
    assert set(Step.objects.values_list("reason", flat=True)) == {""}
    assert not Check.objects.exists()
    assert set(Scorecard.objects.values_list("reason", flat=True)) == {""}, "nor do words of the council stay"
    assert Scorecard.objects.count() == 7
    assert not files_of(mai.nomination).exists()
    assert Holder.objects.get().name == "Nguyễn Thị Hoà"
    assert Holder.objects.get().mac, "the same person is still found"
    assert events.of(call).order_by("seq").last().verb == "awards.dossiers_erased"
    assert not list(verify().problems)
    assert actions.forget(by=KEEPER, now=at(LATER)) == 0
    with pytest.raises(Refusal, match="đã xoá"):
        actions.erase_dossiers(fresh(call), by=KEEPER, now=at(LATER))


def test_of_a_call_that_runs_nothing_goes(house):
    call = house.through(CallState.POSTED)
    with pytest.raises(Refusal, match="chưa kết thúc"):
        actions.erase_dossiers(call, by=KEEPER, now=at(4000))


def test_a_cancelled_call_is_erased_too(house):
    call = house.through(CallState.CANCELLED)
    actions.erase_dossiers(call, by=KEEPER, now=at(LATER))
    assert not list(verify().problems)


def test_what_is_withdrawn_goes_at_once_with_checks_reasons_and_papers(house, front_officer):
    call = house.open()
    dossier = house.dossier(call, person(), person("Trần Văn Bền", born=1960))
    scan = ContentFile(b"%PDF-1.4\n%%EOF\n", name="Nguyễn Thị Hoà.pdf")
    actions.add_paper(dossier, upload=scan, by=front_officer, now=NOW)
    dossier = actions.submit_nomination(dossier, number="12-TTr/MTTQ", by=front_officer, now=NOW)
    first, second = dossier.nominees.order_by("position")
    for nominee in (first, second):
        actions.exclude(nominee, reason="Bà Hoà đang bị xem xét kỷ luật.", by=house.board, now=NOW)
    dossier = actions.return_nomination(dossier, reason="Thiếu báo cáo của bà Hoà.", by=house.board, now=NOW)
    actions.drop_nominee(first, by=front_officer, now=NOW)
    assert "".join(Step.objects.filter(nominee=first).values_list("reason", flat=True)) == ""
    dossier = actions.withdraw_nomination(dossier, by=front_officer, now=NOW)
    assert "".join(Step.objects.values_list("reason", flat=True)) + fresh(dossier).returned_why == ""
    assert (Check.objects.count(), list(files_of(dossier))) == (0, [])
    assert not list(verify().problems)


def test_who_is_taken_out_is_gone_at_once(house, front_officer):
    dossier = house.dossier(house.open(), person(), person("Trần Văn Bền", born=1960))
    out = dossier.nominees.first()
    actions.drop_nominee(out, by=front_officer, now=NOW)
    out = fresh(out)
    assert (out.state, out.key, bytes(out.sealed), out.is_erased) == ("withdrawn", "", b"", True)
    with pytest.raises(Refusal, match="đã rút"):
        actions.drop_nominee(out, by=front_officer, now=NOW)
    dossier = actions.submit_nomination(dossier, number="12-TTr/MTTQ", by=front_officer, now=NOW)
    nominee = dossier.nominees.get(state="proposed")
    actions.exclude(nominee, reason=WHY, by=house.board, now=NOW)
    actions.withdraw_nomination(dossier, by=front_officer, now=NOW)
    assert fresh(nominee).is_erased
    assert events.of(dossier).order_by("seq").last().verb == "awards.nomination_withdrawn"
    assert not list(verify().problems)
