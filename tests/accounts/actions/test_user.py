"""Accounts: made, corrected, closed, opened; passwords and second factors."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from gandan.accounts import actions, queries
from gandan.accounts.actor import UserActor
from gandan.accounts.models import User
from gandan.core.access import Refusal, Role, SystemActor
from gandan.core.events import Event
from tests.people import CAST, NOW, PASSWORD, TODAY, hold, make_user


def create(by, **more):
    return actions.create_user(**{"full_name": "Nguyễn Văn Mới", "username": "moi.nguyen", **more}, by=by, now=NOW)


def verbs(user) -> list[str]:
    return list(Event.objects.filter(thing_id=str(user.pk)).order_by("pk").values_list("verb", flat=True))


@pytest.mark.parametrize("who", ["leader", "administrator"])
def test_an_account_without_a_password_opens_nothing_yet(cast, who):
    user = create(cast[who], full_name="  Nguyễn   Văn  Mới ", email="Moi@NinhKieu.Example.VN")
    assert (user.full_name, user.email, user.has_usable_password()) == ("Nguyễn Văn Mới", "moi@ninhkieu.example.vn", False)
    assert verbs(user) == ["accounts.user_created"]


@pytest.mark.parametrize("who", [w for w in CAST if w not in {"leader", "provincial_leader", "administrator"}])
def test_others_make_no_accounts(cast, who):
    with pytest.raises(Refusal):
        create(cast[who])


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"full_name": "  "}, "họ và tên"),
        ({"username": ""}, "thư điện tử công vụ hoặc"),
        ({"username": "0901234567"}, "ít nhất một chữ cái"),
        ({"username": "có dấu"}, "không dấu"),
        ({"email": "không phải thư"}, "."),
        ({"username": "Front.Officer"}, "đã có người dùng"),
        ({"email": "FRONT.officer@ninhkieu.example.vn"}, "đã có tài khoản"),
        ({"password": "ngan"}, "10"),
        ({"password": "password1234"}, "."),
        ({"password": "moi.nguyen1"}, "."),
        ({"full_name": "12345"}, "chỉ gồm chữ"),
        ({"full_name": "Sáu 😀"}, "chỉ gồm chữ"),
        ({"full_name": "Sáu\x07"}, "chỉ gồm chữ"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(administrator, more, sentence):
    with pytest.raises(Refusal, match=sentence):
        create(administrator, **more)
    assert not User.objects.filter(full_name="Nguyễn Văn Mới").exists()


def test_the_first_administrator_comes_from_the_machine(db):
    user = create(SystemActor("cli"), password=PASSWORD, administrator=True)
    assert [h.role for h in queries.actor_for(user, today=TODAY).holdings] == [Role.ADMINISTRATOR]
    assert verbs(user) == ["accounts.user_created", "accounts.role_given"]


def test_a_password_is_argon2(people):
    assert people["leader"].password.startswith("argon2")


def test_the_database_wants_a_way_to_sign_in(db):
    with pytest.raises(IntegrityError, match="user_can_be_named"), transaction.atomic():
        User.objects.create(full_name="Không Lối Vào")


def test_a_correction_says_that_not_what(leader, people):
    actions.change_user(people["hamlet_head"], full_name="Lê Văn Sáu Nhỏ", username="sau.nho", by=leader, now=NOW)
    event = Event.objects.get(thing_id=str(people["hamlet_head"].pk))
    assert event.verb == "accounts.user_changed"
    assert "Sáu" not in str(event.facts)
    assert "sau" not in str(event.facts)


@pytest.mark.parametrize("whom", ["leader", "denunciation_handler", "provincial_leader", "administrator", "supervisor", "outsider"])
@pytest.mark.parametrize("deed", [actions.send_password_link, actions.deactivate])
def test_a_leader_cannot_take_over_who_is_more_or_elsewhere(leader, people, whom, deed):
    with pytest.raises(Refusal):
        deed(people[whom], by=leader, now=NOW)
    assert verbs(people[whom]) == []


def test_a_second_role_elsewhere_takes_a_person_out_of_the_leaders_hands(world, leader, people):
    hold(people["front_officer"], Role.OFFICER, office=world.other_front)
    with pytest.raises(Refusal):
        actions.send_password_link(people["front_officer"], by=leader, now=NOW)


def test_closing_counts_at_once_and_opening_too(leader, people):
    user = actions.deactivate(people["front_officer"], by=leader, now=NOW)
    assert queries.actor_for(user, today=TODAY).holdings == ()
    with pytest.raises(Refusal, match="đang khoá"):
        actions.deactivate(user, by=leader, now=NOW)
    user = actions.reactivate(user, by=leader, now=NOW)
    assert queries.actor_for(user, today=TODAY).holdings != ()
    with pytest.raises(Refusal, match="đang hoạt động"):
        actions.reactivate(user, by=leader, now=NOW)
    assert verbs(user) == ["accounts.user_deactivated", "accounts.user_reactivated"]


def test_nobody_closes_or_resets_themselves(administrator, people):
    me = people["administrator"]
    for deed in (actions.deactivate, actions.reactivate, actions.send_password_link, actions.reset_second_factor):
        with pytest.raises(Refusal, match="không tự làm"):
            deed(me, by=administrator, now=NOW)


def test_a_new_link_ends_the_earlier_one(administrator, people):
    first = actions.send_password_link(people["front_officer"], by=administrator, now=NOW)
    second = actions.send_password_link(people["front_officer"], by=administrator, now=NOW)
    assert queries.usable_link(first, now=NOW) is None
    assert queries.usable_link(second, now=NOW) is not None
    with pytest.raises(Refusal, match="đã dùng hoặc đã hết hạn"):
        actions.set_password_by_link(first, password=PASSWORD, by=UserActor(people["front_officer"].pk), now=NOW)


@pytest.mark.parametrize("who", ["leader", "provincial_leader", "front_officer"])
def test_only_administrators_reset_a_second_factor(cast, people, who):
    actions.set_second_factor(people["hamlet_head"], secret="JBSWY3DPEHPK3PXP", by=cast["hamlet_head"], now=NOW)
    with pytest.raises(Refusal):
        actions.reset_second_factor(people["hamlet_head"], by=cast[who], now=NOW)
    assert queries.has_second_factor(people["hamlet_head"])


def test_a_reset_forgets_secret_and_recovery_codes(administrator, cast, people):
    codes = actions.set_second_factor(people["leader"], secret="JBSWY3DPEHPK3PXP", by=cast["leader"], now=NOW)
    assert len(set(codes)) == 10
    actions.reset_second_factor(people["leader"], by=administrator, now=NOW)
    assert not Authenticator.objects.filter(user=people["leader"]).exists()
    with pytest.raises(Refusal, match="chưa bật"):
        actions.reset_second_factor(people["leader"], by=administrator, now=NOW)
    assert verbs(people["leader"]) == ["accounts.second_factor_set", "accounts.second_factor_reset"]


def test_nobody_ends_the_sessions_of_another(cast, people):
    with pytest.raises(Refusal):
        actions.end_other_sessions(people["leader"], keep=None, by=cast["administrator"], now=NOW)


def test_nobody_sets_the_second_factor_of_another(cast, people):
    with pytest.raises(Refusal):
        actions.set_second_factor(people["leader"], secret="JBSWY3DPEHPK3PXP", by=cast["administrator"], now=NOW)


def test_new_recovery_codes_replace_the_old(cast, people):
    with pytest.raises(Refusal, match="bật xác thực hai bước trước"):
        actions.renew_recovery_codes(people["leader"], by=cast["leader"], now=NOW)
    old = actions.set_second_factor(people["leader"], secret="JBSWY3DPEHPK3PXP", by=cast["leader"], now=NOW)
    new = actions.renew_recovery_codes(people["leader"], by=cast["leader"], now=NOW)
    assert not set(old) & set(new)


@pytest.mark.parametrize(("who", "sees"), [
    ("administrator", 11), ("leader", 5), ("provincial_leader", 3), ("front_officer", 0), ("citizen", 0), ("central_analyst", 0),
])  # fmt: skip
def test_who_sees_whom(cast, people, who, sees):
    assert queries.visible_to(cast[who]).count() == sees


def test_names_without_an_account_are_nowhere(people):
    assert make_user("Một Người", "mot.nguoi") not in queries.visible_to(UserActor(people["leader"].pk))
