"""The pages for what went wrong. Each says what to do next; none needs the database."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

AT_WORK = ("/lam-viec/", "/tai-khoan/")
log = logging.getLogger("gandan.errors")
_of_programs: dict[str, Callable[[HttpRequest], HttpResponse]] = {}
PLAIN = "Hệ thống gặp lỗi, xin Ông/Bà thử lại sau ít phút. / Something went wrong; please try again in a few minutes."


def register(prefix: str, missing: Callable[[HttpRequest], HttpResponse]) -> None:
    """Called from a room's `AppConfig.ready`: addresses below `prefix` are asked for by programs, which are told in their own form."""
    _of_programs[prefix] = missing


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent what no page can read."""
    return _page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 without a sentence of its own."""
    return _page(request, "403.html", 403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not here, or not for this reader; the answer is the same."""
    for prefix, told in _of_programs.items():
        if request.path.startswith(prefix):
            return told(request)
    return _page(request, "404.html", 404)


def not_opened(request: HttpRequest, allowed: str) -> HttpResponse:
    """405: the address of a deed, typed or kept as a bookmark; it is done by a button on another page."""
    response = _page(request, "405.html", 405)
    response["Allow"] = allowed
    return response


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of the protection against forged forms: mostly a page left open overnight."""
    return _page(request, "403_form.html", 403)


def broken(request: HttpRequest) -> HttpResponse:
    """500. If even its page cannot be made, a plain sentence."""
    return _page(request, "500.html", 500)


def resting(request: HttpRequest) -> HttpResponse:
    """503: maintenance, or the database is away."""
    response = _page(request, "503.html", 503)
    response["Retry-After"] = "120"
    response["Cache-Control"] = "no-store"
    return response


def locked(request: HttpRequest) -> HttpResponse:
    """503: the keys of this installation do not open what it stored; only its operator can mend that."""
    response = _page(request, "503_keys.html", 503)
    response["Cache-Control"] = "no-store"
    return response


def answer(request: HttpRequest, template: str, *, status: int, **context: object) -> HttpResponse:
    """A page with the masthead of where the reader is: who works stays in the workspace, with the own menu, and no cache keeps that."""
    working = request.path.startswith(AT_WORK) and request.user.is_authenticated
    response = render(request, template, {"base": "ui/workspace.html" if working else "ui/portal.html", **context}, status=status)
    if working:
        patch_cache_control(response, private=True, no_store=True)
    return response


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    try:
        return answer(request, template, status=status)
    except Exception:
        log.exception("error page %s", template)
        return HttpResponse(PLAIN, status=status, content_type="text/plain; charset=utf-8")
