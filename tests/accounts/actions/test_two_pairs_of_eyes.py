"""Password link and second factor of one person do not lie in one hand; programs ask again after each change."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse

from gandan.accounts import actions, queries
from gandan.accounts.models import RoleHeld
from gandan.core import events
from gandan.core.access import Refusal, Role, SystemActor
from tests.people import NOW, PASSWORD, TODAY, hold, make_user

SECRET = "JBSWY3DPEHPK3PXP"
DAY = timedelta(days=1)


@pytest.fixture
def second(people):
    user = make_user("Lâm Thị Hai", "hai.lam")
    hold(user, Role.ADMINISTRATOR)
    return queries.actor_for(user, today=TODAY)


@pytest.fixture
def chief(people, leader):
    actions.set_second_factor(people["leader"], secret=SECRET, by=leader, now=NOW)
    return people["leader"]


DEEDS = [actions.send_password_link, actions.reset_second_factor]


@pytest.mark.parametrize("deeds", [DEEDS, DEEDS[::-1]])
def test_the_second_deed_is_another_administrators(chief, administrator, second, deeds):
    deeds[0](chief, by=administrator, now=NOW)
    with pytest.raises(Refusal, match="nhờ người quản trị khác"):
        deeds[1](chief, by=administrator, now=NOW + 6 * DAY)
    deeds[1](chief, by=second, now=NOW + 6 * DAY)


def test_after_seven_days_one_is_enough(chief, administrator, second):
    actions.reset_second_factor(chief, by=administrator, now=NOW)
    actions.send_password_link(chief, by=administrator, now=NOW + 7 * DAY + DAY)


def test_who_needs_no_second_factor_is_helped_by_one(people, administrator, second, front_officer):
    actions.set_second_factor(people["front_officer"], secret=SECRET, by=front_officer, now=NOW)
    for deed in DEEDS:
        deed(people["front_officer"], by=administrator, now=NOW)


def test_the_only_administrator_may_and_the_person_is_told(chief, administrator, client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + DAY)
    sign_in = {"login": chief.username, "password": PASSWORD}
    actions.reset_second_factor(chief, by=administrator, now=NOW)
    assert not queries.in_one_hand(chief, now=NOW)
    actions.send_password_link(chief, by=administrator, now=NOW)
    assert queries.in_one_hand(chief, now=NOW)
    assert not queries.in_one_hand(chief, now=NOW + 31 * DAY)
    answer = client.post(reverse("account_login"), sign_in, follow=True)
    assert "vừa gửi liên kết mật khẩu vừa đặt lại" in answer.content.decode()


def test_a_new_password_or_second_factor_ends_tokens(people, front_officer, administrator):
    user = people["front_officer"]
    by, until = {"by": front_officer, "now": NOW}, TODAY + 30 * DAY

    def program():
        return actions.make_token(user, label="Kho", last_day=until, **by)[0]

    def link():
        sent = actions.send_password_link(user, by=administrator, now=NOW)
        actions.set_password_by_link(sent, password="Nuoc-chay-da-mon-2028", **by)

    for deed in (
        lambda: actions.change_password(user, old=PASSWORD, new="Nuoc-chay-da-mon-2027", **by),
        link,
        lambda: actions.set_second_factor(user, secret=SECRET, **by),
        lambda: actions.reset_second_factor(user, by=administrator, now=NOW),
    ):
        token = program()
        deed()
        token.refresh_from_db()
        assert token.revoked_at == NOW
        assert events.of(token).verbs() == ["accounts.token_made", "accounts.token_revoked"]


@pytest.mark.django_db(transaction=True)
def test_the_same_role_given_twice_at_once_is_refused_in_words(world):
    user, start, said = make_user("Nguyễn Văn Mới", "moi.nguyen"), Barrier(2), []

    def give():
        try:
            start.wait(5)
            actions.give_role(user, role=Role.OFFICER, office=world.front, since=TODAY, by=SystemActor("cli"), now=NOW)
        except Refusal as refusal:
            said.append(refusal.sentence)
        finally:
            connection.close()

    both = [Thread(target=give) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(10)
    assert RoleHeld.objects.filter(user=user).count() == 1
    assert said == ["Người này đã giữ vai trò đó trong thời gian ấy."]
