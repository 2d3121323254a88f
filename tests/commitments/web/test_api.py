"""REST: what is owed without a token, every deed with one; done once under a key, refused when the thing changed."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.queries import actor_for
from gandan.commitments import actions
from gandan.commitments.enums import CodeKind, State
from gandan.commitments.models import Commitment
from tests.commitments.conftest import at
from tests.commitments.web.test_staff import png

pytestmark = pytest.mark.django_db
API = "/api/v1/commitments"
WORDS = "Đèn cuối hẻm vẫn chưa sáng"


@pytest.fixture(autouse=True)
def fresh_pace(db):
    cache.clear()


def bearer(user) -> str:
    """A fresh token of somebody."""
    today = timezone.localdate()
    by = actor_for(user, today=today)
    return make_token(user, label="thử", last_day=today + timedelta(days=30), by=by, now=timezone.now())[1]


@pytest.fixture
def call(people, opens):
    """Calls of one of the cast, with a token of their own."""
    tokens: dict[str, str] = {}

    def ask(who: str, method: str, address: str, body=None, **headers):
        if who != "citizen" and who not in tokens:
            opens(who)  # with the second factor, where it is demanded
            tokens[who] = bearer(people[who])
        given = {"Authorization": f"Bearer {tokens[who]}"} if who != "citizen" else {}
        kind = {} if body is None else {"data": body, "content_type": "application/json"}
        return getattr(Client(), method)(API + address, headers={**given, **headers}, **kind)

    return ask


def test_everyone_reads_what_is_owed_to_people(call, in_time, task):
    c, internal = in_time(), task()
    rows = call("citizen", "get", "").json()["items"]
    assert [r["id"] for r in rows] == [str(c.pk)]
    one = call("citizen", "get", f"/{c.pk}")
    assert (one.json()["title"], one.json()["state"], one.json()["objections"]) == (c.title, "open", [])
    assert call("citizen", "get", f"/{internal.pk}").status_code == 404
    assert call("citizen", "get", f"/{c.pk}", **{"If-None-Match": one["ETag"]}).status_code == 304


def test_at_work_tasks_are_there(call, task):
    c = task()
    assert [r["id"] for r in call("front_officer", "get", "/at-work").json()["items"]] == [str(c.pk)]
    assert call("outsider", "get", f"/at-work/{c.pk}").status_code == 404
    assert call("citizen", "get", "/at-work").status_code == 401


def test_pages_by_cursor_and_filters(call, in_time, late, ground):
    made = [str(in_time(title=f"Việc {n}").pk) for n in range(3)] + [str(late().pk)]
    first = call("citizen", "get", "?limit=3").json()
    rest = call("citizen", "get", f"?limit=3&cursor={first['next']}").json()
    assert sorted(r["id"] for r in first["items"] + rest["items"]) == sorted(made)
    assert rest["next"] is None
    assert [r["late"] for r in call("citizen", "get", "?late=true").json()["items"]] == [True]
    assert len(call("citizen", "get", f"?unit={ground.other.pk}").json()["items"]) == 0
    for wrong in ("?cursor=x", "?limit=0", "?state=none", "?nothing=1", "?unit=x"):
        assert call("citizen", "get", wrong).status_code == 422, wrong


def test_counts_stand_apart(call, in_time, late, task, ground):
    in_time()
    late()
    task()
    said = call("citizen", "get", f"/counts?unit={ground.commune.pk}").json()
    assert (said["promises"]["open"], said["promises"]["late"], "tasks" in said) == (1, 1, False)
    assert call("provincial_specialist", "get", f"/at-work/counts?unit={ground.commune.pk}").json()["tasks"]["open"] == 1
    assert call("leader", "get", f"/at-work/counts?unit={ground.other.pk}").status_code == 404


def make(ground, **more):
    due = (timezone.localdate() + timedelta(days=20)).isoformat()
    return {"title": "Sửa cống", "deliverable": "Cống thông", "lead": str(ground.front.pk), "due": due, **more}


def test_a_promise_is_made_once_under_a_key(call, ground):
    answers = [call("front_officer", "post", "/promises", make(ground), **{"Idempotency-Key": "mot"}) for _ in range(2)]
    assert [a.status_code for a in answers] == [201, 201]
    assert (answers[0].json()["id"] == answers[1].json()["id"], Commitment.objects.count()) == (True, 1)
    assert call("front_officer", "post", "/promises", make(ground, title="Khác"), **{"Idempotency-Key": "mot"}).status_code == 422


@pytest.mark.parametrize(
    ("change", "status"),
    [({"due": None}, 422), ({"due": "2020-01-01"}, 422), ({"lead": "0197c348-0000-7000-8000-000000000000"}, 422), ({"title": ""}, 422)],
)
def test_a_wrong_promise_is_a_problem(call, ground, change, status):
    answer = call("front_officer", "post", "/promises", make(ground, **change))
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_a_date_by_a_rule(call, ground):
    made = call("front_officer", "post", "/promises", make(ground, due=None, due_rule="supervision.answer")).json()
    assert made["due"] > made["made_on"]


def test_tasks_and_requests(call, ground):
    said = call("provincial_leader", "post", "/tasks", make(ground, assigned_by=str(ground.province_board.pk)))
    assert (said.status_code, said.json()["is_public"], said.json()["assigned_by"]["name"][:4]) == (201, False, "Ban ")
    said = call("front_officer", "post", "/requests", make(ground, title="Nối mương"))
    assert (said.status_code, said.json()["kind"]) == (201, "request")
    assert call("front_officer", "post", "/tasks", make(ground, assigned_by=str(ground.front.pk))).status_code == 403


def test_the_whole_way_of_a_promise(call, in_time, ground):
    c = in_time()
    tag = call("front_officer", "get", f"/at-work/{c.pk}")["ETag"]
    said = call("front_officer", "post", f"/{c.pk}/progress", {"note": "Đã mua đèn", "percent": 40}, **{"If-Match": tag})
    assert (said.status_code, said.json()["progress"][0]["percent"]) == (200, 40)
    assert call("front_officer", "post", f"/{c.pk}/progress", {"note": "Lại"}, **{"If-Match": tag}).status_code == 412
    code = call("front_officer", "post", f"/{c.pk}/codes", {"kind": CodeKind.HOLDER}).json()["code"]
    to = (c.due + timedelta(days=3)).isoformat()
    assert call("leader", "post", f"/{c.pk}/extension", {"to": to, "reason": "Mưa kéo dài"}).json()["extensions"][0]["now"] == to
    assert call("leader", "post", f"/{c.pk}/reminder").status_code == 200
    assert call("front_officer", "post", f"/{c.pk}/report", {"summary": "Đã lắp đủ 12 bóng"}).status_code == 403, "without evidence"
    evidence = {"kind": "link", "url": "https://ninhkieu.example.vn/anh"}
    assert call("front_officer", "post", f"/{c.pk}/evidence", evidence).json()["evidence"][0]["kind"] == "link"
    assert call("front_officer", "post", f"/{c.pk}/report", {"summary": "Đã lắp đủ 12 bóng"}).json()["state"] == "reported"
    assert call("front_officer", "post", f"/{c.pk}/confirmation").status_code == 403
    said = call("citizen", "post", f"/{c.pk}/objections", {"text": WORDS})
    assert (said.status_code, said.json()["state"], said.json()["objections"][0]["text"]) == (201, "open", None)
    assert call("leader", "get", f"/at-work/{c.pk}").json()["objections"][0]["text"] == WORDS
    call("front_officer", "post", f"/{c.pk}/evidence", {"kind": "note", "note": "Đã lắp thêm"})
    call("front_officer", "post", f"/{c.pk}/report", {"summary": "Đã lắp đủ 12 bóng"})
    assert call("citizen", "post", "/confirm-by-code", {"code": "sai"}).status_code == 422
    said = call("citizen", "post", "/confirm-by-code", {"code": code.lower()})
    assert (said.status_code, said.json()["state"], said.json()["confirmations"][0]["how"]) == (201, State.CONFIRMED, "code")


def test_files_are_evidence(people, in_time):
    c = in_time()
    upload = SimpleUploadedFile("den.png", png(), content_type="image/png")
    head = {"Authorization": f"Bearer {bearer(people['front_officer'])}"}
    answer = Client().post(f"{API}/{c.pk}/files", {"upload": upload, "note": "Đèn sáng"}, headers=head)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["evidence"][0]["kind"] == "photo"
    wrong = SimpleUploadedFile("a.exe", b"MZ" + bytes(400), content_type="application/octet-stream")
    assert Client().post(f"{API}/{c.pk}/files", {"upload": wrong}, headers=head).status_code in (415, 422)


def test_offices_come_and_go(call, in_time, ground):
    c = in_time()
    office = {"office": str(ground.committee.pk)}
    assert [o["id"] for o in call("front_officer", "post", f"/{c.pk}/coordinators", office).json()["coordinators"]] == [office["office"]]
    assert call("front_officer", "post", f"/{c.pk}/coordinators/removal", office).json()["coordinators"] == []
    moved = call("leader", "post", f"/{c.pk}/handover", {**office, "reason": "Việc của Ủy ban"}).json()
    assert (moved["lead"]["id"], moved["handovers"][0]["reason"]) == (office["office"], "Việc của Ủy ban")
    assert call("leader", "post", f"/{c.pk}/successor", office).status_code == 404
    assert call("leader", "post", f"/{c.pk}/withdrawal", {"reason": "Không còn nguồn"}).json()["state"] == "withdrawn"


def test_a_task_is_sent_back_and_accepted(call, task, reported):
    c = reported(task(due=timezone.localdate() + timedelta(days=9)))
    assert call("provincial_specialist", "post", f"/{c.pk}/send-back", {"reason": "Thiếu số liệu"}).json()["state"] == "open"
    reported(c, now=at(0) + timedelta(seconds=5))
    assert call("provincial_specialist", "post", f"/{c.pk}/acceptance").json()["state"] == "accepted"


def test_what_one_may_not_see_is_not_there(call, task):
    c = task()
    for deed, body in (("progress", {"note": "x"}), ("coordinators", {"office": str(c.lead_id)}), ("report", {"summary": "x"})):
        assert call("outsider", "post", f"/{c.pk}/{deed}", body).status_code == 404, deed


def test_the_peoples_word_is_paced(call, in_time, reported, monkeypatch):
    monkeypatch.setattr("gandan.commitments.web.voices_api.OBJECTIONS", 0)
    assert call("citizen", "post", f"/{reported(in_time()).pk}/objections", {"text": WORDS}).status_code == 429


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/promises", {"title": "Lắp\x00 đèn"}),
        ("/promises", {"beneficiary": "a\x01b"}),
        ("/promises", {"due_rule": "a\x00"}),
        ("/promises", {"due_rule": "a" * 500}),
        ("/promises", {"due": None, "due_rule": "deadline.assigned_task_default", "made_on": "9999-12-30"}),
        ("/promises", {"due": None, "due_rule": "deadline.assigned_task_default", "made_on": "0001-01-01"}),
        ("/{c}/progress", {"note": "a\x00"}),
        ("/{c}/evidence", {"kind": "note", "note": "Đã xong\x00"}),
        ("/{c}/extension", {"to": "2027-01-01", "reason": "Chờ vật tư\x00"}),
        ("/{c}/withdrawal", {"reason": "Hết nguồn vốn\x00"}),
    ],
)
def test_what_cannot_be_kept_is_said_so(call, ground, in_time, path, body):
    """Never an error of ours: unreadable signs, rules nobody has, days beyond every calendar."""
    base = {"title": "Sửa đèn", "deliverable": "Đèn sáng lại", "lead": str(ground.front.pk), "due": "2027-01-01"}
    sent = {**base, **body} if path == "/promises" else body
    answer = call("leader" if "extension" in path or "withdrawal" in path else "front_officer", "post", path.format(c=in_time().pk), sent)
    assert answer.status_code == 422, answer.content


def test_anybody_s_objection_with_unreadable_signs_is_refused(call, in_time, reported):
    c = reported(in_time())
    assert call("citizen", "post", f"/{c.pk}/objections", {"text": "đèn chưa sáng\x00"}).status_code == 422
    assert call("citizen", "post", "/confirm-by-code", {"code": "ABCD-EFGH\x00-1234"}).status_code == 422


def test_a_code_in_the_hands_of_the_unit_is_not_the_people_s_word(call, in_time, reported, front_officer):
    """Whoever's token comes along stands behind the code."""
    c = in_time()
    code = actions.issue_code(c, kind=CodeKind.HOLDER, by=front_officer, now=timezone.now())
    reported(c, now=timezone.now())
    answer = call("front_officer", "post", "/confirm-by-code", {"code": code})
    assert (answer.status_code, "không xác nhận thay người dân" in answer.json()["detail"]) == (403, True)
    assert call("citizen", "post", "/confirm-by-code", {"code": code}).status_code == 201
