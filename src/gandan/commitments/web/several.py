"""One task assigned to the same kind of office in several units: each its own task, then what was made and why not for the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.commitments import actions
from gandan.commitments.models import Commitment
from gandan.commitments.web import choices, forms
from gandan.core.access import Actor, Refusal, Role, actor_of, guarded
from gandan.core.text import fold, sort_key
from gandan.units import queries as units
from gandan.units.gazetteer import Place
from gandan.units.models import Office

MOST_TICKS = 400


@dataclass(frozen=True)
class Made:
    """One unit: its task, or why there is none."""

    name: str
    task: Commitment | None = None
    why: str = ""


@require_http_methods(["GET", "POST"])
@guarded("commitments.assign")
def page(request: HttpRequest) -> HttpResponse:
    """The form; after it is sent, unit by unit. What one refuses stops none of the others, and its name stays to be sent again."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    beneath = _beneath(actor, today)
    more: dict[str, Any] = {
        "own": choices.own_offices(actor, today=today),
        "units": [(str(p.id), p.full_name) for p in sorted(beneath.values(), key=lambda p: sort_key(p.name))[:MOST_TICKS]],
        "rules": choices.rules(today=today),
        "initial": {"made_on": today},
    }
    form = forms.SeveralForm(request.POST if request.method == "POST" else None, **more)
    made: list[Made] = []
    if request.method == "POST" and form.is_valid():
        made = list(_assign(form.cleaned_data, beneath, actor, now))
        left = [m.name for m in made if m.task is None]
        again = {**{k: v for k, v in form.cleaned_data.items() if k != "units"}, "names": "\n".join(left)}
        form = forms.SeveralForm(**{**more, "initial": again})
    context = {
        "form": form,
        "made": [m for m in made if m.task],
        "refused": [m for m in made if m.task is None],
        "sent": bool(made),
        "title": _("Giao một việc cho nhiều đơn vị"),
        "explain": _("Mỗi đơn vị nhận một việc riêng, có hạn và kết quả riêng để theo dõi."),
        "deed": _("Giao việc"),
    }
    return render(request, "commitments/staff/several.html", context, status=422 if form.errors else 200)


def _beneath(actor: Actor, today: date) -> dict[UUID, Place]:
    """Units in which the actor may assign: their own and all beneath."""
    mine = {h.unit for h in actor.holdings if h.role in (Role.LEADER, Role.SPECIALIST) and h.unit is not None}
    return {p.id: p for unit in mine if (place := units.one(unit, on=today)) for p in (place, *units.descendants(place, on=today))}


def _assign(typed: dict[str, Any], beneath: dict[UUID, Place], actor: Actor, now: datetime) -> Iterator[Made]:
    today = timezone.localdate(now)
    wanted: dict[UUID, str] = {UUID(key): beneath[UUID(key)].full_name for key in typed["units"]}
    unknown = []
    for name in typed["names"]:
        place, why = _read(name, beneath)
        if place is None:
            unknown.append(Made(name, why=why))
        else:
            wanted.setdefault(place.id, place.full_name)
    giver = Office.objects.get(pk=typed["assigned_by"])
    leads = {o.unit_id: o for o in Office.objects.filter(unit_id__in=wanted, kind=typed["kind"], existed__contains=today)}
    said = {name: typed[name] for name in ("title", "deliverable", "due", "due_rule", "made_on")}
    for unit, name in wanted.items():
        if unit not in leads:
            yield Made(name, why=_("Đơn vị này chưa ghi cơ quan loại đã chọn. Xin thêm ở “Thôn và cơ quan”."))
            continue
        try:
            yield Made(name, actions.assign(**said, lead=leads[unit], assigned_by=giver, by=actor, now=now))
        except Refusal as refused:
            yield Made(name, why=refused.sentence)
    yield from unknown


def _read(name: str, beneath: dict[UUID, Place]) -> tuple[Place | None, str]:
    """The one unit beneath the actor that a name means today."""
    hits = units.of_today(name)
    exact = [h for h in hits if fold(name) in (fold(h.place.name), fold(h.place.full_name))] or hits
    found = {p.id: p for hit in exact for p in hit.today if p.id in beneath}
    if len(found) == 1:
        return next(iter(found.values())), ""
    if not found:
        return None, _("Không thấy đơn vị nào tên này trong phạm vi Ông/Bà được giao việc.")
    return None, _("Tên này là của nhiều đơn vị: %(names)s. Xin ghi rõ một tên.") % {
        "names": ", ".join(p.full_name for p in found.values())
    }
