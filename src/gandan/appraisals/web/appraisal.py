"""One thing before a council: where it stands, who handed in, what the cards say once they are shown; and the deeds on it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gandan.appraisals import actions, hands, policies, queries, subjects
from gandan.appraisals.enums import NEXT, Deed, State
from gandan.appraisals.models import Appraisal, Seat
from gandan.appraisals.web.chart import bullet
from gandan.appraisals.web.deed import Page, perform
from gandan.appraisals.web.forms.staff import AgainForm, ConflictForm, NothingForm, ReasonForm
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require

PER_PAGE = 25
Act = Callable[[Appraisal, forms.Form, Actor, datetime], object]


@dataclass(frozen=True)
class Kind:
    """A deed on an appraisal: its address, form and words."""

    deed: Deed
    form: type[forms.Form]
    act: Act
    explain: Any
    done: Any
    grave: bool = False


def _kinds() -> dict[str, Kind]:
    def simple(what: Callable[..., object]) -> Act:
        return lambda a, form, by, now: what(a, **form.cleaned_data, by=by, now=now)

    return {
        "bat-dau": Kind(
            Deed.BEGIN, NothingForm, simple(actions.begin),
            gettext_lazy("Từ lúc này đơn vị không sửa điểm tự chấm nữa, các thành viên chấm riêng từng người."),
            gettext_lazy("Đã cho chấm. Thành viên hội đồng thấy hồ sơ ở mục Phiếu phải chấm."),
        ),
        "lien-quan": Kind(
            Deed.DECLARE_CONFLICT, ConflictForm, simple(actions.declare_conflict),
            gettext_lazy("Ông/Bà sẽ không chấm hồ sơ này. Điều này được ghi lại và hội đồng đọc được."),
            gettext_lazy("Đã ghi. Ông/Bà không chấm hồ sơ này."), True,
        ),
        "mo-diem": Kind(
            Deed.SHOW, NothingForm, simple(actions.show),
            gettext_lazy("Mọi phiếu được mở cùng một lúc. Phiếu đã nộp không sửa được."), gettext_lazy("Đã mở điểm."),
        ),
        "cham-lai": Kind(
            Deed.SCORE_AGAIN, AgainForm, simple(actions.score_again),
            gettext_lazy("Các thành viên trao đổi rồi mỗi người nộp phiếu lần hai. Phiếu lần đầu vẫn đọc được."),
            gettext_lazy("Đã mở lần chấm thứ hai."),
        ),
        "chot": Kind(
            Deed.CLOSE, NothingForm, simple(actions.close),
            gettext_lazy("Kết quả được giữ nguyên từ lúc này: điểm, mức chênh, xếp loại, đạt hay không theo phiếu chấm của hồ sơ."),
            gettext_lazy("Đã chốt kết quả."),
        ),
        "thoi-xet": Kind(
            Deed.SET_ASIDE, ReasonForm, simple(actions.set_aside),
            gettext_lazy("Hồ sơ không có kết quả. Lý do được giữ cùng hồ sơ."), gettext_lazy("Đã thôi xét hồ sơ này."), True,
        ),
    }  # fmt: skip


KINDS = _kinds()
SLUGS = {kind.deed: slug for slug, kind in KINDS.items()}


@require_GET
@guarded("appraisals.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """What one may see of what lies before councils, of one's own office's work too; what still runs first."""
    actor = actor_of(request)
    rows = queries.visible_to(actor).select_related("unit", "sheet", "grade", "council").order_by("ended_on", "closes_on", "pk")
    state = request.GET.get("buoc", "")
    if state in State.values:
        rows = rows.filter(state=state)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"page": page, "rows": rows_of(page.object_list, actor), "states": State.choices, "state": state}
    return render(request, "appraisals/staff/list.html", context)


def rows_of(things: Iterable[Appraisal], actor: Actor) -> list[dict[str, object]]:
    """Appraisals with their subjects in words, described all at once."""
    found = list(things)
    said = subjects.describe([(a.subject_type, a.subject_id) for a in found], actor)
    return [{"appraisal": a, "subject": said[a.subject_type, a.subject_id], "late": is_late(a)} for a in found]


def is_late(appraisal: Appraisal) -> bool:
    """Cards were due before today."""
    return appraisal.state == State.SCORING and appraisal.closes_on < timezone.localdate()


@require_GET
@guarded("appraisals.open_desk")
def one(request: HttpRequest, appraisal: UUID) -> HttpResponse:
    """Everything an actor may know of it. No mark of a round that is still being scored is read for this page."""
    actor, today = actor_of(request), timezone.localdate()
    row = found_for(actor, appraisal)
    cards, result = queries.cards_shown(row, actor), queries.shown_result(row)
    keeps = may(actor, "appraisals.read_cards", row)
    last = [c for c in cards or () if c.round == row.round]
    criteria = list(row.sheet.criteria.all())
    context = {
        "appraisal": row,
        "subject": describe(row, actor),
        "criteria": criteria,
        "own": {m.criterion_id: m for m in row.own_marks.all()},
        "own_total": sum((m.points for m in row.own_marks.all()), start=0) if row.own_marks.all() else None,
        "own_shown": row.state != State.SCORING or not queries.mine(actor).filter(pk=row.pk).exists(),
        "cards": cards,
        "rounds": sorted({c.round for c in cards or ()}),
        "lines": lines(criteria, [c.marks for c in last], row),
        "result": result if cards is not None else None,
        "frozen": queries.result(row),
        "chart": bullet(row.sheet, [c.total for c in last]) if last else None,
        "progress": queries.progress(row) if keeps and row.state == State.SCORING else None,
        "keeps": keeps,
        "gates": _gates(row),
        "ways": ways(row, actor),
        "owes": queries.mine(actor).filter(pk=row.pk).exists(),
        "late": is_late(row),
        "today": today,
    }
    return render(request, "appraisals/staff/one.html", context)


def lines(criteria: list[Any], marks: list[tuple[Any, ...]], row: Appraisal) -> list[dict[str, object]]:
    """Each line of the sheet: what the owner gave itself, the lowest and the highest that members gave, and their mean."""
    own = {m.criterion_id: m for m in row.own_marks.all()}
    out = []
    for n, criterion in enumerate(criteria):
        given = [card[n] for card in marks if n < len(card)]
        mean = (sum(given) / len(given)).quantize(criterion.most.normalize().__class__("0.01")) if given else None
        span = (min(given), max(given)) if given else (None, None)
        out.append({"criterion": criterion, "own": own.get(criterion.pk), "low": span[0], "high": span[1], "mean": mean})
    return out


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def deed(request: HttpRequest, appraisal: UUID, slug: str) -> HttpResponse:
    """The page of one deed on it."""
    if slug not in KINDS:
        raise Http404
    kind, actor, now = KINDS[slug], actor_of(request), timezone.now()
    row = found_for(actor, appraisal)
    require(actor, f"appraisals.{kind.deed.value}", row)
    form = kind.form(request.POST if request.method == "POST" else None)
    title, back = describe(row, actor).title, reverse("appraisals:one", args=[row.pk])
    page = Page(
        title=str(kind.deed.label),
        button=str(kind.deed.label),
        about=title,
        explain=str(kind.explain),
        warning=_unscored(row) if kind.deed == Deed.BEGIN else "",
        done=str(kind.done),
        back=back,
        grave=kind.grave,
        crumbs=((reverse("appraisals:councils"), _("Hội đồng")), (back, title)),
    )
    to = (lambda _row: reverse("appraisals:queue")) if kind.deed == Deed.DECLARE_CONFLICT else None
    return perform(request, page, form, lambda: kind.act(row, form, actor, now), refusal=refusal(row, kind.deed, actor), to=to)


def _unscored(row: Appraisal) -> str:
    """Said to whoever lets the council begin before the owner scored itself: it may, but the owner cannot any more."""
    if row.owner_office is None or row.own_marks.exists():
        return ""
    said = _("%(office)s chưa nộp điểm tự chấm. Vẫn cho chấm được, nhưng từ lúc ấy đơn vị không tự chấm nữa; xin nhắc đơn vị nếu còn kịp.")
    return said % {"office": row.owner_office.called(timezone.localdate())}


def refusal(row: Appraisal, deed: Deed, actor: Actor) -> Refusal | None:
    """Why it cannot be done now, asked before anything is typed; the deed asks everything again."""
    today = timezone.localdate()
    if deed in (Deed.BEGIN, Deed.SHOW, Deed.SCORE_AGAIN, Deed.CLOSE, Deed.SET_ASIDE):
        concerned = policies.opening.unconcerned(row, by=actor, today=today)
        if concerned is not None:
            return concerned
    found = queries.shown_result(row)
    match deed:
        case Deed.BEGIN:
            return policies.opening.begin(row, members=queries.progress(row).handed_in + len(queries.progress(row).owing))
        case Deed.SHOW:
            known = queries.progress(row)
            return policies.scoring.show(row, cards=known.handed_in, owing=len(known.owing), today=today)
        case Deed.CLOSE:
            return policies.scoring.close(row, found=found)
        case Deed.DECLARE_CONFLICT:
            user = hands.user_of(actor)
            seat = Seat.objects.filter(council=row.council_id, user=user, until=None).first()
            return policies.scoring.declare_conflict(row, seat, tie="kin", reason="") if seat else None
        case _:
            return policies.opening.possible(row, deed)


def ways(row: Appraisal, actor: Actor) -> list[dict[str, object]]:
    """Deeds that this actor may do now, the next one first; what is refused for a reason that passes is shown with its reason."""
    out: list[dict[str, object]] = []
    for deed in NEXT[State(row.state)]:
        if deed == Deed.HAND_IN or not may(actor, f"appraisals.{deed.value}", row):
            continue
        if deed == Deed.SCORE_SELF:
            out.append({"label": str(deed.label), "url": reverse("appraisals:score_self", args=[row.pk]), "why": "", "grave": ""})
            continue
        said = refusal(row, deed, actor)
        if said is not None and (deed in (Deed.DECLARE_CONFLICT, Deed.SCORE_AGAIN, Deed.SET_ASIDE)):
            continue
        if deed == Deed.SCORE_AGAIN and policies.scoring.close(row, found=queries.shown_result(row)) is None:
            continue
        url = reverse("appraisals:deed", args=[row.pk, SLUGS[deed]])
        out.append(
            {
                "label": str(deed.label),
                "url": url,
                "why": said.sentence if said else "",
                "grave": "grave" if KINDS[SLUGS[deed]].grave else "",
            }
        )
    return sorted(out, key=lambda way: (bool(way["grave"]), bool(way["why"])))


def found_for(actor: Actor, key: UUID) -> Appraisal:
    """The whole of one that the actor may see; any other is not there."""
    row = queries.whole(queries.visible_to(actor)).filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def describe(row: Appraisal, actor: Actor) -> subjects.Described:
    """Its subject in words."""
    pair = (row.subject_type, row.subject_id)
    return subjects.describe([pair], actor)[pair]


def _gates(row: Appraisal) -> list[dict[str, str]]:
    order = [State.PREPARED, State.SCORING, State.SHOWN, State.CLOSED]
    names = [_("Tự chấm"), _("Hội đồng chấm"), _("Mở điểm"), _("Chốt")]
    here = order.index(State(row.state)) if row.state in order else len(order)
    out = []
    for n, name in enumerate(names):
        state = "done" if n < here or row.state == State.CLOSED else "now" if n == here else ""
        if n == 0 and here > 0 and not row.own_marks.all():
            name, state = _("Không tự chấm"), ""
        out.append({"name": name, "state": state if row.state != State.SET_ASIDE else ""})
    return out
