"""How a deed of a hamlet's head is done from its page: all or nothing, a refusal as a sentence above what was typed."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gandan.core.access import Actor, Refusal
from gandan.movement import actions
from gandan.movement.enums import EvidenceKind
from gandan.movement.models import Evidence, Practice
from gandan.movement.web.forms import hamlet as forms

F = TypeVar("F", bound=forms.StepForm)


def filled(kind: type[F], request: HttpRequest) -> F:
    """The form of a deed, with what was sent."""
    return kind(request.POST, request.FILES) if request.method == "POST" else kind()


def done(form: forms.StepForm, deed: Callable[[datetime], object]) -> bool:
    """Do it when the form is whole, all or nothing; a refusal becomes a sentence on the form, above what was typed."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            deed(timezone.now())
    except Refusal as refused:
        form.add_error(None, refused.sentence)
        return False
    return True


def photos(p: Practice, uploads: list[object], *, note: str, shows: date | None, by: Actor, now: datetime) -> Evidence:
    """Photographs are evidence of the day they show."""
    return actions.add_evidence(p, kind=EvidenceKind.PHOTO, note=note, uploads=uploads, shows=shows, by=by, now=now)  # type: ignore[arg-type]


def page(request: HttpRequest, p: Practice, form: forms.StepForm, *, title: str, button: str, said: str, **more: object) -> HttpResponse:
    """The page of a deed: the form, or why it cannot be done now."""
    context = {"practice": p, "form": form, "title": title, "button": button, "said": said, "files_again": bool(request.FILES), **more}
    return render(request, "movement/hamlet/deed.html", context, status=422 if form.errors else 200)
