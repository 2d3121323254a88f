"""Writing down what was measured, and what it took so far."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.commitments.web.typed import typed
from gandan.core.access import Refusal, actor_of, guarded, require
from gandan.indicators.web.numbers import NumberField
from gandan.movement.actions import proof
from gandan.movement.enums import Deed
from gandan.movement.models import Practice
from gandan.movement.policies.state import possible
from gandan.movement.queries import shown
from gandan.movement.web.forms.deeds import MeasureForm
from gandan.movement.web.forms.fields import as_typed, day
from gandan.movement.web.public_words import amount
from gandan.movement.web.staff import found, rows


@require_GET
@guarded("movement.read_measure")
def choose(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Which criterion: asked only where there are several."""
    actor, today = actor_of(request), timezone.localdate()
    p = found.practice_for(actor, practice)
    require(actor, "movement.read_measure", p)
    measured = shown.measured(p)
    if len(measured) == 1:
        return redirect("movement:measure_aim", p.pk, measured[0].aim.pk)
    context = {"row": rows.row(p, today=today), "shown": {"measured": measured}, "refusal": possible(p, Deed.READ_MEASURE), "today": today}
    return render(request, "movement/staff/measure.html", context)


@require_http_methods(["GET", "POST"])
@guarded("movement.read_measure")
def one(request: HttpRequest, practice: UUID, aim: UUID) -> HttpResponse:
    """One number of one day."""
    actor, now = actor_of(request), timezone.now()
    p = found.practice_for(actor, practice)
    require(actor, "movement.read_measure", p)
    row = p.aims.filter(pk=aim).first()
    if row is None:
        raise Http404
    refusal, today = possible(p, Deed.READ_MEASURE), timezone.localdate(now)
    form = MeasureForm(request.POST or None, measure=row.measure, initial={"read_on": today})
    if request.method == "POST" and refusal is None and form.is_valid():
        said = form.cleaned_data
        try:
            proof.read_measure(row, value=said["value"], bound=said["bound"], read_on=said["read_on"], note=said["note"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã ghi kết quả đo."))
            return redirect("movement:one", p.pk)
    before = amount(row.before, row.measure, row.noun) or _("chưa đo")
    target = amount(row.target, row.measure, row.noun)
    explain = _("%(name)s: trước khi làm %(before)s, cần đạt %(target)s.") % {"name": row.name, "before": before, "target": target}
    context = {"row": rows.row(p, today=today), "title": Deed.READ_MEASURE.label, "explain": explain, "form": form, "refusal": refusal}
    context |= {"typed": typed(form) if refusal else []}
    return render(request, "movement/staff/deed.html", context, status=422 if form.errors else 200)


class UseForm(forms.Form):
    """What was used of each kind so far, and which lines of the timetable were reached when."""

    def __init__(self, *args: Any, practice: Practice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.resources = {f"used-{r.pk}": r for r in practice.resources.all()}
        self.milestones = {f"reached-{m.pk}": m for m in practice.milestones.all()}
        for name, r in self.resources.items():
            planned = amount(r.planned, r.measure, r.noun)
            label = _("%(kind)s đã dùng") % {"kind": r.get_kind_display()}
            said = _("Dự kiến %(amount)s.") % {"amount": planned} if planned else ""
            self.fields[name] = NumberField(label=label, measure=r.measure, required=False, help_text=said, initial=as_typed(r.used))
        for name, m in self.milestones.items():
            self.fields[name] = day(_("Xong ngày: %(what)s") % {"what": m.what}, required=False)
            self.fields[name].initial = m.reached_on

    @property
    def used(self) -> dict[UUID, Decimal]:
        """What was typed for each resource."""
        return {r.pk: value for name, r in self.resources.items() if (value := self.cleaned_data.get(name)) is not None}

    @property
    def reached(self) -> dict[UUID, date]:
        """The days that were typed."""
        return {m.pk: value for name, m in self.milestones.items() if (value := self.cleaned_data.get(name)) is not None}


@require_http_methods(["GET", "POST"])
@guarded("movement.note_use")
def use(request: HttpRequest, practice: UUID) -> HttpResponse:
    """What it took so far, and how far the timetable is."""
    actor, now = actor_of(request), timezone.now()
    p = found.practice_for(actor, practice)
    require(actor, "movement.note_use", p)
    refusal, today = possible(p, Deed.NOTE_USE), timezone.localdate(now)
    form = UseForm(request.POST or None, practice=p)
    if request.method == "POST" and refusal is None and form.is_valid():
        try:
            proof.note_use(p, used=form.used, reached=form.reached, by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã ghi."))
            return redirect("movement:one", p.pk)
    explain = _("Mỗi loại nguồn lực ghi riêng, không cộng vào nhau. Chỗ nào chưa có thì để trống.")
    context = {"row": rows.row(p, today=today), "title": Deed.NOTE_USE.label, "explain": explain, "form": form, "refusal": refusal}
    context |= {"typed": typed(form) if refusal else [], "back": reverse("movement:one", args=[p.pk])}
    return render(request, "movement/staff/deed.html", context, status=422 if form.errors else 200)
