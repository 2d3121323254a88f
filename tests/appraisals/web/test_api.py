"""REST: what is posted and decided is everybody's; marks are nobody's before all are shown; objections have a code."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.queries import actor_for
from gandan.appraisals import actions
from gandan.appraisals.enums import State
from gandan.appraisals.models import Objection
from tests.people import NOW

BASE = "/api/v1/appraisals"
WHY = "Mô hình này đã dừng từ đầu năm, bà con ở đây đều biết."


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


def test_what_is_posted_is_read_by_everybody_and_objected_to_by_code(call, posted, leader):
    posting = posted()
    items = call("citizen", "get", "/postings?open=true").json()["items"]
    assert [(p["id"], p["open"], p["objections"]) for p in items] == [(str(posting.pk), True, {"open": 0, "upheld": 0, "dismissed": 0})]
    key = {"Idempotency-Key": "k1"}
    done = call("citizen", "post", f"/postings/{posting.pk}/objections", {"text": WHY}, **key)
    assert done.status_code == 201
    again = call("citizen", "post", f"/postings/{posting.pk}/objections", {"text": WHY}, **key)
    assert (again.json(), Objection.objects.count()) == (done.json(), 1)
    code = done.json()["code"].lower()
    assert call("citizen", "post", "/objections", {"code": code}).json() | {"filed_on": ""} == {
        "posting": str(posting.pk),
        "title": posting.title,
        "state": "open",
        "text": WHY,
        "filed_on": "",
        "reply": "",
        "replied_on": None,
    }
    assert call("citizen", "get", f"/postings/{posting.pk}").json()["objections"]["open"] == 1
    for path, body, status in (
        ("/objections", {"code": "AAAA"}, 422),
        (f"/postings/{uuid4()}/objections", {"text": WHY}, 404),
        (f"/postings/{posting.pk}/objections", {"text": ""}, 422),
    ):
        assert call("citizen", "post", path, body).status_code == status, path
    actions.take_down(posting, reason="Hồ sơ rút để bổ sung.", by=leader, now=NOW)
    assert call("citizen", "get", "/postings?open=true").json()["items"] == []
    assert call("citizen", "post", f"/postings/{posting.pk}/objections", {"text": WHY}).status_code == 403
    tries = [call("citizen", "post", "/objections", {"code": "AAAA"}).status_code for _ in range(30)]
    assert tries[-1] == 429


def test_a_page_of_postings_costs_the_same_for_one_and_for_many(call, posted):
    def asked() -> int:
        with CaptureQueriesContext(connection) as told:
            assert call("citizen", "get", "/postings").status_code == 200
        return len(told)

    posted()
    asked()
    one = asked()
    for n in range(5):
        posted(subject_id=f"s{n}")
    assert asked() == one
    first = call("citizen", "get", "/postings?limit=4").json()
    second = call("citizen", "get", f"/postings?limit=4&cursor={first['next']}").json()
    assert (len(first["items"]), len(second["items"]), second["next"]) == (4, 2, None)


def test_marks_are_nobodys_before_all_are_shown(call, in_state, ground):
    scoring = in_state(State.SCORING)
    found = call("committee_officer", "get", f"/{scoring.pk}").json()
    assert (found["cards"], found["cards_in"], len(found["lines"])) == (None, 0, 4)
    shown = in_state(State.CLOSED)
    answer = call("committee_officer", "get", f"/{shown.pk}")
    assert (len(answer.json()["cards"]), answer.json()["passed"]) == (4, True)
    assert call("committee_officer", "get", f"/{shown.pk}", **{"If-None-Match": answer["ETag"]}).status_code == 304
    owner = call("front_officer", "get", f"/{shown.pk}").json()
    assert {card["who"] for card in owner["cards"]} == {""}
    for who, status in (("citizen", 401), ("outsider", 404), ("central_analyst", 404)):
        assert call(who, "get", f"/{shown.pk}").status_code == status, who
    listed = call("committee_officer", "get", f"?state=closed&unit={ground.commune.pk}").json()["items"]
    assert [x["id"] for x in listed] == [str(shown.pk)]
    assert call("outsider", "get", "").json()["items"] == []
    assert call("citizen", "get", "/decisions").json() == {"items": [], "next": None}
