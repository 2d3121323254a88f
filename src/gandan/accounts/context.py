"""What every page of the workspace shows of the person: the office they act from."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from gandan.accounts.middleware import chosen
from gandan.accounts.places import place_of


def office(request: HttpRequest) -> dict[str, Any]:
    """`office` for the masthead: the chosen role's place, or the only one there is."""

    def place() -> str:
        roles = getattr(request, "roles", [])
        acting = [r for r in roles if r.pk == chosen(request)] or roles
        places = dict.fromkeys(place_of(r) for r in acting)
        return next(iter(places)) if len(places) == 1 else ""

    return {"office": SimpleLazyObject(place)}
