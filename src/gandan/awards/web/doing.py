"""One page for each deed: who and when are asked before the form is shown, and again by the deed itself. What was typed stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from gandan.core.access import Actor, Refusal, actor_of, may, require

Words = str | Promise
Crumbs = Sequence[tuple[str, str]]


def _nothing(thing: Any, actor: Actor, today: date) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Deed:
    """What one page needs. `when` asks the policy as far as the state alone decides; `fields` gives the form what can be picked."""

    slug: str
    permission: str
    button: Words
    done: Words
    form: Callable[..., forms.Form]
    when: Callable[[Any, Actor, date], Refusal | None]
    act: Callable[[Any, Any, Actor, datetime], object]
    explain: Words = ""
    grave: bool = False
    fields: Callable[[Any, Actor, date], dict[str, Any]] = field(default=_nothing)


@dataclass(frozen=True)
class Way:
    """A deed that is possible now, as a link."""

    slug: str
    label: str
    url: str
    grave: str


def ways(thing: Any, deeds: Sequence[Deed], actor: Actor, today: date, url: Callable[[str], str]) -> list[Way]:
    """What the actor may do now, in the order of the list."""
    return [
        Way(d.slug, str(d.button), url(d.slug), "grave" if d.grave else "")
        for d in deeds
        if may(actor, d.permission, thing) and d.when(thing, actor, today) is None
    ]


def page(
    request: HttpRequest,
    thing: Any,
    what: Deed,
    *,
    back: str,
    crumbs: Crumbs,
    about: str,
    facts: Sequence[tuple[str, str]] = (),
    then: Callable[[object], str] | None = None,
) -> HttpResponse:
    """GET shows the form or why not; POST does it and leads `back`, or to what `then` makes of the result."""
    actor, now = actor_of(request), timezone.now()
    today, sent = timezone.localdate(now), request.method == "POST"
    more = what.fields(thing, actor, today)
    form = what.form(request.POST, request.FILES, **more) if sent else what.form(**more)
    refusal = _refused(thing, what, actor, today, sent=sent)
    if sent and refusal is None and form.is_valid():
        try:
            done = what.act(thing, form, actor, now)
        except Refusal as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(request, str(what.done))
            return redirect(then(done) if then else back)
    ask_again_for_files(form)
    context = {
        "title": what.button,
        "deed": what.button,
        "explain": what.explain,
        "grave": "grave" if what.grave else "",
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal is not None else [],
        "back": back,
        "crumbs": crumbs,
        "about": about,
        "facts": facts,
    }
    status = (refusal.status if sent and refusal is not None else 0) or (422 if form.errors else 200)
    return render(request, "awards/staff/deed.html", context, status=status)


def _refused(thing: Any, what: Deed, actor: Actor, today: date, *, sent: bool) -> Refusal | None:
    """Who, then when. A page that was opened with the right and sent without it keeps what was typed."""
    try:
        require(actor, what.permission, thing)
    except Refusal as refused:
        if not sent:
            raise
        return refused
    return what.when(thing, actor, today)


def sentence(refused: Refusal) -> str:
    """With its article, where there is one."""
    return refused.sentence + (f" ({refused.law})" if refused.law else "")


def typed(form: forms.Form) -> list[tuple[str, str]]:
    """The words of a form that was sent and is not shown again: to be copied. Picks and ticks are not worth it."""
    if not form.is_bound:
        return []
    found = [(str(f.label), f.value()) for f in form if isinstance(f.field.widget, forms.TextInput | forms.Textarea)]
    return [(label, value.strip()) for label, value in found if isinstance(value, str) and value.strip()]


def ask_again_for_files(form: forms.Form) -> None:
    """A browser forgets which file was chosen when a form comes back; the form says so beside the field."""
    if not form.errors:
        return
    for name in form.files:
        if name in form.fields and name not in form.errors:
            form.add_error(name, _("Xin chọn lại tệp: trình duyệt không giữ tệp đã chọn khi trang mở lại."))
