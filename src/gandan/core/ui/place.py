"""The ward a reader chose, remembered in their own browser and nowhere else.

The cookie holds id and name, signed, so that every page can show the name without asking the database.
"""

from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "noi-o"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Place:
    """The chosen unit as the reader chose it."""

    id: UUID
    name: str


def chosen(request: HttpRequest) -> Place | None:
    """The chosen place; None when nothing (or something forged) stands in the cookie."""
    try:
        unit, name = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE)
        return Place(UUID(unit), str(name))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def remember(response: HttpResponse, place: Place) -> HttpResponse:
    """Keep the choice for a year in this browser."""
    value = signing.dumps([str(place.id), place.name], salt=COOKIE)
    response.set_cookie(COOKIE, value, max_age=YEAR, httponly=True, samesite="Lax")
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """Take the choice out of this browser."""
    response.delete_cookie(COOKIE, samesite="Lax")
    return response
