"""Adding a detail to an activity: one page for each."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.activities import actions, queries
from gandan.activities.models import Activity
from gandan.activities.web import forms
from gandan.activities.web.staff.deed import answer, posted, seen
from gandan.core.access import actor_of, guarded
from gandan.units import queries as units

deed = require_http_methods(["GET", "POST"])


def _page(
    request: HttpRequest, activity: Activity, form: Form, action: Callable[..., object], *, title: str, done: str, anchor: str
) -> HttpResponse:
    def act(typed: dict[str, Any]) -> object:
        return action(activity, **typed, by=actor_of(request), now=timezone.now())

    return answer(request, activity, form, act, title=title, deed=_("Thêm"), done=done, anchor=anchor)


@deed
@guarded("activities.add")
def host(request: HttpRequest, activity: UUID) -> HttpResponse:
    """Who held it: offices of the unit then and of those that answer for it today."""
    row = seen(request, activity, permission="activities.add")
    on, today = row.starts_on or timezone.localdate(), timezone.localdate()
    found = {o.pk: (str(o.pk), o.name_on(on)) for o in units.offices(row.unit_id, on=on)}
    for unit in sorted(queries.answering(row.unit_id) - {row.unit_id})[:12]:
        found |= {o.pk: (str(o.pk), o.name_on(today)) for o in units.offices(unit, on=today)}
    form = forms.HostForm(posted(request), offices=list(found.values()))
    return _page(request, row, form, actions.add_host, title=_("Cơ quan chủ trì, tổ chức"), done=_("Đã thêm cơ quan."), anchor="noi")


@deed
@guarded("activities.add")
def place(request: HttpRequest, activity: UUID) -> HttpResponse:
    """A further unit."""
    row = seen(request, activity, permission="activities.add")
    form = forms.PlaceForm(posted(request), on=row.starts_on)
    return _page(request, row, form, actions.add_place, title=_("Thêm nơi diễn ra"), done=_("Đã thêm nơi diễn ra."), anchor="noi")


@deed
@guarded("activities.add")
def attendance(request: HttpRequest, activity: UUID) -> HttpResponse:
    """How many took part."""
    row, form = seen(request, activity, permission="activities.add"), forms.AttendanceForm(posted(request))
    return _page(request, row, form, actions.add_attendance, title=_("Số người dự"), done=_("Đã ghi số người dự."), anchor="nguoi-du")


@deed
@guarded("activities.add")
def participant(request: HttpRequest, activity: UUID) -> HttpResponse:
    """An office holder in office."""
    row, form = seen(request, activity, permission="activities.add"), forms.ParticipantForm(posted(request))
    title = _("Người dự giữ chức vụ")
    return _page(request, row, form, actions.add_participant, title=title, done=_("Đã ghi người dự và chức vụ."), anchor="chuc-vu")


@deed
@guarded("activities.add")
def document(request: HttpRequest, activity: UUID) -> HttpResponse:
    """A document that was carried out."""
    row = seen(request, activity, permission="activities.add")
    form = forms.DocumentForm(posted(request), actor=actor_of(request))
    title = _("Văn bản được thực hiện")
    return _page(request, row, form, actions.cite_document, title=title, done=_("Đã dẫn văn bản."), anchor="van-ban")


@deed
@guarded("activities.add")
def figure(request: HttpRequest, activity: UUID) -> HttpResponse:
    """A figure with its sentence."""
    row, form = seen(request, activity, permission="activities.add"), forms.FigureForm(posted(request))

    def note(activity: Activity, *, figure: Any, **more: Any) -> object:
        return actions.note_figure(activity, value=figure.value, measure=figure.measure or "count", bound=figure.bound, **more)

    return _page(request, row, form, note, title=_("Thêm số liệu"), done=_("Đã ghi số liệu kèm câu nguồn."), anchor="so-lieu")


@deed
@guarded("activities.add")
def photo(request: HttpRequest, activity: UUID) -> HttpResponse:
    """A photograph."""
    row = seen(request, activity, permission="activities.add")
    form = forms.PhotoForm(posted(request), request.FILES if request.method == "POST" else None)
    return _page(request, row, form, actions.add_photo, title=_("Thêm ảnh"), done=_("Đã thêm ảnh."), anchor="anh")


@deed
@guarded("activities.add")
def source(request: HttpRequest, activity: UUID) -> HttpResponse:
    """Where it is told."""
    row, form = seen(request, activity, permission="activities.add"), forms.SourceForm(posted(request))
    return _page(request, row, form, actions.add_source, title=_("Thêm nguồn"), done=_("Đã thêm nguồn."), anchor="nguon")


@deed
@guarded("activities.add")
def note_request(request: HttpRequest, activity: UUID) -> HttpResponse:
    """Something that was asked for there."""
    row = seen(request, activity, permission="activities.add")
    form = forms.RequestForm(posted(request), on=row.starts_on)
    done = _("Đã ghi đề nghị. Lãnh đạo đơn vị được đề nghị sẽ thấy ở “Việc của tôi”.")
    return _page(request, row, form, actions.note_request, title=_("Ghi đề nghị"), done=done, anchor="de-nghi")
