"""What every call of the API keeps to: a declared guard, problems for errors, pages by cursor."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ninja.operation import PathView

from gandan.api.api import api
from gandan.core.access.permissions import table
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.paging import cursor_after, key_of, page
from gandan.core.rest.problems import BadCursor

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
