"""The diary over REST."""

import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gandan.accounts import actions as accounts
from gandan.activities import actions
from gandan.activities.models import Activity, Photo
from gandan.directives import actions as directives
from tests.activities.actions.test_part import ADD
from tests.core.files.conftest import photograph
from tests.people import NOW

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/activities"


@pytest.fixture
def caller(people, cast):
    """A program with the token of one of the cast."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    def of(who: str):
        if who == "leader":
            TOTP.activate(people[who], generate_totp_secret())
        _token, secret = accounts.make_token(people[who], label="thử", last_day=date(2027, 1, 1), by=cast[who], now=NOW)

        def send(method: str, path: str = "", body: object = None, **headers: str):
            said = {"Authorization": f"Bearer {secret}", **{k.replace("_", "-"): v for k, v in headers.items()}}
            raw = json.dumps(body) if body is not None else ""
            return Client().generic(method, ROOT + path, raw, content_type="application/json", headers=said)

        send.bearer = f"Bearer {secret}"  # type: ignore[attr-defined]
        return send

    return of


@pytest.fixture
def given(world) -> dict[str, object]:
    return {"kind": "dialogue", "title": "Đối thoại", "unit": str(world.commune.pk), "starts_on": "2026-11-20", "is_public": True}


def test_everyone_reads_what_is_public_and_nobody_a_name(activity, make, world, front_officer):
    make(is_public=False)
    for what in ("attendance", "participant", "figure", "place", "source", "request", "photo", "host"):
        ADD[what](activity, world, None, front_officer)
    found = Client().get(ROOT).json()
    assert [(a["title"], a["people"], a["people_bound"]) for a in found["items"]] == [(activity.title, 3006, "exact")]
    one = Client().get(f"{ROOT}/{activity.pk}")
    said = one.json()
    assert (said["unit"]["name"], said["figures"][0]["value"], said["requests"][0]["state"]) == ("Phường Ninh Kiều", "13", "noted")
    assert "Võ Kim Thoa" not in one.content.decode()
    again = Client().get(f"{ROOT}/{activity.pk}", headers={"If-None-Match": one["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_filters_and_pages(make, world):
    rows = [make(title=f"Họp {n}", starts_on=date(2026, 11, n), kind="meeting" if n % 2 else "survey") for n in range(1, 6)]
    seen, cursor = [], ""
    for _round in range(5):
        answer = Client().get(ROOT, {"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        seen += [a["id"] for a in answer["items"]]
        cursor = answer["next"]
        if not cursor:
            break
    assert seen == [str(r.pk) for r in rows]

    def titles(**asked):
        return [a["title"] for a in Client().get(ROOT, asked).json()["items"]]

    assert titles(kind="survey") == ["Họp 2", "Họp 4"]
    assert titles(since="2026-11-04") == ["Họp 4", "Họp 5"]
    assert titles(until="2026-11-02") == ["Họp 1", "Họp 2"]
    assert len(titles(unit=str(world.commune.pk))) == 5
    assert titles(unit=str(world.other.pk)) == []
    for wrong in ({"cursor": "xyz"}, {"kind": "party"}, {"name": "Thoa"}, {"since": "0"}):
        assert Client().get(ROOT, wrong).status_code == 422
    assert Client().get(ROOT, {"unit": "00000000-0000-0000-0000-000000000000"}).status_code == 404


def test_internal_ones_at_work_only(make, caller):
    row = make(is_public=False)
    assert Client().get(f"{ROOT}/{row.pk}").status_code == 404
    assert Client().get(f"{ROOT}/at-work/{row.pk}").status_code == 401
    assert caller("front_officer")("GET", f"/at-work/{row.pk}").json()["title"] == row.title
    outsider = caller("outsider")
    assert outsider("GET", f"/at-work/{row.pk}").status_code == 404
    assert outsider("GET", "/at-work").json()["items"] == []
    assert caller("hamlet_head")("GET", "/at-work").status_code == 403


def test_written_down_once_however_often_it_is_sent(world, caller, given):
    send = caller("front_officer")
    first, again = (send("POST", "", {**given, "hosts": [str(world.front.pk)]}, Idempotency_Key="k-1") for _ in range(2))
    assert (first.status_code, again.status_code, again["Idempotency-Replayed"]) == (201, 201, "true")
    assert Activity.objects.get().host_set.get().office == world.front
    assert send("POST", "", given, Idempotency_Key="k-1").status_code == 422
    assert send("POST", "", {**given, "starts_on": "2030-01-01"}).json()["detail"].startswith("Ngày này chưa đến")
    assert send("POST", "", {**given, "unit": str(world.front.pk)}).status_code == 404
    assert caller("outsider")("POST", "", given).status_code == 403


def test_what_changed_meanwhile_is_not_overwritten(activity, caller, given):
    send = caller("front_officer")
    tag = send("GET", f"/at-work/{activity.pk}")["ETag"]
    done = send("POST", f"/{activity.pk}/correct", {**given, "title": "Họp dân"}, If_Match=tag)
    assert (done.status_code, done.json()["title"]) == (200, "Họp dân")
    assert send("POST", f"/{activity.pk}/withdraw", {"reason": "Nhầm"}, If_Match=tag).status_code == 412
    assert send("POST", f"/{activity.pk}/withdraw", {"reason": "Nhầm"}).json()["state"] == "withdrawn"


def test_details_are_added_and_taken_off(activity, world, caller, front_officer):
    said = {"number": "77-QĐ/ĐU", "kind": "Quyết định", "issuer": "Đảng ủy phường Ninh Kiều", "is_public": True}
    document = directives.register_document(**said, by=front_officer, now=NOW)
    send = caller("front_officer")
    for path, body, where in [
        ("places", {"unit": str(world.other.pk)}, "places"),
        ("attendance", {"point": "province", "points": 35, "people": 3006}, "attendance"),
        ("documents", {"document": str(document.pk)}, "documents"),
        ("figures", {"value": "74.77", "measure": "percent", "noun": "tỷ lệ tập hợp", "quote": "Tỷ lệ đạt 74,77%."}, "figures"),
        ("sources", {"title": "Bài báo", "url": "https://bao.example.vn/1"}, "sources"),
    ]:
        answer = send("POST", f"/{activity.pk}/{path}", body)
        assert answer.status_code == 201, answer.content
        detail = answer.json()[where][0]["detail"]
        gone = send("POST", f"/{activity.pk}/details/{detail}/remove")
        assert (gone.status_code, gone.json()[where]) == (200, [])
        assert send("POST", f"/{activity.pk}/details/{detail}/remove").status_code == 404
    assert send("POST", f"/{activity.pk}/documents", {"document": str(world.front.pk)}).status_code == 404


def test_a_photo_is_sent_as_a_form(activity, caller):
    send = caller("front_officer")
    upload = SimpleUploadedFile("hem.jpg", photograph(), content_type="image/jpeg")
    body = {"upload": upload, "caption": "Cống hẻm 51"}
    answer = Client().post(f"{ROOT}/{activity.pk}/photos", body, headers={"Authorization": send.bearer, "Idempotency-Key": "p-1"})
    assert answer.status_code == 201, answer.content
    assert answer.json()["photos"][0]["url"] == f"/tep/{Photo.objects.get().file_id}/"


def test_requests_are_noted_and_answered(activity, world, caller):
    officer, leader = caller("front_officer"), caller("leader")
    noted = [officer("POST", f"/{activity.pk}/requests", {"text": f"Đề nghị {n}"}).json()["id"] for n in range(2)]
    due = timezone.localdate() + timedelta(days=30)
    body = {"title": "Thông cống", "deliverable": "Biên bản", "lead": str(world.committee.pk), "due": str(due)}
    assert officer("POST", f"/requests/{noted[0]}/take-up", body).status_code == 403
    taken = leader("POST", f"/requests/{noted[0]}/take-up", body, Idempotency_Key="t-1").json()
    assert taken["state"] == "taken_up"
    assert taken["commitment"]
    assert leader("POST", f"/requests/{noted[0]}/take-up", body).status_code == 409
    declined = leader("POST", f"/requests/{noted[1]}/decline", {"reason": "Không thuộc phường"}).json()
    assert (declined["state"], declined["reason"]) == ("declined", "Không thuộc phường")


def test_another_units_leader_does_not_find_the_request(activity, front_officer, world, people, cast, caller):
    asked = actions.note_request(activity, text="Đề nghị", addressed=world.other, by=front_officer, now=NOW)
    assert caller("leader")("POST", f"/requests/{asked.pk}/decline", {"reason": "Vì"}).status_code == 404


def test_odd_signs_in_a_body_are_left_out(caller, given):
    answer = caller("front_officer")("POST", body={**given, "title": "A\x00B\x0b \u202eC", "text": "một\x00\nhai"})
    assert answer.status_code == 201
    assert (answer.json()["title"], answer.json()["text"]) == ("AB C", "một\nhai")
    assert caller("front_officer")("POST", body={**given, "title": "\ud800"}).status_code == 422
