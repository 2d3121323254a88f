"""REST of models: what everybody reads, what offices do, and who is told no."""

import csv
import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.queries import actor_for
from gandan.core import codes
from gandan.movement import actions
from gandan.movement.enums import Kind, State
from gandan.movement.models import Practice, Window
from gandan.movement.web.schemas_in import FormIn
from tests.movement.ground import brought, form
from tests.people import NOW

BASE = "/api/v1/models"
AIM = {"name": "Điểm rác tự phát", "measure": "count", "noun": "điểm", "before": 7, "target": 0, "due": "2030-12-31"}
FORM = {
    "title": "Xe đẩy gom rác hẻm nhỏ",
    "place": "Hẻm 51, khu phố 3",
    "problem": "Xe rác không vào được hẻm nhỏ, rác vứt xuống kênh.",
    "aim": "Hết điểm rác tự phát.",
    "way": "Chị em chia ca đẩy xe vào hẻm lấy rác đã phân loại.",
    "audience": "Các hộ trong hẻm",
    "output": "Biên bản kiểm đếm hằng tháng.",
    "upkeep": "Luân phiên mỗi quý.",
    "starts_on": "2026-03-01",
    "forces": [{"part": "lead", "name": "Chi hội Phụ nữ"}, {"part": "take_part", "name": "Ban công tác Mặt trận"}],
    "aims": [AIM],
    "resources": [{"kind": "labour", "measure": "count", "noun": "công", "planned": 60}],
    "milestones": [{"due": "2030-06-30", "what": "Nửa số hộ có thùng riêng"}],
}


@pytest.fixture
def call(people):
    """Ask as somebody of the cast."""
    today, now, tokens = timezone.localdate(), timezone.now(), dict[str, str]()

    def ask(who: str, method: str, path: str, body: object = None, **headers: str):
        if who != "citizen" and who not in tokens:
            by = actor_for(people[who], today=today)
            tokens[who] = make_token(people[who], label="thử", last_day=today + timedelta(days=5), by=by, now=now)[1]
        given = {"Authorization": f"Bearer {tokens[who]}"} if who != "citizen" else {}
        sent = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        return getattr(Client(), method)(BASE + path, headers={**given, **headers}, **sent)

    return ask


@pytest.fixture
def open_today(drive):
    """The clock of REST is the real one."""
    today = timezone.localdate()
    Window.objects.update_or_create(
        drive=drive, year=today.year, defaults={"opens_on": date(today.year, 1, 1), "closes_on": date(today.year, 12, 31)}
    )
    return drive


