"""The book as an office keeps it: entries, an old book typed in, what was read wrongly taken back, what was given revoked."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gandan.awards import actions, policies, queries
from gandan.awards.enums import NameSource, Whom
from gandan.awards.models import AwardKind, Conferral, Holder
from gandan.awards.web import doing, forms, picks, roll_asked
from gandan.awards.web.doing import Deed
from gandan.core.access import Actor, Refusal, actor_of, guarded, may
from gandan.units.models import Office, Unit

PER_PAGE = 25


@require_GET
@guarded("awards.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """What the actor sees, narrowed by kind, year, unit; never by a name."""
    actor, today = actor_of(request), timezone.localdate()
    asked = roll_asked.read(request, today=today)
    found = asked.rows(actor)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "asked": asked,
        "page": page,
        "rows": roll_asked.shown(page.object_list),
        "totals": queries.totals(found),
        "keeps": bool(picks.units_of(actor)) and may(actor, "awards.keep_roll"),
    }
    return render(request, "awards/staff/roll.html", context)


@require_GET
@guarded("awards.open_desk")
def one(request: HttpRequest, conferral: UUID) -> HttpResponse:
    """One conferral with everybody who was given it, those who hold it no more marked."""
    actor = actor_of(request)
    found = conferral_for(actor, conferral)
    keeps = may(actor, "awards.keep_roll", found)
    holders = list(found.holders.select_related("revoked_by", "conferral__decision").order_by("whom", "position", "pk"))
    for holder in holders:
        holder.conferral = found
    context = {
        "row": roll_asked.shown([found])[0],
        "c": found,
        "groups": [(label, [(h, may(actor, "awards.revoke", h)) for h in holders if h.whom == whom]) for whom, label in GROUPS],
        "keeps": keeps,
        "takes_back": keeps and found.source != NameSource.DECISION and found.removed_at is None,
    }
    return render(request, "awards/staff/entry.html", context)


GROUPS = ((Whom.COLLECTIVE, Whom.COLLECTIVE.label), (Whom.PERSON, Whom.PERSON.label))


@require_http_methods(["GET", "POST"])
@guarded("awards.keep_roll")
def enter(request: HttpRequest) -> HttpResponse:
    """A line of an old book, so that what is given once is not given again."""
    actor, now = actor_of(request), timezone.now()
    asked = {"kinds": picks.kinds(today=timezone.localdate(now)), "units": picks.units_of(actor)}
    form = forms.EntryForm(request.POST, **asked) if request.method == "POST" else forms.EntryForm(**asked)
    if request.method == "POST" and form.is_valid() and (given := _entry(form)) is not None:
        try:
            made = actions.enter_conferral(by=actor, now=now, **given)
        except Refusal as refused:
            form.add_error(None, doing.sentence(refused))
        else:
            messages.success(request, _("Đã ghi vào sổ."))
            return redirect("awards:entry", made.pk)
    context = {
        "title": _("Nhập sổ cũ"),
        "deed": _("Ghi vào sổ"),
        "explain": _("Ghi những gì đã tặng trước khi có hệ thống này. Tên chỉ ghi ở ô danh sách."),
        "form": form,
        "back": reverse("awards:roll"),
        "crumbs": [(_("Khen thưởng"), reverse("awards:list")), (_("Sổ vàng"), reverse("awards:roll"))],
    }
    return render(request, "awards/staff/deed.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("awards.keep_roll")
def take_back(request: HttpRequest, conferral: UUID) -> HttpResponse:
    """Read or typed wrongly."""
    found = conferral_for(actor_of(request), conferral)
    back = reverse("awards:entry", args=[found.pk])
    return doing.page(
        request, found, TAKE_BACK, back=back, crumbs=_crumbs(found), about=found.name, then=lambda done: reverse("awards:roll")
    )


@require_http_methods(["GET", "POST"])
@guarded("awards.revoke")
def revoke(request: HttpRequest, holder: UUID) -> HttpResponse:
    """By a decision of its own."""
    actor = actor_of(request)
    rows = Holder.objects.select_related("conferral__decision", "conferral__kind", "conferral__unit")
    found = get_object_or_404(rows, pk=holder, conferral__in=queries.seen(actor))
    back = reverse("awards:entry", args=[found.conferral_id])
    return doing.page(request, found, REVOKE, back=back, crumbs=_crumbs(found.conferral), about=f"{found.conferral.name}: {found.name}")


def conferral_for(actor: Actor, key: UUID) -> Conferral:
    """One that the actor sees; any other is not there."""
    found = queries.roll(actor=actor).select_related("decision", "kind", "unit", "kept_by").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _crumbs(conferral: Conferral) -> list[tuple[str, str]]:
    return [
        (_("Khen thưởng"), reverse("awards:list")),
        (_("Sổ vàng"), reverse("awards:roll")),
        (conferral.name, reverse("awards:entry", args=[conferral.pk])),
    ]


def _entry(form: django_forms.Form) -> dict[str, Any] | None:
    """What the deed takes; None where a line cannot be read, and then the form says which."""
    typed, holders = form.cleaned_data, []
    for name, whom in (("person_names", Whom.PERSON), ("collective_names", Whom.COLLECTIVE)):
        try:
            holders += picks.holder_lines(typed[name], whom)
        except django_forms.ValidationError as wrong:
            form.add_error(name, wrong)
    kind = AwardKind.objects.prefetch_related("names").filter(pk=typed["kind"]).first() if typed["kind"] else None
    if kind is None and not typed["name"].strip():
        form.add_error("name", _("Xin chọn hình thức khen, hoặc ghi tên như trong sổ."))
    if form.errors:
        return None
    on = typed["given_on"] or timezone.localdate()
    counted = {"persons": typed["persons"] or 0, "collectives": typed["collectives"] or 0}
    return {
        **counted,
        "name": typed["name"] or (picks.name_on(kind, on) if kind else ""),
        "unit": get_object_or_404(Unit, pk=typed["unit"]),
        "kind": kind,
        "by_whom": typed["by_whom"],
        "ground": typed["ground"],
        "holders": holders,
        "given_on": typed["given_on"],
        "year": typed["year"],
        "source_title": typed["book"],
    }


def _revoked(holder: Any, form: Any, by: Any, now: Any) -> object:
    typed = form.cleaned_data
    office = get_object_or_404(Office.objects.select_related("unit").prefetch_related("names"), pk=typed["office"])
    kept = {name: typed[name] for name in ("number", "decided_on", "signed_as", "signed_by", "reason")}
    return actions.revoke(holder, office=office, by=by, now=now, **kept)


TAKE_BACK = Deed(
    "go",
    "awards.keep_roll",
    gettext_lazy("Gỡ khỏi sổ"),
    gettext_lazy("Đã gỡ khỏi sổ. Con số đi cùng, nếu có, cũng rút lại."),
    forms.ReasonForm,
    lambda c, by, today: policies.roll.take_back(c, why="…" * 12),
    lambda c, form, by, now: actions.take_back_conferral(c, reason=form.cleaned_data["reason"], by=by, now=now),
    gettext_lazy("Chỉ dùng khi mục được đọc hay nhập sai. Khen đúng mà nay phải thu hồi thì dùng quyết định thu hồi."),
    grave=True,
)
REVOKE = Deed(
    "thu-hoi",
    "awards.revoke",
    gettext_lazy("Thu hồi bằng quyết định"),
    gettext_lazy("Đã ghi thu hồi. Tên không còn trên trang công khai."),
    forms.RevokeForm,
    lambda h, by, today: policies.roll.revoke(h, why="…" * 12),
    _revoked,
    gettext_lazy("Việc đã tặng và đã thu hồi đều còn trong sổ; tên được gỡ khỏi trang công khai."),
    grave=True,
    fields=lambda h, by, today: {"offices": picks.deciding(by, today=today)},
)
