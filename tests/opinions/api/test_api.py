"""REST: said once under a key, followed by a code that stands in no address, written with the PIN, worked on by who may."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.queries import actor_for
from gandan.core import codes
from gandan.denunciations.models import Denunciation
from gandan.opinions import queries
from gandan.opinions.models import Contact, Opinion
from gandan.opinions.web import api_saying
from tests.commitments.web.conftest import opens  # noqa: F401  with the second factor, where it is demanded
from tests.opinions.people import LAMP, case_of, index_waiting, published, sender, speak
from tests.people import CAST

pytestmark = pytest.mark.django_db
API = "/api/v1/opinions"


@pytest.fixture
def call(ground, people, opens):  # noqa: F811
    tokens: dict[str, str] = {}

    def ask(who: str, method: str, address: str, body=None, **headers):
        if who != "citizen" and who not in tokens:
            opens(who)
            now = timezone.now()
            today = timezone.localdate(now)
            by = actor_for(people[who], today=today)
            tokens[who] = make_token(people[who], label="thử", last_day=today + timedelta(days=5), by=by, now=now)[1]
        given = {"Authorization": f"Bearer {tokens[who]}"} if who != "citizen" else {}
        kind = {} if body is None else {"data": body, "content_type": "application/json"}
        return getattr(Client(), method)(API + address, headers={**given, **headers}, **kind)

    return ask


def said_by(ground, **more) -> dict:
    return {"text": LAMP, "unit": str(ground.commune.pk), "place": "Đầu hẻm 132", "topic": "street-lighting", **more}


def test_said_once_under_a_key(call, ground):
    answers = [call("citizen", "post", "", said_by(ground), **{"Idempotency-Key": "mot"}) for _ in range(2)]
    assert [a.status_code for a in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert Opinion.objects.count() == 1
    found = answers[0].json()
    assert (found["days"], codes.read(found["code"]) is not None, found["code"] in found["track"]) == (10, True, False)


@pytest.mark.parametrize(
    "change",
    [
        {"text": ""},
        {"text": "x" * 8001},
        {"unit": "0197c348-0000-7000-8000-000000000000"},
        {"hamlet": "0197c348-0000-7000-8000-000000000000"},
        {"topic": "none"},
        {"latitude": 91},
        {"latitude": 10.0},
        {"contact": {"mail": "no"}, "wish": "mail"},
        {"text": "a\u0000b tắt đèn hẻm"},
        {"language": "Việt"},
    ],
)
def test_a_wrong_opinion_is_a_problem_and_nothing_is_kept(call, ground, change):
    answer = call("citizen", "post", "", said_by(ground, **change))
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert Opinion.objects.count() == 0


def test_followed_by_a_code_in_a_header(call, ground):
    found = call("citizen", "post", "", said_by(ground)).json()
    answer = call("citizen", "get", "/tracked", **{"Opinion-Code": codes.shown(found["code"]).lower()})
    seen = answer.json()
    assert (seen["text"], seen["state"], seen["set_aside"]) == (LAMP, "received", False)
    assert seen["dates"][0]["due"] == seen["due"]
    assert "no-store" in answer["Cache-Control"]
    assert call("citizen", "get", "/tracked", **{"Opinion-Code": codes.new()}).status_code == 404
    assert call("citizen", "get", "/tracked").status_code == 422
    assert call("citizen", "get", f"/tracked?code={found['code']}").status_code in (404, 422)


def test_who_accuses_gets_the_same_receipt_and_reads_that_it_is_sealed(call, ground):
    usual = call("citizen", "post", "", said_by(ground)).json()
    sealed = call("citizen", "post", "", said_by(ground, denunciation=True)).json()
    assert set(usual) == set(sealed)
    assert (Opinion.objects.count(), Denunciation.objects.count()) == (1, 1)
    seen = call("citizen", "get", "/tracked", **{"Opinion-Code": sealed["code"]}).json()
    assert (seen["set_aside"], seen["text"], seen["state"]) == (True, "", None)
    body = {"code": sealed["code"], "pin": sealed["pin"], "text": "Xin viết thêm mấy lời."}
    assert call("citizen", "post", "/tracked/words", body).status_code == 409


def test_with_the_pin_one_writes_and_without_it_nobody(call, ground):
    said = speak(ground, now=timezone.now())
    body = {"code": said.code, "pin": said.pin, "text": "Tối qua vẫn chưa sáng."}
    assert call("citizen", "post", "/tracked/words", {**body, "pin": "000111"}).status_code == 403
    answer = call("citizen", "post", "/tracked/words", body)
    assert answer.status_code == 200, answer.content
    assert answer.json()["story"][-1]["text"] == "Tối qua vẫn chưa sáng."


def test_pins_cannot_be_tried_out(call, ground):
    said = speak(ground, now=timezone.now())
    tried = [
        call("citizen", "post", "/tracked/words", {"code": said.code, "pin": f"00{n:04d}", "text": "x"}).status_code for n in range(12)
    ]
    assert tried == [403] * 10 + [429] * 2


def test_a_key_of_idempotency_answers_nobody_else(call, ground):
    one, two = speak(ground, now=timezone.now()), speak(ground, "Rác tồn đọng sau chợ.", now=timezone.now())
    texts = [
        call("citizen", "post", "/tracked/words", {"code": s.code, "pin": s.pin, "text": "Thêm lời."}, **{"Idempotency-Key": "1"}).json()[
            "text"
        ]
        for s in (one, two)
    ]
    assert texts == [LAMP, "Rác tồn đọng sau chợ."]


def test_the_verdict_reopens_once(call, ground, committee_officer):
    said = speak(ground, now=timezone.now())
    published(said, committee_officer, now=timezone.now())
    body = {"code": said.code, "pin": said.pin, "done": False, "text": "Vẫn tối như trước."}
    answer = call("citizen", "post", "/tracked/verdict", body)
    assert (answer.status_code, answer.json()["state"]) == (200, "accepted")


def test_a_contact_is_left_and_taken_away(call, ground):
    said = speak(ground, now=timezone.now())
    body = {"code": said.code, "pin": said.pin, "contact": {"name": "Hoa", "phone": "0912345678"}}
    assert call("citizen", "post", "/tracked/contact", body).status_code == 200
    assert Contact.objects.count() == 1
    answer = call("citizen", "post", "/tracked/contact/removal", {"code": said.code, "pin": said.pin})
    assert (answer.status_code, Contact.objects.count(), "0912345678" in answer.content.decode()) == (200, 0, False)


def test_what_is_alike_and_meeting_it_too(call, ground):
    said = speak(ground, now=timezone.now())
    index_waiting()
    asked = {"text": "Đèn hẻm 132 Nguyễn Trãi không sáng", "unit": str(ground.commune.pk)}
    (one,) = call("citizen", "post", "/similar", asked).json()["items"]
    assert (one["may_join"], one["title"], one["people"]) == (True, "", 1)
    joined = call("citizen", "post", f"/cases/{one['handle']}/me-too", {"place": "Cuối hẻm"})
    assert joined.status_code == 201
    assert queries.of_code(joined.json()["code"]).case == case_of(said)


def test_what_is_public_comes_by_pages(call, ground, committee_officer):
    made = [published(speak(ground), committee_officer, now=timezone.now()).number for _ in range(5)]
    speak(ground, "Rác tồn đọng sau chợ.")
    first = call("citizen", "get", "?limit=3").json()
    rest = call("citizen", "get", f"?limit=3&cursor={first['next']}").json()
    assert [i["number"] for i in first["items"] + rest["items"]] == made[::-1]
    assert rest["next"] is None
    one = call("citizen", "get", f"/published/{made[0].lower()}")
    assert (one.json()["number"], one.json()["question"]) == (made[0], "Bốn bóng đèn đầu hẻm tắt ba tuần.")
    assert call("citizen", "get", f"/published/{made[0]}", **{"If-None-Match": one["ETag"]}).status_code == 304
    assert call("citizen", "get", f"?unit={ground.other.pk}").json()["items"] == []
    for wrong in ("?cursor=x", "?limit=0", "?nothing=1", "?cursor=YWJj"):
        assert call("citizen", "get", wrong).status_code == 422, wrong


def test_topics_and_pledge(call, ground):
    assert "street-lighting" in {t["code"] for t in call("citizen", "get", "/topics").json()["items"]}
    pledge = call("citizen", "get", f"/pledge?unit={ground.commune.pk}").json()
    assert (pledge["days"], pledge["own"], pledge["unit"]["name"]) == (10, False, "Phường Ninh Kiều")


@pytest.mark.parametrize("who", CAST)
def test_a_case_is_read_by_exactly_those_who_may(call, ground, cast, who):
    case = case_of(speak(ground, now=timezone.now()))
    status = call(who, "get", f"/at-work/{case.pk}").status_code
    sees = queries.visible_to(cast[who]).filter(pk=case.pk).exists()
    assert (status == 200) == sees
    assert status in ((200,) if sees else (401, 403, 404))


def test_an_office_works_through_a_case(call, ground):
    said = speak(ground, now=timezone.now(), contact=None)
    key = case_of(said).pk
    officer = "committee_officer"
    (row,) = call(officer, "get", "/at-work").json()["items"]
    assert (row["id"], row["state"], row["late"]) == (str(key), "received", False)
    read = call(officer, "get", f"/at-work/{key}")
    deed = f"/at-work/{key}"
    stale = {"If-Match": read["ETag"]}
    assert call(officer, "post", f"{deed}/classification", {"content": "remark", "topic": "street-lighting"}, **stale).status_code == 200
    assert call(officer, "post", f"{deed}/acceptance", {"person": None}, **stale).status_code == 412
    assert call(officer, "post", f"{deed}/acceptance", {"person": None}).json()["state"] == "accepted"
    assert call(officer, "post", f"{deed}/news", {"text": "Mai có thợ đến."}).json()["letters"][0]["kind"] == "news"
    assert call(officer, "post", f"{deed}/tag", {"label": "họp giao ban"}).json()["tags"] == ["họp giao ban"]
    assert call(officer, "post", f"{deed}/untag", {"label": "họp giao ban"}).json()["tags"] == []
    assert call(officer, "post", f"{deed}/pause", {"reason": "Chờ vật tư thay thế"}).json()["state"] == "paused"
    assert call(officer, "post", f"{deed}/resumption").json()["state"] == "accepted"
    promise = {"title": "Thay bốn bóng đèn", "deliverable": "Bốn bóng sáng", "lead": str(ground.committee.pk)}
    promise["due"] = (timezone.localdate() + timedelta(days=20)).isoformat()
    answered = call(officer, "post", f"{deed}/answer", {"text": "Sẽ thay trước cuối tháng.", "promise": promise})
    assert (answered.status_code, answered.json()["state"]) == (200, "answered"), answered.content
    assert [p["title"] for p in answered.json()["promises"]] == ["Thay bốn bóng đèn"]
    words = {"title": "Đèn hẻm 132", "question": "Bốn bóng tắt.", "answer": "Sẽ thay trước cuối tháng."}
    public = call(officer, "post", f"{deed}/publication", words).json()
    assert public["number"]
    assert public["publication"]["shown"]
    assert call("citizen", "get", f"/published/{public['number']}").status_code == 200


def test_joining_splitting_and_forwarding(call, ground):
    one, two = speak(ground, now=timezone.now()), speak(ground, "Bóng đèn hẻm 132 tắt hết.", now=timezone.now())
    officer, first, second = "committee_officer", case_of(one).pk, case_of(two).pk
    assert call(officer, "post", f"/at-work/{second}/joining", {"into": str(first)}).json()["state"] == "joined"
    whole = call(officer, "get", f"/at-work/{first}").json()
    assert len(whole["opinions"]) == 2
    split = call(officer, "post", f"/at-work/{first}/splitting", {"opinions": [str(two.opinion.pk)]})
    assert len(split.json()["opinions"]) == 1
    to = {"office": str(ground.front.pk), "reason": "Việc của Mặt trận, xin chuyển."}
    assert call(officer, "post", f"/at-work/{first}/forwarding", to).status_code == 200
    assert call(officer, "get", f"/at-work/{first}").status_code == 404
    assert call("front_officer", "get", f"/at-work/{first}").status_code == 200


def test_a_contact_is_opened_with_a_reason_and_in_no_list(call, ground):
    said = call("citizen", "post", "", said_by(ground, contact={"name": "Hoa", "phone": "0912345678"})).json()
    opinion = queries.of_code(said["code"])
    whole = call("committee_officer", "get", f"/at-work/{opinion.case_id}").content.decode()
    assert "0912345678" not in whole
    path, body = f"/at-work/{opinion.case_id}/contact", {"opinion": str(opinion.pk), "reason": "Cần hẹn giờ đến sửa"}
    assert call("outsider", "post", path, body).status_code == 404
    opened = call("committee_officer", "post", path, body)
    assert (opened.json()["phone"], "no-store" in opened["Cache-Control"]) == ("0912345678", True)
    seen = call("citizen", "get", "/tracked", **{"Opinion-Code": said["code"]}).json()
    assert any("Cần hẹn giờ đến sửa" in told["text"] for told in seen["story"])


def test_lists_ask_as_often_for_many_as_for_one(call, ground, committee_officer):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked(who: str, path: str) -> int:
        call(who, "get", path)
        with CaptureQueriesContext(connection) as seen:
            assert call(who, "get", path).status_code == 200
        return len(seen)

    published(speak(ground), committee_officer, now=timezone.now())
    few = [asked("citizen", ""), asked("committee_officer", "/at-work")]
    for n in range(12):
        published(speak(ground, f"Đèn số {n} ở hẻm nhỏ tắt đã lâu."), committee_officer, now=timezone.now())
    assert [asked("citizen", ""), asked("committee_officer", "/at-work")] == few


def test_nobody_but_the_sender_is_a_sender(ground):
    said = speak(ground)
    assert sender(said).writes


@pytest.mark.parametrize("address", ["", "/topics", "/pledge?unit={unit}", "/published/31120-2026-1"])
def test_what_everybody_reads_is_paced_as_over_open311(call, ground, monkeypatch, address):
    monkeypatch.setattr(api_saying, "READS", 2)
    asked = [call("citizen", "get", address.format(unit=ground.commune.pk)) for _ in range(3)]
    assert [given.status_code == 429 for given in asked] == [False, False, True]
    assert "Xin gọi lại sau" in asked[-1].json()["detail"]
