"""A refusal that no page caught becomes a page with its sentence; what may not be known about is a 404 like any other."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gandan.core.access import Refusal
from gandan.core.secrets import Undecipherable
from gandan.core.ui import errors


class RefusalMiddleware:
    """Turns what stops a deed into an answer for a person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; exceptions come back below."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal with its sentence, a silent database with "back soon"; leave everything else to Django."""
        if isinstance(exception, Refusal):
            if exception.status == 404:
                return errors.missing(request, exception)
            return render(request, "403.html", {"refusal": exception}, status=exception.status)
        if isinstance(exception, PermissionDenied):
            return errors.forbidden(request, exception)
        if isinstance(exception, OperationalError | InterfaceError):
            errors.log.exception("database does not answer")
            return errors.resting(request)
        if isinstance(exception, Undecipherable):
            errors.log.error("keys do not open what is stored; see gandan doctor")
            return errors.locked(request)
        return None
