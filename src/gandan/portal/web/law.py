"""The rules of law that the system counts with, for everyone to check."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gandan.core import access
from gandan.core.legal import queries


@require_GET
@access.public
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule that holds today, with its value, source and whether it was compared with the text."""
    rows = list(queries.current(on=timezone.localdate()))
    groups = [(name, [queries.as_rule(r) for r in group]) for name, group in groupby(rows, key=lambda r: r.group)]
    return render(request, "portal/rules.html", {"groups": groups, "total": len(rows), "unchecked": sum(not r.checked for r in rows)})
