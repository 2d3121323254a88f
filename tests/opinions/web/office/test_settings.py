"""What an officer, an office and a unit keep for themselves: filters, templates, the pledge, who answers for what."""

import pytest
from django.urls import reverse
from django.utils import timezone

from gandan.accounts.queries import actor_for
from gandan.opinions import actions
from gandan.opinions.models import AnswerTemplate, Competence, Pledge, SavedFilter
from gandan.opinions.queries.competence import office_for
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db


def opened_by(opens, url) -> set[str]:
    return {who for who in CAST if opens(who).get(url).status_code == 200}


class TestTemplates:
    GOOD = {"title": "Đèn: đã ghi lịch", "topic": "street-lighting", "text": "Đội sửa đèn đến trước ngày […]."}

    def test_kept_changed_and_put_aside(self, ground, opens):
        desk = opens("committee_officer")
        desk.post(reverse("opinions:new_template"), self.GOOD)
        row = AnswerTemplate.objects.get()
        assert row.office == ground.committee
        desk.post(reverse("opinions:template", args=[row.pk]), {**self.GOOD, "title": "Đèn đường"})
        assert "Đèn đường" in desk.get(reverse("opinions:templates")).content.decode()
        desk.post(reverse("opinions:retire_template", args=[row.pk]))
        row.refresh_from_db()
        assert row.retired

    def test_a_person_in_it_is_refused_and_nothing_is_lost(self, ground, opens):
        sent = opens("committee_officer").post(
            reverse("opinions:new_template"), {**self.GOOD, "text": "Xin gọi bà Nguyễn Thị Na 0912345678."}
        )
        assert sent.status_code == 422
        assert "Nguyễn Thị Na 0912345678" in sent.content.decode()

    def test_another_office_has_its_own(self, ground, opens):
        opens("committee_officer").post(reverse("opinions:new_template"), self.GOOD)
        row, other = AnswerTemplate.objects.get(), opens("front_officer")
        assert other.get(reverse("opinions:template", args=[row.pk])).status_code == 404
        assert other.post(reverse("opinions:retire_template", args=[row.pk])).status_code == 404
        assert "Đèn: đã ghi lịch" not in other.get(reverse("opinions:templates")).content.decode()


class TestFilters:
    @pytest.fixture
    def kept(self, ground, people, today):
        actor = actor_for(people["front_officer"], today=today)
        return actions.save_filter(name="Đèn quá hạn", query="xem=qua-han&chu-de=street-lighting", by=actor, now=NOW)

    def test_in_words_and_opened(self, kept, opens):
        page = opens("front_officer").get(reverse("opinions:filters")).content.decode()
        assert "Đèn quá hạn" in page
        assert "Quá hạn ·" in page
        assert "xem=qua-han&amp;chu-de=street-lighting" in page

    def test_put_away_by_its_owner_only(self, kept, opens):
        url = reverse("opinions:drop_filter", args=[kept.pk])
        assert opens("committee_officer").post(url).status_code == 404
        assert SavedFilter.objects.exists()
        opens("front_officer").post(url)
        assert not SavedFilter.objects.exists()


class TestPledge:
    def test_what_holds_and_its_source(self, ground, opens):
        page = opens("leader").get(reverse("opinions:pledge")).content.decode()
        assert "Đơn vị chưa tự đặt" in page
        assert "Mặc định của Gần Dân" in page

    def test_set_it_holds_and_prints(self, ground, opens, today):
        desk = opens("leader")
        assert desk.post(reverse("opinions:pledge"), {"days": 7, "from_day": today.isoformat()}).status_code == 302
        assert Pledge.objects.get().days == 7
        assert "Đơn vị tự đặt" in desk.get(reverse("opinions:pledge")).content.decode()
        paper = desk.get(reverse("opinions:pledge_statement", args=[ground.commune.pk])).content.decode()
        assert '<span class="big">7</span>' in paper

    @pytest.mark.parametrize(("days", "from_day"), [(0, "2026-12-01"), (31, "2026-12-01"), (7, "2020-01-01")])
    def test_what_cannot_be_is_said(self, ground, opens, days, from_day):
        assert opens("leader").post(reverse("opinions:pledge"), {"days": days, "from_day": from_day}).status_code == 422
        assert not Pledge.objects.exists()

    def test_leaders_only_and_of_their_own_unit(self, ground, opens):
        assert opened_by(opens, reverse("opinions:pledge")) == {"leader", "provincial_leader"}
        assert opens("leader").get(f"{reverse('opinions:pledge')}?don-vi={ground.other.pk}").status_code == 404
        assert opens("leader").get(reverse("opinions:pledge_statement", args=[ground.other.pk])).status_code == 404


