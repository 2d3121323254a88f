"""An address with signs that nobody types is no address: 404, before any view asks the database for what it cannot even be asked."""

import unicodedata
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

WHITE = "\t\n\r"  # several lines may be asked for, in a query; never in a path


class OddAddressMiddleware:
    """Control signs (NUL above all, which PostgreSQL refuses) and half characters in a path or in a question behind it lead nowhere.

    Stands last, so that the page that says so is the house's own, in the reader's language. What is sent in a form is judged by the form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what can be an address."""
        asked = [part for name, values in request.GET.lists() for part in (name, *values)]
        if is_odd(request.path) or any(is_odd(part, but=WHITE) for part in asked):
            raise Http404
        return self.get_response(request)


def is_odd(text: str, *, but: str = "") -> bool:
    """Whether a control sign or half a character stands in it. `but` are those that may."""
    if text.isprintable():
        return False
    return any(unicodedata.category(c) in ("Cc", "Cs") and c not in but for c in text)
