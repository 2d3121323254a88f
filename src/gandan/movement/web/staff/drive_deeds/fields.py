"""Fields of a drive: renamed, ended."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import Actor, Refusal, actor_of, guarded, require
from gandan.movement.actions import drive as actions
from gandan.movement.enums import PUBLIC
from gandan.movement.models import Drive, Field
from gandan.movement.policies import drive as policies
from gandan.movement.web.forms import drives as forms
from gandan.movement.web.staff import found
from gandan.movement.web.staff.drive_deeds.page import answer


@require_http_methods(["GET", "POST"])
@guarded("movement.change_fields")
def rename_field(request: HttpRequest, drive: UUID, field: UUID) -> HttpResponse:
    """A slip of the pen in a field's name, while nothing is registered in it."""
    actor, now = actor_of(request), timezone.now()
    d, row = _field(actor, drive, field)
    form = forms.FieldForm(request.POST or None, initial={"name": row.name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.rename_field(row, name=form.cleaned_data["name"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, str(_("Đã đổi tên lĩnh vực.")))
            return redirect("movement:drive", d.pk)
    counted = d.practices.filter(field=row, state__in=sorted(PUBLIC)).exists()
    refusal = None if form.is_bound else policies.rename_field(row, name=row.name, counted=counted)
    return answer(request, d, _("Đổi tên lĩnh vực"), _("Chỉ đổi được khi chưa có mô hình đăng ký trong lĩnh vực."), form, refusal)


@require_http_methods(["GET", "POST"])
@guarded("movement.change_fields")
def end_field(request: HttpRequest, drive: UUID, field: UUID) -> HttpResponse:
    """Nothing is begun in it any more."""
    actor, now = actor_of(request), timezone.now()
    d, row = _field(actor, drive, field)
    form, refusal = forms.EmptyForm(request.POST or None), policies.end_field(row)
    if request.method == "POST" and refusal is None:
        try:
            actions.end_field(row, by=actor, now=now)
        except Refusal as refused:
            refusal = refused
        else:
            messages.success(request, str(_("Đã kết thúc lĩnh vực.")))
            return redirect("movement:drive", d.pk)
    explain = _("Lĩnh vực “%(name)s” không nhận phiếu mới; mô hình đã có vẫn đếm ở đó.") % {"name": row.name}
    return answer(request, d, _("Kết thúc lĩnh vực"), explain, form, refusal, grave=True)


def _field(actor: Actor, drive: UUID, field: UUID) -> tuple[Drive, Field]:
    d = found.drive_for(actor, drive)
    require(actor, "movement.change_fields", d)
    row = d.fields.filter(pk=field).select_related("drive").first()
    if row is None:
        raise Http404
    return d, row