class TestCompetence:
    def test_the_table_says_who_and_by_whose_word(self, ground, opens):
        page = opens("leader").get(reverse("opinions:competence")).content.decode()
        assert "Ủy ban nhân dân phường Ninh Kiều" in page
        assert "có sẵn trong phần mềm" in page

    def test_changed_and_taken_back(self, ground, opens):
        desk, url = opens("leader"), reverse("opinions:change_competence", args=[ground.commune.pk, "street-lighting"])
        assert desk.post(url, {"office": str(ground.front.pk)}).status_code == 302
        assert Competence.objects.get().office == ground.front
        assert "đơn vị tự đặt" in desk.get(reverse("opinions:competence")).content.decode()
        desk.post(reverse("opinions:drop_competence", args=[ground.commune.pk, "street-lighting"]))
        assert not Competence.objects.exists()

    def test_every_other_topic_at_once(self, ground, opens):
        url = reverse("opinions:change_competence", args=[ground.commune.pk, "tat-ca"])
        opens("leader").post(url, {"office": str(ground.front.pk)})
        assert Competence.objects.get().topic == ""

    def test_an_office_of_a_neighbour_cannot_be_picked(self, ground, opens):
        url = reverse("opinions:change_competence", args=[ground.commune.pk, "street-lighting"])
        assert opens("leader").post(url, {"office": str(ground.other_front.pk)}).status_code == 422
        assert not Competence.objects.exists()

    @pytest.mark.parametrize("who", [who for who in CAST if who not in ("leader", "citizen")])
    def test_nobody_else_changes_a_unit(self, ground, opens, who):
        url = reverse("opinions:change_competence", args=[ground.commune.pk, "street-lighting"])
        assert opens(who).post(url, {"office": str(ground.front.pk)}).status_code in (403, 404)
        assert not Competence.objects.exists()

    def test_what_holds_in_every_unit_of_a_tier_is_set_by_whoever_runs_the_installation(self, ground, opens):
        desk, page = opens("administrator"), reverse("opinions:common_competence")
        assert "Thẩm quyền chung, cấp xã" in desk.get(page).content.decode()
        url = reverse("opinions:change_common_competence", args=["commune", "street-lighting"])
        assert "Ủy ban nhân dân" in desk.get(url).content.decode()
        assert desk.post(url, {"kind": "front"})["Location"] == f"{page}?cap=commune"
        today = timezone.localdate()
        assert [office_for("street-lighting", unit, today=today) for unit in (ground.commune, ground.other)] == [
            ground.front,
            ground.other_front,
        ]
        assert "đặt cho toàn hệ thống" in desk.get(page).content.decode()
        assert "chung cho các đơn vị cùng cấp" in opens("leader").get(reverse("opinions:competence")).content.decode()
        desk.post(reverse("opinions:drop_common_competence", args=["commune", "street-lighting"]))
        assert not Competence.objects.exists()

    def test_a_kind_has_to_be_chosen_and_a_tier_has_to_stand(self, ground, opens):
        desk = opens("administrator")
        assert desk.post(reverse("opinions:change_common_competence", args=["commune", "tat-ca"]), {"kind": "none"}).status_code == 422
        for level, topic in (("district", "tat-ca"), ("commune", "nothing")):
            assert desk.get(reverse("opinions:change_common_competence", args=[level, topic])).status_code == 404
        assert desk.get(f"{reverse('opinions:common_competence')}?cap=district").status_code == 404
        assert not Competence.objects.exists()

    @pytest.mark.parametrize("who", [who for who in CAST if who not in ("administrator", "citizen")])
    def test_nobody_else_sets_it_for_all(self, ground, opens, who):
        url = reverse("opinions:change_common_competence", args=["commune", "street-lighting"])
        assert opens(who).post(url, {"kind": "front"}).status_code == 403
        assert opens(who).get(reverse("opinions:common_competence")).status_code == 403
        assert not Competence.objects.exists()

    def test_a_topic_that_is_none_is_not_there(self, ground, opens):
        assert opens("leader").get(reverse("opinions:change_competence", args=[ground.commune.pk, "nothing"])).status_code == 404
