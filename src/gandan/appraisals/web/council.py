"""Councils: the list, one with its seats and what it has before it, and the deeds on it."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Min, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import held_on
from gandan.appraisals import actions, queries
from gandan.appraisals.enums import LIVING, State
from gandan.appraisals.models import Appraisal, Council, Seat
from gandan.appraisals.permissions import STAFF
from gandan.appraisals.policies import councils as policies
from gandan.appraisals.queries.visible import offices_of
from gandan.appraisals.web.appraisal import rows_of
from gandan.appraisals.web.deed import Page, perform
from gandan.appraisals.web.forms.staff import CouncilForm, NothingForm, SeatForm, office_choices
from gandan.core.access import Actor, actor_of, guarded, may, require
from gandan.core.text import sort_key
from gandan.units.models import Office
from gandan.units.queries import ancestor_ids

PER_PAGE = 25


@require_GET
@guarded("appraisals.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Councils whose papers the own office keeps, or in which one sits; on top what the reader owes."""
    actor, today = actor_of(request), timezone.localdate()
    found = (
        queries.councils_visible_to(actor)
        .select_related("office")
        .prefetch_related("office__names")
        .order_by("dissolved_on", "-formed_on", "-pk")
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": _rows(list(page.object_list), today),
        "owed": queries.mine(actor).count(),
        "forms": bool(_offices(actor, today)),
        "waiting": queries.to_answer(actor).count(),
    }
    return render(request, "appraisals/staff/councils.html", context)


def _rows(councils: list[Council], today: date) -> list[dict[str, Any]]:
    """What tells one council from another: by which sheets it scores, how much waits at which step, and until when. Two questions."""
    asked = Appraisal.objects.filter(council__in=councils).values_list("council", "sheet__title", "state")
    waits: dict[UUID, Counter[str]] = defaultdict(Counter)
    sheets: dict[UUID, set[str]] = defaultdict(set)
    until: dict[UUID, date] = {}
    for council, sheet, state, n, closes_on in asked.annotate(n=Count("pk"), closes_on=Min("closes_on")):
        waits[council][state] += n
        sheets[council].add(sheet)
        if state in (State.PREPARED, State.SCORING):
            until[council] = min(closes_on, until.get(council, closes_on))
    return [
        {
            "council": c,
            "office": c.office.called(today),
            "sheets": sorted(sheets[c.pk], key=sort_key),
            "waits": [(State(s).label, waits[c.pk][s], s) for s in State if s in LIVING and waits[c.pk][s]],
            "closed": waits[c.pk][State.CLOSED],
            "until": until.get(c.pk),
            "late": c.pk in until and until[c.pk] < today,
        }
        for c in councils
    ]


@require_GET
@guarded("appraisals.open_desk")
def one(request: HttpRequest, council: UUID) -> HttpResponse:
    """Its paper, who sits, what lies before it."""
    actor, today = actor_of(request), timezone.localdate()
    row = _found(actor, council)
    things = queries.visible_to(actor).filter(council=row).select_related("unit", "sheet", "grade")
    page = Paginator(things.order_by("ended_on", "closes_on", "pk"), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "council": row,
        "office": row.office.called(today),
        "seats": [s for s in row.seats.all() if s.until is None],
        "left": [s for s in row.seats.all() if s.until is not None],
        "seats_people": may(actor, "appraisals.seat", row)
        and not (policies.stands(row) or policies.unconcerned(row, by=actor, today=today)),
        "dissolves": may(actor, "appraisals.dissolve", row) and row.dissolved_on is None,
        "page": page,
        "rows": rows_of(page.object_list, actor),
    }
    return render(request, "appraisals/staff/council.html", context)