def test_everybody_reads_what_is_public_page_by_page(call, in_state, begun):
    made = [in_state(n=n) for n in (1, 2, 3)]
    begun(9)
    first = call("citizen", "get", "?limit=2").json()
    second = call("citizen", "get", f"?limit=2&cursor={first['next']}").json()
    assert {x["id"] for x in first["items"] + second["items"]} == {str(p.pk) for p in made}
    assert second["next"] is None
    one = first["items"][0]
    assert (one["state"], one["alive"], one["effective"], one["levels"], one["copies"]) == ("registered", True, False, [], 0)
    assert one["unit"]["name"] == "Phường Ninh Kiều"
    answer = call("citizen", "get", f"/{made[0].pk}")
    assert answer.json()["outcomes"][0]["target"] == "0.00"
    again = call("citizen", "get", f"/{made[0].pk}", **{"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    for path, status in (("?unit=" + str(uuid4()), 404), ("?sai=1", 422), ("?cursor=x", 422), (f"/{uuid4()}", 404), ("?level=no", 422)):
        assert call("citizen", "get", path).status_code == status, path


def test_a_page_costs_the_same_for_one_and_for_many(call, in_state):
    def asked() -> int:
        with CaptureQueriesContext(connection) as told:
            assert call("citizen", "get", "").status_code == 200
        return len(told)

    in_state(n=1)
    asked()
    one = asked()
    for n in range(2, 8):
        in_state(n=n)
    assert asked() == one


def test_drafts_are_their_offices_and_404_for_everybody_else(call, begun):
    draft = begun(1)
    for who, status in (("citizen", 401), ("outsider", 404), ("central_analyst", 404), ("administrator", 403), ("committee_officer", 200)):
        assert call(who, "get", f"/at-work/{draft.pk}").status_code == status, who
    assert call("citizen", "get", f"/{draft.pk}").status_code == 404
    mine = call("committee_officer", "get", "/at-work?state=draft").json()["items"]
    assert [x["id"] for x in mine] == [str(draft.pk)]
    assert call("outsider", "get", "/at-work").json()["items"] == []


def test_a_form_is_begun_written_and_sent_in(call, open_today, field, ground):
    where = {"drive": str(open_today.pk), "office": str(ground.committee.pk), "field": str(field.pk)}
    key = {"Idempotency-Key": "một".encode().hex()}
    made = call("committee_officer", "post", "/at-work", where, **key)
    assert made.status_code == 201
    assert call("committee_officer", "post", "/at-work", where, **key)["Idempotency-Replayed"] == "true"
    draft = made.json()
    assert {"title", "aims", "forces"} <= set(draft["missing"])
    path = f"/at-work/{draft['id']}"
    refused = call("committee_officer", "post", f"{path}/submission")
    assert refused.status_code == 422
    assert "tên mô hình" in refused.json()["detail"]
    tag = call("committee_officer", "get", path)["ETag"]
    body = {**FORM, "field": str(field.pk)}
    written = call("committee_officer", "post", f"{path}/form", body, **{"If-Match": tag})
    assert (written.status_code, written.json()["missing"]) == (200, [])
    assert call("committee_officer", "post", f"{path}/form", body, **{"If-Match": tag}).status_code == 412
    sent = call("committee_officer", "post", f"{path}/submission").json()
    assert (sent["state"], sent["likenesses"]) == ("submitted", [])
    assert call("outsider", "post", f"{path}/submission").status_code == 404
    assert call("front_officer", "post", "/at-work", where).status_code == 403
    for change, status in (({"field": str(uuid4())}, 422), ({"drive": str(uuid4())}, 422), ({"office": str(uuid4())}, 422)):
        assert call("committee_officer", "post", "/at-work", {**where, **change}).status_code == status
    lead = {"part": "lead", "office": str(uuid4())}
    assert call("committee_officer", "post", "/at-work", {**where, "forces": [lead]}).status_code == 422


def test_measures_evidence_signs_and_a_lesson(call, in_state, open_today, ground, outsider):
    practice = in_state()
    path = f"/at-work/{practice.pk}"
    reading = {"aim": str(practice.aims.get().pk), "value": 3, "read_on": timezone.localdate().isoformat()}
    assert call("committee_officer", "post", f"{path}/readings", reading).json()["outcomes"][0]["value"] == "3"
    assert call("committee_officer", "post", f"{path}/readings", {**reading, "aim": str(uuid4())}).status_code == 422
    shown = call("committee_officer", "post", f"{path}/evidence", {"url": "https://example.vn/hem-sach", "note": "Báo địa phương"})
    assert shown.json()["evidence"][0]["kind"] == "link"
    assert call("committee_officer", "post", f"{path}/signs", {"note": "Hẻm vẫn sạch, tổ vẫn trực."}).json()["signs"]
    assert call("outsider", "post", f"{path}/signs", {"note": "Hẻm vẫn sạch."}).status_code == 403
    learnt = call("outsider", "post", f"/{practice.pk}/adoptions", {"office": str(ground.other_front.pk)})
    assert learnt.status_code == 201
    assert (learnt.json()["adopted_from"], learnt.json()["way"]) == (str(practice.pk), practice.way)
    assert call("outsider", "post", f"/{practice.pk}/adoptions", {"office": str(ground.other_front.pk)}).status_code == 403


def test_a_family_is_read_parents_first(call, in_state, ground, outsider, provincial_specialist):
    practice = in_state()
    learnt = actions.adopt(practice, office=ground.other_front, by=outsider, now=NOW)
    actions.write(learnt, written=form(learnt.field, 5, changed="Gom buổi chiều"), by=outsider, now=NOW)
    learnt = brought(learnt, State.REGISTERED, owner=outsider, registrar=provincial_specialist)
    actions.judge_adoption(learnt, worked="worked", text="Hẻm sạch sau ba tháng.", by=outsider, now=NOW)
    found = call("citizen", "get", f"/{learnt.pk}/family").json()
    assert (found["root"], found["size"], found["units"], found["generations"]) == (str(practice.pk), 2, 2, 2)
    assert [(m["id"], m["parent"], m["worked"]) for m in found["members"]] == [
        (str(practice.pk), None, None),
        (str(learnt.pk), str(practice.pk), "worked"),
    ]
    assert call("citizen", "get", f"/{practice.pk}").json()["copies"] == 1


def test_the_list_goes_by_a_problem_and_the_finder_is_for_offices_and_explains(call, in_state):
    practice = in_state()
    for query, n in (("q=rác trong hẻm", 1), ("q=rac trong hem&kind=exemplar", 0), ("q=sạt lở bờ sông", 0)):
        assert len(call("citizen", "get", f"?{query}").json()["items"]) == n, query
    assert call("citizen", "get", "/find?words=rác trong hẻm").status_code == 401
    answer = call("outsider", "get", "/find?words=cho meo xe bao rac").json()
    assert answer["items"][0]["model"]["id"] == str(practice.pk)
    assert "problem" in answer["items"][0]["parts"]
    assert "rác thải" in answer["things"]
    assert answer["items"][0]["named"][0] == "rác", "in the words of the model"
    assert call("outsider", "get", "/find?words=rac trong hemm").json()["read"] == "rac trong hem"
    assert call("outsider", "get", "/find?words=rac trong hemm&as_typed=true").json()["corrected"] == []


def test_drives_and_numbers(call, in_state, drive, ground):
    in_state()
    items = call("citizen", "get", "/drives").json()["items"]
    assert [(d["id"], len(d["fields"]), d["windows"][0]["year"]) for d in items] == [(str(drive.pk), 4, 2026)]
    assert call("citizen", "get", f"/drives/{drive.pk}").json()["title"] == drive.title
    assert call("citizen", "get", f"/drives/{uuid4()}").status_code == 404
    for query, registered in (("", 1), (f"?unit={ground.commune.pk}", 1), (f"?unit={ground.other.pk}", 0), (f"?drive={drive.pk}", 1)):
        counted = call("citizen", "get", f"/counts{query}").json()
        assert (counted["models"]["registered"], counted["models"]["kind"]) == (registered, "model")
        assert [g["registered"] for g in counted["groups"]] == [1] * registered
    in_state(n=2, kind=Kind.EXEMPLAR)
    with CaptureQueriesContext(connection) as told:
        counted = call("citizen", "get", "/counts").json()
    assert [counted[name]["registered"] for name in ("models", "collectives", "persons")] == [1, 1, 0], "three things, never added"
    assert sum("movement_review" in one["sql"] for one in told) == 1, "the newest review of each is looked up once"


def test_a_voice_by_code_and_whose_token_may_not_come_along(call, in_state, supervisor):
    practice = in_state()
    code = codes.shown(actions.issue_code(practice, by=supervisor, now=NOW))
    said = call("citizen", "post", "/voices", {"code": code, "helps": "yes"})
    assert (said.status_code, said.json()["model"]) == (201, str(practice.pk))
    told = call("citizen", "get", f"/{practice.pk}").json()["voices"][0]
    assert (told["by_board"], told["yes"], told["partly"], told["no"]) == (True, 1, 0, 0)
    refused = call("committee_officer", "post", "/voices", {"code": code, "helps": "no"})
    assert refused.status_code == 403
    assert call("citizen", "post", "/voices", {"code": "AAAA", "helps": "yes"}).status_code == 422
    statuses = [call("citizen", "post", "/voices", {"code": "AAAA", "helps": "yes"}).status_code for _ in range(30)]
    assert statuses[-1] == 429


def test_lengths_of_rest_are_those_of_the_form():
    for name in ("title", "place", "problem", "aim", "way", "audience", "output", "upkeep", "changed"):
        most = next(m.max_length for m in FormIn.model_fields[name].metadata if hasattr(m, "max_length"))
        assert most == Practice._meta.get_field(name).max_length, name


def test_feeds_and_the_table_of_numbers(in_state, ground, world):
    practice = in_state()
    client = Client()
    feed = client.get("/mo-hinh/dang-ky.atom")
    assert feed.status_code == 200
    assert practice.title in feed.content.decode()
    kept = {"If-Modified-Since": feed["Last-Modified"], "If-None-Match": feed["ETag"]}
    assert client.get("/mo-hinh/dang-ky.atom", headers=kept).status_code == 304
    Practice.objects.filter(pk=in_state(n=2).pk).update(changed_at=NOW)
    feed = client.get("/mo-hinh/dang-ky.atom")
    kept = {"If-Modified-Since": feed["Last-Modified"], "If-None-Match": feed["ETag"]}
    Practice.objects.filter(title__startswith="Hẻm 2").update(state="withdrawn")
    assert client.get("/mo-hinh/dang-ky.atom", headers=kept).status_code == 200, "one left it, though nothing in it is newer"
    assert practice.title not in client.get(f"/mo-hinh/don-vi/{ground.other.pk}/dang-ky.atom").content.decode()
    assert client.get("/mo-hinh/cong-nhan.atom").status_code == 200
    assert client.get(f"/mo-hinh/don-vi/{uuid4()}/cong-nhan.atom").status_code == 404
    assert practice.title in client.get("/mo-hinh/dang-ky.atom", {"tim": "rác trong hẻm"}).content.decode()
    assert practice.title not in client.get("/mo-hinh/dang-ky.atom", {"tim": "sạt lở bờ sông"}).content.decode()
    table = list(csv.DictReader(client.get("/mo-hinh/so-dem.csv").content.decode("utf-8-sig").splitlines()))
    assert list(table[0])[:7] == "unit unit_code on field kind subject registered".split()
    assert list(table[0])[-2:] == ["drive_id", "drive"], "whoever reads by place finds what was there before"
    row = [table[0][name] for name in ("drive_id", "drive", "field", "kind", "subject", "registered", "living", "effective", "lapsed")]
    assert row == [str(practice.drive_id), practice.drive.title, "Kinh tế", "Mô hình", "Tập thể", "1", "1", "0", "0"]
    assert len(client.get(f"/mo-hinh/don-vi/{ground.other.pk}/so-dem.csv").content.decode().splitlines()) == 1
