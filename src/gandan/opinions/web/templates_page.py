"""Words that an office uses often to begin an answer with: kept, changed, put aside."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.core.access import Actor, Refusal, actor_of, guarded
from gandan.opinions import actions, topics
from gandan.opinions.models import AnswerTemplate
from gandan.opinions.permissions import STAFF
from gandan.opinions.policies.words import LONGEST
from gandan.opinions.web import office_choices
from gandan.opinions.web.forms.public import topic_choices
from gandan.opinions.web.office_choices import Seat


class TemplateForm(forms.Form):
    """A name for the list, and the words."""

    title = forms.CharField(
        label=gettext_lazy("Tên mẫu"),
        max_length=LONGEST["template_title"],
        help_text=gettext_lazy("Để tìm trong danh sách, ví dụ “Đèn đường: đã ghi lịch sửa”."),
    )
    topic = forms.ChoiceField(
        label=gettext_lazy("Dùng cho lĩnh vực"),
        required=False,
        help_text=gettext_lazy("Mẫu của lĩnh vực đứng trước khi trả lời việc về lĩnh vực ấy."),
    )
    text = forms.CharField(
        label=gettext_lazy("Nội dung mẫu"),
        max_length=LONGEST["template"],
        widget=forms.Textarea({"rows": 10}),
        help_text=gettext_lazy("Chỗ cần điền để dấu ba chấm trong ngoặc, ví dụ [ngày …]. Không ghi tên người dân."),
    )

    def __init__(self, *args: Any, seats: list[Seat], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["topic"].choices = [("", gettext_lazy("Mọi lĩnh vực")), *topic_choices()]  # type: ignore[attr-defined]
        office_choices.add_seat(self, seats)


def _mine(actor: Actor) -> QuerySet[AnswerTemplate]:
    """Templates of the actor's offices."""
    offices = [h.office for h in actor.holdings if h.office and h.role in STAFF]
    return AnswerTemplate.objects.filter(office__in=offices).select_related("office").prefetch_related("office__names")


@require_GET
@guarded("opinions.keep_template")
def index(request: HttpRequest) -> HttpResponse:
    """What is offered when an answer is written, and what was put aside."""
    today = timezone.localdate()
    rows = [
        (t, topics.name_of(t.topic) if t.topic else "", t.office.name_on(today)) for t in _mine(actor_of(request)).order_by("title", "pk")
    ]
    context = {
        "rows": [row for row in rows if not row[0].retired],
        "retired": [row for row in rows if row[0].retired],
        "several": len({row[0].office_id for row in rows}) > 1,
    }
    return render(request, "opinions/staff/settings/templates.html", context)


@require_http_methods(["GET", "POST"])
@guarded("opinions.keep_template")
def keep(request: HttpRequest, template: UUID | None = None) -> HttpResponse:
    """A new one, or other words for one that stands."""
    actor, now = actor_of(request), timezone.now()
    seats = office_choices.seats(actor, today=timezone.localdate(now))
    found = get_object_or_404(_mine(actor), pk=template) if template else None
    first = {"title": found.title, "topic": found.topic, "text": found.text} if found else None
    form = TemplateForm(request.POST or None, initial=first, seats=[] if found else seats)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        office = found.office if found else office_choices.seat_of(form, seats).office
        try:
            actions.keep_template(
                office=office, title=typed["title"], text=typed["text"], topic=typed["topic"], template=found, by=actor, now=now
            )
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã lưu mẫu. Mẫu hiện khi cơ quan viết câu trả lời."))
            return redirect("opinions:templates")
    context = {"form": form, "template": found, "back": reverse("opinions:templates")}
    return render(request, "opinions/staff/settings/template.html", context, status=422 if form.errors else 200)


@require_POST
@guarded("opinions.keep_template")
def retire(request: HttpRequest, template: UUID) -> HttpResponse:
    """It is offered no more; answers that began with it stay as they are."""
    actor = actor_of(request)
    try:
        actions.retire_template(get_object_or_404(_mine(actor), pk=template), by=actor, now=timezone.now())
    except Refusal as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, _("Đã cất mẫu. Câu trả lời đã gửi không đổi."))
    return redirect("opinions:templates")
