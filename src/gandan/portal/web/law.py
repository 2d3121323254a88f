"""The rules of law that the system counts with, for everyone to check."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.core import access
from gandan.portal.queries.law import rules_by_group


@require_safe
@access.public
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule that holds today, with its value, source and whether it was compared with the text."""
    groups = rules_by_group(on=timezone.localdate())
    every = [r for _name, rules in groups for r in rules]
    context = {"groups": groups, "total": len(every), "unchecked": sum(not r.checked for r in every)}
    return render(request, "portal/rules.html", context)
