"""One page for each deed on a letter. What was typed stays when it is refused."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded
from gandan.core.logs.middleware import unobserved
from gandan.denunciations import actions
from gandan.denunciations.enums import Deed
from gandan.denunciations.models import Denunciation, SealedNote
from gandan.denunciations.web.forms import NoteForm, NothingForm, OutcomeForm
from gandan.denunciations.web.staff import cover, found_for


def _page(
    request: HttpRequest,
    letter: UUID,
    form_class: type[forms.Form],
    act: Callable[..., Denunciation | SealedNote],
    deed: Deed,
    said: str,
    explain: str,
) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    found = found_for(actor, letter)
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            done = act(found, **form.cleaned_data, by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            asked = isinstance(done, Denunciation) and done.asked_on is not None
            messages.success(
                request, _("Người gửi ghi đây là tố cáo, nên đã hỏi họ trên biên nhận. Chưa ai khác đọc thư.") if asked else said
            )
            stays = deed in {Deed.NOTE, Deed.HANDLE} or asked
            return redirect("denunciations:one", letter) if stays else redirect("denunciations:desk")
    context = {**cover(found, today=timezone.localdate(now)), "form": form, "deed": deed, "explain": explain}
    return render(request, "denunciations/staff/deed.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@unobserved
@guarded("denunciations.open_desk")
def note(request: HttpRequest, letter: UUID) -> HttpResponse:
    """Write something down."""
    explain = _("Ghi chú được niêm kín như thư, chỉ người xử lý ở bàn này đọc được.")
    return _page(request, letter, NoteForm, actions.note, Deed.NOTE, _("Đã ghi và niêm kín."), explain)


@require_http_methods(["GET", "POST"])
@unobserved
@guarded("denunciations.open_desk")
def handle(request: HttpRequest, letter: UUID) -> HttpResponse:
    """What came of it outside."""
    explain = _("Việc thụ lý, xác minh, kết luận làm ngoài phần mềm này, theo Luật Tố cáo. Ở đây chỉ ghi kết quả để người gửi biết.")
    return _page(request, letter, OutcomeForm, actions.handle, Deed.HANDLE, _("Đã ghi kết quả."), explain)


@require_http_methods(["GET", "POST"])
@unobserved
@guarded("denunciations.open_desk")
def raise_level(request: HttpRequest, letter: UUID) -> HttpResponse:
    """One level higher."""
    explain = _(
        "Dùng khi người bị tố cáo thuộc chính cấp đang giữ thư này (khoản 1 Điều 12 Luật Tố cáo). "
        "Thư rời khỏi bàn này ngay; Ông/Bà không còn thấy nó."
    )
    return _page(request, letter, NothingForm, actions.raise_level, Deed.RAISE, _("Đã chuyển lên một cấp."), explain)


@require_http_methods(["GET", "POST"])
@unobserved
@guarded("denunciations.open_desk")
def give_back(request: HttpRequest, letter: UUID) -> HttpResponse:
    """It was none."""
    explain = _(
        "Thư trở thành một ý kiến bình thường: cán bộ của xã, phường được nói tới sẽ đọc và trả lời; mã của người gửi vẫn dùng được. "
        "Chỉ chọn khi trong thư không có ai bị tố cáo. Không lấy lại được. "
        "Nếu người gửi đã tự ghi đây là tố cáo thì họ được hỏi trước, và thư nằm yên cho đến khi họ đồng ý."
    )
    return _page(request, letter, NothingForm, actions.give_back, Deed.GIVE_BACK, _("Đã chuyển thành ý kiến."), explain)
