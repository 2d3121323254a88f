"""Which kind of office answers for which topic in all units of a tier: what holds where a unit has not said otherwise.

Whoever runs the installation keeps it; cases that lie with an office stay there.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.core.access import Refusal, actor_of, guarded
from gandan.opinions import topics
from gandan.opinions.actions import rules
from gandan.opinions.models import Competence
from gandan.opinions.queries import competence
from gandan.opinions.web.competence_page import ALL, SHIPPED, Line
from gandan.units.enums import Level, OfficeKind

LEVELS = (Level.COMMUNE, Level.PROVINCE)  # tiers that stand; districts ended on 30/6/2025
SET = gettext_lazy("đặt cho toàn hệ thống")


class KindForm(forms.Form):
    """One kind of office."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại cơ quan"), choices=[("", gettext_lazy("Xin chọn")), *OfficeKind.choices])


@require_GET
@guarded("opinions.set_common_competence")
def index(request: HttpRequest) -> HttpResponse:
    """Every topic of the list with the kind of office, for one tier."""
    level = _level(request.GET.get("cap") or Level.COMMUNE)
    rows = {row.topic: row for row in Competence.objects.filter(unit=None, level=level)}
    lines = [_line(code, name, level, rows) for code, name in _named()]
    context = {"level": level, "levels": LEVELS, "lines": lines}
    return render(request, "opinions/staff/settings/competence_common.html", context)


@require_http_methods(["GET", "POST"])
@guarded("opinions.set_common_competence")
def change(request: HttpRequest, level: str, topic: str) -> HttpResponse:
    """Give one topic to one kind of office in every unit of the tier."""
    tier, code = _level(level), _code(topic)
    row = Competence.objects.filter(unit=None, level=tier, topic=code).first()
    back = f"{reverse('opinions:common_competence')}?cap={tier.value}"
    form = KindForm(request.POST or None, initial={"kind": row.kind if row else competence.shipped_kind(code, tier)})
    if request.method == "POST" and form.is_valid():
        try:
            rules.set_competence(
                topic=code, level=tier, unit=None, kind=form.cleaned_data["kind"], by=actor_of(request), now=timezone.now()
            )
        except Refusal as refused:
            form.add_error("kind", refused.sentence)
        else:
            messages.success(request, _("Đã đổi cho mọi đơn vị chưa tự đặt. Việc đang có ở đâu thì ở đó."))
            return redirect(back)
    context: dict[str, Any] = {"level": tier, "topic": topics.get(code), "form": form, "row": row, "slug": topic, "back": back}
    return render(request, "opinions/staff/settings/competence_common_one.html", context, status=422 if form.errors else 200)


@require_POST
@guarded("opinions.set_common_competence")
def drop(request: HttpRequest, level: str, topic: str) -> HttpResponse:
    """Take it back: what came with the program holds again."""
    tier = _level(level)
    row = Competence.objects.filter(unit=None, level=tier, topic=_code(topic)).first()
    if row is not None:
        rules.drop_competence(row, by=actor_of(request), now=timezone.now())
        messages.success(request, _("Đã bỏ. Lĩnh vực này theo bảng có sẵn trong phần mềm, trừ nơi đơn vị tự đặt."))
    return redirect(f"{reverse('opinions:common_competence')}?cap={tier.value}")


def _named() -> list[tuple[str, str]]:
    return [("", _("Lĩnh vực không có dòng riêng")), *((topic.code, topic.name) for topic in topics.offered())]


def _line(code: str, name: str, level: Level, rows: dict[str, Competence]) -> Line:
    """The narrowest word for all units of the tier: its own line, that for all topics, what came with the program."""
    row = rows.get(code) or rows.get("")
    kind = row.kind if row else competence.shipped_kind(code, level)
    return Line(name, code or ALL, str(OfficeKind(kind).label) if kind else "", SET if row else SHIPPED, code in rows)


def _level(typed: str) -> Level:
    if typed not in LEVELS:
        raise Http404
    return Level(typed)


def _code(slug: str) -> str:
    if slug != ALL and topics.get(slug) is None:
        raise Http404
    return "" if slug == ALL else slug
