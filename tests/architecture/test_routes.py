"""Nobody where they don't belong: every address and every call of the API declares who may use it."""

import pytest
from django.http import HttpResponse
from django.urls import URLResolver, path
from django.urls.resolvers import RegexPattern

from gandan.core.access import public
from gandan.core.access.permissions import table
from tests.architecture.routes import LIBRARY, declared, operations, routes


def bare(request):
    return HttpResponse()


@pytest.mark.parametrize("route", routes(), ids=lambda r: r.pattern or "/")
def test_an_address_declares_its_guard(route):
    assert route.guard is not None or route.module in LIBRARY, f"/{route.pattern}: wrap it with access.public or access.guarded"
    assert route.guard in {None, "public"} or route.guard in table(), f"/{route.pattern}: no room declares {route.guard}"


@pytest.mark.parametrize("operation", operations(), ids=lambda o: o.view_func.__name__)
def test_a_call_of_the_api_declares_its_guard(operation):
    guard = declared(operation)
    assert guard is not None, f"{operation.view_func.__qualname__}: auth=open_to_all or auth=Needs(permission)"
    assert guard == "public" or guard in table()


def test_exceptions_are_still_needed():
    assert {r.module for r in routes() if r.guard is None} == set(LIBRARY)


def test_there_is_something_to_check():
    assert sum(r.guard == "public" for r in routes()) > 5
    assert sum(r.guard not in {None, "public"} for r in routes()) > 5


def test_a_bare_address_is_seen():
    patterns = [path("open/", public(lambda request: HttpResponse())), path("bare/", bare)]
    resolver = URLResolver(RegexPattern(r"^/"), patterns)
    assert [(r.pattern, r.guard) for r in routes(resolver)] == [("open/", "public"), ("bare/", None)]


def test_no_address_carries_a_verb_as_a_question():
    """One page per deed: a deed is an address of its own, so no view of ours reads `?action=`."""
    from tests.architecture.source import modules

    assert [m.path for m in modules() if 'GET.get("action"' in m.text or 'POST.get("action"' in m.text] == []
