"""Who answers for which topic in a unit: a table that its leader edits, with where each line comes from."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.commitments.web import choices
from gandan.core.access import Actor, Refusal, actor_of, guarded, require
from gandan.opinions import topics
from gandan.opinions.actions import rules
from gandan.opinions.models import Competence
from gandan.opinions.queries import competence
from gandan.opinions.web import led_units
from gandan.units import queries as units
from gandan.units.models import Unit

ALL = "tat-ca"  # every topic without a line of its own, in an address
OWN, TIER, SHIPPED = gettext_lazy("đơn vị tự đặt"), gettext_lazy("chung cho các đơn vị cùng cấp"), gettext_lazy("có sẵn trong phần mềm")


@dataclass(frozen=True)
class Line:
    """One topic: who answers, and who said so. `is_own`: set on this very page."""

    name: str
    slug: str
    office: str
    source: str | Promise
    is_own: bool


class OfficeForm(forms.Form):
    """One office of the unit, or of the one above."""

    def __init__(self, *args: Any, offices: list[tuple[str, list[tuple[str, str]]]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["office"] = forms.ChoiceField(label=gettext_lazy("Cơ quan"), choices=[("", gettext_lazy("Xin chọn")), *offices])


@require_GET
@guarded("opinions.set_competence")
def index(request: HttpRequest) -> HttpResponse:
    """Every topic of the list with its office."""
    today = timezone.localdate()
    found = led_units.of(actor_of(request))
    unit = led_units.chosen(found, request.GET.get("don-vi", ""))
    rows = list(competence.rows_for(unit))
    whole = next((row for row in rows if row.topic == "" and row.unit_id), None)
    general = Line(
        _("Lĩnh vực không có dòng riêng của đơn vị"),
        ALL,
        _office(whole, today) or _("chưa đặt: theo quy định chung, như từng dòng dưới đây"),
        OWN if whole else SHIPPED,
        is_own=whole is not None,
    )
    lines = [
        Line(
            answer.topic.name,
            answer.topic.code,
            answer.office.name_on(today) if answer.office else _("Chưa có cơ quan"),
            OWN if answer.is_own else TIER if answer.row else SHIPPED,
            answer.row is not None and answer.is_own and answer.row.topic != "",
        )
        for answer in competence.table(unit, today=today)
    ]
    context = {"unit": unit, "units": found, "name": led_units.name_of(unit, today), "general": general, "lines": lines}
    return render(request, "opinions/staff/settings/competence.html", context)


@require_http_methods(["GET", "POST"])
@guarded("opinions.set_competence")
def change(request: HttpRequest, unit: UUID, topic: str) -> HttpResponse:
    """Give one topic to one office. Cases that lie with an office stay there."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    place, code = _own(actor, unit), _code(topic)
    above = [p.id for p in units.ancestors(place.pk, on=today) if p.id != place.pk]
    offices = choices.in_units([place.pk, *above], today=today)
    row = Competence.objects.filter(unit=place, topic=code).first()
    now_with = competence.office_for(code, place, today=today)
    initial = {"office": str(row.office_id) if row and row.office_id else str(now_with.pk) if now_with else ""}
    form = OfficeForm(request.POST or None, offices=offices, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            office = choices.office(form.cleaned_data["office"])
            rules.set_competence(topic=code, level=place.level, unit=place, office=office, by=actor, now=now)
        except Refusal as refused:
            form.add_error("office", refused.sentence)
        else:
            messages.success(request, _("Đã đổi. Ý kiến mới về lĩnh vực này đến thẳng cơ quan đó; việc đang có thì chuyển từng việc."))
            return redirect(f"{reverse('opinions:competence')}?don-vi={place.pk}")
    context = {
        "unit": place,
        "name": led_units.name_of(place, today),
        "topic": topics.get(code),
        "form": form,
        "row": row,
        "slug": topic,
        "back": f"{reverse('opinions:competence')}?don-vi={place.pk}",
    }
    return render(request, "opinions/staff/settings/competence_one.html", context, status=422 if form.errors else 200)


@require_POST
@guarded("opinions.set_competence")
def drop(request: HttpRequest, unit: UUID, topic: str) -> HttpResponse:
    """Take the unit's own word back: the wider one holds again."""
    actor = actor_of(request)
    place = _own(actor, unit)
    row = Competence.objects.filter(unit=place, topic=_code(topic)).first()
    if row is not None:
        rules.drop_competence(row, by=actor, now=timezone.now())
        messages.success(request, _("Đã bỏ dòng riêng của đơn vị. Lĩnh vực này theo quy định chung."))
    return redirect(f"{reverse('opinions:competence')}?don-vi={place.pk}")


def _own(actor: Actor, key: UUID) -> Unit:
    found = led_units.chosen(led_units.of(actor), str(key))
    require(actor, "opinions.set_competence", found)
    return found


def _code(slug: str) -> str:
    """The topic of an address; "" for all."""
    if slug == ALL:
        return ""
    if topics.get(slug) is None:
        raise Http404
    return slug


def _office(row: Competence | None, today: date) -> str:
    return row.office.name_on(today) if row and row.office else row.get_kind_display() if row else ""
