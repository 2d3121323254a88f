"""The register over REST."""

import json
from datetime import date

import pytest
from django.test import Client

from gandan.accounts import actions as accounts
from gandan.directives.models import Document
from tests.directives.making import document, replaces
from tests.people import NOW

ROOT = "/api/v1/documents"


@pytest.fixture
def caller(people, cast):
    """A program with the token of one of the cast."""

    def of(who: str):
        client = Client()
        last_day = date(2027, 1, 1)
        _token, secret = accounts.make_token(people[who], label="thử", last_day=last_day, by=cast[who], now=NOW)

        def send(method: str, path: str = "", body: object = None, **headers: str):
            bearer = {"Authorization": f"Bearer {secret}", **{k.replace("_", "-"): v for k, v in headers.items()}}
            return client.generic(
                method, ROOT + path, json.dumps(body) if body is not None else "", content_type="application/json", headers=bearer
            )

        return send

    return of


def test_what_everyone_may_read(db):
    old, new = document("290-QĐ/TW", issued_on=date(2010, 2, 25)), document("23-QĐ/TW", issued_on=date(2021, 7, 30))
    replaces(new, old, since=date(2021, 7, 30))
    found = Client().get(ROOT, {"q": "qd 290 tw"}).json()
    assert [(d["number"], d["holds"], d["held_until"]) for d in found["items"]] == [("290-QĐ/TW", False, "2021-07-30")]
    assert found["items"][0]["in_place"] == [{"id": str(new.pk), "number": "23-QĐ/TW", "kind": "Quyết định"}]
    one = Client().get(f"{ROOT}/{old.pk}")
    assert one.json()["relations"][0]["kind"] == "replaces"
    again = Client().get(f"{ROOT}/{old.pk}", headers={"If-None-Match": one["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_end(db):
    rows = [document(f"{n}/KH-UBND") for n in range(1, 6)]
    seen, cursor = [], ""
    for _round in range(5):
        answer = Client().get(ROOT, {"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        seen += [d["id"] for d in answer["items"]]
        cursor = answer["next"]
        if not cursor:
            break
    assert seen == [str(r.pk) for r in rows]
    assert Client().get(ROOT, {"cursor": "xyz"}).status_code == 422
    assert Client().get(ROOT, {"q": "\x00"}).status_code == 200  # a sign nobody types is left out


def test_internal_ones_only_at_work(world, front_officer, caller):
    row = document("12/KH-UBND", by=front_officer)
    assert Client().get(f"{ROOT}/{row.pk}").status_code == 404
    assert Client().get(f"{ROOT}/at-work/{row.pk}").status_code == 401
    mine, other = caller("front_officer"), caller("outsider")
    assert mine("GET", f"/at-work/{row.pk}").json()["number"] == "12/KH-UBND"
    assert [d["number"] for d in mine("GET", "/at-work").json()["items"]] == ["12/KH-UBND"]
    assert other("GET", f"/at-work/{row.pk}").status_code == 404
    assert other("GET", "/at-work").json()["items"] == []
    assert caller("hamlet_head")("GET", "/at-work").status_code == 403


def test_registered_once_however_often_it_is_sent(world, caller):
    send = caller("front_officer")
    body = {"number": "quyết định 12 ubnd", "issued_on": "2026-03-01", "abstract": "Lập tổ"}
    first, again = (send("POST", "", body, Idempotency_Key="a-1") for _ in range(2))
    assert (first.status_code, again.status_code, again["Idempotency-Replayed"]) == (201, 201, "true")
    assert first.json() == again.json()
    assert first.json()["number"] == "12/QĐ-UBND"
    assert Document.objects.get().unit == world.commune
    assert send("POST", "", {**body, "abstract": "Khác"}, Idempotency_Key="a-1").status_code == 422
    twice = send("POST", "", body)
    assert (twice.status_code, "Sổ đã có" in twice.json()["detail"]) == (409, True)
    assert send("POST", "", {"number": "xyz"}).status_code == 422
    assert caller("hamlet_head")("POST", "", body).status_code == 403


def test_deeds_honour_what_was_read(world, front_officer, caller):
    row, send = document("12/QĐ-UBND", by=front_officer), caller("front_officer")
    tag = send("GET", f"/at-work/{row.pk}")["ETag"]
    done = send("POST", f"/{row.pk}/correct", {"abstract": "Mới"}, If_Match=tag)
    assert (done.status_code, done.json()["abstract"], done.json()["number"]) == (200, "Mới", "12/QĐ-UBND")
    assert send("POST", f"/{row.pk}/correct", {"abstract": "Cũ"}, If_Match=tag).status_code == 412
    law = document("10/2022/QH15", kind="Luật")
    made = send("POST", f"/{row.pk}/relations", {"other": str(law.pk), "kind": "guides", "from_day": "2026-03-01"})
    assert (made.status_code, made.json()["other"]["number"]) == (201, "10/2022/QH15")
    advice = send("POST", f"/{row.pk}/advice", {"office": str(world.front.pk), "adopted": "yes"})
    assert (advice.status_code, advice.json()["office"]) == (201, str(world.front.pk))
    assert send("POST", f"/{row.pk}/advice", {"office": str(row.pk)}).status_code == 404
    assert send("POST", f"/{row.pk}/withdraw", {"reason": "Ghi nhầm"}).json()["state"] == "withdrawn"
    assert caller("outsider")("POST", f"/{row.pk}/correct", {"abstract": "x"}).status_code == 404


def test_a_ward_cannot_end_a_law_over_rest_either(world, front_officer, caller):
    row, law = document("12/QĐ-UBND", by=front_officer), document("10/2022/QH15", kind="Luật")
    answer = caller("front_officer")("POST", f"/{row.pk}/relations", {"other": str(law.pk), "kind": "repeals"})
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"
