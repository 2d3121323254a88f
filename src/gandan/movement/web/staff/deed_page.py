"""The page of one deed. Refused before anything is typed where who or when say no; whenever it is refused, what was typed stays."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gandan.commitments.web.typed import ask_again_for_files, typed
from gandan.core.access import Actor, Refusal, actor_of, guarded, require
from gandan.movement.enums import State
from gandan.movement.models import Practice
from gandan.movement.queries import shown
from gandan.movement.web.forms.sheet import OUTLINE
from gandan.movement.web.staff import alike, found, rows, slips, writing
from gandan.movement.web.staff.deeds import BY_SLUG
from gandan.movement.web.staff.deeds.deed import Deed


@require_http_methods(["GET", "POST"])
@guarded("movement.open_desk")
def page(request: HttpRequest, practice: UUID, slug: str) -> HttpResponse:
    """Shown with its form, or with the sentence that says why not now."""
    if slug not in BY_SLUG:
        raise Http404
    what, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    p, today = found.practice_for(actor, practice), timezone.localdate(now)
    sent = request.method == "POST"
    refusal = _refusal(what, p, actor, today, sent=sent)
    form = _form(request, what, p, actor, today)
    if sent and refusal is None and form.is_valid():
        try:
            done = what.act(p, form, actor, now)
        except Refusal as refused:
            form.add_error(None, refused.sentence + (f" ({refused.law})" if refused.law else ""))
        else:
            if slug == "ma" and isinstance(done, list):  # codes, which the next page shows once
                slips.keep(request, p, done)
                return redirect("movement:slips", p.pk)
            messages.success(request, str(what.done))
            return redirect("movement:one", p.pk)
    ask_again_for_files(form)
    status = (refusal.status if sent and refusal is not None else 0) or (422 if form.errors else 200)
    return render(request, "movement/staff/deed.html", _context(what, p, form, refusal, actor, today), status=status)


def _form(request: HttpRequest, what: Deed, p: Practice, actor: Actor, today: date) -> Form:
    more = what.more(p, actor, today) if what.more else {}
    if request.method == "POST":
        return what.form(request.POST, request.FILES, **more)
    return what.form(initial=what.first(p, today) if what.first else {}, **more)


def _refusal(what: Deed, p: Practice, actor: Actor, today: date, *, sent: bool) -> Refusal | None:
    """Who, then when. A page that was opened with the right and sent without it keeps what was typed.

    Whose right hangs on the office that decides (`post`) is asked by the deed, when the office is picked.
    """
    try:
        require(actor, what.permission, None if what.slug == "niem-yet" else p)
    except Refusal as refused:
        if not sent:
            raise
        return refused
    return what.when(p, actor, today)


def _context(what: Deed, p: Practice, form: Form, refusal: Refusal | None, actor: Actor, today: date) -> dict[str, object]:
    return {
        "row": rows.row(p, today=today),
        "title": what.title,
        "explain": what.explain,
        "grave": "grave" if what.grave else "",
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal is not None else [],
        "missing": missing(p) if what.slug == "gui" and p.state == State.DRAFT else [],
        "proves": what.slug in ("con-hoat-dong", "hoat-dong-lai"),
        "looks": what.looks,
        "shown": shown.whole(p, today=today) if what.looks else None,
        "alike": alike.of(p, actor) if what.looks or what.slug == "gui" else [],
    }


def missing(p: Practice) -> list[dict[str, str]]:
    """What the form lacks, each a link to where it belongs."""
    gaps = writing.gaps(p)
    url = reverse("movement:write", args=[p.pk])
    return [
        {"title": str(outline.title), "url": f"{url}#{outline.slug}", "gap": " ".join(here)}
        for outline in OUTLINE
        if (here := [gaps[name] for name in (*outline.fields, outline.rows) if name in gaps])
    ]
