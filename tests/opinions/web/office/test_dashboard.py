"""The leader's page and the table of those above: numbers that lead to their lists, the same questions for one case and for many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gandan.accounts.queries import actor_for
from gandan.opinions import actions, queries
from gandan.opinions.enums import State
from gandan.opinions.models import Case
from gandan.opinions.queries import dashboard, overview
from tests.opinions.people import answered, case_of, sender
from tests.people import CAST

pytestmark = pytest.mark.django_db
PAGE, ABOVE = "/lam-viec/y-kien/toan-canh/", "/lam-viec/y-kien/cap-duoi/"


@pytest.fixture
def officer(people, today):
    return actor_for(people["committee_officer"], today=today)


@pytest.fixture
def late(said):
    """An opinion whose date has passed."""
    return lambda **more: said(**{"days": 60, **more})


def read(ground, people, today):
    leader = actor_for(people["leader"], today=today)
    return dashboard.dashboard([ground.commune.pk], visible=queries.visible_to(leader), today=today, soon=today + timedelta(days=4))


class TestNumbers:
    def test_what_is_late_is_listed_oldest_date_first(self, ground, late, people, today, opens):
        older, newer = late(days=90), late(days=60)
        found = read(ground, people, today)
        assert [c.pk for c in found.late] == [case_of(older).pk, case_of(newer).pk]
        assert found.numbers.late == 2
        page = opens("leader").get(PAGE).content.decode()
        assert page.index(str(case_of(older).pk)) < page.index(str(case_of(newer).pk))

    def test_answers_by_whether_their_date_was_kept_and_the_middle_of_their_days(self, ground, said, people, today, officer):
        for days in (6, 6, 60):
            answered(said(days=days), officer, now=timezone.now())
        found = read(ground, people, today).answered
        assert (found.in_time, found.late) == (2, 1)
        assert found.median == pytest.approx(4, abs=1.1)

    def test_a_partial_answer_is_none(self, ground, said, people, today, officer):
        case = case_of(said(days=2))
        actions.classify(case, content="remark", topic=case.topic, by=officer, now=timezone.now())
        actions.accept(case, by=officer, now=timezone.now())
        actions.answer(case, text="Mới xem được một phần, phần còn lại tuần sau.", partial=True, by=officer, now=timezone.now())
        assert read(ground, people, today).answered.all == 0

    def test_who_says_that_it_is_done_stands_apart(self, ground, said, people, today, officer):
        one, two = said(days=3), said(days=3, text="Rác dồn đống trước cổng chợ đã ba ngày nay.")
        for each in (one, two):
            case = answered(each, officer, now=timezone.now())
            actions.report_done(case, summary="Đã thay hai bóng đèn ở đầu hẻm.", by=officer, now=timezone.now())
        actions.give_verdict(one.opinion, is_done=True, by=sender(one), now=timezone.now())
        found = read(ground, people, today).said
        assert (found.confirmed, found.reported) == (1, 1)

    def test_topics_are_counted_by_month_and_little_makes_no_rise(self, ground, said, people, today):
        for n in range(3):
            said(days=n)
        topic = read(ground, people, today).topics[0]
        assert (topic.now, topic.before, topic.rises) == (3, 0, False)
        for n in range(4, 7):
            said(days=n)
        assert read(ground, people, today).topics[0].rises

    def test_openings_of_contacts_are_counted(self, ground, said, people, today, officer):
        from gandan.opinions.given import ContactGiven

        opinion = said(contact=ContactGiven(phone="0912345678")).opinion
        actions.open_contact(opinion, reason="Hẹn giờ đến xem cống trước nhà", by=officer, now=timezone.now())
        assert read(ground, people, today).openings == 1

    def test_an_empty_unit_has_a_page(self, ground, opens):
        assert opens("leader").get(PAGE).status_code == 200


class TestPages:
    def count(self, browser, url) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(url).status_code == 200
        return len(asked)

    @pytest.mark.parametrize(("who", "url"), [("leader", PAGE), ("provincial_leader", PAGE), ("provincial_leader", ABOVE)])
    def test_one_case_costs_as_many_questions_as_thirty(self, ground, late, opens, who, url):
        browser = opens(who)
        late(days=40)
        browser.get(url)  # the first page of a process reads the tree of units
        one = self.count(browser, url)
        for n in range(29):
            late(days=41 + n, text=f"Cống số {n} trước nhà văn hoá nghẹt đã lâu.")
        assert self.count(browser, url) == one

    def test_above_communes_what_lies_beneath_stands_first(self, ground, late, opens):
        late()
        page = opens("provincial_leader").get(PAGE).content.decode()
        assert page.index("Phường Ninh Kiều") < page.index('id="hom-nay"')
        assert "Ở các đơn vị cấp dưới" not in opens("leader").get(PAGE).content.decode()

    def test_every_link_of_a_number_leads_somewhere(self, ground, late, opens):
        import re

        late()
        browser = opens("leader")
        page = browser.get(PAGE).content.decode()
        links = set(re.findall(r'href="(/lam-viec/y-kien/\?[^"]*)"', page))
        assert links
        for link in links:
            assert browser.get(link.replace("&amp;", "&")).status_code == 200

    def test_who_opens_them(self, ground, late, opens):
        late()
        pages = {who: opens(who).get(PAGE).status_code for who in CAST}
        assert {who for who, code in pages.items() if code == 200} == {"leader", "provincial_leader", "provincial_specialist"}
        above = {who: opens(who).get(ABOVE).status_code for who in CAST}
        assert {who for who, code in above.items() if code == 200} == {
            "leader",
            "provincial_leader",
            "provincial_specialist",
            "central_analyst",
        }

    @pytest.mark.parametrize("who", ["provincial_leader", "provincial_specialist", "central_analyst"])
    def test_those_above_read_no_word_before_a_case_was_put_before_them(self, ground, late, opens, who):
        late(text="Tôi thấy đèn hẻm mười ba tắt đã lâu lắm rồi.")
        for url in (ABOVE, f"{ABOVE}?don-vi={ground.province.pk}", PAGE):
            page = opens(who).get(url)
            assert "mười ba" not in page.content.decode()

    def test_escalated_it_is_linked_for_those_above_only(self, ground, late, opens, people, today):
        case = case_of(late(text="Tôi thấy đèn hẻm mười ba tắt đã lâu lắm rồi."))
        leader = actor_for(people["leader"], today=today)
        actions.escalate(case, reason="Cần Thành phố bố trí kinh phí", by=leader, now=timezone.now())
        url = reverse("opinions:case", args=[case.pk])
        assert url in opens("provincial_specialist").get(ABOVE).content.decode()
        assert url not in opens("central_analyst").get(ABOVE).content.decode()

    def test_a_unit_beside_ones_own_is_not_there(self, ground, opens):
        assert opens("leader").get(f"{ABOVE}?don-vi={ground.other.pk}").status_code == 404
        assert opens("leader").get(f"{PAGE}?don-vi={ground.other.pk}").status_code == 404
        assert opens("leader").get(f"{ABOVE}?don-vi=x").status_code == 404

    def test_the_table_holds_each_commune_in_its_line(self, ground, late, opens):
        late()
        page = opens("provincial_specialist").get(ABOVE).content.decode()
        assert "Phường Ninh Kiều" in page
        assert "1 đơn vị chưa có ý kiến" in page or "2 đơn vị chưa có ý kiến" in page


def test_counts_leave_out_what_was_withdrawn(ground, said, today):
    said()
    Case.objects.update(state=State.WITHDRAWN, ended_on=today, due=None)
    assert not overview.counts({ground.commune.pk: [ground.commune.pk]}, today=today)[ground.commune.pk].any
