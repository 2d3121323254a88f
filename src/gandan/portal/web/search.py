"""Search for everyone: units with what they are today, rules of law, and whatever other rooms gave to the index."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gandan.core import access
from gandan.core import search as index
from gandan.portal.queries.law import rules_about
from gandan.portal.queries.places import find
from gandan.portal.web import asked

UNITS = "unit"  # found by the gazetteer, which knows old names and shares


@require_safe
@access.public
def search(request: HttpRequest) -> HttpResponse:
    """Everything public that answers to a text, accents or not."""
    typed = asked.text(request)
    context: dict[str, object] = {"typed": typed}
    if typed:
        documents = [d for d in index.find(typed, actor=access.Anyone(), limit=40) if d.kind != UNITS]
        context |= {"found": find(typed, limit=10), "rules": rules_about(typed, on=asked.day(request).today), "documents": documents}
    return render(request, "portal/search.html", context)
