"""REST: take in, look, accept, reject, undo; repeated calls do nothing twice; other desks get 404."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.accounts import actions as accounts
from gandan.accounts.queries import actor_for
from gandan.activities.models import Activity
from gandan.ingest.models import Source
from gandan.units.enums import OfficeKind
from gandan.units.models import Office
from tests.ingest.desk import INSPECTION, unit
from tests.people import hold, make_office, make_user


def token(user) -> dict[str, str]:
    now = timezone.now()
    today = timezone.localdate(now)
    _row, secret = accounts.make_token(user, label="thử", last_day=today + timedelta(days=1), by=actor_for(user, today=today), now=now)
    return {"HTTP_AUTHORIZATION": f"Bearer {secret}"}


@pytest.fixture
def front(in_country, db) -> Office:
    return make_office(unit("31135"), OfficeKind.FRONT, "Ủy ban MTTQ phường Ninh Kiều")


@pytest.fixture
def mine(front):
    user = make_user("Nguyễn Thị Mai", "mai")
    hold(user, "officer", office=front)
    return token(user)


@pytest.fixture
def other(in_country, db):
    user = make_user("Ngô Thị Út", "ut")
    hold(user, "officer", office=make_office(unit("31186"), OfficeKind.FRONT, "Ủy ban MTTQ phường Cái Răng"))
    return token(user)


def post(client, path, body=None, **headers):
    return client.post(f"/api/v1/read/sources{path}", body or {}, content_type="application/json", **headers)


@pytest.fixture
def source(client, mine):
    answer = post(client, "", {"text": INSPECTION, "is_public": True, "publisher": "Báo Cần Thơ"}, **mine)
    assert answer.status_code == 201, answer.content
    return answer.json()


def of(source, kind):
    return next(r for r in source["records"] if r["kind"] == kind)


def test_a_text_is_taken_in_once(client, mine, source):
    assert source["title"] == "Quận Ninh Kiều: kiểm tra công tác dân vận"
    again = post(client, "", {"text": INSPECTION}, **mine)
    assert (again.status_code, again.json()["known"], again.json()["id"]) == (200, True, source["id"])
    assert Source.objects.count() == 1


def test_the_list_and_the_whole(client, mine, source):
    listed = client.get("/api/v1/read/sources", **mine).json()["items"]
    assert [(row["id"], row["waiting"]) for row in listed] == [(source["id"], len(source["records"]))]
    answer = client.get(f"/api/v1/read/sources/{source['id']}", **mine)
    assert answer.json()["records"] == source["records"]
    assert client.get(f"/api/v1/read/sources/{source['id']}", HTTP_IF_NONE_MATCH=answer["ETag"], **mine).status_code == 304


def test_a_record_is_accepted_once_however_often_the_call_is_sent(client, mine, source):
    path = f"/records/{of(source, 'activity')['id']}/accept"
    keyed = {"HTTP_IDEMPOTENCY_KEY": "một-lần".encode().hex(), **mine}
    first, second = (post(client, path, {"corrections": {"kind": "survey"}}, **keyed) for _ in range(2))
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()
    assert second["Idempotency-Replayed"] == "true"
    assert Activity.objects.get().kind == "survey"
    assert post(client, path, **mine).status_code == 409


def test_rejected_and_undone(client, mine, source):
    key = of(source, "person")["id"]
    assert post(client, f"/records/{key}/reject", **mine).json()["state"] == "rejected"
    assert post(client, f"/records/{key}/undo", **mine).json()["state"] == "waiting"


def test_all_of_it(client, mine, source):
    done = post(client, f"/{source['id']}/accept-all", **mine).json()
    assert len(done["accepted"]) == len(source["records"]) - 2
    assert all("một người dân được giúp" in left["sentence"] for left in done["left"])


def test_other_desks_see_nothing(client, other, source):
    key = of(source, "activity")["id"]
    assert client.get("/api/v1/read/sources", **other).json()["items"] == []
    assert client.get(f"/api/v1/read/sources/{source['id']}", **other).status_code == 404
    assert post(client, f"/records/{key}/accept", **other).status_code == 404
    assert post(client, f"/{source['id']}/accept-all", **other).status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [({"text": " "}, 422), ({"text": INSPECTION, "unit": "31186"}, 422), ({"text": INSPECTION, "url": "ftp://x"}, 422), ({}, 422)],
)
def test_refusals(client, mine, body, status):
    answer = post(client, "", body, **mine)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


def test_without_a_token(client, in_country, db):
    assert post(client, "", {"text": INSPECTION}).status_code == 401


def test_pages(client, mine):
    for n in range(3):
        post(client, "", {"text": f"Ngày {n + 1}/6/2024, phường Xuân Khánh họp dân lần {n}."}, **mine)
    first = client.get("/api/v1/read/sources?limit=2", **mine).json()
    rest = client.get(f"/api/v1/read/sources?limit=2&cursor={first['next']}", **mine).json()
    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (2, 1, None)
    assert client.get("/api/v1/read/sources?cursor=zzz", **mine).status_code == 422
