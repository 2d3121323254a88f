"""A guarded page: sign-in for strangers, a sentence for those without the right, the page for those with it."""

from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from gandan.core import access
from gandan.core.access import Anyone, Holding, Refusal, Role
from gandan.core.access import permissions as rights

DAY = date(2026, 11, 23)


@access.public
def open_page(request):
    return HttpResponse("mở")


@access.guarded("works.open")
def page(request):
    """Words of the page."""
    return HttpResponse("trang")


@pytest.fixture(autouse=True)
def table(monkeypatch):
    monkeypatch.setattr(rights, "_table", {"works.open": access.holds(Role.LEADER)})


def request_of(actor):
    request = RequestFactory().get("/viec/?trang=2")
    request.actor = actor
    return request


def person(role):
    return SimpleNamespace(key=f"user:{uuid4()}", holdings=(Holding(role, uuid4(), DAY),))


def test_guards_are_declared_on_the_view():
    assert (open_page.guard, page.guard, page.__name__, page.__doc__) == ("public", "works.open", "page", "Words of the page.")


def test_a_stranger_signs_in_and_comes_back(settings):
    answer = page(request_of(Anyone()))
    assert (answer.status_code, answer.url) == (302, f"{settings.LOGIN_URL}?next=/viec/%3Ftrang%3D2")


def test_without_the_right_a_sentence():
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        page(request_of(person(Role.OFFICER)))


def test_no_cache_keeps_what_is_one_persons():
    assert page(request_of(person(Role.LEADER))).headers["Cache-Control"] == "private, no-store"
    assert "Cache-Control" not in open_page(request_of(Anyone())).headers


def test_with_the_right_the_page():
    assert page(request_of(person(Role.LEADER))).content.decode() == "trang"
    assert open_page(request_of(Anyone())).content.decode() == "mở"


def sent(**said):
    request = RequestFactory().post("/viec/", {"csrfmiddlewaretoken": "x", **said})
    request.actor, request.user = Anyone(), SimpleNamespace(is_authenticated=False)
    return request


def test_who_was_signed_out_while_writing_gets_their_words_back(settings):
    words = "Việc này không thuộc <cơ quan> chúng tôi."
    answer = page(sent(reason=words, pin="123 456", kind="refused-already"))
    text = answer.content.decode()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (403, "private, no-store")
    assert "Việc này không thuộc &lt;cơ quan&gt; chúng tôi." in text
    assert f"{settings.LOGIN_URL}?next=/viec/" in text
    assert "123 456" not in text
    assert "refused-already" not in text


def test_what_is_no_words_is_not_worth_a_page():
    assert page(sent(kind="yes")).status_code == 302
