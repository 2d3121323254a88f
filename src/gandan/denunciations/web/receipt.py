"""For the sender of what was set aside: when it was, who handles it by role and level, what the law gives, how to go there in person.

The code is typed on the tracking page of opinions, which hands over here; after half an hour of rest, or by a button, it is closed again.
The browser keeps which letter was opened, never the code or the PIN. Not a word of the letter is shown: whoever looks over a shoulder, or
found the receipt, learns nothing of it.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gandan.core import pace
from gandan.core.access import Refusal, actor_of, public
from gandan.core.logs.middleware import unobserved
from gandan.denunciations import actions, passing, policies, queries
from gandan.denunciations.actor import Sender
from gandan.denunciations.enums import Deed, State
from gandan.denunciations.models import Denunciation
from gandan.denunciations.web.forms import PinForm

HOLDS = "denunciation-receipt"
IDLE = timedelta(minutes=30)
TRIES, WINDOW = 10, 3600  # tries at one letter in an hour, from wherever they come
Act = Callable[..., Denunciation]


def receipt_opened(request: HttpRequest, denunciation: Denunciation) -> HttpResponse:
    """From now on this browser reads the receipt page; called where the code was typed. A session key noted down before opens nothing."""
    if not request.user.is_authenticated:
        request.session.cycle_key()
    request.session[HOLDS] = {"letter": str(denunciation.pk), "at": timezone.now().isoformat()}
    return redirect("denunciations-public:receipt")


@require_safe
@never_cache
@unobserved
@public
def receipt(request: HttpRequest) -> HttpResponse:
    """State and ways on; nothing of what was written."""
    now = timezone.now()
    denunciation = _held(request, now=now)
    if denunciation is None:
        return _closed(request)
    return render(request, "denunciations/public/receipt.html", context(denunciation, today=timezone.localdate(now)))


def context(denunciation: Denunciation, *, today: date) -> dict[str, object]:
    """What the page, or an include of it, needs."""
    waiting = denunciation.state == State.WAITING
    return {
        "letter": denunciation,
        "state": State(denunciation.state),
        "waiting": waiting,
        "desk": queries.level_name(denunciation.handling_unit_id),
        "unmanned": waiting and not queries.is_manned(denunciation.handling_unit_id, on=today),
        "opened_on": queries.opened_on(denunciation),
        "deadlines": queries.clock(denunciation),
        "may_withdraw": policies.deed(denunciation, Deed.WITHDRAW) is None,
        "asked": policies.consent(denunciation, Deed.AGREE) is None,
        "may_raise": policies.raise_level(denunciation) is None,
    }


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
@never_cache
@unobserved
@public
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take the words back."""
    return _deed(request, Deed.WITHDRAW, actions.withdraw, _("Đã rút. Lời Ông/Bà gửi đã được xoá."))


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
@never_cache
@unobserved
@public
def raise_level(request: HttpRequest) -> HttpResponse:
    """The accused works where it would be handled."""
    return _deed(request, Deed.RAISE, actions.raise_level, _("Đã chuyển lên một cấp. Nơi cũ không còn thấy thư này."))


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
@never_cache
@unobserved
@public
def agree(request: HttpRequest) -> HttpResponse:
    """It may become an opinion: from then on its code is asked for like that of any other."""
    return _deed(request, Deed.AGREE, actions.agree, _("Đã chuyển thành ý kiến. Xin gõ lại mã để theo dõi."))


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
@never_cache
@unobserved
@public
def decline(request: HttpRequest) -> HttpResponse:
    """It stays sealed."""
    return _deed(request, Deed.DECLINE, actions.decline, _("Thư vẫn được để riêng. Người xử lý không hỏi lại."))


@require_POST
@never_cache
@unobserved
@public
def leave(request: HttpRequest) -> HttpResponse:
    """On a telephone that others use: closed for whoever comes next."""
    request.session.pop(HOLDS, None)
    return redirect("opinions-public:track")


def _deed(request: HttpRequest, deed: Deed, act: Act, said: str) -> HttpResponse:
    now = timezone.now()
    denunciation = _held(request, now=now)
    if denunciation is None:
        return _closed(request)
    form = PinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        sender = Sender(denunciation.pk, writes=_pin_fits(denunciation, form, now=now), behind=actor_of(request))
        if sender.writes:
            try:
                act(denunciation, by=sender, now=now)
            except Refusal as refused:
                form.add_error(None, refused.sentence)
            else:
                messages.success(request, said)
                if deed == Deed.AGREE:
                    request.session.pop(HOLDS, None)
                    return redirect("opinions-public:track")
                return redirect("denunciations-public:receipt")
    template = "consent" if deed in {Deed.AGREE, Deed.DECLINE} else "deed"
    page = {"form": form, "deed": deed.value, **context(denunciation, today=timezone.localdate(now))}
    return render(request, f"denunciations/public/{template}.html", page, status=422 if form.errors else 200)


def _pin_fits(denunciation: Denunciation, form: PinForm, *, now: datetime) -> bool:
    """A million PINs are tried by nobody at this pace, however many addresses they have."""
    if not pace.within(f"denunciations.pin:{denunciation.pk}", most=TRIES, seconds=WINDOW, now=now):
        form.add_error("pin", _("Mã PIN đã thử nhiều lần. Xin thử lại sau một giờ."))
        return False
    if passing.pin_fits(denunciation.pk, form.cleaned_data["pin"].strip(), denunciation.pin_mac):
        return True
    form.add_error("pin", _("Mã PIN không đúng. Xin xem lại 6 chữ số trên biên nhận."))
    return False


def _held(request: HttpRequest, *, now: datetime) -> Denunciation | None:
    kept = request.session.get(HOLDS)
    at = parse_datetime(kept["at"]) if kept else None
    if kept is None or at is None or now - at > IDLE:
        request.session.pop(HOLDS, None)
        return None
    denunciation = Denunciation.objects.filter(pk=UUID(kept["letter"])).exclude(code_digest="").first()
    if denunciation is not None:
        request.session[HOLDS] = {**kept, "at": now.isoformat()}
    return denunciation


def _closed(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("Trang đã đóng sau nửa giờ không dùng. Xin gõ lại mã."))
    return redirect("opinions-public:track")
