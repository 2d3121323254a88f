"""An officer writes what somebody says; that person sets the PIN; the officer's screen never shows one."""

import re

import pytest
from django.urls import reverse

from gandan.core import codes
from gandan.core.events.models import Event
from gandan.denunciations.models import Denunciation
from gandan.opinions import queries
from gandan.opinions.enums import Channel
from gandan.opinions.models import Case, Contact, Opinion
from tests.people import CAST

pytestmark = pytest.mark.django_db
URL = "/lam-viec/y-kien/ghi-tai-ban/"
WORDS = "Cống trước nhà văn hoá khu phố nghẹt, mưa là ngập tới đầu gối."


def typed(browser, today, **more):
    """What is sent with the form as it was opened."""
    page = browser.get(URL).content.decode()
    sheet = re.search(r'name="sheet" value="([^"]+)"', page)[1]
    given = {"sheet": sheet, "channel": "desk", "said_on": today.isoformat(), "text": WORDS, "place": "Trước nhà văn hoá khu phố 3"}
    return {**given, "pin_by": "own", "own_pin": "480913", "own_pin_again": "480913", **more}


def written(browser, today, **more):
    return browser.post(URL, typed(browser, today, **more), follow=True)


def code_on(page: str) -> str:
    return codes.read(re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page)[0])


class TestWriting:
    def test_a_case_begins_with_the_persons_own_pin(self, ground, opens, today):
        page = written(opens("front_officer"), today).content.decode()
        opinion = queries.of_code(code_on(page))
        assert opinion.text == WORDS
        assert opinion.channel == Channel.DESK
        assert queries.sender_of(opinion, pin="480913").writes
        assert "Hạn trả lời" in page

    def test_no_page_shows_the_pin_that_the_person_typed(self, ground, opens, today):
        browser = opens("front_officer")
        assert "480913" not in written(browser, today).content.decode()
        wrong = browser.post(URL, typed(browser, today, place="", own_pin="480913"))
        assert wrong.status_code == 422
        assert "480913" not in wrong.content.decode()
        assert WORDS in wrong.content.decode()

    def test_a_pin_that_the_machine_made_is_seen_on_paper_only(self, ground, opens, today):
        page = written(opens("front_officer"), today, pin_by="machine", own_pin="", own_pin_again="").content.decode()
        pin = re.search(r'class="secret paper-only">(\d{6})<', page)[1]
        assert queries.sender_of(queries.of_code(code_on(page)), pin=pin).writes
        assert page.count(pin) == 1

    def test_a_reception_counts_from_its_own_day(self, ground, opens, today):
        page = written(opens("leader"), today, channel="reception").content.decode()
        case = queries.of_code(code_on(page)).case
        assert case.channel == Channel.RECEPTION
        assert case.received_on == today

    def test_the_receipt_is_gone_once_it_was_handed_over(self, ground, opens, today):
        browser = opens("front_officer")
        page = written(browser, today).content.decode()
        shown = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page)[0]
        receipt = reverse("opinions:desk_receipt")
        assert shown in browser.get(receipt).content.decode()
        browser.post(receipt)
        again = browser.get(receipt, follow=True)
        assert shown not in again.content.decode()
        assert again.redirect_chain

    def test_the_same_form_sent_twice_is_one_opinion(self, ground, opens, today):
        browser = opens("front_officer")
        given = typed(browser, today)
        browser.post(URL, given)
        browser.post(URL, given)
        assert Opinion.objects.count() == 1

    def test_a_contact_is_sealed(self, ground, opens, today):
        written(opens("front_officer"), today, phone="0912 345 678", wish="none")
        assert "345" not in Contact.objects.get().sealed

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"text": ""}, "Trường này"),
            ({"own_pin_again": "480914"}, "Hai lần gõ chưa giống nhau"),
            ({"own_pin": "12", "own_pin_again": "12"}, "6 chữ số"),
            ({"own_pin": "123456", "own_pin_again": "123456"}, "dễ đoán"),
            ({"said_on": "2999-01-01"}, "Ngày này chưa tới"),
            ({"said_on": "2020-01-01"}, "quá 30 ngày"),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_lost(self, ground, opens, today, wrong, sentence):
        browser = opens("front_officer")
        page = browser.post(URL, typed(browser, today, **wrong))
        assert page.status_code == 422
        if sentence != "Trường này":
            assert sentence in page.content.decode()
        assert "Trước nhà văn hoá khu phố 3" in page.content.decode()
        assert not Opinion.objects.exists()

    def test_a_topic_is_suggested_by_the_words_and_judged_by_the_officer(self, ground, opens, today):
        browser = opens("front_officer")
        page = browser.post(URL, {**typed(browser, today), "goi-y": "1"})
        assert page.status_code == 200
        assert not Opinion.objects.exists()
        assert re.search(r'<option value="[a-z-]+" selected', page.content.decode())
        assert "480913" not in page.content.decode()


class TestSetAside:
    @pytest.mark.parametrize("more", [{"marked": "on"}, {"text": "Tôi tố cáo ông cán bộ địa chính phường nhận hối lộ 20 triệu đồng."}])
    def test_a_denunciation_never_becomes_a_case_and_the_officer_sees_only_what_to_say(self, ground, opens, today, more):
        page = written(opens("front_officer"), today, **more).content.decode()
        assert "để riêng" in page
        assert not Case.objects.exists()
        assert Denunciation.objects.count() == 1
        assert "nhận hối lộ" not in page
        assert "Hạn trả lời" not in page

    def test_a_slip_shows_no_pin_that_opens_nothing(self, ground, opens, today):
        browser = opens("front_officer")
        first = typed(browser, today, marked="on")
        browser.post(URL, first)
        again = {**first, "pin_by": "machine", "own_pin": "", "own_pin_again": ""}
        page = browser.post(URL, again, follow=True).content.decode()
        assert Denunciation.objects.count() == 1
        assert "paper-only" not in page
        assert "số Ông/Bà vừa tự đặt" in page


def test_who_writes_down_is_who_works_there(ground, opens):
    status = {who: opens(who).get(URL).status_code for who in CAST}
    assert {who for who, code in status.items() if code == 200} == {
        "front_officer",
        "committee_officer",
        "leader",
        "provincial_leader",
        "provincial_specialist",
        "outsider",
    }
    assert status["citizen"] == 302
    assert {code for who, code in status.items() if code not in (200, 302)} == {403}


def test_the_event_holds_no_word(ground, opens, today):
    written(opens("front_officer"), today)
    event = Event.objects.get(verb="opinions.said")
    assert "Cống" not in str(event.facts)
    assert "480913" not in str(event.facts)
