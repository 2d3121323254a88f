"""Search for everyone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gandan.core import access
from gandan.portal.queries.places import find
from gandan.portal.web import asked


@require_GET
@access.public
def search(request: HttpRequest) -> HttpResponse:
    """Everything public that answers to a text, accents or not."""
    typed = asked.text(request)
    return render(request, "portal/search.html", {"typed": typed, "found": find(typed, limit=10) if typed else []})