@require_http_methods(["GET", "POST"])
@guarded("appraisals.form_council")
def form(request: HttpRequest) -> HttpResponse:
    """A council of an office one is in charge of."""
    actor, now = actor_of(request), timezone.now()
    offices = _offices(actor, timezone.localdate(now))
    asked = CouncilForm(request.POST if request.method == "POST" else None, offices=office_choices(offices, timezone.localdate(now)))
    page = Page(
        title=_("Lập hội đồng"),
        button=_("Lập hội đồng"),
        about=_("Hội đồng gồm chủ tịch, các thành viên chấm điểm và thư ký. Thư ký không chấm và không thấy điểm trước khi mở."),
        back=reverse("appraisals:councils"),
        done=_("Đã lập hội đồng. Xin ghi chủ tịch, thành viên và thư ký."),
    )

    def act() -> Council:
        given = dict(asked.cleaned_data)
        office = next(o for o in offices if str(o.pk) == given.pop("office"))
        return actions.form_council(office=office, **given, by=actor, now=now)

    return perform(request, page, asked, act, to=lambda c: reverse("appraisals:council", args=[c.pk]))


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def seat(request: HttpRequest, council: UUID) -> HttpResponse:
    """Somebody takes a seat."""
    actor, now = actor_of(request), timezone.now()
    row = _found(actor, council)
    require(actor, "appraisals.seat", row)
    asked = SeatForm(request.POST if request.method == "POST" else None, people=_people(row, timezone.localdate(now)))
    page = _page(row, _("Thêm người vào hội đồng"), _("Thêm vào hội đồng"), _("Đã thêm vào hội đồng."))
    refusal = policies.stands(row) or policies.opened(row) or policies.unconcerned(row, by=actor, today=timezone.localdate(now))
    return perform(
        request,
        page,
        asked,
        lambda: actions.seat(row, user=asked.cleaned_data["user"], part=asked.cleaned_data["part"], by=actor, now=now),
        refusal=refusal,
    )


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def unseat(request: HttpRequest, seat: UUID) -> HttpResponse:
    """Somebody leaves."""
    actor, now = actor_of(request), timezone.now()
    row = Seat.objects.filter(council__in=queries.councils_visible_to(actor), pk=seat).select_related("user", "council__office").first()
    if row is None:
        raise Http404
    require(actor, "appraisals.unseat", row.council)
    page = _page(row.council, _("Cho thôi tham gia hội đồng"), _("Cho thôi"), _("Đã ghi người này thôi tham gia hội đồng."), grave=True)
    page = Page(**(page.__dict__ | {"explain": _("%(name)s. Phiếu đã nộp vẫn còn nguyên.") % {"name": row.user.full_name}}))
    today = timezone.localdate(now)
    refusal = policies.unseat(row, today=today) or policies.unconcerned(row.council, by=actor, today=today)
    return perform(request, page, _nothing(request), lambda: actions.unseat(row, by=actor, now=now), refusal=refusal)


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def dissolve(request: HttpRequest, council: UUID) -> HttpResponse:
    """It has done its work."""
    actor, now = actor_of(request), timezone.now()
    row = _found(actor, council)
    require(actor, "appraisals.dissolve", row)
    page = _page(row, _("Giải thể hội đồng"), _("Giải thể"), _("Đã giải thể hội đồng. Kết quả đã chốt vẫn còn nguyên."), grave=True)
    return perform(request, page, _nothing(request), lambda: actions.dissolve(row, by=actor, now=now), refusal=policies.dissolve(row))


def _nothing(request: HttpRequest) -> NothingForm:
    return NothingForm(request.POST if request.method == "POST" else None)


def _page(council: Council, title: str, button: str, done: str, *, grave: bool = False) -> Page:
    back = reverse("appraisals:council", args=[council.pk])
    crumbs = ((reverse("appraisals:councils"), _("Hội đồng")), (back, council.title))
    return Page(title=title, button=button, about=council.title, back=back, done=done, grave=grave, crumbs=crumbs)


def _found(actor: Actor, key: UUID) -> Council:
    seats = Prefetch("seats", Seat.objects.select_related("user").order_by("since", "pk"))
    rows = queries.councils_visible_to(actor).select_related("office", "unit").prefetch_related("office__names", seats)
    row = rows.filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def _offices(actor: Actor, today: date) -> list[Office]:
    rows = Office.objects.filter(pk__in=offices_of(actor)).prefetch_related("names")
    return [o for o in rows if o.exists(today) and may(actor, "appraisals.form_council", o)]


def _people(council: Council, today: date) -> list[tuple[str, str]]:
    """Who works at the council's unit or above it, by name; with the office, for names are not unique."""
    held = RoleHeld.objects.filter(held_on(today), role__in=STAFF, unit__in=ancestor_ids(council.unit_id, today), user__is_active=True)
    sitting = {s.user_id for s in council.seats.all() if s.until is None}
    rows = held.exclude(user__in=sitting).select_related("user", "office").prefetch_related("office__names")
    found: dict[User, str] = {}
    for role in rows:
        found.setdefault(role.user, role.office.called(today) if role.office else "")
    named = sorted(found.items(), key=lambda pair: sort_key(pair[0].full_name))
    return [(str(user.pk), f"{user.full_name} · {office}" if office else user.full_name) for user, office in named]
