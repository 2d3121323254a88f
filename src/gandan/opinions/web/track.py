"""Following one's own case: a code opens it, half an hour of rest or a button closes it. The PIN is asked when something is written."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gandan.commitments.queries import code_holder
from gandan.commitments.web.voices import HOLDS as PROMISE_HELD
from gandan.core import codes as core_codes
from gandan.core import pace
from gandan.core.access import actor_of, public
from gandan.core.files import queries as files
from gandan.core.files.web.public import handed_out
from gandan.denunciations import queries as denunciations
from gandan.denunciations.web.receipt import HOLDS as LETTER_HELD
from gandan.denunciations.web.receipt import receipt_opened
from gandan.opinions import codes, policies, queries
from gandan.opinions.models import Case
from gandan.opinions.web import public_deeds, public_promises, public_session, public_story, public_words, receipt
from gandan.opinions.web.forms.public import CodeForm
from gandan.units import queries as units

TRIES, WINDOW = 60, 3600  # for each client an hour; 55 random bits are guessed by nobody at that pace


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@never_cache
@public
def track(request: HttpRequest) -> HttpResponse:
    """A code as it was typed, in any spelling. A slip of a promise, and the receipt of what was set aside, lead to their own pages."""
    now = timezone.now()
    if request.method == "GET" and public_session.held(request, now=now):
        return redirect("opinions-public:case")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not pace.allowed(request, "opinions.code", most=TRIES, seconds=WINDOW, now=now):
            form.add_error("code", _("Từ mạng này đã thử nhiều mã trong một giờ. Xin thử lại sau một giờ."))
        elif answer := _opened(request, form.cleaned_data["code"]):
            return answer
        else:
            form.add_error("code", _("Mã này không đúng. Xin xem lại từng nhóm bốn ký tự trên biên nhận."))
    return render(request, "opinions/public/track.html", {"form": form}, status=422 if form.errors else 200)


def _opened(request: HttpRequest, typed: str) -> HttpResponse | None:
    code = core_codes.read(typed)
    if code is None:
        return None
    opinion = queries.of_code(code)
    if opinion is not None:
        public_session.hold(request, opinion, now=timezone.now())
        return redirect("opinions-public:case")
    aside = denunciations.of_code_digest(codes.digest(code))
    if aside is not None:
        return receipt_opened(request, aside)
    holder = code_holder(code)
    if holder is not None:
        public_session.renew(request)
        request.session[PROMISE_HELD] = str(holder.code)
        return redirect("commitments-public:speak")
    return None


@require_safe
@never_cache
@public
def case(request: HttpRequest) -> HttpResponse:
    """What happened, what is owed next, by whom, by which day and under which rule; letters, answers, promises; what can be done now."""
    now = timezone.now()
    known = public_session.HOLDS in request.session
    held = public_session.held(request, now=now)
    if held is None:
        messages.info(request, _("Trang đã đóng sau nửa giờ không dùng. Xin gõ lại mã.") if known else _("Xin gõ mã trên biên nhận để mở."))
        return redirect("opinions-public:track")
    sender, opinion = held
    today = timezone.localdate(now)
    case = queries.for_sender(Case.objects.filter(pk=opinion.case_id)).get()
    opinion = next((o for o in case.opinions.all() if o.pk == opinion.pk), opinion)  # the same one, with what was read beside it
    place, dates = units.one(case.unit_id), public_words.dates(case)
    asks_me = policies.reply(case, opinion, text=public_deeds.ANY) is None
    context = {
        "opinion": opinion,
        "case": case,
        "shape": public_words.shape(case, today=today),
        "owed": public_words.owed(case, today=today, dates=dates),
        "dates": dates,
        "story": public_story.story(opinion, case),
        "others": public_story.others(case),
        "promises": public_promises.of(case, today=today),
        "question": public_words.question(opinion) if asks_me else "",
        "asks_me": asks_me,
        "deeds": public_deeds.offered(case, opinion, sender, today=today),
        "contact": getattr(opinion, "contact", None),
        "next": public_words.next_step(case, opinion),
        "office": public_words.office(case, today),
        "spot": case.hamlet or (place.full_name if place else ""),
        "topic": public_words.topic(case),
    }
    return render(request, "opinions/public/case.html", context)


@require_POST
@never_cache
@public
def leave(request: HttpRequest) -> HttpResponse:
    """On a telephone that others use: whatever a code or a receipt opened here is closed for whoever comes next."""
    public_session.leave(request)
    receipt.drop(request)
    for other in (PROMISE_HELD, LETTER_HELD):
        request.session.pop(other, None)
    messages.success(request, _("Đã đóng. Máy này không còn mở được ý kiến của Ông/Bà nếu không có mã."))
    return redirect("opinions-public:track")


@require_safe
@never_cache
@public
def file(request: HttpRequest, key: UUID) -> FileResponse:
    """A file of the own opinion, of a letter or an answer: opened by the code that is held, refused like any that is not there."""
    held = public_session.held(request, now=timezone.now())
    found = files.visible(key, actor=held[0]) if held else files.visible(key, actor=actor_of(request))
    if found is None:
        raise Http404
    return handed_out(found)
