"""What a model looks like, with why: which parts of the form agree, where the other one stands, what was answered and judged."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gandan.commitments.web.typed import typed
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require
from gandan.movement import queries
from gandan.movement.actions import likeness as actions
from gandan.movement.calc.movements import by_code
from gandan.movement.models import Likeness, Practice
from gandan.movement.policies import likeness as policies
from gandan.movement.web.forms.deeds import AnswerForm, JudgeForm
from gandan.movement.web.staff import found, rows
from gandan.units import queries as units

PARTS: dict[str, str | Promise] = {
    "title": gettext_lazy("tên"),
    "problem": gettext_lazy("thực trạng"),
    "aim": gettext_lazy("mục tiêu"),
    "aims": gettext_lazy("tiêu chí"),
    "way": gettext_lazy("cách làm"),
    "audience": gettext_lazy("đối tượng"),
    "output": gettext_lazy("sản phẩm"),
    "upkeep": gettext_lazy("duy trì"),
    "place": gettext_lazy("nơi thực hiện"),
}
ANY = "…" * 12


@dataclass(frozen=True)
class Alike:
    """One likeness for a reader. `url` is empty where the other one is not theirs to read."""

    row: Likeness
    title: str
    place: str
    url: str
    percent: int
    parts: list[str]
    answers: bool
    judges: bool


def of(practice: Practice, actor: Actor) -> list[Alike]:
    """The nearest first; a constant number of questions."""
    kept = list(practice.likenesses.select_related("practice").order_by("-score", "pk"))
    others = _others(queries.visible_to(actor), [row.other_id for row in kept if row.other_id])
    names = {p.id: p.full_name for p in units.several({o.unit_id for o in others.values()}) if p is not None}
    answers, judges = may(actor, "movement.answer_likeness", practice), may(actor, "movement.judge_likeness", practice)
    return [
        Alike(
            row=row,
            title=_title(row, others),
            place=names.get(others[row.other_id].unit_id, "") if row.other_id in others else "",
            url=reverse("movement:one", args=[row.other_id]) if row.other_id in others else "",
            percent=round(float(row.score) * 100),
            parts=[str(PARTS.get(part, part)) for part in row.parts],
            answers=answers and policies.answer_likeness(row, answer=ANY) is None,
            judges=judges and policies.judge_likeness(row, by_key=actor.key) is None,
        )
        for row in kept
    ]


def _others(visible: QuerySet[Practice], keys: list[UUID]) -> dict[UUID | None, Practice]:
    return {row.pk: row for row in visible.filter(pk__in=keys)}


def _title(row: Likeness, others: dict[UUID | None, Practice]) -> str:
    if row.movement:
        known = by_code().get(row.movement)
        return _("Phong trào “%(name)s”") % {"name": known.name} if known else row.movement
    other = others.get(row.other_id)
    return rows.titled(other) if other else _("một phiếu chưa công khai của nơi khác")


@require_http_methods(["GET", "POST"])
@guarded("movement.answer_likeness")
def answer(request: HttpRequest, practice: UUID, likeness: UUID) -> HttpResponse:
    """What the registrant says to it."""
    actor, now = actor_of(request), timezone.now()
    p, row = _one(actor, practice, likeness)
    require(actor, "movement.answer_likeness", p)
    form = AnswerForm(request.POST or None, initial={"answer": row.answer})
    refusal = policies.answer_likeness(row, answer=ANY)
    if request.method == "POST" and refusal is None and form.is_valid():
        try:
            actions.answer_likeness(row, answer=form.cleaned_data["answer"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã ghi lời giải thích."))
            return redirect("movement:one", p.pk)
    return _page(request, p, row, actor, form, refusal, _("Giải thích chỗ giống"), _("Ghi lời giải thích"))


@require_http_methods(["GET", "POST"])
@guarded("movement.judge_likeness")
def judge(request: HttpRequest, practice: UUID, likeness: UUID) -> HttpResponse:
    """What the registering office finds: something of its own, or the same once more."""
    actor, now = actor_of(request), timezone.now()
    p, row = _one(actor, practice, likeness)
    require(actor, "movement.judge_likeness", p)
    form = JudgeForm(request.POST or None)
    refusal = policies.judge_likeness(row, by_key=actor.key)
    if request.method == "POST" and refusal is None and form.is_valid():
        try:
            actions.judge_likeness(row, is_same=form.cleaned_data["is_same"] == "yes", by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã ghi kết luận."))
            return redirect("movement:one", p.pk)
    return _page(request, p, row, actor, form, refusal, _("Kết luận chỗ giống"), _("Ghi kết luận"))


def _one(actor: Actor, practice: UUID, likeness: UUID) -> tuple[Practice, Likeness]:
    p = found.practice_for(actor, practice)
    row = p.likenesses.filter(pk=likeness).first()
    if row is None:
        raise Http404
    return p, row


def _page(
    request: HttpRequest,
    p: Practice,
    row: Likeness,
    actor: Actor,
    form: AnswerForm | JudgeForm,
    refusal: Refusal | None,
    title: str,
    deed: str,
) -> HttpResponse:
    shown = next(one for one in of(p, actor) if one.row.pk == row.pk)
    context = {
        "row": rows.row(p, today=timezone.localdate()),
        "title": title,
        "deed": deed,
        "explain": "",
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal is not None else [],
        "alike": [shown],
        "beside": _beside(p, row, actor),
    }
    return render(request, "movement/staff/deed.html", context, status=422 if form.errors else 200)


def _beside(p: Practice, row: Likeness, actor: Actor) -> list[dict[str, str]]:
    """The parts that agree, of both, one beside the other."""
    other = _others(queries.visible_to(actor), [row.other_id]).get(row.other_id) if row.other_id else None
    if other is None:
        return []
    texts = [part for part in row.parts if isinstance(getattr(p, part, None), str)]
    return [{"name": str(PARTS.get(part, part)), "this": getattr(p, part), "that": getattr(other, part)} for part in texts]
