"""One page asks for the state of the tree once; a deed in between is seen by the next."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from gandan.units.middleware import SteadyTreeMiddleware
from gandan.units.queries import picture

pytestmark = pytest.mark.django_db


def asked(method: str) -> int:
    def page(request) -> HttpResponse:
        for _ in range(5):
            picture.picture()
        return HttpResponse()

    picture.picture()
    with CaptureQueriesContext(connection) as seen:
        SteadyTreeMiddleware(page)(RequestFactory().generic(method, "/"))
    return len(seen)


def test_a_reading_asks_once_and_a_deed_each_time():
    assert asked("GET") == asked("HEAD") == 1
    assert asked("POST") == 5


def test_the_next_reading_sees_what_changed(monkeypatch):
    versions = iter([("a", 1, None), ("a", 2, None)])
    read = iter([picture.Picture([], [], {}), picture.Picture([], [], {})])
    monkeypatch.setattr(picture, "_kept", picture.Kept())
    monkeypatch.setattr(picture, "_version", lambda: next(versions))
    monkeypatch.setattr(picture, "_picture", lambda version: next(read))
    with picture.steady():
        first = picture.picture()
        assert picture.picture() is first
    with picture.steady():
        assert picture.picture() is not first
