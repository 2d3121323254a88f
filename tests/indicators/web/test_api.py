"""REST of figures."""

from datetime import timedelta

import pytest
from django.test import Client

from gandan.accounts import actions as accounts
from gandan.accounts.queries import actor_for
from gandan.indicators.models import Statement, Value
from tests.indicators.conftest import enter, state
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
KEY = "0b6f0a4e-6f0e-4f43-9a55-1b7c7c1d8a10"
SEPTEMBER = {"span": "period", "period_from": "2026-09-01", "period_to": "2026-09-30"}


@pytest.fixture
def program(people):
    def as_(who):
        by = actor_for(people[who], today=TODAY)
        _row, secret = accounts.make_token(people[who], label="t", last_day=TODAY + timedelta(days=30), by=by, now=NOW)
        return Client(headers={"Authorization": f"Bearer {secret}"})

    return as_


def post(client, path, body, **headers):
    return client.post(f"/api/v1/indicators{path}", body, content_type="application/json", headers=headers)


def test_reading(place, client):
    enter(place.commune)
    thing = state(is_public=True, unit=place.commune)
    state(unit=place.commune)
    listed = client.get("/api/v1/indicators?limit=3")
    assert (len(listed.json()["items"]), listed.status_code) == (3, 200)
    assert client.get("/api/v1/indicators?limit=3", headers={"If-None-Match": listed["ETag"]}).status_code == 304
    rate = client.get("/api/v1/indicators/listening.petitions_solved_rate").json()
    assert (rate["numerator"], rate["nature"]) == ("listening.petitions_solved", "rate")
    (value,) = client.get("/api/v1/indicators/care.gifts/values?unit=31120").json()["items"]
    assert (value["value"], value["unit_code"], value["span"]) == ("466", "31120", "period")
    (found,) = client.get("/api/v1/indicators/figures", {"q": "312 triệu đồng"}).json()["items"]
    assert (found["id"], found["value"], found["bound"]) == (str(thing.pk), "312000000", "over")
    assert client.get(f"/api/v1/indicators/figures/{thing.pk}").json()["quote"]


@pytest.mark.parametrize("path", ["/khong.co", "/care.gifts/values?unit=99999", "/figures/00000000-0000-7000-8000-000000000000"])
def test_what_is_not_there(place, client, path):
    assert client.get(f"/api/v1/indicators{path}").status_code == 404


def test_pages_go_on(place, client):
    for month in (7, 8, 9):
        enter(place.commune, period_from=TODAY.replace(month=month, day=1), period_to=TODAY.replace(month=month, day=28))
    first = client.get("/api/v1/indicators/care.gifts/values?limit=2").json()
    second = client.get(f"/api/v1/indicators/care.gifts/values?limit=2&cursor={first['next']}").json()
    assert (len(first["items"]), len(second["items"]), second["next"]) == (2, 1, None)
    assert client.get("/api/v1/indicators/care.gifts/values?cursor=YWJj").status_code == 422


def test_a_value_is_entered_once(place, program):
    client = program("front_officer")
    body = {"unit": "31120", "value": "1250", **SEPTEMBER}
    first = post(client, "/care.gifts/values", body, **{"Idempotency-Key": KEY})
    again = post(client, "/care.gifts/values", body, **{"Idempotency-Key": KEY})
    assert (first.status_code, again.status_code, again["Idempotency-Replayed"]) == (201, 201, "true")
    assert (first.json(), Value.objects.count()) == (again.json(), 1)
    assert post(client, "/care.gifts/values", {**body, "value": "1"}, **{"Idempotency-Key": KEY}).status_code == 422
    refused = post(client, "/care.gifts/values", body)
    assert (refused.status_code, "đã có số" in refused.json()["detail"]) == (403, True)


@pytest.mark.parametrize(
    "wrong", [{"value": 1.5}, {"value": "abc"}, {"value": "1e5"}, {"value": "NaN"}, {"span": "year"}, {"period_from": "1/9/2026"}]
)
def test_bad_input_is_named(place, program, wrong):
    body = {"unit": "31120", "value": "1250", **SEPTEMBER, **wrong}
    answer = post(program("front_officer"), "/care.gifts/values", body)
    assert answer.status_code == 422
    assert next(iter(wrong)) in answer.json()["fields"][0]["where"]


@pytest.mark.parametrize("number", ["--5", "١٢", "5.", ".5", " 5", "1" * 41, True, None, [], "+5"])
def test_only_plain_numbers(place, program, number):
    answer = post(program("front_officer"), "/care.gifts/values", {"unit": "31120", "value": number, **SEPTEMBER})
    assert answer.status_code == 422


@pytest.mark.parametrize("field", ["quote", "noun", "source_title"])
def test_no_nul(place, program, field):
    body = {"value": "1", "measure": "count", "quote": "Một.", "noun": "căn", field: "a\x00b"}
    assert post(program("front_officer"), "/figures", body).status_code == 422


def test_a_unit_is_that_of_the_day(place, program):
    answer = post(program("front_officer"), "/care.gifts/values", {"unit": "99", "value": "1", **SEPTEMBER})
    assert (answer.status_code, "99" in answer.json()["detail"]) == (422, True)


def test_nobody_elsewhere(place, program):
    client, value = program("outsider"), enter(place.commune)
    assert post(client, "/care.gifts/values", {"unit": "31120", "value": "1250", **SEPTEMBER}).status_code == 403
    assert post(client, f"/values/{value.pk}/correct", {"value": "1", "reason": "x"}).status_code == 403
    hidden = state(unit=place.commune)
    assert post(client, f"/figures/{hidden.pk}/retract", {"reason": "x"}).status_code == 404
    assert post(Client(), "/care.gifts/values", {}).status_code == 401


def test_correcting_honours_what_was_read(place, program):
    client, value = program("committee_officer"), enter(place.commune, "460")
    stale = {"If-Match": '"0"'}
    assert post(client, f"/values/{value.pk}/correct", {"value": "466", "reason": "Thiếu 6."}, **stale).status_code == 412
    made = post(client, f"/values/{value.pk}/correct", {"value": "466", "reason": "Thiếu 6."})
    assert (made.status_code, made.json()["corrects"]) == (201, str(value.pk))
    gone = post(client, f"/values/{made.json()['id']}/take-away", {"reason": "Nhầm."})
    assert (gone.status_code, gone.json()["value"]) == (201, None)


def test_a_figure_is_kept_read_and_taken_back(place, program):
    client = program("front_officer")
    body = {
        "value": "312000000",
        "measure": "VND",
        "bound": "over",
        "quote": "Hơn 312 triệu đồng.",
        "unit": "31120",
        "on": "2026-09-30",
        "is_public": True,
    }
    made = post(client, "/figures", body)
    assert (made.status_code, made.json()["unit_code"]) == (201, "31120")
    key = made.json()["id"]
    read = post(client, f"/figures/{key}/read", {"indicator": "care.gifts_value", **SEPTEMBER})
    assert (read.status_code, read.json()["provenance"], read.json()["figure"]) == (201, "read", key)
    corrected = post(client, "/figures", {**body, "value": "313000000", "corrects": key})
    assert corrected.json()["corrects"] == key
    seen = Client().get(f"/api/v1/indicators/figures/{corrected.json()['id']}")["ETag"]
    back = post(client, f"/figures/{corrected.json()['id']}/retract", {"reason": "Sai."}, **{"If-Match": seen})
    assert (back.status_code, back.json()["retracted_on"] is not None) == (200, True)
    assert (Statement.objects.living().count(), Value.objects.living().count()) == (0, 0)
