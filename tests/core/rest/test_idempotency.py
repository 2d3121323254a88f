"""A POST with a key is done once, however often it is sent."""

import json
import threading
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from gandan.core.access import Refusal, SystemActor
from gandan.core.calendar.models import CalendarDay
from gandan.core.rest import actions
from gandan.core.rest.models import IdempotentCall
from gandan.core.rest.tasks import forget_calls
from tests.core.rest import calls

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.rest.calls")]
KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324"


def send(day="2026-05-01", *, key=KEY, who="a", client=None, **more):
    headers = {"X-Who": who, **({"Idempotency-Key": key} if key else {})}
    return (client or Client(raise_request_exception=False)).post(
        "/api/days", json.dumps({"day": day, **more}), content_type="application/json", headers=headers
    )


def test_the_same_call_again_is_answered_the_same_and_done_once():
    first, second = send(), send()
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert second["Content-Type"] == first["Content-Type"]
    assert (first.headers.get("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (None, "true")
    assert CalendarDay.objects.count() == IdempotentCall.objects.count() == 1


def test_a_quoted_key_is_the_same_key():
    send(key=f'"{KEY}"')
    assert send()["Idempotency-Replayed"] == "true"


def test_without_a_key_nothing_is_kept():
    assert send(key=None).status_code == 201
    assert send("2026-05-02", key=None).status_code == 201
    assert IdempotentCall.objects.count() == 0


@pytest.mark.parametrize("change", [{"day": "2026-05-02"}, {"reason": "b"}])
def test_a_key_stands_for_one_deed(change):
    send()
    answer = send(**change)
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert "khóa mới" in answer.json()["detail"]
    assert CalendarDay.objects.count() == 1


def test_callers_have_keys_of_their_own():
    send()
    assert send("2026-05-02", who="b").status_code == 201
    assert CalendarDay.objects.count() == 2


def test_callers_without_an_account_share_no_keys():
    assert [send(who="").status_code, send("2026-05-02", who="").status_code] == [201, 201]
    assert send(who="")["Idempotency-Replayed"] == "true"
    assert CalendarDay.objects.count() == 2


@pytest.mark.parametrize(("fault", "status"), [("refused", 403), ("broken", 500)])
def test_what_did_not_succeed_leaves_the_key_free(fault, status):
    assert send(fault=fault).status_code == status
    assert (IdempotentCall.objects.count(), CalendarDay.objects.count()) == (0, 0)
    assert send().status_code == 201


@pytest.mark.parametrize("key", [" ", '""', '" "'])
def test_an_empty_key_is_told_and_nothing_is_done(key):
    headers = {"X-Who": "a", "Idempotency-Key": key}
    answer = Client().post("/api/days", json.dumps({"day": "2026-05-01"}), content_type="application/json", headers=headers)
    assert answer.status_code == 422
    assert CalendarDay.objects.count() == 0


def test_whoever_holds_other_roles_by_now_does_not_get_the_old_answer():
    def ask(role):
        headers = {"X-Who": "a", "X-Role": role, "Idempotency-Key": KEY}
        return Client().post("/api/days", json.dumps({"day": "2026-05-01"}), content_type="application/json", headers=headers)

    assert ask("officer").status_code == 201
    assert ask("officer")["Idempotency-Replayed"] == "true"
    later = ask("analyst")
    assert (later.status_code, "Idempotency-Replayed" in later) == (409, False)
    assert "nhiệm vụ khác" in later.json()["detail"]
    assert CalendarDay.objects.count() == 1


@pytest.mark.parametrize("key", ["x" * 65, "hai từ", "a b", "\x7f"])
def test_a_key_that_cannot_be_one_is_named(key):
    answer = send(key=key)
    assert answer.status_code == 422
    assert "Idempotency-Key" in answer.json()["fields"][0]["where"]


def test_bad_input_is_told_before_the_key_counts():
    assert send("31/12/2026").status_code == 422
    assert send().status_code == 201


def test_the_kept_answer_cannot_be_read_from_the_table(settings):
    send(reason="Bí mật của ai đó")
    kept = IdempotentCall.objects.get()
    assert "mật" not in kept.answer
    assert KEY not in kept.scope
    settings.ENCRYPTION_KEYS = ["ZmFrZS1rZXktZmFrZS1rZXktZmFrZS1rZXktZmFrZS0="]
    answer = send(reason="Bí mật của ai đó")
    assert answer.status_code == 409
    assert CalendarDay.objects.count() == 1


def test_a_form_with_a_file_is_told_apart_by_what_is_in_it():
    def upload(text):
        data = {"name": "n", "file": SimpleUploadedFile("a.txt", text)}
        return Client().post("/api/files", data, headers={"X-Who": "a", "Idempotency-Key": KEY})

    first = upload(b"mot")
    assert first.json()["reason"] == "mot"  # reading it for the key takes nothing away
    assert upload(b"mot")["Idempotency-Replayed"] == "true"
    assert upload(b"hai").status_code == 422
    assert CalendarDay.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_one_deed():
    calls.gate.clear()
    calls.inside.clear()
    answers = []

    def first():
        answers.append(send())
        connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    try:
        assert calls.inside.wait(10)
        second = send()
        assert (second.status_code, second["Retry-After"]) == (409, "1")
    finally:
        calls.gate.set()
        thread.join()
    assert answers[0].status_code == 201
    assert send()["Idempotency-Replayed"] == "true"
    assert CalendarDay.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_one_deed():
    answers = []

    def one():
        answers.append(send().status_code)
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(answers) <= {201, 409}
    assert 201 in answers
    assert CalendarDay.objects.count() == 1


def test_answers_are_forgotten_after_a_few_days():
    send()
    now = timezone.now()
    retention = SystemActor("retention")
    assert actions.forget_calls(by=retention, now=now + actions.KEPT - timedelta(minutes=1)) == 0
    assert forget_calls.func(0) == 0
    assert actions.forget_calls(by=retention, now=now + actions.KEPT + timedelta(minutes=1)) == 1
    with pytest.raises(Refusal):
        actions.forget_calls(by=SystemActor("demo"), now=now)


def test_the_header_and_its_answers_are_documented():
    said = calls.api.get_openapi_schema()["paths"]["/api/days"]["post"]
    header = next(p for p in said["parameters"] if p["name"] == "Idempotency-Key")
    assert (header["in"], header["required"], header["schema"]["maxLength"]) == ("header", False, 64)
    assert {409, 422} <= set(said["responses"])
