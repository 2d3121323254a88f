"""The people's word: somebody objects, or types the code from a slip and says whether it was done. Nobody needs an account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gandan.commitments import actions, permissions, policies, queries
from gandan.commitments.actor import CodeHolder
from gandan.commitments.enums import CodeKind, State
from gandan.commitments.models import Commitment, ConfirmingCode
from gandan.commitments.web import forms, rows, story
from gandan.commitments.web.deeds import ANY
from gandan.commitments.web.public import public_one
from gandan.commitments.web.typed import typed
from gandan.core import pace
from gandan.core.access import Anyone, Refusal, actor_of, public

HOLDS = "commitments-code"  # in the session: the id of the code's row, never the code
OBJECTIONS, TRIES, WINDOW = 20, 30, 3600  # for each client an hour; a village behind one address is one client


@require_http_methods(["GET", "POST"])
@never_cache
@public
def object_to(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """ "Tôi thấy việc này chưa xong". It opens the work again; nothing is kept of who it was."""
    c, now = public_one(commitment), timezone.now()
    refusal = policies.object_to(
        c, report=story.posted(c), text=ANY, board=permissions.supervises(actor_of(request), c), today=timezone.localdate(now)
    )
    form = forms.ObjectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and refusal is None and form.is_valid():
        if not pace.allowed(request, "commitments.object", most=OBJECTIONS, seconds=WINDOW, now=now):
            form.add_error(None, _("Từ mạng này đã có nhiều lời gửi trong một giờ. Lời Ông/Bà viết còn nguyên; xin gửi lại sau ít phút."))
        else:
            try:
                actions.object_to(c, text=form.cleaned_data["text"], by=actor_of(request), now=now)
            except Refusal as refused:
                form.add_error(None, refused.sentence)
            else:
                messages.success(request, _("Đã ghi lời Ông/Bà. Việc này mở lại, cơ quan chủ trì đã được báo."))
                return redirect("commitments-public:one", c.pk)
    row = rows.row(c, actor=Anyone(), today=timezone.localdate(now))
    said = typed(form) if refusal is not None else []
    context = {"row": row, "report": story.report(c), "refusal": refusal, "form": form, "typed": said}
    return render(request, "commitments/public/object.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@never_cache
@public
def enter_code(request: HttpRequest) -> HttpResponse:
    """The code as it was typed, in any spelling; tries are paced, so that nobody can guess one."""
    form, now = forms.CodeEntryForm(request.POST if request.method == "POST" else None), timezone.now()
    if request.method == "POST" and form.is_valid():
        if not pace.allowed(request, "commitments.code", most=TRIES, seconds=WINDOW, now=now):
            form.add_error("code", _("Từ mạng này đã thử nhiều mã trong một giờ. Xin thử lại sau một giờ."))
        elif (holder := queries.code_holder(form.cleaned_data["code"])) is None:
            form.add_error("code", _("Mã này không đúng. Xin xem lại từng nhóm bốn ký tự trên phiếu."))
        else:
            request.session[HOLDS] = str(holder.code)
            return redirect("commitments-public:speak")
    return render(request, "commitments/public/enter_code.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@never_cache
@public
def speak(request: HttpRequest) -> HttpResponse:
    """The promise behind the code, with two buttons."""
    held = _held(request)
    if held is None:
        return redirect("commitments-public:enter_code")
    holder, c = held
    refusal = policies.confirm(c, report=story.this_round(c), by=holder)
    context = {
        "row": rows.row(c, actor=Anyone(), today=timezone.localdate()),
        "report": story.report(c),
        "proofs": story.proofs(c),
        "refusal": refusal,
        "note": _note(holder),
    }
    return render(request, "commitments/public/speak.html", context)


@require_POST
@never_cache
@public
def confirm(request: HttpRequest) -> HttpResponse:
    """ "Đúng, đã xong"."""
    held = _held(request)
    if held is None:
        return redirect("commitments-public:enter_code")
    holder, c = held
    actions.confirm(c, by=holder, now=timezone.now())  # a refusal is a page with its sentence
    del request.session[HOLDS]
    c.refresh_from_db()
    ended = c.state == State.CONFIRMED
    words = (
        _("Cảm ơn Ông/Bà. Việc này nay được ghi là “Dân xác nhận”."),
        _("Cảm ơn Ông/Bà. Đã ghi lời của một hộ; cần thêm một hộ khác xác nhận."),
    )
    messages.success(request, words[0] if ended else words[1])
    return redirect("commitments-public:one", c.pk)


def _held(request: HttpRequest) -> tuple[CodeHolder, Commitment] | None:
    """Who typed a code in this browser a moment ago, and what it is for."""
    key = str(request.session.get(HOLDS, ""))
    row = ConfirmingCode.objects.filter(pk=key).first() if key else None
    if row is None:
        return None
    return CodeHolder(row.pk, row.commitment_id, actor_of(request)), public_one(row.commitment_id)


def _note(holder: CodeHolder) -> str:
    kind = ConfirmingCode.objects.values_list("kind", flat=True).get(pk=holder.code)
    if kind == CodeKind.HOUSEHOLD:
        return _(
            "Mã của Ông/Bà là mã hộ dân có mặt: cần hai hộ khác nhau xác nhận. Lời này không rút lại được và không ai biết Ông/Bà là ai."
        )
    return _("Lời này không rút lại được. Không ai biết Ông/Bà là ai.")
