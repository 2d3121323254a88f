"""Every page of people and roles: who opens it, what others get."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.accounts.context import beside
from gandan.core import secrets

CODE_ROLES = ("leader", "denunciation_handler", "provincial_leader", "administrator")


@pytest.fixture
def opens(people) -> Any:
    """A browser in which one of the cast is signed in, with the second factor where it is demanded."""

    def client(who: str) -> Client:
        browser = Client()
        if who != "citizen":
            if who in CODE_ROLES:
                Authenticator.objects.create(user=people[who], type="totp", data={"secret": secrets.encrypt("JBSWY3DPEHPK3PXP")})
            browser.force_login(people[who])
        return browser

    return client


def pages(world, people) -> dict[str, tuple[str, ...]]:
    """Each address of the desk and who of the cast gets a page; everybody else 302 (citizen), 403 or 404."""
    leader, officer, outsider = people["leader"], people["front_officer"], people["outsider"]
    both, administrator = ("leader", "administrator"), ("administrator",)

    def a(name: str, *args: object) -> str:
        return reverse(f"accounts:{name}", args=args)

    return {
        a("unit", world.commune.pk): both,
        a("add", world.commune.pk): both,
        a("unit", world.other.pk): administrator,
        a("add", world.other.pk): administrator,
        a("system"): administrator,
        a("add_to_system"): administrator,
        a("without_role"): administrator,
        a("person", officer.pk): both,
        a("change", officer.pk): both,
        a("send_link", officer.pk): both,
        a("deactivate", officer.pk): both,
        a("reactivate", officer.pk): both,
        a("give_role", officer.pk, world.commune.pk): both,
        a("give_role", officer.pk, world.other.pk): administrator,
        a("choose_unit", officer.pk): administrator,
        a("give_role_in_system", officer.pk): administrator,
        a("reset_second_factor", officer.pk): administrator,
        a("end_role", officer.roles.get().pk): both,
        a("person", outsider.pk): administrator,
        a("change", outsider.pk): administrator,
        a("end_role", outsider.roles.get().pk): administrator,
        a("change", leader.pk): administrator,
        a("deactivate", leader.pk): administrator,
        a("end_role", leader.roles.get().pk): administrator,
    }


@pytest.mark.parametrize("who", ["citizen", "hamlet_head", "front_officer", "leader", "provincial_specialist", "provincial_leader",
                                 "denunciation_handler", "central_analyst", "administrator", "outsider"])  # fmt: skip
def test_who_opens_what(world, people, opens, who):
    browser = opens(who)
    seen = {url: browser.get(url).status_code for url in pages(world, people)}
    refused = {302} if who == "citizen" else {403, 404}
    wrong = {url: code for url, code in seen.items() if (code != 200 if who in pages(world, people)[url] else code not in refused)}
    assert wrong == {}


@pytest.mark.parametrize("who", ["hamlet_head", "front_officer", "leader", "administrator", "central_analyst", "supervisor"])
def test_everyone_has_work_and_an_account_page(opens, who):
    browser = opens(who)
    for name in ("workspace:home", "account_sessions", "account_change_password"):
        assert browser.get(reverse(name)).status_code == 200, name


def test_the_desk_leads_a_leader_home(world, opens):
    assert opens("leader").get(reverse("accounts:people")).url == reverse("accounts:unit", args=[world.commune.pk])


def test_what_is_not_offered_is_404(opens):
    for name in ("account_signup", "account_reset_password", "account_email", "socialaccount_connections", "usersessions_list"):
        assert Client().get(reverse(name)).status_code == 404, name


@pytest.mark.parametrize("many", [1, 30])
def test_a_list_asks_a_constant_number_of_questions(world, opens, many, django_assert_num_queries):
    from tests.people import hold, make_user

    for n in range(many):
        hold(make_user(f"Người {n}", f"nguoi.{n}"), "officer", office=world.front)
    browser = opens("administrator")
    browser.get(reverse("accounts:unit", args=[world.commune.pk]))
    with django_assert_num_queries(QUESTIONS):
        browser.get(reverse("accounts:unit", args=[world.commune.pk]))


QUESTIONS = 10


def test_the_list_of_units_asks_no_more_for_more_units(world, opens):
    from tests.people import hold, make_unit, make_user

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse("accounts:people")).status_code == 200
        return len(asked)

    browser = opens("administrator")
    questions()
    before = questions()
    for n in range(9):
        unit = make_unit(f"Số {n}", level="commune", kind="Xã", code=f"3990{n}", parent=world.province)
        hold(make_user(f"Người {n}", f"nguoi.{n}"), "analyst", unit=unit)
    assert questions() == before


def test_an_administrator_finds_a_unit_by_the_name_it_had(seeded, client):
    """The ward of an old name is gone; the list leads to the unit that holds it today."""
    from gandan.accounts.models import User

    client.force_login(User.objects.get(username="kien.quantri"))
    page = client.get(reverse("accounts:people"), {"tim": "xuan khanh"}).content.decode()
    today = page.split("tên cũ, nay thuộc:", 1)[1]
    assert "Phường Ninh Kiều</a>" in today
    unit = User.objects.get(username="mai.mttq").roles.get().unit_id
    assert reverse("accounts:unit", args=[unit]) in today
    him = User.objects.get(username="mai.mttq")
    page = client.get(reverse("accounts:choose_unit", args=[him.pk]), {"tim": "xuan khanh"}).content.decode()
    assert reverse("accounts:give_role", args=[him.pk, unit]) in page


def test_a_leader_is_offered_only_what_a_leader_gives(world, opens):
    address = reverse("accounts:add", args=[world.commune.pk])
    leader, administrator = (opens(who).get(address).content.decode() for who in ("leader", "administrator"))
    assert "một trong hai: thư điện tử công vụ hoặc tên đăng nhập" in leader
    for word in ('value="leader"', 'value="supervisor"', 'value="unit"'):
        assert (word in leader, word in administrator) == (False, True), word


def test_the_link_comes_with_a_picture_and_without_inline_style(world, opens, people):
    page = opens("leader").post(reverse("accounts:send_link", args=[people["front_officer"].pk])).content.decode()
    assert "<svg" in page
    assert 'data-copies="#address"' in page
    assert "style=" not in page


def test_the_masthead_says_the_office_in_few_words(opens):
    said = {"front_officer": "Ủy ban MTTQ Việt Nam phường Ninh Kiều", "hamlet_head": "Khu phố 3"}
    for who, part in {**said, "administrator": "Quản trị hệ thống"}.items():
        page = opens(who).get(reverse("workspace:home")).content.decode()
        assert re.search(rf'<span class="seat" title="[^"]+"><strong>[^<]+</strong><span>{part}</span>', page), who


@pytest.mark.parametrize(
    ("unit", "office", "said"),
    [
        ("Phường Ninh Kiều", "Đảng ủy phường Ninh Kiều", "Đảng ủy phường"),
        ("Phường Ninh Kiều", "Ủy ban MTTQ Việt Nam Phường Ninh Kiều", "Ủy ban MTTQ Việt Nam phường"),
        ("Thành phố Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ", "Ủy ban nhân dân thành phố"),
        ("Thành phố Cần Thơ", "Ban Tuyên giáo và Dân vận Thành ủy Cần Thơ", "Ban Tuyên giáo và Dân vận Thành ủy"),
        ("Phường Ninh Kiều", "Hội Nông dân", "Hội Nông dân"),
        ("", "Hội Nông dân", "Hội Nông dân"),
    ],
)
def test_the_office_stands_beside_its_unit_under_its_own_name(unit, office, said):
    assert beside(unit, office) == said
