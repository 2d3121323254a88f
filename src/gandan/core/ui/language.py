"""Which language a page speaks: Vietnamese, unless the reader chose another one on this site.

A browser's own language list is not asked for pages: many machines in communes run in English with readers of Vietnamese.
Programs that call the API do say what they want, so there `Accept-Language` counts.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.i18n import set_language

from gandan.core.access import public

PROGRAMS = "/api/"


class LanguageMiddleware:
    """Activates the language of the request and says in the answer which one it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the request."""
        language = chosen(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def chosen(request: HttpRequest) -> str:
    """The language from the cookie or, for programs, from the header; Vietnamese for anything unknown."""
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if cookie in dict(settings.LANGUAGES):
        return cookie
    return translation.get_language_from_request(request) if request.path.startswith(PROGRAMS) else settings.LANGUAGE_CODE


switch = public(set_language)
