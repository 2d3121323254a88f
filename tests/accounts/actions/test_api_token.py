"""Tokens: only their owner, only for a time, and with the roles of the day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from gandan.accounts import actions
from gandan.accounts.models import ApiToken
from gandan.accounts.queries import actor_of_token
from gandan.core import events
from gandan.core.access import Refusal, Role
from tests.people import NOW, TODAY, hold

NEXT_MONTH = TODAY + timedelta(days=30)


@pytest.fixture
def made(people, front_officer):
    return actions.make_token(people["front_officer"], label="Kho dữ liệu", last_day=NEXT_MONTH, by=front_officer, now=NOW)


def test_a_token_acts_with_the_roles_of_its_owner(made, front_officer):
    token, secret = made
    actor = actor_of_token(secret, NOW)
    assert actor is not None
    assert actor.key == front_officer.key
    assert {h.role for h in actor.holdings} == {Role.OFFICER}
    assert events.of(token).verbs() == ["accounts.token_made"]


def test_the_secret_itself_is_not_kept(made):
    token, secret = made
    assert secret.startswith("gd_")
    assert all(secret not in str(value) for value in ApiToken.objects.filter(pk=token.pk).values().get().values())


def test_it_ends_on_its_day(made):
    assert actor_of_token(made[1], NOW + timedelta(days=30)) is not None
    assert actor_of_token(made[1], NOW + timedelta(days=31)) is None


def test_it_can_be_revoked_once(made, front_officer):
    actions.revoke_token(made[0], by=front_officer, now=NOW)
    assert actor_of_token(made[1], NOW) is None
    assert events.of(made[0]).verbs() == ["accounts.token_made", "accounts.token_revoked"]
    with pytest.raises(Refusal, match="đã thu hồi"):
        actions.revoke_token(made[0], by=front_officer, now=NOW)


def test_a_closed_account_opens_nothing(made, people):
    people["front_officer"].is_active = False
    people["front_officer"].save()
    assert actor_of_token(made[1], NOW) is None


def test_a_leader_without_second_factor_holds_nothing_by_token(people, world, made):
    hold(people["front_officer"], Role.LEADER, office=world.party)
    actor = actor_of_token(made[1], NOW)
    assert actor is not None
    assert actor.holdings == ()


@pytest.mark.parametrize("who", ["leader", "administrator", "outsider", "citizen"])
def test_nobody_else_makes_or_revokes(made, people, cast, who):
    with pytest.raises(Refusal):
        actions.make_token(people["front_officer"], label="x", last_day=NEXT_MONTH, by=cast[who], now=NOW)
    with pytest.raises(Refusal):
        actions.revoke_token(made[0], by=cast[who], now=NOW)


@pytest.mark.parametrize(
    ("label", "last_day", "sentence"),
    [("  ", NEXT_MONTH, "dùng cho việc gì"), ("x", date(2026, 11, 22), "từ hôm nay"), ("x", date(2028, 1, 1), "đến một năm tới")],
)
def test_refusals(people, front_officer, label, last_day, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.make_token(people["front_officer"], label=label, last_day=last_day, by=front_officer, now=NOW)


def test_ten_are_enough(people, front_officer):
    for n in range(10):
        actions.make_token(people["front_officer"], label=f"mã {n}", last_day=NEXT_MONTH, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="đang có 10 mã"):
        actions.make_token(people["front_officer"], label="nữa", last_day=NEXT_MONTH, by=front_officer, now=NOW)


def test_prose_is_read_over_rest_with_a_token(people, client):
    from gandan.accounts.queries import actor_for

    user, now = people["front_officer"], timezone.now()
    _token, secret = actions.make_token(
        user, label="thử", last_day=timezone.localdate(now), by=actor_for(user, today=timezone.localdate(now)), now=now
    )
    header = {"HTTP_AUTHORIZATION": f"Bearer {secret}"}
    body = {"text": "Ngày 5/6/2024, Ủy ban MTTQ phường tặng 120 phần quà cho hộ nghèo."}
    answer = client.post("/api/v1/read/text", body, content_type="application/json", **header)
    assert answer.status_code == 200
    assert [(f["value"], f["measure"]) for f in answer.json()["figures"]] == [(120, "count")]
    empty = client.post("/api/v1/read/text", {"text": "  "}, content_type="application/json", **header)
    assert empty.status_code == 422
    assert empty["Content-Type"] == "application/problem+json"
