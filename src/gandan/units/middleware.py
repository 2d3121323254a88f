"""A page that is only read looks at one state of the tree of units, and asks once which one that is."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from gandan.units.queries import picture

READS = frozenset({"GET", "HEAD"})


class SteadyTreeMiddleware:
    """Deeds may change the tree, so they look each time; what streams after the answer was made does so too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, with the tree held still for a reading."""
        if request.method not in READS:
            return self.get_response(request)
        with picture.steady():
            return self.get_response(request)
