"""People's word by code: type the code from the slip, see which model it is for, say once a year whether it helps. No account, no script.

The code travels in the page that was just made from it, never in an address, a session or a log: the page is kept by no cache.
"""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from gandan.core import codes, pace
from gandan.core.access import Refusal, actor_of, public
from gandan.movement.actions import give_voice
from gandan.movement.enums import Helps
from gandan.movement.models import Practice, Voice, VoiceCode
from gandan.movement.policies.voices import give_voice as may_speak
from gandan.movement.queries import shown
from gandan.movement.queries.voices import code_of
from gandan.units import queries as units

TRIES, WINDOW = 30, 3600  # for each client an hour; a village behind one address is one client
KINDS = {Helps.YES: "", Helps.PARTLY: "quiet", Helps.NO: "quiet"}


class CodeForm(forms.Form):
    """The code as it was typed from a slip of paper."""

    code = forms.CharField(
        label=gettext_lazy("Mã trên phiếu"),
        max_length=60,
        help_text=gettext_lazy("Mười hai chữ và số. Có gạch, có khoảng trắng hay viết thường đều được."),
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "code", "inputmode": "text"}
        ),
    )


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@never_cache
@public
def enter_code(request: HttpRequest) -> HttpResponse:
    """The code opens the model with three answers. Tries are paced, so that nobody can guess one."""
    form, now = CodeForm(request.POST if request.method == "POST" else None), timezone.now()
    if request.method == "POST" and form.is_valid():
        if not pace.allowed(request, "movement.code", most=TRIES, seconds=WINDOW, now=now):
            form.add_error("code", _("Từ mạng này đã thử nhiều mã trong một giờ. Xin thử lại sau một giờ."))
        else:
            code = code_of(form.cleaned_data["code"])
            practice = shown.one(code.practice_id) if code else None
            if code and practice:
                return _answers(request, code, practice, typed=form.cleaned_data["code"])
            form.add_error("code", _("Mã này không đúng. Xin xem lại từng nhóm bốn ký tự trên phiếu."))
    return render(request, "movement/public/enter_code.html", {"form": form}, status=422 if form.errors else 200)


@sensitive_post_parameters("code")
@require_POST
@never_cache
@public
def speak(request: HttpRequest) -> HttpResponse:
    """One of the three answers, pressed. A refusal comes back on the page with the same three buttons."""
    now, typed = timezone.now(), request.POST.get("code", "")[:60]
    if not pace.allowed(request, "movement.code", most=TRIES, seconds=WINDOW, now=now):
        form = CodeForm({"code": typed})
        form.add_error("code", _("Từ mạng này đã thử nhiều mã trong một giờ. Xin thử lại sau một giờ."))
        return render(request, "movement/public/enter_code.html", {"form": form}, status=429)
    try:
        practice = give_voice(typed=typed, helps=request.POST.get("helps", ""), by=actor_of(request), now=now)
    except Refusal as refused:
        code = code_of(typed)
        practice_of = shown.one(code.practice_id) if code else None
        if code and practice_of:
            return _answers(request, code, practice_of, typed=typed, said=refused.sentence)
        form = CodeForm({"code": typed})
        form.add_error("code", refused.sentence)
        return render(request, "movement/public/enter_code.html", {"form": form}, status=422)
    messages.success(
        request, _("Cảm ơn Ông/Bà. Lời này chỉ được đếm, không ai biết Ông/Bà là ai. Trong năm nay nói lại thì lời sau thay lời trước.")
    )
    return redirect("movement-public:one", practice.pk)


def _answers(request: HttpRequest, code: VoiceCode, practice: Practice, *, typed: str, said: str = "") -> HttpResponse:
    """The model behind the code with three buttons; what was said this year stands there, for whoever wants to say it anew."""
    year = timezone.localdate().year
    before = Voice.objects.filter(code=code, year=year).values_list("helps", flat=True).first()
    refusal = may_speak(practice, code, helps=Helps.YES, by=actor_of(request))
    context = {
        "practice": practice,
        "place": units.one(practice.unit_id),
        "code": codes.read(typed) or "",
        "year": year,
        "before": Helps(before).label if before else "",
        "answers": [] if refusal else [(h.value, h.label, kind) for h, kind in KINDS.items()],
        "said": said or (refusal.sentence if refusal else ""),
    }
    return render(request, "movement/public/speak.html", context, status=422 if said else 200)
