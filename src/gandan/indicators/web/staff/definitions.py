"""What is counted: defining, renaming, ending."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import actor_of, guarded
from gandan.indicators import actions
from gandan.indicators.enums import Nature, Refused, Topic
from gandan.indicators.models import Indicator
from gandan.indicators.web import forms
from gandan.indicators.web.staff.page import deed
from gandan.indicators.writing import titled


@require_GET
@guarded("indicators.define")
def index(request: HttpRequest) -> HttpResponse:
    """Every indicator with its code, and what is never counted."""
    rows = list(Indicator.objects.all())
    topics = [(label, [i for i in rows if i.topic == topic]) for topic, label in Topic.choices]
    context = {"topics": [(label, found) for label, found in topics if found], "refused": Refused.labels}
    return render(request, "indicators/staff/definitions.html", context)


@require_http_methods(["GET", "POST"])
@guarded("indicators.define")
def define(request: HttpRequest) -> HttpResponse:
    """A new indicator."""
    form = forms.DefinitionForm(request.POST or None, initial={"nature": Nature.FLOW})

    def act(typed: dict[str, Any]) -> object:
        return actions.define_indicator(**typed, by=actor_of(request), now=timezone.now())

    back = reverse("indicators:definitions")
    return deed(request, form, act, title=_("Đặt chỉ tiêu mới"), word=_("Đặt chỉ tiêu"), done=_("Đã đặt chỉ tiêu."), back=back)


@require_http_methods(["GET", "POST"])
@guarded("indicators.redefine")
def redefine(request: HttpRequest, code: str) -> HttpResponse:
    """Another name or explanation from a day on."""
    thing = get_object_or_404(Indicator, code=code)
    last = thing.definitions.order_by("-valid").first()
    initial: dict[str, Any] = {"name": thing.name, "noun": thing.noun, "words": "\n".join(thing.words), "first": timezone.localdate()}
    if last is not None:
        initial |= {"explained": last.explained, "source": last.source}

    def act(typed: dict[str, Any]) -> object:
        return actions.redefine_indicator(thing, **typed, by=actor_of(request), now=timezone.now())

    title, back = _("Sửa định nghĩa: %(name)s") % {"name": titled(thing)}, reverse("indicators:definitions")
    form = forms.RedefinitionForm(request.POST or None, initial=initial)
    return deed(request, form, act, title=title, word=_("Lưu định nghĩa mới"), done=_("Đã lưu. Định nghĩa cũ vẫn được giữ."), back=back)


@require_http_methods(["GET", "POST"])
@guarded("indicators.end")
def end(request: HttpRequest, code: str) -> HttpResponse:
    """The last day of an indicator."""
    thing = get_object_or_404(Indicator, code=code)

    def act(typed: dict[str, Any]) -> object:
        return actions.end_indicator(thing, last=typed["last"], by=actor_of(request), now=timezone.now())

    form = forms.EndForm(request.POST or None, initial={"last": timezone.localdate()})
    title, back = _("Ngừng chỉ tiêu: %(name)s") % {"name": titled(thing)}, reverse("indicators:definitions")
    return deed(request, form, act, title=title, word=_("Ngừng chỉ tiêu"), done=_("Đã ngừng. Số liệu đã ghi vẫn được giữ."), back=back)
