"""Answers fit the schemas that the makers of the standard publish; and an app that knows nothing of us sends, follows and reads."""

import http.client
import json
import re
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

import jsonschema_rs
import pytest
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.opinions.models import Opinion
from gandan.units import queries as units
from tests.opinions.people import published, speak

V2 = "/open311/v2"


def schema_of(shared, name: str) -> dict:
    """With what it refers to beside it put in its place."""
    found = json.loads((shared / "open311" / f"{name}.json").read_text(encoding="utf-8"))
    items = found.get("items", {})
    if "$ref" in items:
        found["items"] = json.loads((shared / "open311" / items["$ref"]).read_text(encoding="utf-8"))
    return found


@pytest.mark.shared
@pytest.mark.django_db
@pytest.mark.parametrize(("path", "name"), [("services", "services"), ("requests", "requests"), ("services/waste", "service-definition")])
def test_answers_fit_the_published_schemas(client, ground, committee_officer, shared, path, name):
    now = timezone.now()
    published(speak(ground, latitude="10.03412", longitude="105.78231", now=now), committee_officer, now=now)
    speak(ground, "Rác tồn đọng sau chợ.", topic="waste", now=now)
    answer = client.get(f"{V2}/{path}.json").json()
    check = jsonschema_rs.validator_for(schema_of(shared, name))
    assert [str(e) for e in check.iter_errors(answer)] == []
    assert not check.is_valid([{"service_request_id": 1}] if name == "requests" else [{}] if name == "services" else {}), "it would tell"


@pytest.mark.django_db(transaction=True)
def test_a_plain_client_sends_follows_and_reads(live):
    """http.client and nothing of ours but the address and a key."""
    place = urlsplit(live.url)

    def ask(method: str, path: str, body: dict | None = None):
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"} if body else {}
        connection.request(method, path, urlencode(body) if body else None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    user, now = User.objects.get(username="mai.mttq"), timezone.now()
    today = timezone.localdate(now)
    key = make_token(user, label="Ứng dụng", last_day=today + timedelta(days=1), by=actor_for(user, today=today), now=now)[1]
    status, found = ask("GET", "/open311/discovery.json")
    assert status == 200
    base = urlsplit(json.loads(found)["endpoints"][0]["url"]).path
    service = json.loads(ask("GET", f"{base}/services.json")[1])[0]["service_code"]
    code = units.by_code("31135").code
    sent = {"api_key": key, "jurisdiction_id": code, "service_code": service, "address_string": "Chợ Xuân Khánh"}
    sent["description"] = "Ổ gà trước chợ Xuân Khánh, xe máy té hai lần trong tuần."
    status, found = ask("POST", f"{base}/requests.json", sent)
    assert status == 201, found
    token = json.loads(found)[0]["token"]
    assert re.search(r"PIN \d{6}", json.loads(found)[0]["service_notice"])
    assert json.loads(ask("GET", f"{base}/tokens/{token}.json")[1])[0]["service_request_id"] is None
    case = Opinion.objects.filter(channel="open311").latest("said_at", "pk").case
    status, found = ask("GET", f"{base}/requests.json?jurisdiction_id={code}&status=open")
    mine = next(r for r in json.loads(found) if r["service_request_id"] == str(case.pk))
    assert (mine["description"], mine["expected_datetime"][:10]) == (None, case.due.isoformat())
    assert ask("POST", f"{base}/requests.xml", {**sent, "api_key": "no"})[0] == 403
