"""One page for each deed on a document. What the reader may not see is not found; a refusal stands in the form, nothing typed is lost."""

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

from gandan.core.access import Refusal, actor_of, guarded, may
from gandan.core.files import queries as files
from gandan.directives import actions, queries
from gandan.directives.models import Advice, Document, Relation
from gandan.directives.web import forms
from gandan.directives.web.staff import own_offices
from gandan.units import queries as units
from gandan.units.models import Office

BOTH = require_http_methods(["GET", "POST"])


@BOTH
@guarded("directives.correct_document")
def correct(request: HttpRequest, document: UUID) -> HttpResponse:
    """The right words, number or day."""
    row = _kept(request, document, "directives.correct_document")
    form = forms.CorrectForm.of(row, request.POST or None, may_check=may(actor_of(request), "directives.check"))
    return _deed(
        request, row, form, lambda **d: actions.correct_document(row, **d), title=_("Sửa thông tin"), deed=_("Lưu"), done=_("Đã lưu.")
    )


@BOTH
@guarded("directives.attach_file")
def attach(request: HttpRequest, document: UUID) -> HttpResponse:
    """One more file."""
    row = _kept(request, document, "directives.attach_file")
    form = forms.FileForm(request.POST or None, request.FILES or None)
    return _deed(
        request, row, form, lambda **d: actions.attach_file(row, **d), title=_("Thêm tệp"), deed=_("Thêm tệp"), done=_("Đã thêm tệp.")
    )


@BOTH
@guarded("directives.remove_file")
def remove_file(request: HttpRequest, document: UUID, file: UUID) -> HttpResponse:
    """Away with a wrong file."""
    row = _kept(request, document, "directives.remove_file")
    stored = files.of(row).filter(pk=file).first()
    if stored is None:
        raise Http404
    said = _("Tệp “%(name)s” sẽ bị xoá hẳn, không lấy lại được.") % {"name": stored.name}
    form = forms.SureForm(request.POST if request.method == "POST" else None)
    act = _without_input(actions.remove_file, row, file=stored)
    return _deed(request, row, form, act, title=_("Bỏ tệp"), deed=_("Bỏ tệp này"), done=_("Đã bỏ tệp."), said=said, grave="grave")


@BOTH
@guarded("directives.open_desk")
def relate(request: HttpRequest, document: UUID) -> HttpResponse:
    """What this document does to another, or another to it."""
    actor = actor_of(request)
    row = _seen(request, document)
    form = forms.RelationForm(request.POST or None, actor=actor)

    def act(*, what: str, number: str, from_day: Any, by: Any, now: Any, other: str = "") -> object:
        first, second = (form.other(), row) if what.startswith("by_") else (row, form.other())
        return actions.relate(first, other=second, kind=what.removeprefix("by_"), from_day=from_day, by=by, now=now)

    said = _("Ghi rằng một văn bản thay thế, sửa đổi hoặc bãi bỏ văn bản khác chỉ làm được khi đơn vị giữ hồ sơ của cả hai.")
    return _deed(request, row, form, act, title=_("Ghi quan hệ"), deed=_("Ghi quan hệ"), done=_("Đã ghi quan hệ."), said=said)


@BOTH
@guarded("directives.take_back_relation")
def take_back(request: HttpRequest, relation: UUID) -> HttpResponse:
    """A relation that was written down by mistake."""
    link = Relation.objects.select_related("document", "other").filter(pk=relation).first()
    actor = actor_of(request)
    if link is None or not may(actor, "directives.take_back_relation", link):
        raise Http404
    row = _seen(request, link.document_id)
    words = {"document": link.document, "kind": link.get_kind_display().lower(), "other": link.other}
    said = _("Sẽ bỏ dòng: %(document)s %(kind)s %(other)s.") % words
    form = forms.SureForm(request.POST if request.method == "POST" else None)
    act = _without_input(actions.take_back_relation, link)
    return _deed(request, row, form, act, title=_("Bỏ quan hệ ghi nhầm"), deed=_("Bỏ dòng này"), done=_("Đã bỏ."), said=said, grave="grave")


@BOTH
@guarded("directives.note_advice")
def note_advice(request: HttpRequest, document: UUID) -> HttpResponse:
    """Who advised this document."""
    row = _kept(request, document, "directives.note_advice")
    form = forms.AdviceForm(request.POST or None, offices=_advisers(request, row))
    title, deed = _("Ghi ý kiến tham mưu"), _("Ghi ý kiến")
    return _deed(request, row, form, lambda **d: actions.note_advice(row, **d), title=title, deed=deed, done=_("Đã ghi ý kiến tham mưu."))


def _advisers(request: HttpRequest, document: Document) -> list[Office]:
    """Offices of the unit that keeps the record, and of the reader's own units."""
    today = timezone.localdate()
    found = {o.pk: o for o in own_offices(request)}
    if document.unit_id:
        found |= {o.pk: o for o in units.offices(document.unit_id, on=today)}
    return list(found.values())


@BOTH
@guarded("directives.settle_advice")
def settle_advice(request: HttpRequest, advice: UUID) -> HttpResponse:
    """What became of advice."""
    thing = Advice.objects.select_related("office").prefetch_related("office__names").filter(pk=advice).first()
    if thing is None:
        raise Http404
    row = _kept(request, thing.document_id, "directives.settle_advice")
    now_said = {"adopted": thing.adopted, "decided_on": thing.decided_on, "note": thing.note}
    form = forms.OutcomeForm(request.POST or None, initial=now_said)
    title = _("Kết quả tham mưu: %(office)s") % {"office": thing.office}
    return _deed(
        request, row, form, lambda **d: actions.settle_advice(thing, **d), title=title, deed=_("Lưu kết quả"), done=_("Đã lưu kết quả.")
    )


@BOTH
@guarded("directives.withdraw_document")
def withdraw(request: HttpRequest, document: UUID) -> HttpResponse:
    """Take the record out."""
    row = _kept(request, document, "directives.withdraw_document")
    said = _("Văn bản sẽ không còn trong danh sách, tìm kiếm và trang công khai. Đơn vị vẫn xem lại được, kèm lý do.")
    form = forms.ReasonForm(request.POST or None)
    title, deed = _("Rút khỏi sổ"), _("Rút khỏi sổ")
    act: Act = lambda **d: actions.withdraw_document(row, **d)  # noqa: E731
    return _deed(request, row, form, act, title=title, deed=deed, done=_("Đã rút khỏi sổ."), said=said, grave="grave")


Act = Callable[..., object]


def _seen(request: HttpRequest, pk: UUID) -> Document:
    row = queries.whole(pk, actor=actor_of(request))
    if row is None:
        raise Http404
    return row


def _kept(request: HttpRequest, pk: UUID, permission: str) -> Document:
    """A document whose record the reader keeps; of one that they only see, the deed's page does not exist."""
    row = _seen(request, pk)
    if not may(actor_of(request), permission, row):
        raise Http404
    return row


def _without_input(action: Act, thing: object, **given: object) -> Act:
    return lambda *, by, now: action(thing, **given, by=by, now=now)


def _deed(
    request: HttpRequest, document: Document, form: Form, act: Act, *, title: str, deed: str, done: str, said: str = "", grave: str = ""
) -> HttpResponse:
    """The form; when it is right, the deed."""
    if request.method == "POST" and form.is_valid():
        try:
            act(**form.cleaned_data, by=actor_of(request), now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, done)
            return redirect("directives:document", document=document.pk)
    context = {"form": form, "title": title, "deed": deed, "document": document, "said": said, "grave": grave}
    return render(request, "directives/staff/deed.html", context, status=422 if form.errors else 200)
