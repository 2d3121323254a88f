"""Small pages beside the inbox: keep the view one is looking at under a name, and find a case by the code on somebody's slip."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded
from gandan.opinions import actions, queries
from gandan.opinions.web import asked


class NameForm(forms.Form):
    """What the view is called in the list of kept ones."""

    name = forms.CharField(label=_("Gọi bộ lọc này là"), max_length=80, help_text=_("Ví dụ: Rác chưa ai nhận. Chỉ Ông/Bà thấy."))


class CodeForm(forms.Form):
    """The private code on a slip that somebody brought. It is sent in the body, never in an address."""

    code = forms.CharField(
        label=_("Mã trên phiếu"),
        max_length=60,
        help_text=_("Có gạch, có khoảng trắng hay viết thường đều được."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


@require_http_methods(["GET", "POST"])
@guarded("opinions.keep_filter")
def keep(request: HttpRequest) -> HttpResponse:
    """The address says which view; what is kept is what can be read of it."""
    actor, today = actor_of(request), timezone.localdate()
    asks = asked.read(request, today=today, soon=today)
    form = NameForm(request.POST if request.method == "POST" else None)
    back = f"{reverse('opinions:inbox')}{asks.url}"
    if form.is_bound and form.is_valid():
        try:
            actions.save_filter(name=form.cleaned_data["name"], query=asks.query, by=actor, now=timezone.now())
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã lưu. Bộ lọc đứng ở đầu hộp ý kiến."))
            return redirect(back)
    context = {"title": _("Lưu bộ lọc"), "deed": _("Lưu"), "form": form, "back": back}
    return render(request, "opinions/staff/small.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("opinions.open_inbox")
def by_code(request: HttpRequest) -> HttpResponse:
    """A code leads to the case, for whoever may read it; of any other it says nothing, not even that it exists."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        opinion = queries.of_code(form.cleaned_data["code"])
        if opinion is not None and queries.visible_to(actor_of(request)).filter(pk=opinion.case_id).exists():
            return redirect("opinions:case", opinion.case_id)
        form.add_error("code", _("Mã này không mở được việc nào ở cơ quan Ông/Bà. Xin xem lại từng ký tự trên phiếu."))
    context = {
        "title": _("Tìm bằng mã trên phiếu"),
        "explain": _("Khi người dân mang phiếu đến. Mã chỉ cho đọc; muốn viết thay người gửi thì phải có mã PIN của họ."),
        "deed": _("Tìm"),
        "form": form,
        "back": reverse("opinions:inbox"),
    }
    return render(request, "opinions/staff/small.html", context, status=422 if form.errors else 200)
