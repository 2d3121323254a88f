"""Addresses under /api/. Whatever is asked there, by any method, programs get JSON and never a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from gandan.api.api import api
from gandan.core.access import public
from gandan.core.rest.problems import nowhere, problem

READING = ("GET", "HEAD")
PAGES = ("openapi-json", "api-root")  # of the library itself, by any method


@csrf_exempt  # no session counts here, so there is nothing to forge, and its page would not be JSON
@public
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    """Programs get a problem, not a page, for an address that does not exist."""
    return nowhere(request)


def not_by(allowed: str) -> HttpResponseBase:
    """405, with the methods that the address does have."""
    methods = ", ".join(sorted(m.strip() for m in allowed.split(",")))
    answer = problem(405, _("Không dùng được cách gọi này"), _("Địa chỉ này chỉ nhận: %(methods)s.") % {"methods": methods})
    answer["Allow"] = methods
    return answer


def told_as_problem(view: Callable[..., HttpResponseBase], *, only: tuple[str, ...] = ()) -> Callable[..., HttpResponseBase]:
    """The library says a wrong method in plain text and a missing address by a page; here both are problems."""

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if only and request.method not in only:
            return not_by(",".join(only))
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            return nowhere(request)
        return not_by(answer["Allow"]) if answer.status_code == 405 else answer

    return inner


patterns, application, version = api.urls
for pattern in patterns:
    if isinstance(pattern, URLPattern):
        pattern.callback = told_as_problem(pattern.callback, only=READING if pattern.name in PAGES else ())
urlpatterns = [path("v1/", (patterns, application, version)), re_path(r"^(?P<rest>.*)$", nothing_here)]
