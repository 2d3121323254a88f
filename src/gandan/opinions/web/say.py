"""Saying something: one form, four buttons. Whatever happens (an error, a look at what others said, a dropped line) nothing typed is lost.

The page is kept by no cache that others share (it carries a fresh code, encrypted); the reader's own browser may keep it, so that "back"
brings back what was typed.
"""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from gandan.core import pace
from gandan.core.access import Anyone, Refusal, public
from gandan.core.ui import place as place_cookie
from gandan.opinions import actions
from gandan.opinions.calc import suggest, urgent
from gandan.opinions.given import Said
from gandan.opinions.queries.similar import case_named, similar
from gandan.opinions.web import public_again, public_me_too, public_place, receipt
from gandan.opinions.web.forms.public import LONGEST, SayForm
from gandan.units.models import Hamlet, Unit

SAYS, LOOKS, BEGINS, WINDOW = 60, 120, 600, 3600  # for each client an hour; a village behind one address is one client
own_browser = cache_control(private=True, max_age=0, must_revalidate=True)
hidden = sensitive_post_parameters("text", "place", "name", "phone", "mail", "own_pin", "sheet")


@hidden
@require_http_methods(["GET", "POST"])
@own_browser
@public
def say(request: HttpRequest) -> HttpResponse:
    """The form, with the place filled in where a poster or the reader's own choice says it; sent, it gives a receipt."""
    now = timezone.now()
    if request.method == "GET":
        return page(request, _fresh(request, now), now=now)
    form = SayForm(request.POST, request.FILES, today=timezone.localdate(now))
    if not form.is_valid():
        return page(request, form, now=now, status=422)
    paper = receipt.opened(form.cleaned_data["sheet"]) or receipt.made(now)
    match public_again.was_sent(paper, text=form.cleaned_data["text"], today=timezone.localdate(now)):
        case public_again.Sent.SAME:
            return receipt.give(request, paper.code, paper.pin, now=now)
        case public_again.Sent.OTHER:
            form.add_error(None, public_again.another())
            return page(request, form, now=now, status=422, paper=receipt.made(now))
    if not pace.allowed(request, "opinions.say", most=SAYS, seconds=WINDOW, now=now):
        form.add_error(None, _("Từ mạng này đã có nhiều ý kiến gửi trong một giờ. Lời Ông/Bà còn nguyên; xin bấm gửi lại sau ít phút."))
        return page(request, form, now=now, status=429)
    try:
        said = _say(form, paper, now)
    except Refusal as refused:
        form.add_error(None, refused.sentence)
        return page(request, form, now=now, status=422)
    return receipt.give(request, said.code, said.pin, now=now)


@hidden
@require_POST
@own_browser
@public
def begin(request: HttpRequest) -> HttpResponse:
    """The form with what was typed elsewhere (the first page) or with the hamlets of a place that was just named. Nothing is judged yet."""
    now = timezone.now()
    if not pace.allowed(request, "opinions.begin", most=BEGINS, seconds=WINDOW, now=now):
        said = _("Từ mạng này đã mở mẫu nhiều lần trong một giờ. Lời Ông/Bà còn nguyên ở đây; xin viết tiếp rồi bấm “Gửi ý kiến”.")
        return page(request, typed(request), now=now, look_said=said, status=429)
    return page(request, typed(request), now=now)


@hidden
@require_POST
@own_browser
@public
def look(request: HttpRequest) -> HttpResponse:
    """ "Xem có ai đã phản ánh chưa": the same form with cases like it. The text is compared and forgotten."""
    now = timezone.now()
    form = typed(request)
    today, text = timezone.localdate(now), str(form.initial.get("text", ""))
    if form.place_found is None or not text.strip():
        said = _("Xin viết vài chữ về sự việc và chọn xã, phường; hệ thống sẽ tìm việc giống như vậy.")
        return page(request, form, now=now, look_said=said)
    if not pace.allowed(request, "opinions.look", most=LOOKS, seconds=WINDOW, now=now):
        return page(request, form, now=now, look_said=_("Từ mạng này đã tìm nhiều lần. Ông/Bà cứ gửi ý kiến; việc giống nhau sẽ được gộp."))
    hamlet = public_place.hamlet(str(form.initial.get("hamlet", "")))
    text, place = text[: LONGEST["text"]], str(form.initial.get("place", ""))[: LONGEST["place"]]  # compared; what is typed stays whole
    return page(request, form, now=now, similar=similar(text, unit=form.place_found.id, hamlet=hamlet, today=today, place=place))


@hidden
@require_POST
@own_browser
@public
def join(request: HttpRequest, handle: str) -> HttpResponse:
    """ "Tôi cũng gặp", pressed beside a case that looks alike: place, contact and PIN go along; if it fails the text is still there."""
    now = timezone.now()
    form, target = typed(request), case_named(handle)
    if target is None:
        raise Http404
    answer, sentence = public_me_too.joined(request, target, now=now)
    return answer or page(request, form, now=now, look_said=sentence, status=422)


def page(request: HttpRequest, form: SayForm, *, now: datetime, status: int = 200, **more: Any) -> HttpResponse:
    """The form as it stands."""
    paper = more.pop("paper", None) or receipt.opened(_kept(form, "sheet")) or receipt.made(now)
    text = _kept(form, "text")
    context = {
        "form": form,
        "place_found": form.place_found,
        "choices": form.where_it_is.choices,
        "sheet": receipt.sealed(paper),
        "files_again": bool(request.FILES),
        "urgent": urgent.numbers(text),
        "hint": suggest.topic_of(text) if text and not _kept(form, "topic") else None,
        **more,
    }
    return render(request, "opinions/public/say.html", context, status=status)


def typed(request: HttpRequest) -> SayForm:
    """What was posted, as the beginning of a form: nothing of it is judged."""
    return SayForm(today=timezone.localdate(), initial=request.POST.dict())


def _fresh(request: HttpRequest, now: datetime) -> SayForm:
    """The place as far as it is known: a poster's hamlet, a link's commune, or the reader's own choice."""
    today = timezone.localdate(now)
    hamlet = public_place.hamlet(request.GET.get("thon", ""))
    mine = place_cookie.chosen(request)
    unit = hamlet.unit_id if hamlet else request.GET.get("don-vi", "") or (mine.id if mine else "")
    return SayForm(
        today=today, initial={"unit": str(unit), "hamlet": str(hamlet.pk) if hamlet else "", "topic": request.GET.get("viec", "")}
    )


def _say(form: SayForm, paper: receipt.Paper, now: datetime) -> Said:
    """Whoever is signed in speaks here like anybody: no account is ever tied to an opinion."""
    typed, place = form.cleaned_data, form.place_found
    assert place is not None  # noqa: S101  the form said so
    return actions.say(
        text=typed["text"],
        unit=Unit.objects.get(pk=place.id),
        hamlet=Hamlet.objects.get(pk=typed["hamlet"]) if typed["hamlet"] else None,
        place=typed["place"],
        topic=typed["topic"],
        uploads=typed["uploads"],
        contact=public_me_too.contact(typed),
        wish=typed["wish"],
        code=paper.code,
        pin=typed["own_pin"] or paper.pin,
        language=typed["language"] or "vi",
        marked=typed["marked"],
        accused=typed["accused"],
        by=Anyone(),
        now=now,
    )


def _kept(form: SayForm, name: str) -> str:
    return str((form.data if form.is_bound else form.initial).get(name) or "")
