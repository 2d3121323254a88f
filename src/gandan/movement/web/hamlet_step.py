"""One step of a draft: kept when it is sent, with what is missing still missing."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded
from gandan.movement import actions
from gandan.movement.enums import State
from gandan.movement.models import Practice
from gandan.movement.web import hamlet_initial, hamlet_written
from gandan.movement.web.forms import hamlet as forms
from gandan.movement.web.forms.hamlet_need import NeedForm
from gandan.movement.web.forms.parts import AimRow
from gandan.movement.web.forms.rows import Rows
from gandan.movement.web.hamlet_own import LAST, came_back, kept, open_fields, own, steps
from gandan.movement.written import Written

NEEDED = frozenset("title place problem is_new field way lead aim name measure noun target due".split())  # asked for when it is sent in


@require_http_methods(["GET", "POST"])
@guarded("movement.write")
def step(request: HttpRequest, practice: UUID, step: int) -> HttpResponse:
    """One step of a draft: kept when it is sent, with what is missing still missing."""
    if not 1 <= step <= LAST:
        raise Http404
    actor, now = actor_of(request), timezone.now()
    p = own(actor, practice)
    if p.state != State.DRAFT:
        return redirect("movement:hamlet_one", p.pk)
    typed = request.POST if request.method == "POST" else None
    form = _form(step, p, typed)
    rows = Rows(AimRow, "aims", typed=typed, initial=hamlet_initial.aim_rows(p)) if step == 3 else None
    wrong = False
    if request.method == "POST":
        wrong = not form.is_valid() or (rows is not None and rows.wrong)
        if not wrong:
            try:
                actions.write(p, written=_written(step, p, form.cleaned_data, rows), by=actor, now=now)
            except Refusal as refused:
                form.add_error(None, refused.sentence)
                wrong = True
            else:
                return kept(request, p, step)
    context = {
        "practice": p,
        "form": form,
        "rows": rows,
        "needed": NEEDED,
        "step": step,
        "steps": steps(step, p),
        "wrong": wrong,
        "back": came_back(p),
    }
    return render(request, "movement/hamlet/step.html", context, status=422 if wrong else 200)


def _form(step: int, p: Practice, typed: QueryDict | None) -> forms.StepForm:
    first = hamlet_initial.initial(p, step) if typed is None else None
    if step == 1:
        return forms.WhatForm(typed, initial=first, fields=open_fields(p.drive, p.field_id))
    return (forms.HowForm, forms.AimForm, NeedForm)[step - 2](typed, initial=first)


def _written(step: int, p: Practice, typed: dict[str, object], rows: Rows | None) -> Written:
    kept = hamlet_written.written_of(p)
    if step == 3:
        return hamlet_written.aims(kept, typed, rows.cleaned if rows else [])
    return {1: hamlet_written.what, 2: hamlet_written.how, 4: hamlet_written.need}[step](kept, typed)
