"""Signing in: passwords, the second factor, links, limits, sessions. No address of anyone is kept."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.accounts import actions
from gandan.core import secrets
from gandan.core.access import Role, SystemActor
from gandan.core.events import Event
from tests.people import PASSWORD

SECRET = "JBSWY3DPEHPK3PXP"
LOGIN, WORK = "/dang-nhap/", "/lam-viec/"


@pytest.fixture(autouse=True)
def fresh_limits(db):
    cache.clear()


def code(secret: str = SECRET) -> str:
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def sign_in(browser: Client, name: str, password: str = PASSWORD):
    return browser.post(LOGIN, {"login": name, "password": password}, REMOTE_ADDR="203.0.113.9")


@pytest.mark.parametrize("name", ["front.officer", "FRONT.officer", "Front.Officer@NinhKieu.example.vn"])
def test_by_name_or_e_mail(people, name):
    browser = Client()
    assert sign_in(browser, name).url == WORK
    assert "Việc của tôi" in browser.get(WORK).content.decode()


@pytest.mark.parametrize(("name", "password"), [("front.officer", "sai"), ("khong.co", PASSWORD)])
def test_a_wrong_pair_says_the_same_for_both_and_keeps_the_name(people, name, password):
    answer = sign_in(Client(), name, password)
    text = answer.content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in text
    assert f'value="{name}"' in text
    assert password not in text


def test_a_closed_account_does_not_come_in(people):
    people["front_officer"].is_active = False
    people["front_officer"].save()
    browser = Client()
    answer = browser.post(LOGIN, {"login": "front.officer", "password": PASSWORD}, follow=True)
    assert "đang khoá" in answer.content.decode()
    assert browser.get(WORK).status_code == 302


def test_nine_wrong_passwords_lock_one_account_for_a_while_and_nobody_else(people):
    for _ in range(8):
        sign_in(Client(), "front.officer", "sai")
    assert "Xin đợi năm phút" in sign_in(Client(), "front.officer").content.decode()
    assert sign_in(Client(), "committee.officer").status_code == 302


def test_one_client_is_slowed_down_without_being_named(people, monkeypatch):
    monkeypatch.setattr("gandan.accounts.web.entrance.MOST_TRIES", 3)
    answers = [sign_in(Client(), f"khong.{n}", "sai").status_code for n in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    elsewhere = Client().post(LOGIN, {"login": "front.officer", "password": PASSWORD}, REMOTE_ADDR="203.0.113.77")
    assert elsewhere.status_code == 302


def test_no_address_is_in_any_table_or_log(people, caplog, capfd):
    browser = Client()
    sign_in(browser, "front.officer")
    sign_in(Client(), "front.officer", "sai")
    browser.get("/tai-khoan/", REMOTE_ADDR="203.0.113.9")
    assert UserSession.objects.get().ip == "::"
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select count(*) from "{table}" t where t::text like %s', ["%203.0.113.9%"])  # noqa: S608  names of tables
            found += [table] if cursor.fetchone()[0] else []
    assert found == []
    said = capfd.readouterr()
    assert "203.0.113.9" not in caplog.text + said.out + said.err


class TestSecondFactor:
    @pytest.mark.parametrize("who", ["leader", "administrator", "denunciation_handler", "provincial_leader"])
    def test_who_must_have_it_is_led_to_set_it_up_before_anything_else(self, people, who):
        browser = Client()
        sign_in(browser, who.replace("_", "."))
        for page in (WORK, "/tai-khoan/", "/lam-viec/quy-dinh/", "/lam-viec/nguoi-va-vai-tro/"):
            assert browser.get(page).url == "/tai-khoan/hai-buoc/", page
        assert "Cần làm trước khi vào việc" in browser.get("/tai-khoan/hai-buoc/").content.decode()

    def test_until_then_public_pages_stay_open_and_one_can_leave(self, people):
        browser = Client()
        sign_in(browser, "leader")
        assert browser.get("/").status_code == 200
        assert browser.post("/dang-xuat/").status_code == 302

    @pytest.mark.parametrize("who", ["front_officer", "hamlet_head", "supervisor", "central_analyst", "provincial_specialist"])
    def test_others_are_not_forced(self, people, who):
        browser = Client()
        sign_in(browser, who.replace("_", "."))
        assert browser.get(WORK).status_code == 200

    def test_set_up_then_sign_in_with_it(self, people):
        browser = Client()
        sign_in(browser, "leader")
        page = browser.get("/tai-khoan/hai-buoc/").content.decode()
        secret = re.search(r'class="code secret">([A-Z2-7 =]+)<', page)[1].replace(" ", "")
        wrong = browser.post("/tai-khoan/hai-buoc/", {"code": "000000"})
        assert wrong.status_code == 422
        assert secret in wrong.content.decode().replace(" ", "")
        done = browser.post("/tai-khoan/hai-buoc/", {"code": code(secret)}).content.decode()
        recovery = re.findall(r'<code class="code">(\d{8})</code>', done)
        assert len(recovery) == 10
        assert browser.get(WORK).status_code == 200
        self.comes_in_with(recovery[0])
        self.does_not_come_in_with(recovery[0])

    def test_a_session_opened_with_the_password_alone_ends_when_the_factor_is_set(self, people):
        thief, owner = Client(), Client()
        sign_in(thief, "leader")
        sign_in(owner, "leader")
        page = owner.get("/tai-khoan/hai-buoc/").content.decode()
        secret = re.search(r'class="code secret">([A-Z2-7 =]+)<', page)[1].replace(" ", "")
        owner.post("/tai-khoan/hai-buoc/", {"code": code(secret)})
        assert owner.get(WORK).status_code == 200
        assert thief.get(WORK).url.startswith("/dang-nhap/")

    def comes_in_with(self, given: str):
        browser = Client()
        assert sign_in(browser, "leader").url == "/dang-nhap/ma/"
        assert browser.get(WORK).status_code == 302
        browser.post("/dang-nhap/ma/", {"code": given})
        assert browser.get(WORK).status_code == 200

    def does_not_come_in_with(self, given: str):
        browser = Client()
        sign_in(browser, "leader")
        assert "Mã chưa đúng" in browser.post("/dang-nhap/ma/", {"code": given}).content.decode()
        assert browser.get(WORK).status_code == 302

    def test_a_code_works_once(self, people):
        Authenticator.objects.create(user=people["leader"], type="totp", data={"secret": secrets.encrypt(SECRET)})
        given = code()
        self.comes_in_with(given)
        self.does_not_come_in_with(given)

    def test_the_secret_lies_encrypted_everywhere(self, people):
        browser = Client()
        sign_in(browser, "leader")
        page = browser.get("/tai-khoan/hai-buoc/").content.decode()
        secret = re.search(r'class="code secret">([A-Z2-7 =]+)<', page)[1].replace(" ", "")
        assert secret not in str(dict(browser.session))
        browser.post("/tai-khoan/hai-buoc/", {"code": code(secret)})
        kept = Authenticator.objects.get(user=people["leader"], type="totp").data["secret"]
        assert secret not in kept
        assert secrets.decrypt(kept) == secret

    def test_a_role_given_during_a_session_asks_at_once(self, world, people):
        browser = Client()
        sign_in(browser, "front.officer")
        assert browser.get(WORK).status_code == 200
        now = timezone.now()
        actions.give_role(
            people["front_officer"], role=Role.LEADER, office=world.front, since=timezone.localdate(now), by=SystemActor("demo"), now=now
        )
        assert browser.get(WORK).url == "/tai-khoan/hai-buoc/"


class TestPasswordLink:
    @pytest.fixture
    def token(self, people) -> str:
        return actions.send_password_link(people["front_officer"], by=SystemActor("cli"), now=timezone.now())

    def test_it_sets_the_password_once_and_ends_sessions(self, people, token):
        elsewhere = Client()
        sign_in(elsewhere, "front.officer")
        new, address = "Song-sau-nuoc-chay-9", reverse("password_by_link", args=[token])
        assert Client().post(address, {"password": new, "again": new}).url == "/dat-mat-khau/xong/"
        assert elsewhere.get(WORK).status_code == 302
        assert Client().get(address).status_code == 410
        assert sign_in(Client(), "front.officer", new).url == WORK

    @pytest.mark.parametrize(("password", "again", "sentence"), [
        ("ngan", "ngan", "10"),
        ("1234567890123", "1234567890123", "số"),
        ("Song-sau-nuoc-chay-9", "Song-sau-nuoc-chay-8", "chưa giống nhau"),
    ])  # fmt: skip
    def test_a_weak_or_mistyped_password_is_refused_with_a_sentence(self, token, password, again, sentence):
        answer = Client().post(reverse("password_by_link", args=[token]), {"password": password, "again": again})
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True)

    def test_it_ends_after_three_days(self, token, people):
        people["front_officer"].password_links.update(
            valid_until=timezone.now() - timedelta(seconds=1), made_at=timezone.now() - timedelta(days=3)
        )
        assert Client().get(reverse("password_by_link", args=[token])).status_code == 410

    def test_only_a_digest_is_kept_and_no_word_of_it_in_events(self, token):
        assert not Event.objects.filter(facts__icontains=token).exists()


class TestOwnAccount:
    def test_a_new_password_ends_other_sessions_and_keeps_this_one(self, people):
        here, there = Client(), Client()
        sign_in(here, "front.officer")
        sign_in(there, "front.officer")
        new = "Song-sau-nuoc-chay-9"
        here.post("/tai-khoan/mat-khau/", {"old": PASSWORD, "password": new, "again": new})
        assert (here.get(WORK).status_code, there.get(WORK).status_code) == (200, 302)
        assert "Thiết bị này" in here.get("/tai-khoan/").content.decode()

    def test_the_old_password_is_asked(self, people):
        browser = Client()
        sign_in(browser, "front.officer")
        answer = browser.post("/tai-khoan/mat-khau/", {"old": "sai", "password": "Song-sau-nuoc-chay-9", "again": "Song-sau-nuoc-chay-9"})
        assert "Mật khẩu hiện tại chưa đúng" in answer.content.decode()

    def test_one_can_sign_another_device_out(self, people):
        here, there = Client(), Client(headers={"user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile"})
        sign_in(here, "front.officer")
        sign_in(there, "front.officer")
        assert "Chrome · Android" in here.get("/tai-khoan/").content.decode()
        session = UserSession.objects.get(session_key=there.session.session_key)
        here.post(reverse("end_session", args=[session.pk]))
        assert (here.get(WORK).status_code, there.get(WORK).status_code) == (200, 302)

    def test_nobody_ends_the_session_of_another(self, people):
        mine, other = Client(), Client()
        sign_in(mine, "front.officer")
        sign_in(other, "outsider")
        session = UserSession.objects.get(session_key=other.session.session_key)
        assert mine.post(reverse("end_session", args=[session.pk])).status_code == 404
        assert other.get(WORK).status_code == 200

    def test_the_chosen_office_is_the_one_that_acts(self, world, people):
        from tests.people import hold

        second = hold(people["front_officer"], Role.OFFICER, office=world.other_front)
        browser = Client()
        sign_in(browser, "front.officer")
        browser.post("/tai-khoan/vai-tro/", {"role": str(second.pk)})
        page = browser.get(WORK)
        assert [h.office for h in page.wsgi_request.actor.holdings] == [world.other_front.pk]
        assert browser.post("/tai-khoan/vai-tro/", {"role": str(people["leader"].roles.get().pk)}).status_code == 404
        browser.post("/tai-khoan/vai-tro/", {"role": ""})
        assert len(browser.get(WORK).wsgi_request.actor.holdings) == 2
