"""REST: the owner's notices, newest first, and marking one as read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.accounts import actions as accounts
from gandan.accounts.queries import actor_for
from gandan.core.access import SystemActor
from gandan.notices import actions
from gandan.notices.models import Notice

pytestmark = pytest.mark.django_db
URL = "/api/v1/notices"


@pytest.fixture
def bearer(people):
    """The header of somebody's own token."""

    def of(name: str) -> dict[str, str]:
        user, now = people[name], timezone.now()
        day = timezone.localdate(now)
        by = actor_for(user, today=day)
        _token, secret = accounts.make_token(user, label="chương trình", last_day=day + timedelta(days=9), by=by, now=now)
        return {"Authorization": f"Bearer {secret}"}

    return of


@pytest.fixture
def told(telling, people, happen):
    telling.to = {people["front_officer"]}
    for _ in range(3):
        actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=timezone.now())


def test_own_notices_page_by_page(client, told, bearer):
    headers = bearer("front_officer")
    first = client.get(URL, {"limit": 2}, headers=headers).json()
    rest = client.get(URL, {"limit": 2, "cursor": first["next"]}, headers=headers).json()
    found = [*first["items"], *rest["items"]]
    assert [n["id"] for n in found] == [str(pk) for pk in Notice.objects.order_by("-pk").values_list("pk", flat=True)]
    assert rest["next"] is None
    assert (found[0]["subject"], found[0]["url"], found[0]["is_read"]) == ("Việc số 12", "/lam-viec/", False)


def test_one_is_marked_as_read_once_and_again(client, told, bearer):
    headers, notice = bearer("front_officer"), Notice.objects.first()
    for _ in range(2):
        assert client.post(f"{URL}/{notice.pk}/read", headers=headers).json()["is_read"]
    assert len(client.get(URL, {"unread": "true"}, headers=headers).json()["items"]) == 2


def test_nobody_else_sees_them(client, told, bearer):
    assert client.get(URL).status_code == 401
    assert client.get(URL, headers=bearer("outsider")).json() == {"items": [], "next": None}
    assert client.post(f"{URL}/{Notice.objects.first().pk}/read", headers=bearer("outsider")).status_code == 404


def test_a_damaged_cursor_is_a_problem(client, told, bearer):
    answer = client.get(URL, {"cursor": "YWJj"}, headers=bearer("front_officer"))
    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("application/problem+json")
