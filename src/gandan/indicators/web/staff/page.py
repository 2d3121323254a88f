"""What the deeds of this room share: a form, the deed, and back to where one came from."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gandan.core.access import Refusal
from gandan.indicators.policies.value import UNLIKELY
from gandan.indicators.web.forms import Asked


def deed(
    request: HttpRequest,
    form: Form,
    act: Callable[[dict[str, Any]], object],
    *,
    title: str,
    word: str,
    done: str | Callable[[Any], str],
    back: str,
    template: str = "indicators/staff/deed.html",
    **context: Any,
) -> HttpResponse:
    """The form; when it is right, the deed; a refusal stands in the form and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            made = act({name: value for name, value in form.cleaned_data.items() if name != "seen"})
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
            if refusal.status == UNLIKELY and isinstance(form, Asked):
                form.ask()
        else:
            messages.success(request, done(made) if callable(done) else done)
            return redirect(back)
    answer = {"form": form, "title": title, "word": word, "back": back, **context}
    return render(request, template, answer, status=422 if form.errors else 200)
