"""Pages: own notices, how to be told, a call to make, delivery in numbers."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gandan.core import secrets
from gandan.core.access import SystemActor
from gandan.notices import actions, texts
from gandan.notices.enums import Channel, Gateway, State
from gandan.notices.models import Message, Notice, Preference
from gandan.units.models import DanVanOwner
from tests.notices.conftest import VERB
from tests.people import LONG_AGO, NOW

pytestmark = pytest.mark.django_db
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
WEEK_AGO = NOW - timedelta(days=7)
LIST, PREFERENCE = "/lam-viec/thong-bao/", "/lam-viec/thong-bao/cach-nhan/"


@pytest.fixture
def told(telling, people, happen):
    """Make notices for the front officer."""

    def tell(n: int) -> list[Notice]:
        telling.to = {people["front_officer"]}
        for _ in range(n):
            actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=timezone.now())
        return list(Notice.objects.filter(user=people["front_officer"]))

    return tell


@pytest.fixture
def me(people, client):
    client.force_login(people["front_officer"])
    return client


def text(answer) -> str:
    return answer.content.decode()


def test_without_notices_the_page_says_what_will_stand_here(me):
    assert "Chưa có thông báo nào" in text(me.get(LIST))


def test_the_bell_counts_what_is_not_read(me, told):
    assert "chưa đọc" not in text(me.get(reverse("workspace:home")))
    told(2)
    page = text(me.get(reverse("workspace:home")))
    assert '<span class="num">2</span><span class="unseen"> chưa đọc' in page
    assert f'href="{LIST}"' in page


def test_the_portal_has_no_bell(client, told):
    assert "bell" not in text(client.get("/"))


def test_opening_reads_and_goes_there(me, told):
    (notice,) = told(1)
    answer = me.post(reverse("notices:open", args=[notice.pk]))
    assert answer.url == "/lam-viec/"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_what_is_gone_is_said_when_it_is_opened(me, told, telling):
    (notice,) = told(1)
    telling.words = None
    assert "nay không còn xem được nữa" in text(me.post(reverse("notices:open", args=[notice.pk]), follow=True))


def test_the_list_goes_strictly_by_the_time_things_happened(telling, people, happen, me, monkeypatch):
    telling.to = {people["front_officer"]}
    words = lambda event: texts.Words(f"Việc {event.at.astimezone(LOCAL).day}", "", "/lam-viec/")  # noqa: E731
    monkeypatch.setitem(texts._texts, VERB, replace(telling.text(), words=words))
    for days in (3, 1, 2):
        actions.make(happen(people["leader"], at=NOW - timedelta(days=days)).pk, by=SystemActor("notices"), now=NOW)
    Notice.objects.filter(event__at=NOW - timedelta(days=1)).update(read_at=NOW)
    page = text(me.get(LIST))
    assert page.index("Việc 22") < page.index("Việc 21") < page.index("Việc 20")


def test_one_and_all_are_marked_as_read(me, told, telling):
    first = told(3)[0]
    me.post(reverse("notices:read", args=[first.pk]))
    page = text(me.get(LIST))
    assert "2 thông báo chưa đọc" in page
    assert "Đã đánh dấu đọc hết." in text(me.post(reverse("notices:read_all"), follow=True))
    assert not Notice.objects.filter(read_at=None).exists()


@pytest.mark.parametrize("name", ["notices:open", "notices:read"])
def test_somebody_else_s_notice_does_not_exist(told, people, client, name):
    (notice,) = told(1)
    client.force_login(people["outsider"])
    assert client.post(reverse(name, args=[notice.pk])).status_code == 404


def test_the_list_costs_the_same_for_one_and_for_thirty(me, told, telling, monkeypatch):
    bulk = telling.text(many=lambda events: {e.pk: telling.words for e in Event_in_one_query(events)})
    monkeypatch.setitem(texts._texts, VERB, bulk)
    told(1)
    me.get(LIST)
    with CaptureQueriesContext(connection) as one:
        me.get(LIST)
    told(29)
    with CaptureQueriesContext(connection) as thirty:
        assert text(me.get(LIST)).count("Việc số 12") >= 30
    assert len(one) == len(thirty)


def Event_in_one_query(events):  # noqa: N802
    from gandan.core.events import Event

    return list(Event.objects.filter(pk__in=[e.pk for e in events]))


USUAL = {"by_mail": "on", "gateway": "", "number": "", "rhythm": "at_once", "daily_at": "07:00", "quiet_from": "", "quiet_to": ""}
USUAL["language"] = "vi"


def test_preferences_are_kept(me, people, sends_mail, sends_texts):
    given = {**USUAL, "gateway": "sms", "number": "0912 345 678", "rhythm": "daily", "quiet_from": "21:00", "quiet_to": "06:00"}
    assert "Đã lưu cách nhận thông báo." in text(me.post(PREFERENCE, given, follow=True))
    kept = Preference.objects.get(user=people["front_officer"])
    assert (kept.rhythm, kept.quiet_from, kept.gateway) == ("daily", time(21), Gateway.SMS)


def test_the_kept_number_is_not_in_the_page_but_its_end(me, people, sends_texts):
    Preference.objects.create(user=people["front_officer"], gateway="sms", gateway_address=secrets.encrypt("+84912345678"))
    page = text(me.get(PREFERENCE))
    assert "912345678" not in page
    assert "••• ••• 678" in page


def test_a_wrong_number_is_said_and_nothing_typed_is_lost(me, sends_texts):
    answer = me.post(PREFERENCE, {**USUAL, "gateway": "sms", "number": "12345"})
    assert answer.status_code == 422
    assert "10 chữ số" in text(answer)
    assert 'value="12345"' in text(answer)


def test_what_this_installation_does_not_have_is_said(me, people, settings):
    assert "chưa nối với máy chủ thư" in text(me.get(PREFERENCE))
    settings.MAIL = {"host": "thu", "port": 25}
    assert people["front_officer"].email in text(me.get(PREFERENCE))


def test_only_what_is_connected_can_be_chosen(me, people, settings):
    names = ("by_mail", "gateway", "number", "rhythm", "quiet_from", "language")
    asks = lambda: {name for name in names if f'name="{name}"' in text(me.get(PREFERENCE))} - {"language"}  # noqa: E731
    assert asks() == set()
    assert me.post(PREFERENCE, USUAL).status_code == 200
    assert not Preference.objects.exists()
    Preference.objects.create(user=people["front_officer"], gateway="sms", gateway_address=secrets.encrypt("+84912345678"))
    settings.MAIL = {"host": "thu", "port": 25}
    assert asks() == {"by_mail", "rhythm", "quiet_from"}
    me.post(PREFERENCE, {**USUAL, "rhythm": "daily"})
    kept = Preference.objects.get()
    assert (kept.rhythm, kept.gateway, secrets.decrypt(kept.gateway_address)) == ("daily", "sms", "+84912345678")


def test_a_letter_that_was_given_up_is_shown_to_its_reader(me, people):
    now = timezone.now()
    mail = {"channel": Channel.MAIL, "made_at": now, "planned_at": now, "ended_at": now}
    Message.objects.create(user=people["front_officer"], state=State.FAILED, error="550", **mail)
    assert "Mã lỗi 550" in text(me.get(PREFERENCE))
    Message.objects.create(user=people["front_officer"], state=State.SENT, **{**mail, "ended_at": timezone.now()})
    assert "Mã lỗi" not in text(me.get(PREFERENCE))


@pytest.fixture
def call(people, telling, happen, world):
    people["hamlet_head"].email = None
    people["hamlet_head"].save()
    DanVanOwner.objects.create(unit=world.commune, office=world.front, during=DateRange(LONG_AGO, None, "[)"))
    telling.to = {people["hamlet_head"]}
    actions.make(happen(people["leader"], at=WEEK_AGO).pk, by=SystemActor("notices"), now=WEEK_AGO)
    return Message.objects.get()


def test_a_call_is_made_from_my_work(me, call):
    url = reverse("notices:call", args=[call.pk])
    assert url in text(me.get(reverse("workspace:home")))
    page = text(me.get(url))
    for said in ("Gọi báo Ông/Bà Lê Văn Sáu", "Trưởng thôn, tổ trưởng, Khu phố 3", "Việc số 12", "Đã gọi"):
        assert said in page
    assert "Đã ghi là đã gọi báo." in text(me.post(reverse("notices:call_made", args=[call.pk]), follow=True))
    assert "Đã có người gọi báo rồi" in text(me.post(reverse("notices:call_made", args=[call.pk]), follow=True))


def test_a_call_is_for_one_office_alone(client, people, call):
    client.force_login(people["committee_officer"])
    assert client.get(reverse("notices:call", args=[call.pk])).status_code == 404
    assert client.post(reverse("notices:call_made", args=[call.pk])).status_code == 404


def test_delivery_is_shown_in_numbers_without_names(client, people, call, administrator_client):
    page = text(administrator_client.get(reverse("notices:delivery")))
    assert "Gọi báo" in page
    assert "Lê Văn Sáu" not in page
    client.force_login(people["front_officer"])
    assert client.get(reverse("notices:delivery")).status_code == 403


@pytest.fixture
def administrator_client(people):
    from allauth.mfa.models import Authenticator
    from django.test import Client

    Authenticator.objects.create(user=people["administrator"], type=Authenticator.Type.TOTP, data={"secret": secrets.encrypt("x")})
    browser = Client()
    browser.force_login(people["administrator"])
    return browser


def test_pages_speak_english(me, told):
    told(1)
    me.cookies["django_language"] = "en"
    page = text(me.get(LIST))
    assert "1 unread notice" in page
    assert "How to be told" in page
