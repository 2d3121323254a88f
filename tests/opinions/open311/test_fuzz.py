"""A stranger throws much that the standard does not have at every call: never a 5xx, always a fault in the spelling that was asked for."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.models import User
from gandan.accounts.queries import actor_for

V2 = "/open311/v2"
TEXT = {"type": "string"}
ERRORS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["code", "description"], "properties": {"code": TEXT, "description": TEXT}},
}
FIELDS = ("service_code", "jurisdiction_id", "lat", "long", "address_string", "address_id", "description", "email", "phone", "media_url")
WRITTEN = ("update_id", "status", "description", "service_request_id", "attribute[code]", "attribute[pin]")


def described(key: str) -> dict:
    """The calls in the words of OpenAPI, as far as a fuzzer needs them."""

    def query(*names: str) -> list[dict]:
        return [{"name": name, "in": "query", "schema": TEXT} for name in names]

    def form(*names: str) -> dict:
        fields = dict.fromkeys(names, TEXT) | {"api_key": {"type": "string", "enum": [key]}}
        return {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": fields}}}}

    def call(*names: str, path: str = "", body: dict | None = None, **answers: str) -> dict:
        named = (
            [{"name": path, "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9-]{1,40}$"}}] if path else []
        )
        good = {"description": "", "content": {"application/json": {"schema": {"type": answers.get("good", "array")}}}}
        bad = {"description": "", "content": {"application/json": {"schema": ERRORS}}}
        made = {
            "parameters": [*query(*names), *named],
            "responses": {"201" if body else "200": good, "400": bad, "403": bad, "404": bad, "429": bad},
        }
        return made | ({"requestBody": body} if body else {})

    asked = ("service_request_id", "service_code", "start_date", "end_date", "status", "jurisdiction_id")
    return {
        "openapi": "3.0.3",
        "info": {"title": "Open311", "version": "2"},
        "paths": {
            f"{V2}/discovery.json": {"get": call(good="object")},
            f"{V2}/services.json": {"get": call("jurisdiction_id")},
            f"{V2}/services/{{code}}.json": {"get": call("jurisdiction_id", path="code", good="object")},
            f"{V2}/requests.json": {"get": call(*asked), "post": call(body=form(*FIELDS))},
            f"{V2}/requests/{{key}}.json": {"get": call("jurisdiction_id", path="key")},
            f"{V2}/tokens/{{token}}.json": {"get": call("jurisdiction_id", path="token")},
            f"{V2}/servicerequestupdates.json": {"get": call(*asked), "post": call(body=form(*WRITTEN))},
        },
    }


@pytest.fixture
def key(seeded) -> str:
    user, now = User.objects.get(username="mai.mttq"), timezone.now()
    today = timezone.localdate(now)
    by = actor_for(user, today=today)
    return make_token(user, label="thử", last_day=today + timedelta(days=1), by=by, now=now)[1]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_nothing_breaks_and_every_answer_fits(live, key, tmp_path):
    (tmp_path / "open311.json").write_text(json.dumps(described(key)), encoding="utf-8")
    command = [str(Path(sys.executable).parent / "st"), "run", str(tmp_path / "open311.json"), "--url", live.url]
    command += ["--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"]
    command += ["--phases", "examples,coverage,fuzzing", "--max-examples", "25", "--workers", "1", "--seed", "1", "--no-color"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert "No API operations" not in run.stdout


ODD = ("", " ", "a\x00b", "\x07", "\u202e\ufeff", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "x" * 5000, "%", "1e999", "-0", "../../x")
ASKED = ("service_request_id", "service_code", "start_date", "end_date", "status", "jurisdiction_id")
SENT = (*FIELDS, "attribute[hamlet]", "attribute[wish]", "attribute[x][]", "api_key", "first_name")


@pytest.mark.django_db(transaction=True)
def test_each_field_in_turn_holds_what_no_client_would_send(live, key):
    client, good = Client(raise_request_exception=False), {"api_key": key, "service_code": "waste", "jurisdiction_id": "31135"}
    good |= {"address_string": "Chợ", "description": "Rác tồn đọng sau chợ."}
    answers = {(f, odd): client.post(f"{V2}/requests.json", {**good, f: odd}).status_code for f in SENT for odd in ODD}
    assert {what: status for what, status in answers.items() if status >= 500} == {}
    assert 201 in answers.values()
    assert 400 in answers.values()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["requests", "servicerequestupdates", "services"])
def test_each_question_in_turn_is_odd(live, path):
    client = Client(raise_request_exception=False)
    answers = {(name, odd): client.get(f"{V2}/{path}.xml", {name: odd}) for name in ASKED for odd in ODD}
    assert {what: a.status_code for what, a in answers.items() if a.status_code not in (200, 400, 404)} == {}
    assert {a["Content-Type"] for a in answers.values()} == {"text/xml; charset=utf-8"}


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["a%00b", "%20", "x" * 300, "%E2%80%AE", "a.b.json"])
def test_odd_parts_of_addresses_are_not_there(client, part):
    for path in ("requests", "tokens", "services"):
        assert client.get(f"{V2}/{path}/{part}.json").status_code == 404
