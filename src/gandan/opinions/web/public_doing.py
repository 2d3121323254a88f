"""One page for each deed of who holds a code. The PIN is asked once in half an hour; wrong ones are counted by code and by client."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gandan.core import pace
from gandan.core.access import Refusal, actor_of, public
from gandan.denunciations.actions import SetAside
from gandan.opinions import queries
from gandan.opinions.actor import Sender
from gandan.opinions.models import Opinion
from gandan.opinions.web import public_session, public_words
from gandan.opinions.web.forms.sender import ContactForm, PinForm, SenderForm
from gandan.opinions.web.public_deeds import DEEDS, QUESTION, SenderDeed, once

PINS, PIN_WINDOW = 10, 3600  # tries at one code in an hour, from wherever they come: a million PINs take eleven years
LETTERS, WINDOW = 60, 3600


@sensitive_post_parameters("text", "reason", "name", "phone", "mail", "pin", "new_pin")
@require_http_methods(["GET", "POST"])
@never_cache
@public
def deed(request: HttpRequest, slug: str) -> HttpResponse:
    """Whatever refuses it (a state that changed meanwhile, a wrong PIN) leaves what was typed on the page."""
    now = timezone.now()
    wanted, held = DEEDS.get(slug), public_session.held(request, now=now)
    if wanted is None:
        raise Http404
    if held is None:
        messages.info(request, _("Trang đã đóng sau nửa giờ không dùng. Xin gõ lại mã."))
        return redirect("opinions-public:track")
    sender, opinion = held
    refusal = wanted.when(opinion.case, opinion, sender, timezone.localdate(now))
    form = wanted.form(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        asks_pin=not sender.writes,
        initial=_known(wanted, opinion),
    )
    if request.method == "POST" and refusal is None and form.is_valid() and (writer := _writer(request, form, sender, opinion, now)):
        try:
            done = wanted.do(opinion, form.cleaned_data, writer, now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            if isinstance(form, PinForm):  # whoever changed it goes on writing; every other browser is asked for the new one
                public_session.hold(request, Opinion.objects.get(pk=opinion.pk), now=now, writes=True)
            if isinstance(done, SetAside):
                messages.warning(request, put_aside())
            else:
                messages.success(request, str(wanted.done))
            return redirect("opinions-public:case")
    return _page(request, wanted, form, opinion, refusal)


def put_aside() -> str:
    """What a sender reads whose later words accuse somebody: where they are, who does not see them, where to go."""
    return _(
        "Những lời vừa gửi có vẻ là tố cáo nên được niêm kín và để riêng cho người xử lý tố cáo ở cấp trên; cơ quan đang giữ việc này "
        "không thấy, và việc này chưa thay đổi gì. Để được giải quyết theo luật, xin gửi đơn có chữ ký hoặc đến trình bày trực tiếp: "
        "xem trang “Tố cáo ở đâu, cách nào”. Nếu còn điều khác về việc này, xin viết lại riêng điều đó."
    )


def _writer(request: HttpRequest, form: SenderForm, sender: Sender, opinion: Opinion, now: datetime) -> Sender | None:
    """Who writes: the PIN was right before, or is right now."""
    if not pace.allowed(request, "opinions.write", most=LETTERS, seconds=WINDOW, now=now):
        form.add_error(None, _("Từ mạng này đã có nhiều lời gửi trong một giờ. Những gì đã viết còn nguyên; xin gửi lại sau ít phút."))
        return None
    if "pin" not in form.fields:
        return sender
    if not pace.within(f"opinions.pin:{opinion.pk}", most=PINS, seconds=PIN_WINDOW, now=now):
        form.add_error("pin", _("Mã PIN đã sai nhiều lần. Xin thử lại sau một giờ; những gì đã viết xin chép lại."))
        return None
    writer = queries.sender_of(opinion, pin=form.cleaned_data["pin"], behind=actor_of(request))
    if not writer.writes:
        form.add_error("pin", _("Mã PIN này không đúng. Xin xem lại 6 chữ số trên biên nhận."))
        return None
    public_session.hold(request, opinion, now=now, writes=True)
    return writer


def _page(request: HttpRequest, wanted: SenderDeed, form: SenderForm, opinion: Opinion, refusal: Refusal | None) -> HttpResponse:
    explain = [str(line) for line in (wanted.explain, once(opinion.case) if wanted.group == "verdict" else "") if line]
    context = {
        "deed": wanted,
        "form": form,
        "explain": explain,
        "refusal": refusal,
        "typed": _words(form) if refusal else [],
        "question": public_words.question(opinion) if wanted is QUESTION else "",
        "consent": isinstance(form, ContactForm),
        "files_again": bool(request.FILES),
    }
    return render(request, "opinions/public/deed.html", context, status=422 if form.errors else 409 if refusal and form.is_bound else 200)


def _known(wanted: SenderDeed, opinion: Opinion) -> dict[str, Any]:
    """The wish that holds. What was left to be reached by is not shown again: who finds an open page learns nothing."""
    contact = getattr(opinion, "contact", None)
    return {"wish": contact.wish if contact else "none"} if wanted.form is ContactForm else {}


def _words(form: SenderForm) -> list[str]:
    return [form.data[name] for name in ("text", "reason") if form.data.get(name)]
