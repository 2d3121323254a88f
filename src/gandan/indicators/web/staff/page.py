"""What the deeds of this room share: a form, the deed, and back to where one came from."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gandan.core.access import Refusal


def deed(
    request: HttpRequest,
    form: Form,
    act: Callable[[dict[str, Any]], object],
    *,
    title: str,
    word: str,
    done: str,
    back: str,
    template: str = "indicators/staff/deed.html",
    **context: Any,
) -> HttpResponse:
    """The form; when it is right, the deed; a refusal stands in the form and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            act(dict(form.cleaned_data))
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, done)
            return redirect(back)
    answer = {"form": form, "title": title, "word": word, "back": back, **context}
    return render(request, template, answer, status=422 if form.errors else 200)
