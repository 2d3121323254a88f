"""Maintenance: while the file `maintenance` stands in GANDAN_HOME, every page answers "back soon" (503).

A file, not a database row: a restore or a move of the database is exactly when it is needed. Health checks keep answering.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from gandan.core.ui import errors

OPEN = ("/healthz", "/readyz", "/metrics", "/static/")


def notice() -> Path:
    """The file whose presence means maintenance."""
    return Path(settings.HOME) / "maintenance"


class MaintenanceMiddleware:
    """Stands before everything that asks the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, or say that we are back soon."""
        if not request.path.startswith(OPEN) and notice().exists():
            return errors.resting(request)
        return self.get_response(request)
