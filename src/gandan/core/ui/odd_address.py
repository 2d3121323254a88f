"""Signs that nobody types, judged once for every page: PostgreSQL cannot even be asked for NUL, and half a character is no text."""

import unicodedata
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

WHITE = "\t\n\r"  # several lines may be asked for, in a query; never in a path


class OddAddressMiddleware:
    """A path with a control sign or half a character is no address: 404. From the question behind it such signs are left out.

    Stands last, so that the page that says so is the house's own, in the reader's language. What is sent in a form is judged by the form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what can be an address."""
        if is_odd(request.path):
            raise Http404
        if any(is_odd(part, but=WHITE) for name, values in request.GET.lists() for part in (name, *values)):
            request.GET = cleaned(request.GET)  # type: ignore[assignment]
        return self.get_response(request)


def cleaned(asked: QueryDict) -> QueryDict:
    """The same question without such signs."""
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        kept.setlist(without(name), [*kept.getlist(without(name)), *(without(value) for value in values)])
    kept._mutable = False
    return kept


def without(text: str) -> str:
    """A text of a question without what nobody types; lines stay."""
    return "".join(c for c in text if not is_odd(c, but=WHITE))


def is_odd(text: str, *, but: str = "") -> bool:
    """Whether a control sign or half a character stands in it. `but` are those that may."""
    if text.isprintable():
        return False
    return any(unicodedata.category(c) in ("Cc", "Cs") and c not in but for c in text)
