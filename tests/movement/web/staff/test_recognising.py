"""From a passed result to a decision for several, and what is tied to a model."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from gandan.appraisals.models import Appraisal, Council, Decision, Posting, Scorecard, ScoreSheet, Seat
from gandan.commitments import actions as commitments
from gandan.movement.models import Recognition
from tests.movement.ground import CODE
from tests.movement.web.staff.conftest import text, to
from tests.people import NOW

pytestmark = pytest.mark.django_db
SEATS = {"outsider": "chair", "leader": "member"}


def passed(p, ground, *, posted: bool = True, until=None) -> Posting | None:
    """Rows as a council and a posting leave them, whose days are over."""
    day = timezone.localdate() - timedelta(days=40)
    council, _made = Council.objects.get_or_create(
        office=ground.party, unit=ground.commune, title="Hội đồng phường", defaults={"formed_by": "1/QĐ", "formed_on": day}
    )
    of = {"subject_type": "movement.practice", "subject_id": str(p.pk), "unit": p.unit}
    sheet = ScoreSheet.objects.get(unit=ground.province, code=CODE)
    result = {"state": "closed", "points": 80, "spread": 3, "passed": True, "ended_on": day, "level": "base"}
    Appraisal.objects.create(**of, council=council, sheet=sheet, opened_on=day, closes_on=day, **result)
    if not posted:
        return None
    return Posting.objects.create(**of, office=ground.party, title=p.title, posted_on=day, until=until or day + timedelta(days=10))


def test_several_are_recognised_by_one_decision(opens, in_state, ground):
    one, two, not_yet = in_state(n=1), in_state(n=2), in_state(n=3)
    for p in (one, two):
        passed(p, ground)
    passed(not_yet, ground, posted=False)
    leader = opens("leader")
    page = text(leader.get(to("desk")))
    assert ("Hết niêm yết, chờ công nhận" in page, "chờ niêm yết" in page) == (True, True)
    page = text(leader.get(to("recognise")))
    assert [p.title in page for p in (one, two, not_yet)] == [True, True, False]
    assert ['value="base"' in page, 'value="province"' in page, 'name="issuer"' in page] == [True, False, False], (
        "what the office decides for"
    )
    page = text(opens("provincial_leader").get(to("recognise"), {"mo-hinh": one.pk}))
    assert ['value="base"' in page, 'value="province"' in page, 'name="issuer"' in page] == [False, True, True]
    said = {
        "level": "base", "office": ground.party.pk, "number": "45-QĐ/ĐU", "decided_on": timezone.localdate(), "signed_as": "Bí thư",
        "signed_by": "",
    }  # fmt: skip
    answer = leader.post(to("recognise"), {**said, "mo-hinh": [one.pk, not_yet.pk]})
    assert (answer.status_code, "chưa được niêm yết" in text(answer), "45-QĐ/ĐU" in text(answer)) == (422, True, True)
    assert Recognition.objects.count() == 0
    assert "ít nhất một mô hình" in text(leader.post(to("recognise"), said))
    answer = leader.post(to("recognise"), {**said, "mo-hinh": [one.pk, two.pk]})
    assert (answer.status_code, Recognition.objects.count(), Decision.objects.count()) == (302, 2, 1)
    assert str(Decision.objects.get().pk) in answer.url
    page = text(leader.get(to("list"), {"cua": "tat-ca", "cap": "base"}))
    assert [p.title in page for p in (one, two, not_yet)] == [True, True, False]


def test_a_result_is_posted_by_an_office_that_decides(opens, in_state, ground):
    p = in_state()
    passed(p, ground, posted=False)
    leader = opens("leader")
    assert to("deed", p.pk, "niem-yet") in text(leader.get(to("one", p.pk)))
    assert leader.post(to("deed", p.pk, "niem-yet"), {"office": ground.party.pk, "text": ""}).status_code == 302
    assert Posting.objects.get().office == ground.party
    assert opens("committee_officer").get(to("deed", p.pk, "niem-yet")).status_code == 403


def test_before_a_council_of_another_office(opens, people, in_state, ground):
    p, today = in_state(), timezone.localdate()
    Council.objects.create(office=ground.committee, unit=ground.commune, title="Hội đồng của mình", formed_by="1/QĐ", formed_on=today)
    other = Council.objects.create(office=ground.party, unit=ground.commune, title="Hội đồng phường", formed_by="2/QĐ", formed_on=today)
    browser, page_of = opens("leader"), to("deed", p.pk, "hoi-dong")
    page = text(browser.get(page_of))
    assert ("chưa có chủ tịch" in page, 'name="council"' in page, page_of in text(browser.get(to("one", p.pk)))) == (True, False, False)
    seats = [Seat.objects.create(council=other, user=people[w], part=part, since=today) for w, part in SEATS.items()]
    page = text(browser.get(page_of))
    assert ("Hội đồng phường" in page, "Hội đồng của mình" in page, page_of in text(browser.get(to("one", p.pk)))) == (True, False, True)
    assert browser.post(page_of, {"council": other.pk, "closes_on": today + timedelta(days=9)}).status_code == 302
    page = text(browser.get(to("one", p.pk)))
    assert (page_of in page, "Hội đồng phường đang xét" in page) == (False, True)
    assert "đang được một hội đồng xét" in text(browser.get(page_of))
    row = Appraisal.objects.get()
    Appraisal.objects.update(state="scoring")
    Scorecard.objects.create(appraisal=row, seat=seats[0], round=1, total=80, reason="", handed_in_at=NOW)
    page = text(browser.get(to("one", p.pk)))
    named = [people[who].full_name in page for who in SEATS]
    assert ("Đã nộp 1 trên 2 phiếu" in page, named) == (True, [False, True])
    assert reverse("appraisals:card", args=[row.pk]) in page, "who owes a card is led to it"
    for who in ("front_officer", "committee_officer"):  # who keeps no council reads that it runs, and no names
        page = text(opens(who).get(to("one", p.pk)))
        assert ("Thành viên nộp phiếu điểm" in page, "Đã nộp" in page, page_of in page) == (True, False, False), who
    assert "Cơ quan giữ hội đồng" in text(opens("front_officer").get(page_of))


def test_only_what_the_policies_would_do_today_is_offered(opens, in_state, ground):
    """A result to post, then a posting, then a decision to revoke: each by the office of its level, and never what would be refused."""
    p, running, leader, above = in_state(), in_state(n=2), opens("leader"), opens("provincial_leader")
    passed(running, ground, until=timezone.localdate())
    page = text(leader.get(to("one", running.pk)))
    assert ("đang niêm yết" in page, to("deed", running.pk, "niem-yet") in page, "cong-nhan/?mo-hinh" in page) == (True, False, False)
    post, decide = to("deed", p.pk, "niem-yet"), to("recognise") + f"?mo-hinh={p.pk}"
    page = text(leader.get(post))
    assert ("Chưa có kết quả đạt" in page, 'name="office"' in page) == (True, False)

    def offered(browser):
        page = text(browser.get(to("one", p.pk)))
        return post in page, decide in page, "thu-hoi/" in page

    assert offered(leader) == (False, False, False)
    passed(p, ground, posted=False)
    assert (offered(leader), offered(above)) == ((True, False, False), (False, False, False))
    day = timezone.localdate()
    of = {"subject_type": "movement.practice", "subject_id": str(p.pk), "unit": p.unit, "office": ground.party, "title": p.title}
    Posting.objects.create(**of, posted_on=day - timedelta(days=20), until=day - timedelta(days=1))
    assert (offered(leader), offered(above)) == ((False, True, False), (False, False, False))
    said = {"level": "base", "office": ground.party.pk, "number": "45-QĐ/ĐU", "decided_on": day, "signed_as": "Bí thư", "signed_by": ""}
    assert leader.post(to("recognise"), {**said, "mo-hinh": [p.pk]}).status_code == 302
    assert (offered(leader), offered(above)) == ((False, False, True), (False, False, False))
    page = text(leader.get(to("one", p.pk)))
    assert ("45-QĐ/ĐU" in page, str(Decision.objects.get().pk) in page) == (True, True)
    page = text(above.get(to("revoke", p.pk, Recognition.objects.get().pk)))
    assert 'name="number"' not in page


def test_what_belongs_to_it_is_found_and_tied(opens, in_state, ground, committee_officer):
    promise = commitments.promise(
        title="Sửa nắp cống hẻm 51",
        deliverable="12 nắp cống mới",
        lead=ground.committee,
        due=timezone.localdate() + timedelta(days=20),
        by=committee_officer,
        now=NOW,
    )
    p, browser = in_state(), opens("committee_officer")
    for typed in ("nap cong hem", f"https://gandan.example.vn/loi-hua/{promise.pk}/"):
        assert "Sửa nắp cống hẻm 51" in text(browser.get(to("tie", p.pk), {"tim": typed})), typed
    assert "Không thấy việc nào như vậy" in text(browser.get(to("tie", p.pk), {"tim": "cầu treo"}))
    assert browser.post(to("tie", p.pk), {"loai": "case", "viec": promise.pk}).status_code == 200
    assert p.links.count() == 0
    assert browser.post(to("tie", p.pk), {"loai": "commitment", "viec": promise.pk}).url == to("one", p.pk)
    link = p.links.get()
    assert "Sửa nắp cống hẻm 51" in text(browser.get(to("one", p.pk)))
    assert "Đã gắn" in text(browser.get(to("tie", p.pk), {"tim": "nắp cống"}))
    assert browser.post(to("untie", p.pk, link.pk)).status_code == 302
    assert browser.get(to("untie", p.pk, link.pk)).status_code == 404


def test_a_problem_in_own_words_finds_models_with_why(opens, in_state):
    p = in_state()
    browser = opens("outsider")
    page = text(browser.get(to("find"), {"viec": "rac do ngoai gio cho meo xe bao"}))
    assert (p.title in page, "Có nhắc đến" in page, to("adopt", p.pk) in page) == (True, True, True)
    assert "Chưa ai rà soát" in page
    assert "Chưa có mô hình nào gặp việc như vậy" in text(browser.get(to("find"), {"viec": "tàu vũ trụ"}))
