"""A refusal that no page caught becomes a page with its sentence; what may not be known about is a 404 like any other."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from gandan.core.access import Refusal
from gandan.core.secrets import Undecipherable
from gandan.core.ui import errors

PROGRAMS = ("/api/", "/healthz", "/readyz", "/metrics")


class RefusalMiddleware:
    """Turns what stops a deed into an answer for a person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; exceptions come back below. A method that an address does not know gets a page; programs get theirs from the API."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content and not request.path.startswith(PROGRAMS):
            return errors.not_opened(request, response["Allow"])
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal with its sentence, a silent database with "back soon"; leave everything else to Django."""
        if isinstance(exception, Refusal):
            if exception.status == 404:
                return errors.missing(request, exception)
            return errors.answer(request, "403.html", status=exception.status, refusal=exception)
        if isinstance(exception, PermissionDenied):
            return errors.forbidden(request, exception)
        if isinstance(exception, OperationalError | InterfaceError):
            errors.log.exception("database does not answer")
            return errors.resting(request)
        if isinstance(exception, Undecipherable):
            errors.log.error("keys do not open what is stored; see gandan doctor")
            return errors.locked(request)
        return None
