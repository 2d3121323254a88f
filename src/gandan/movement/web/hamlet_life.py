"""That a model lives: photographs, numbers, and once a year the word that it is still done."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import actor_of, guarded
from gandan.movement import actions
from gandan.movement.enums import Deed, State
from gandan.movement.policies.state import possible
from gandan.movement.queries.gallery import standing_readings
from gandan.movement.web.forms import hamlet_life as forms
from gandan.movement.web.hamlet_doing import done, filled, page, photos
from gandan.movement.web.hamlet_own import own


@require_http_methods(["GET", "POST"])
@guarded("movement.give_sign")
def sign(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Still done: a few words and, best, a photograph of now. What lapsed lives again by the same page."""
    actor = actor_of(request)
    p = own(actor, practice)
    lapsed = p.state == State.LAPSED
    form = filled(forms.SignForm, request)

    def tell(now: datetime) -> None:
        typed = form.cleaned_data
        if typed["uploads"]:
            photos(p, typed["uploads"], note="", shows=None, by=actor, now=now)
        (actions.revive if lapsed else actions.give_sign)(p, note=typed["note"], by=actor, now=now)

    if request.method == "POST" and done(form, tell):
        messages.success(request, _("Cảm ơn Ông/Bà. Trang của mô hình nay ghi là đang hoạt động, thêm một năm."))
        return redirect("movement:hamlet_one", p.pk)
    said = possible(p, Deed.REVIVE if lapsed else Deed.GIVE_SIGN)
    title = _("Hoạt động trở lại") if lapsed else _("Báo còn làm")
    return page(request, p, form, title=title, button=_("Gửi"), said=said.sentence if said else "")


@require_http_methods(["GET", "POST"])
@guarded("movement.add_evidence")
def photo(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Photographs, with what they show and when."""
    actor = actor_of(request)
    p = own(actor, practice)
    form = filled(forms.PhotoForm, request)

    def keep(now: datetime) -> None:
        typed = form.cleaned_data
        photos(p, typed["uploads"], note=typed["note"], shows=typed["shows"], by=actor, now=now)

    if request.method == "POST" and done(form, keep):
        messages.success(request, _("Đã thêm ảnh."))
        return redirect("movement:hamlet_one", p.pk)
    said = possible(p, Deed.ADD_EVIDENCE)
    return page(request, p, form, title=_("Thêm ảnh"), button=_("Gửi ảnh"), said=said.sentence if said else "")


@require_http_methods(["GET", "POST"])
@guarded("movement.read_measure")
def measure(request: HttpRequest, practice: UUID, aim: UUID) -> HttpResponse:
    """What was counted on a day."""
    actor = actor_of(request)
    p = own(actor, practice)
    row = p.aims.filter(pk=aim).first()
    if row is None:
        raise Http404
    form = forms.MeasureForm(request.POST if request.method == "POST" else None, measure=row.measure)

    def read(now: datetime) -> None:
        typed = form.cleaned_data
        day = typed["read_on"] or timezone.localdate(now)
        actions.read_measure(row, value=typed["value"], read_on=day, note=typed["note"], by=actor, now=now)

    if request.method == "POST" and done(form, read):
        messages.success(request, _("Đã ghi số đo. Con số này hiện ngay trên trang của mô hình."))
        return redirect("movement:hamlet_one", p.pk)
    said = possible(p, Deed.READ_MEASURE)
    last = standing_readings([row.pk]).last()
    more = {"aim": row, "last": last, "lead": row.name}
    return page(request, p, form, title=_("Ghi số đo"), button=_("Ghi"), said=said.sentence if said else "", **more)
