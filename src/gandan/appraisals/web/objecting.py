"""Somebody says why not, gets a code once, and reads the answer with it. No name is asked and nothing is kept of who it was."""

import json
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gandan.appraisals import actions, policies, postings, queries
from gandan.appraisals.models import Objection
from gandan.appraisals.web import public as board
from gandan.appraisals.web.forms.public import CodeForm, ObjectionForm
from gandan.core import codes, pace
from gandan.core.access import Anyone, Refusal, public
from gandan.core.secrets import Undecipherable, decrypt, encrypt

OBJECTIONS, TRIES, WINDOW = 20, 30, 3600  # for each client an hour; a village behind one address is one client
KEPT, KEPT_FOR = "appraisals-receipt", timedelta(minutes=30)
NOTED, MOST_NOTED = "appraisals-noted", 20
READS = "appraisals-objection"  # in the session: the id of the objection whose code was typed, never the code
ANY = "x" * 20  # words enough, to ask the policy before anything is typed
own_browser = cache_control(private=True, max_age=0, must_revalidate=True)  # "back" brings back what was typed


@require_http_methods(["GET", "POST"])
@own_browser
@public
def object_to(request: HttpRequest, posting: UUID) -> HttpResponse:
    """The form stands as long as the posting; what was typed stays on the page whenever it is not taken."""
    row, now = board.found(posting), timezone.now()
    about = postings.about(row, Anyone(), on=timezone.localdate(now))
    refusal = policies.postings.object_to(row, text=ANY, about="", subjects_of=about, today=timezone.localdate(now))
    form = ObjectionForm(request.POST if request.method == "POST" else None, about=about, initial={"sheet": encrypt(codes.new())})
    if request.method == "POST" and refusal is None and form.is_valid():
        if not pace.allowed(request, "appraisals.object", most=OBJECTIONS, seconds=WINDOW, now=now):
            form.add_error(None, _("Từ mạng này đã có nhiều phản đối trong một giờ. Lời Ông/Bà viết còn nguyên; xin gửi lại sau ít phút."))
        else:
            given = {"text": form.cleaned_data["text"], "about": form.cleaned_data.get("about", "")}
            given["code"] = _sealed(form.cleaned_data["sheet"])
            try:
                done = actions.object_to(row, **given, by=Anyone(), now=now)
            except Refusal as refused:
                form.add_error(None, refused.sentence)
                if refused.status == 409:  # the code is taken by other words: the next press has one of its own
                    typed = request.POST.copy()
                    typed["sheet"] = encrypt(codes.new())
                    form.data = typed
            else:
                if _noted(done.code) not in request.session.get(NOTED, []):  # once noted down, a form sent again brings it back no more
                    _keep(request, done.code, row.title, now)
                return redirect("appraisals-public:receipt")
    context = {"row": board.rows_of([row])[0], "posting": row, "form": form, "refusal": refusal}
    context["typed"] = form["text"].value() if refusal is not None and request.method == "POST" else ""
    return render(request, "appraisals/public/object.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@public
def receipt(request: HttpRequest) -> HttpResponse:
    """The code on a paper to keep. It waits encrypted in this browser's session for half an hour, or until it is noted down."""
    kept = _kept(request, timezone.now())
    if kept is None:
        return render(request, "appraisals/public/receipt_gone.html")
    code, title, day = kept
    address = request.build_absolute_uri("/niem-yet/tra-cuu/").split("://", 1)[-1]
    return render(request, "appraisals/public/receipt.html", {"code": codes.shown(code), "title": title, "day": day, "address": address})


@require_POST
@never_cache
@public
def noted(request: HttpRequest) -> HttpResponse:
    """The reader has the code; this browser forgets it."""
    kept = _kept(request, timezone.now())
    if kept is not None:
        request.session[NOTED] = [*request.session.get(NOTED, []), _noted(kept[0])][-MOST_NOTED:]
    request.session.pop(KEPT, None)
    messages.success(request, _("Mã đã được xoá khỏi máy này. Xin giữ mã Ông/Bà đã ghi để xem trả lời."))
    return redirect("appraisals-public:home")


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@never_cache
@public
def follow(request: HttpRequest) -> HttpResponse:
    """The code, in any spelling; tries are paced, so that nobody guesses one."""
    form, now = CodeForm(request.POST if request.method == "POST" else None), timezone.now()
    if request.method == "POST" and form.is_valid():
        if not pace.allowed(request, "appraisals.code", most=TRIES, seconds=WINDOW, now=now):
            form.add_error("code", _("Từ mạng này đã thử nhiều mã trong một giờ. Xin thử lại sau một giờ."))
        elif (found := queries.of_objection_code(form.cleaned_data["code"])) is None:
            form.add_error("code", _("Mã này không đúng. Xin xem lại từng nhóm bốn ký tự trên biên nhận."))
        else:
            request.session[READS] = str(found.pk)
            return redirect("appraisals-public:answer")
    return render(request, "appraisals/public/follow.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@never_cache
@public
def answer(request: HttpRequest) -> HttpResponse:
    """What was objected and what was answered, to who typed the code in this browser."""
    rows = Objection.objects.select_related("posting__office", "posting__unit").prefetch_related("posting__office__names")
    key = request.session.get(READS)
    found = rows.filter(pk=key).first() if key else None
    if found is None:
        return redirect("appraisals-public:follow")
    posted = postings.about(found.posting, Anyone(), on=timezone.localdate()) if found.about else {}
    context = {"objection": found, "row": board.rows_of([found.posting])[0], "posting": found.posting}
    context["about"] = posted.get(found.about, "")
    return render(request, "appraisals/public/answer.html", context)


def _sealed(sheet: str) -> str:
    """The code with which the form was opened; none out of one that was made up, or made under keys that are gone."""
    try:
        return codes.read(decrypt(sheet)) or ""
    except (Undecipherable, UnicodeEncodeError):
        return ""


def _noted(code: str) -> str:
    return codes.digest(code, purpose=NOTED)  # of another purpose than the digest of the objection: the two cannot be laid side by side


def _keep(request: HttpRequest, code: str, title: str, now: datetime) -> None:
    request.session[KEPT] = encrypt(json.dumps([code, title, now.isoformat()]))


def _kept(request: HttpRequest, now: datetime) -> tuple[str, str, datetime] | None:
    try:
        code, title, at = json.loads(decrypt(request.session.get(KEPT, "")))
        made = datetime.fromisoformat(at)
    except (Undecipherable, ValueError, TypeError):
        return None
    if now - made > KEPT_FOR:
        request.session.pop(KEPT, None)
        return None
    return str(code), str(title), made
