"""Taking a detail off: one page that asks once, for every sort of detail."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gandan.activities import actions, models
from gandan.activities.web import forms
from gandan.activities.web.staff.deed import answer, posted, seen
from gandan.core.access import actor_of, guarded

SORTS: dict[str, tuple[type[models.Part], Any, Any, str]] = {
    "co-quan": (models.Host, actions.remove_host, gettext_lazy("Gỡ cơ quan"), "noi"),
    "noi": (models.ActivityPlace, actions.remove_place, gettext_lazy("Gỡ nơi diễn ra"), "noi"),
    "nguoi-du": (models.Attendance, actions.remove_attendance, gettext_lazy("Gỡ số người dự"), "nguoi-du"),
    "chuc-vu": (models.Participant, actions.remove_participant, gettext_lazy("Gỡ người dự"), "chuc-vu"),
    "van-ban": (models.ActivityDocument, actions.remove_document, gettext_lazy("Gỡ văn bản"), "van-ban"),
    "so-lieu": (models.ActivityFigure, actions.retract_figure, gettext_lazy("Rút số liệu"), "so-lieu"),
    "anh": (models.Photo, actions.remove_photo, gettext_lazy("Gỡ ảnh"), "anh"),
    "nguon": (models.ActivitySource, actions.remove_source, gettext_lazy("Gỡ nguồn"), "nguon"),
    "de-nghi": (models.Request, actions.remove_request, gettext_lazy("Gỡ đề nghị"), "de-nghi"),
}


class SureForm(Form):
    """Nothing to fill in."""


@require_http_methods(["GET", "POST"])
@guarded("activities.remove")
def remove(request: HttpRequest, sort: str, part: UUID) -> HttpResponse:
    """Ask, then take it off. A figure that was wrong is taken back with a reason."""
    if sort not in SORTS:
        raise Http404
    model, action, title, anchor = SORTS[sort]
    row = model._default_manager.filter(pk=part, removed_at=None).first()
    if row is None:
        raise Http404
    activity = seen(request, row.activity_id, permission="activities.remove")
    retracts = sort == "so-lieu"
    form: Form = forms.ReasonForm(posted(request)) if retracts else SureForm(posted(request))

    def act(typed: dict[str, Any]) -> object:
        return action(row, **typed, by=actor_of(request), now=timezone.now())

    intro = _("Chữ và tên trong mục này được xoá hẳn; nhật ký chỉ còn ghi là đã gỡ.")
    if retracts:
        intro = _("Số liệu được rút lại ở mọi nơi đang dẫn nó, kèm lý do.")
    return answer(request, activity, form, act, title=str(title), deed=str(title), done=_("Đã gỡ."), anchor=anchor, intro=intro, grave=True)
