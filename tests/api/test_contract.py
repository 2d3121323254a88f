"""What every call of the API keeps to: a declared guard, problems for errors, pages by cursor."""

import json
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from ninja.operation import PathView

from gandan.api.api import api
from gandan.core.access import SystemActor
from gandan.core.access.permissions import table
from gandan.core.legal.actions import load
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.paging import cursor_after, key_of, page
from gandan.core.rest.problems import BadCursor


@pytest.fixture
def law(db):
    return load(by=SystemActor("install"), now=timezone.now())


COMMITTED = Path(__file__).parents[2] / "docs" / "api" / "openapi.json"


def operations():
    for _prefix, router in api._routers:
        for path, view in router.path_operations.items():
            assert isinstance(view, PathView)
            yield from ((path, operation) for operation in view.operations)


def test_every_call_declares_who_may():
    for path, operation in operations():
        assert operation.auth_callbacks, path
        for guard in operation.auth_callbacks:
            assert guard is open_to_all or (isinstance(guard, Needs) and guard.permission in table()), path


def test_the_committed_schema_is_the_served_one():
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json.loads(json.dumps(api.get_openapi_schema(), ensure_ascii=False))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/nothing", 404),
        ("/api/", 404),
        ("/api/v1/rules?limit=0", 422),
        ("/api/v1/rules?cursor=%FF", 422),
        ("/api/v1/rules?on=31/12/2026", 422),
    ],
)
def test_errors_are_problems(client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert set(answer.json()) >= {"type", "title", "status", "detail"}
    assert answer.json()["status"] == status


@pytest.mark.parametrize(
    ("method", "address", "status", "allow"),
    [
        ("post", "/api/v1/readings", 404, None),
        ("get", "/api/v1/", 404, None),
        ("delete", "/api/v1", 404, None),
        ("delete", "/api/v1/units", 405, "GET"),
        ("get", "/api/v1/read/text", 405, "POST"),
        ("post", "/api/v1/openapi.json", 405, "GET, HEAD"),
    ],
)
def test_whatever_is_asked_a_program_gets_a_problem(method, address, status, allow):
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.headers.get("Allow") == allow


@pytest.mark.django_db
def test_a_parameter_that_does_not_exist_is_named(client):
    answer = client.get("/api/v1/rules?limt=5&on=2026-11-23")
    assert answer.status_code == 422
    assert [f["where"] for f in answer.json()["fields"]] == ["query.limt"]
    assert client.get("/api/v1/units/find?name=a").json()["fields"][0]["where"] == "query.name"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v1/rules", "/api/v1/units?limit=1"])
def test_a_token_that_no_longer_counts_is_told_on_public_calls_too(client, address):
    assert client.get(address).status_code == 200
    answer = client.get(address, HTTP_AUTHORIZATION="Bearer gd_unknown")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "vietnamese", "english"),
    [
        ("limit=0", "Phải từ 1 trở lên.", "Must be at least 1."),
        ("limit=x", "Phải là một số nguyên.", "Must be a whole number."),
        ("on=31/12/2026", "Ngày ghi theo dạng YYYY-MM-DD, ví dụ 2026-11-23.", "A day is written YYYY-MM-DD, as 2026-11-23."),
        ("on=2026-02-30", "Không có ngày này trong lịch.", "There is no such day in the calendar."),
    ],
)
def test_what_does_not_fit_is_said_in_the_readers_language(client, query, vietnamese, english):
    assert client.get(f"/api/v1/rules?{query}").json()["fields"][0]["said"] == vietnamese
    client.cookies["django_language"] = "en"
    assert client.get(f"/api/v1/rules?{query}").json()["fields"][0]["said"] == english


@pytest.mark.django_db
def test_vietnamese_is_written_as_it_is_read(client, law):
    assert "Khiếu nại" in client.get("/api/v1/rules?limit=200").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("header", [{}, {"HTTP_AUTHORIZATION": "Bearer gd_unknown"}])
def test_reading_needs_a_token(client, header):
    answer = client.post("/api/v1/read/text", {"text": "Ngày 5/6"}, content_type="application/json", **header)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1), unique=True), st.integers(1, 7))
def test_pages_show_every_row_once(keys, limit):
    rows, seen, cursor = sorted(keys), [], None
    while True:
        found = page(rows, key=str, cursor=cursor, limit=limit)
        seen += found.items
        if found.next is None:
            break
        cursor = found.next
    assert seen == rows


@given(st.text(max_size=60))
def test_a_cursor_is_ours_or_refused(typed):
    try:
        key = key_of(typed)
    except BadCursor:
        return
    assert cursor_after(key) == typed
