"""Pages of the deeds that ask for an office or a person: another office, a successor, who looks after it, who helps."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.accounts.models import User
from gandan.commitments import actions, policies, queries
from gandan.commitments.models import Commitment
from gandan.commitments.web import choices, forms, rows
from gandan.commitments.web.staff import found_for
from gandan.commitments.web.typed import typed
from gandan.commitments.web.ways import rewording
from gandan.core.access import Refusal, actor_of, guarded, require

Act = Callable[[dict[str, Any]], object]


@require_http_methods(["GET", "POST"])
@guarded("commitments.hand_over")
def hand_over(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """To another office, with a reason for everybody."""
    actor, now = actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    require(actor, "commitments.hand_over", c)
    form, searched, found = choices.picking(request, forms.HandOverForm, actor, today=timezone.localdate(now), field="to")
    refusal = policies.movable(c)

    def act(typed: dict[str, Any]) -> object:
        return actions.hand_over(c, to=choices.office(typed["to"]), reason=typed["reason"], by=actor, now=now)

    words = {
        "title": _("Chuyển cơ quan"),
        "deed": _("Chuyển việc"),
        "explain": _("Hạn, bằng chứng và diễn biến đi theo việc. Lý do ai cũng đọc được."),
    }
    return _page(request, c, form, act, done=_("Đã chuyển việc."), refusal=refusal, searched=searched, found=found, picks=True, **words)


@require_http_methods(["GET", "POST"])
@guarded("commitments.choose_successor")
def choose_successor(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """After a reorganisation, who goes on with it."""
    actor, now = actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    pending = queries.pending(c)
    if pending is None:
        raise Http404
    require(actor, "commitments.choose_successor", pending)
    offices = choices.in_units([u.pk for u in pending.candidates.all()], today=timezone.localdate(now))
    form = forms.SuccessorForm(request.POST if request.method == "POST" else None, offices=offices)
    refusal = None if offices else Refusal(_("Các đơn vị nhận chưa ghi cơ quan nào. Xin thêm cơ quan ở “Thôn và cơ quan” rồi quay lại."))

    def act(typed: dict[str, Any]) -> object:
        return actions.choose_successor(pending, to=choices.office(typed["to"]), by=actor, now=now)

    words = {
        "title": _("Chọn nơi nhận việc"),
        "deed": _("Giao việc cho cơ quan này"),
        "explain": _("Đơn vị cũ đã sắp xếp lại. Hạn giữ nguyên; người dân thấy việc này nay do ai làm."),
    }
    return _page(request, c, form, act, done=_("Đã chọn nơi nhận việc."), refusal=refusal, **words)


@require_http_methods(["GET", "POST"])
@guarded("commitments.name_person")
def name_person(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """Who of the lead office looks after it."""
    actor, now = actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    require(actor, "commitments.name_person", c)
    people = choices.people(c.lead, today=timezone.localdate(now))
    initial = {"person": str(c.lead_person_id or "")}
    form = forms.PersonForm(request.POST if request.method == "POST" else None, people=people, initial=initial)
    refusal = policies.name_person(c, None, today=timezone.localdate(now))

    def act(typed: dict[str, Any]) -> object:
        person = User.objects.get(pk=typed["person"]) if typed["person"] else None
        return actions.name_person(c, person=person, by=actor, now=now)

    words = {"title": _("Giao người phụ trách"), "deed": _("Lưu"), "explain": _("Tên người phụ trách chỉ hiện trong nội bộ.")}
    return _page(request, c, form, act, done=_("Đã lưu."), refusal=refusal, **words)


@require_http_methods(["GET", "POST"])
@guarded("commitments.open_desk")
def reword(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """A slip of the pen, on the day of writing and before anything came of it."""
    actor, now = actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    require(actor, "commitments.reword", c)
    initial = {"title": c.title, "deliverable": c.deliverable, "beneficiary": c.beneficiary}
    form = forms.WordingForm(request.POST if request.method == "POST" else None, initial=initial)
    refusal = rewording(c, today=timezone.localdate(now))

    def act(typed: dict[str, Any]) -> object:
        return actions.reword(c, **typed, by=actor, now=now)

    words = {
        "title": _("Sửa lời ghi"),
        "deed": _("Lưu lời đã sửa"),
        "explain": _("Chỉ sửa được trong ngày ghi, khi chưa phát mã và chưa có bước nào tiếp theo."),
    }
    return _page(request, c, form, act, done=_("Đã sửa lời ghi."), refusal=refusal, **words)


@require_http_methods(["GET", "POST"])
@guarded("commitments.change_coordinators")
def add_coordinator(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """One more office that helps."""
    actor, now = actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    require(actor, "commitments.change_coordinators", c)
    form, searched, found = choices.picking(request, forms.HelperForm, actor, today=timezone.localdate(now), field="office")

    def act(typed: dict[str, Any]) -> object:
        return actions.add_coordinator(c, office=choices.office(typed["office"]), by=actor, now=now)

    words = {
        "title": _("Thêm cơ quan phối hợp"),
        "deed": _("Thêm"),
        "explain": _("Cơ quan phối hợp ghi được tiến độ và bằng chứng; chịu trách nhiệm vẫn là một cơ quan chủ trì."),
    }
    refusal = policies.coordinators_change(c)
    return _page(request, c, form, act, done=_("Đã thêm."), refusal=refusal, searched=searched, found=found, picks=True, **words)


@require_http_methods(["GET", "POST"])
@guarded("commitments.change_coordinators")
def remove_coordinator(request: HttpRequest, commitment: UUID, office: UUID) -> HttpResponse:
    """An office helps no longer."""
    actor, now = actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    require(actor, "commitments.change_coordinators", c)
    helper = next((h.office for h in c.coordinators.all() if h.office_id == office), None)
    if helper is None:
        raise Http404
    form = forms.AcceptForm(request.POST if request.method == "POST" else None)

    def act(typed: dict[str, Any]) -> object:
        return actions.remove_coordinator(c, office=helper, by=actor, now=now)

    name = helper.name_on(timezone.localdate(now))
    words = {"title": _("Bỏ cơ quan phối hợp"), "deed": _("Bỏ cơ quan này"), "explain": name}
    return _page(request, c, form, act, done=_("Đã bỏ."), refusal=policies.uncoordinate(c, helper), **words)


def _page(
    request: HttpRequest, c: Commitment, form: Form, act: Act, *, done: str, refusal: Refusal | None, **context: object
) -> HttpResponse:
    """The form; when it is right, the deed; a refusal stands in the form and nothing typed is lost."""
    if request.method == "POST" and refusal is None and form.is_bound and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, done)
            seen = queries.visible_to(actor_of(request)).filter(pk=c.pk).exists()
            return redirect("commitments:one", c.pk) if seen else redirect("commitments:list")  # it may have gone where one sees it no more
    row = rows.row(c, actor=actor_of(request), today=timezone.localdate())
    context |= {"row": row, "form": form, "refusal": refusal, "typed": typed(form) if refusal is not None else []}
    return render(request, "commitments/staff/deed.html", context, status=422 if form.errors else 200)
