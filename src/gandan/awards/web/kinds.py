"""Kinds of commendation: what each is called, who gives it, under which conditions since when, and by which source."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gandan.awards import actions, policies
from gandan.awards.models import AwardKind, AwardName, Eligibility
from gandan.awards.web import doing, forms, picks, words
from gandan.awards.web.doing import Deed
from gandan.core.access import Refusal, actor_of, guarded, may
from gandan.core.text.days import written


@require_GET
@guarded("awards.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Every kind, those given no more last."""
    actor, today = actor_of(request), timezone.localdate()
    rows = AwardKind.objects.prefetch_related("names", "eligibilities")
    kinds = sorted(rows, key=lambda k: (k.ended_on is not None, k.order, k.code))
    shown = [{"kind": k, "name": picks.name_on(k, today), "issuer": _issuer(k, today), "unread": _unread(k, today)} for k in kinds]
    return render(request, "awards/staff/kinds.html", {"rows": shown, "defines": may(actor, "awards.define_kind")})


@require_GET
@guarded("awards.open_desk")
def one(request: HttpRequest, kind: UUID) -> HttpResponse:
    """Names and conditions through time, the newest first."""
    actor, today = actor_of(request), timezone.localdate()
    found = kind_for(kind)
    names = sorted(found.names.all(), key=_begins, reverse=True)
    told = sorted(found.eligibilities.all(), key=_begins, reverse=True)
    context = {
        "kind": found,
        "name": picks.name_on(found, today),
        "names": [(n, spell(n), today in n.during) for n in names],
        "versions": [(e, spell(e), words.conditions(e), today in e.during) for e in told],
        "ways": doing.ways(found, DEEDS, actor, today, lambda slug: reverse("awards:kind_deed", args=[found.pk, slug])),
    }
    return render(request, "awards/staff/kind.html", context)


@require_http_methods(["GET", "POST"])
@guarded("awards.define_kind")
def define(request: HttpRequest) -> HttpResponse:
    """A kind that is given here."""
    actor, now = actor_of(request), timezone.now()
    form = forms.KindForm(request.POST) if request.method == "POST" else forms.KindForm()
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.define_kind(by=actor, now=now, **form.cleaned_data)
        except Refusal as refused:
            form.add_error(None, doing.sentence(refused))
        else:
            messages.success(request, _("Đã ghi hình thức khen. Xin ghi tiếp điều kiện và nguồn trước khi mở đợt xét."))
            return redirect("awards:kind", made.pk)
    crumbs = [(_("Khen thưởng"), reverse("awards:list")), (_("Hình thức khen"), reverse("awards:kinds"))]
    context = {
        "title": _("Thêm hình thức khen"),
        "deed": _("Thêm hình thức khen"),
        "form": form,
        "back": reverse("awards:kinds"),
        "crumbs": crumbs,
    }
    return render(request, "awards/staff/deed.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("awards.define_kind")
def deed(request: HttpRequest, kind: UUID, slug: str) -> HttpResponse:
    """Another name, other conditions, or the end."""
    found = kind_for(kind)
    if slug not in BY_SLUG:
        raise Http404
    back = reverse("awards:kind", args=[found.pk])
    name = picks.name_on(found, timezone.localdate())
    crumbs = [(_("Khen thưởng"), reverse("awards:list")), (_("Hình thức khen"), reverse("awards:kinds")), (name, back)]
    return doing.page(request, found, BY_SLUG[slug], back=back, crumbs=crumbs, about=name)


def kind_for(key: UUID) -> AwardKind:
    """A kind with names and conditions."""
    found = AwardKind.objects.prefetch_related("names", "eligibilities").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def spell(row: AwardName | Eligibility) -> str:
    """From when to when, in words; the last day, not the first without."""
    first, until = row.during.lower, row.during.upper
    if first is None and until is None:
        return _("chưa rõ từ bao giờ, đến nay")
    begins = _("từ %(day)s") % {"day": written(first)} if first else _("chưa rõ từ bao giờ")
    return begins + ", " + (_("trước %(day)s") % {"day": written(until)} if until else _("đến nay"))


def _begins(row: AwardName | Eligibility) -> int:
    return row.during.lower.toordinal() if row.during.lower else 0


def _issuer(kind: AwardKind, today: Any) -> str:
    names = sorted(kind.names.all(), key=_begins)
    return next((n.issuer for n in names if today in n.during), names[-1].issuer if names else "")


def _unread(kind: AwardKind, today: Any) -> bool:
    """Whether the conditions that hold today were not read in their source, or are not there at all."""
    return not any(e.checked for e in kind.eligibilities.all() if today in e.during)


def _latest(kind: AwardKind) -> dict[str, Any]:
    rows = sorted(kind.eligibilities.all(), key=_begins)
    if not rows:
        return {}
    fields = ("years", "years_head", "deadline_day", "deadline_month", "others", "papers", "source")
    return {name: getattr(rows[-1], name) for name in fields}


def _named(kind: AwardKind) -> dict[str, Any]:
    rows = sorted(kind.names.all(), key=_begins)
    return {n: getattr(rows[-1], n) for n in ("name", "issuer", "issuer_kind")} if rows else {}


def _living(kind: Any, by: Any, today: Any) -> Refusal | None:
    return policies.kind.end(kind, living=0)


DEEDS = (
    Deed(
        "dieu-kien",
        "awards.define_kind",
        gettext_lazy("Đặt điều kiện mới"),
        gettext_lazy("Đã ghi điều kiện."),
        forms.EligibilityForm,
        _living,
        lambda kind, form, by, now: actions.set_eligibility(kind, by=by, now=now, **form.cleaned_data),
        gettext_lazy("Điều kiện cũ vẫn giữ cho những đợt đã mở. Văn bản không quy định thì để trống."),
        fields=lambda kind, by, today: {"initial": _latest(kind)},
    ),
    Deed(
        "doi-ten",
        "awards.define_kind",
        gettext_lazy("Đổi tên hoặc nơi tặng"),
        gettext_lazy("Đã ghi tên mới."),
        forms.RenameForm,
        _living,
        lambda kind, form, by, now: actions.rename_kind(kind, by=by, now=now, **form.cleaned_data),
        fields=lambda kind, by, today: {"initial": _named(kind)},
    ),
    Deed(
        "thoi-dung",
        "awards.define_kind",
        gettext_lazy("Thôi dùng"),
        gettext_lazy("Đã ghi là thôi dùng. Những gì đã tặng vẫn còn trong sổ vàng."),
        forms.NothingForm,
        _living,
        lambda kind, form, by, now: actions.end_kind(kind, by=by, now=now),
        grave=True,
    ),
)
BY_SLUG = {d.slug: d for d in DEEDS}
