"""Reading costs nothing when nothing changed; writing over what one has not seen is refused."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.legal.actions import load
from gandan.core.legal.models import LegalRule
from tests.core.rest import calls

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.rest.calls")]


@pytest.fixture
def rule(db):
    load(by=SystemActor("install"), now=timezone.now())
    return LegalRule.objects.order_by("code").first()


def read(rule, **headers):
    return Client().get(f"/api/rules/{rule.pk}", headers={"X-Who": "a", **headers})


def write(rule, text, **headers):
    return Client().post(f"/api/rules/{rule.pk}/note?text={text}", headers={"X-Who": "a", **headers})


def test_a_reader_who_has_it_gets_nothing_again(rule):
    first = read(rule)
    assert first.status_code == 200
    assert first["ETag"].startswith('"')
    assert "no-cache" in first["Cache-Control"]
    for known in (first["ETag"], f'"x", W/{first["ETag"]}', "*"):
        again = read(rule, **{"If-None-Match": known})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
        assert "Content-Type" not in again
    assert read(rule, **{"If-None-Match": '"x"'}).status_code == 200


def test_a_change_changes_the_tag(rule):
    before = read(rule)["ETag"]
    assert write(rule, "moi").status_code == 200
    assert read(rule, **{"If-None-Match": before}).status_code == 200


def test_one_writes_over_what_one_has_seen(rule):
    seen = read(rule)["ETag"]
    assert write(rule, "mot", **{"If-Match": seen}).status_code == 200
    late = write(rule, "hai", **{"If-Match": seen})
    assert (late.status_code, late["Content-Type"]) == (412, "application/problem+json")
    assert "đọc lại" in late.json()["detail"]
    assert LegalRule.objects.get(pk=rule.pk).note == "mot"
    assert write(rule, "ba", **{"If-Match": read(rule)["ETag"]}).status_code == 200
    assert write(rule, "bon", **{"If-Match": "*"}).status_code == 200
    assert write(rule, "nam").status_code == 200


def test_a_weak_tag_never_fits_a_change(rule):
    assert write(rule, "mot", **{"If-Match": f"W/{read(rule)['ETag']}"}).status_code == 412


@pytest.mark.parametrize("header", ["abc", '"a', 'W/"a", b'])
def test_a_tag_that_cannot_be_one_is_named(rule, header):
    assert write(rule, "mot", **{"If-Match": header}).status_code == 422
    assert read(rule, **{"If-None-Match": header}).status_code == 422


def test_what_is_not_there_is_not_found(rule):
    answer = Client().post("/api/rules/00000000-0000-7000-8000-000000000000/note?text=a", headers={"X-Who": "a", "If-Match": "*"})
    assert answer.status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_with_one_tag_one_succeeds(rule):
    seen, answers = read(rule)["ETag"], []

    def one(text):
        answers.append(write(rule, text, **{"If-Match": seen}).status_code)
        connection.close()

    calls.gate.clear()
    calls.inside.clear()
    first = threading.Thread(target=one, args=["mot"])
    first.start()
    assert calls.inside.wait(10)
    second = threading.Thread(target=one, args=["hai"])
    second.start()
    second.join(0.3)
    assert second.is_alive()  # waits for the row
    calls.gate.set()
    first.join()
    second.join()
    assert sorted(answers) == [200, 412]
    assert LegalRule.objects.get(pk=rule.pk).note == "mot"


def test_headers_and_answers_are_documented():
    paths = calls.api.get_openapi_schema()["paths"]
    reading, writing = paths["/api/rules/{key}"]["get"], paths["/api/rules/{key}/note"]["post"]
    assert 304 in reading["responses"]
    assert {404, 409, 412, 422} <= set(writing["responses"])
    assert {p["name"] for p in writing["parameters"]} >= {"If-Match", "Idempotency-Key"}
