"""One model of a hamlet after it was sent in: what the commune answered, and what its head adds to it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import Actor, Refusal, actor_of, guarded
from gandan.movement import actions
from gandan.movement.enums import Deed, EvidenceKind, State
from gandan.movement.models import Evidence, Likeness, Practice
from gandan.movement.policies.form import empty
from gandan.movement.policies.state import possible
from gandan.movement.queries.gallery import standing_readings
from gandan.movement.queries.shown import measured, with_files
from gandan.movement.web.forms import hamlet as forms
from gandan.movement.web.hamlet import came_back, own, sheet

NEWEST = 6
F = TypeVar("F", bound=forms.StepForm)


@require_GET
@guarded("movement.begin")
def one(request: HttpRequest, practice: UUID) -> HttpResponse:
    """How it stands in a sentence, the next deed as a button, numbers and photographs."""
    p, today = own(actor_of(request), practice), timezone.localdate()
    context = {
        "practice": p,
        "today": today,
        "back": came_back(p),
        "told": list(p.steps.exclude(deed=Deed.SEND_BACK).order_by("-given_at")),
        "alike": list(p.likenesses.select_related("other").order_by("-score")) if p.state in (State.DRAFT, State.SUBMITTED) else [],
        "measured": measured(p),
        "proofs": with_files(Evidence.objects.filter(practice=p).order_by("-shows", "-id")[:NEWEST]),
        "signs": list(p.signs.order_by("-given_on")[:3]),
        "may": {deed.value: possible(p, deed) is None for deed in Deed},
        **(sheet(p) if p.state == State.SUBMITTED else {}),
        "left_empty": empty(p),
        "waits": p.pending.filter(settled_on=None).exists(),
    }
    return render(request, "movement/hamlet/one.html", context)


@require_http_methods(["GET", "POST"])
@guarded("movement.give_sign")
def sign(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Still done: a few words and, best, a photograph of now. What lapsed lives again by the same page."""
    actor = actor_of(request)
    p = own(actor, practice)
    lapsed = p.state == State.LAPSED
    form = _form(forms.SignForm, request)

    def tell(now: datetime) -> None:
        typed = form.cleaned_data
        if typed["uploads"]:
            _photos(p, typed["uploads"], note="", shows=None, by=actor, now=now)
        (actions.revive if lapsed else actions.give_sign)(p, note=typed["note"], by=actor, now=now)

    if request.method == "POST" and _done(form, tell):
        messages.success(request, _("Cảm ơn Ông/Bà. Trang của mô hình nay ghi là đang hoạt động, thêm một năm."))
        return redirect("movement:hamlet_one", p.pk)
    said = possible(p, Deed.REVIVE if lapsed else Deed.GIVE_SIGN)
    title = _("Hoạt động trở lại") if lapsed else _("Báo còn làm")
    return _page(request, p, form, title=title, button=_("Gửi"), said=said.sentence if said else "")


@require_http_methods(["GET", "POST"])
@guarded("movement.add_evidence")
def photo(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Photographs, with what they show and when."""
    actor = actor_of(request)
    p = own(actor, practice)
    form = _form(forms.PhotoForm, request)

    def keep(now: datetime) -> None:
        typed = form.cleaned_data
        _photos(p, typed["uploads"], note=typed["note"], shows=typed["shows"], by=actor, now=now)

    if request.method == "POST" and _done(form, keep):
        messages.success(request, _("Đã thêm ảnh."))
        return redirect("movement:hamlet_one", p.pk)
    said = possible(p, Deed.ADD_EVIDENCE)
    return _page(request, p, form, title=_("Thêm ảnh"), button=_("Gửi ảnh"), said=said.sentence if said else "")


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

    if request.method == "POST" and _done(form, read):
        messages.success(request, _("Đã ghi số đo. Con số này hiện ngay trên trang của mô hình."))
        return redirect("movement:hamlet_one", p.pk)
    said = possible(p, Deed.READ_MEASURE)
    last = standing_readings([row.pk]).last()
    more = {"aim": row, "last": last, "lead": row.name}
    return _page(request, p, form, title=_("Ghi số đo"), button=_("Ghi"), said=said.sentence if said else "", **more)


@require_http_methods(["GET", "POST"])
@guarded("movement.answer_likeness")
def answer(request: HttpRequest, practice: UUID, likeness: UUID) -> HttpResponse:
    """What is other here, for who registers it to read."""
    actor = actor_of(request)
    p = own(actor, practice)
    row = Likeness.objects.filter(practice=p, pk=likeness).select_related("other").first()
    if row is None:
        raise Http404
    initial = {"answer": row.answer}
    form = forms.AnswerForm(request.POST, initial=initial) if request.method == "POST" else forms.AnswerForm(initial=initial)
    if request.method == "POST" and _done(
        form, lambda now: actions.answer_likeness(row, answer=form.cleaned_data["answer"], by=actor, now=now)
    ):
        messages.success(request, _("Đã ghi điểm khác."))
        return redirect("movement:hamlet_one", p.pk)
    return _page(request, p, form, title=_("Khác ở chỗ nào"), button=_("Ghi"), said="", like=row)


@require_http_methods(["GET", "POST"])
@guarded("movement.withdraw")
def withdraw(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Not registered after all; nobody outside ever reads it."""
    actor = actor_of(request)
    p = own(actor, practice)
    form = _form(forms.ReasonForm, request)
    if request.method == "POST" and _done(form, lambda now: actions.withdraw(p, reason=form.cleaned_data["reason"], by=actor, now=now)):
        messages.success(request, _("Đã rút phiếu."))
        return redirect("movement:hamlet")
    said = possible(p, Deed.WITHDRAW)
    return _page(request, p, form, title=_("Thôi không đăng ký"), button=_("Rút phiếu"), said=said.sentence if said else "", grave="grave")


def _form(kind: type[F], request: HttpRequest) -> F:
    return kind(request.POST, request.FILES) if request.method == "POST" else kind()


def _done(form: forms.StepForm, deed: Callable[[datetime], object]) -> bool:
    """Do it when the form is whole, all or nothing; a refusal becomes a sentence on the form, above what was typed."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            deed(timezone.now())
    except Refusal as refused:
        form.add_error(None, refused.sentence)
        return False
    return True


def _photos(p: Practice, uploads: list[object], *, note: str, shows: date | None, by: Actor, now: datetime) -> Evidence:
    return actions.add_evidence(p, kind=EvidenceKind.PHOTO, note=note, uploads=uploads, shows=shows, by=by, now=now)  # type: ignore[arg-type]


def _page(request: HttpRequest, p: Practice, form: forms.StepForm, *, title: str, button: str, said: str, **more: object) -> HttpResponse:
    context = {"practice": p, "form": form, "title": title, "button": button, "said": said, "files_again": bool(request.FILES), **more}
    return render(request, "movement/hamlet/deed.html", context, status=422 if form.errors else 200)
