"""One contact, with a reason that its owner reads, in one answer that nothing keeps."""

import pytest
from django.urls import reverse

from gandan.core.events.models import Event
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import ContactOpening
from tests.people import CAST

pytestmark = pytest.mark.django_db
REASON = {"reason": "Hẹn giờ đến xem cống trước nhà"}


@pytest.fixture
def opinion(said):
    return said(contact=ContactGiven(name="Chị Hai", phone="0912345678", mail="hai@vidu.vn")).opinion


@pytest.fixture
def url(opinion):
    return reverse("opinions:open_contact", args=[opinion.pk])


@pytest.fixture
def desk(opens):
    return opens("committee_officer")


def test_the_warning_comes_first_and_shows_nothing(url, desk):
    page = desk.get(url).content.decode()
    assert "Người gửi sẽ thấy lần mở này" in page
    assert "0912345678" not in page


def test_opened_it_is_shown_once(url, desk, opinion):
    answer = desk.post(url, REASON)
    assert "0912345678" in answer.content.decode()
    assert "hai@vidu.vn" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert "0912345678" not in desk.get(url).content.decode()
    assert ContactOpening.objects.get().reason == REASON["reason"]
    assert "0912345678" not in str(Event.objects.get(verb="opinions.contact_opened").facts)


def test_without_a_reason_it_stays_shut(url, desk):
    answer = desk.post(url, {"reason": "vì"})
    assert answer.status_code == 422
    assert "0912345678" not in answer.content.decode()
    assert not ContactOpening.objects.exists()


def test_where_there_is_none_the_page_says_what_to_do(said, desk):
    page = desk.get(reverse("opinions:open_contact", args=[said().opinion.pk])).content.decode()
    assert "không để lại cách liên hệ" in page


@pytest.mark.parametrize("who", [who for who in CAST if who not in ("committee_officer", "leader", "citizen")])
def test_nobody_else_opens_it(url, opens, who):
    browser = opens(who)
    assert browser.get(url).status_code in (403, 404)
    assert browser.post(url, REASON).status_code in (403, 404)
    assert not ContactOpening.objects.exists()
