"""Nothing goes out unread, nothing private, no complaint; what stands there can be changed and taken back."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from gandan.accounts.queries import actor_for
from gandan.opinions import actions
from gandan.opinions.models import Publication
from tests.opinions.people import answered, case_of
from tests.people import CAST

pytestmark = pytest.mark.django_db
PRIVATE = "Bà Nguyễn Thị Na ở số nhà 12/5 nói đèn hẻm 51 tắt, gọi 0912345678."


@pytest.fixture
def officer(people, today):
    return actor_for(people["committee_officer"], today=today)


@pytest.fixture
def case(said, officer):
    return answered(said(PRIVATE), officer, now=timezone.now())


@pytest.fixture
def desk(opens):
    return opens("committee_officer")


def url(case, name="publish"):
    return reverse(f"opinions:{name}", args=[case.pk])


GOOD = {"title": "Đèn hẻm 51", "question": "Đèn hẻm 51 tắt đã lâu.", "answer": "Đã thay bốn bóng đèn.", "is_read": "on"}


class TestProposal:
    def test_private_data_is_covered_in_the_form_and_marked_beside_it(self, case, desk):
        page = desk.get(url(case)).content.decode()
        form = re.search(r'<textarea name="question".*?</textarea>', page, re.DOTALL)[0]
        assert "Nguyễn Thị Na" not in form
        assert "0912345678" not in form
        assert "N." in form
        assert '<mark class="was">0912345678</mark>' in page

    def test_it_is_not_public_before_somebody_ticked_that_they_read_it(self, case, desk):
        sent = desk.post(url(case), {**GOOD, "is_read": ""})
        assert sent.status_code == 422
        assert "Xin đọc lại" in sent.content.decode()
        assert not Publication.objects.exists()

    @pytest.mark.parametrize("field", ["title", "question", "answer"])
    def test_what_is_private_still_is_refused_and_quoted(self, case, desk, field):
        sent = desk.post(url(case), {**GOOD, field: "Xin gọi bà Nguyễn Thị Na, 0912345678"})
        assert sent.status_code == 422
        assert "Nguyễn Thị Na" in sent.content.decode()
        assert not Publication.objects.exists()

    def test_confirmed_it_is_public_with_a_number(self, case, desk):
        assert desk.post(url(case), GOOD).status_code == 302
        case.refresh_from_db()
        assert case.number
        assert Publication.objects.get().title == "Đèn hẻm 51"

    def test_changed_later_the_number_stays(self, case, desk):
        desk.post(url(case), GOOD)
        case.refresh_from_db()
        number = case.number
        assert "Đèn hẻm 51 tắt đã lâu." in desk.get(url(case)).content.decode()
        desk.post(url(case), {**GOOD, "answer": "Đã thay năm bóng đèn."})
        case.refresh_from_db()
        assert (case.number, Publication.objects.get().answer) == (number, "Đã thay năm bóng đèn.")

    def test_taken_back_with_a_reason(self, case, desk):
        desk.post(url(case), GOOD)
        assert desk.post(url(case, "unpublish"), {"reason": "ngắn"}).status_code == 422
        assert desk.post(url(case, "unpublish"), {"reason": "Người dân đề nghị không đăng nữa"}).status_code == 302
        assert not Publication.objects.get().is_shown
        assert desk.get(url(case, "unpublish")).status_code == 404


class TestRefused:
    def test_a_complaint_has_no_form(self, said, desk, officer):
        case = case_of(said())
        now = timezone.now()
        actions.classify(case, content="complaint", topic=case.topic, by=officer, now=now)
        actions.accept(case_of_pk(case), by=officer, now=now)
        actions.answer(case_of_pk(case), text="Đã xem xét và trả lời theo luật.", by=officer, now=now)
        page = desk.get(url(case))
        assert "Khiếu nại không công khai" in page.content.decode()
        assert "<textarea" not in page.content.decode()
        desk.post(url(case), GOOD)
        assert not Publication.objects.exists()

    def test_before_an_answer_there_is_nothing_to_publish(self, said, desk):
        case = case_of(said())
        assert "<textarea" not in desk.get(url(case)).content.decode()
        desk.post(url(case), GOOD)
        assert not Publication.objects.exists()

    @pytest.mark.parametrize("who", [who for who in CAST if who not in ("committee_officer", "leader", "citizen")])
    def test_nobody_else(self, case, opens, who):
        assert opens(who).post(url(case), GOOD).status_code in (403, 404)
        assert not Publication.objects.exists()


def case_of_pk(case):
    return type(case).objects.get(pk=case.pk)
