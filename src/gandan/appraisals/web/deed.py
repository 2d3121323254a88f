"""The page of one deed: refused before anything is typed where it cannot be done, and whatever is refused keeps what was typed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gandan.core.access import Refusal


@dataclass(frozen=True)
class Page:
    """Words of one deed's page. `back` is where it came from, `done` what is said afterwards, `warning` what to
    weigh before something that can be done."""

    title: str
    button: str
    about: str
    back: str
    done: str
    explain: str = ""
    warning: str = ""
    grave: bool = False
    quoted: str = ""
    crumbs: tuple[tuple[str, str], ...] = field(default_factory=tuple)


def perform(
    request: HttpRequest,
    page: Page,
    form: forms.Form,
    act: Callable[[], object],
    *,
    refusal: Refusal | None = None,
    to: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """`act` does it and may refuse; `to` says where to go with what it gave back (`page.back` unless said)."""
    if request.method == "POST" and refusal is None and form.is_valid():
        try:
            given = act()
        except Refusal as refused:
            if refused.status == 404:
                raise
            form.add_error(None, refused.sentence + (f" ({refused.law})" if refused.law else ""))
        else:
            messages.success(request, page.done)
            return redirect(to(given) if to else page.back)
    status = (refusal.status if refusal is not None and request.method == "POST" else 0) or (422 if form.errors else 200)
    context = {"page": page, "form": form, "refusal": refusal, "grave": "grave" if page.grave else ""}
    return render(request, "appraisals/staff/deed.html", context, status=status)
