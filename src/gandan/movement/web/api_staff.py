"""REST for offices: their models, the form, what was measured, evidence, signs of life, learning from others. Each deed takes
`Idempotency-Key`, deeds on a model also `If-Match`; each answers with the model as it is now."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from gandan.commitments.web.making_api import office
from gandan.core.access import Actor, Refusal, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held, tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.indicators.models import Indicator
from gandan.movement import actions, queries
from gandan.movement.enums import EvidenceKind
from gandan.movement.models import Drive, Field, Practice
from gandan.movement.web import api_shown as shown
from gandan.movement.web.api_whole import at_work
from gandan.movement.web.schemas.listed import WorkAsked, WorkPage
from gandan.movement.web.schemas.practice import PracticeAtWork
from gandan.movement.web.schemas_in import AdoptIn, BeginIn, EvidenceIn, FormIn, ReadingIn, SignIn
from gandan.movement.written import AimGiven, ForceGiven, MilestoneGiven, ResourceGiven, Written
from gandan.opinions.web.api_saying import hamlet_of
from gandan.units.models import Office

router = Router(tags=["movement"])
DESK = Needs("movement.open_desk")
MADE: dict[int, Any] = {201: PracticeAtWork, 401: Problem, 403: Problem, 422: Problem}
DONE: dict[int, Any] = {200: PracticeAtWork, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
Do = Callable[[Practice, Any], object]


@router.get(
    "/at-work",
    auth=DESK,
    response={200: WorkPage, 401: Problem, 403: Problem, 422: Problem},
    summary="Models that the owner of the token may read",
    operation_id="list_models_at_work",
)
@tagged
def list_at_work(request: HttpRequest, asked: Query[WorkAsked]) -> WorkPage:
    """The public ones, and drafts of the own office, of the own hamlet and of where one registers; in the order of time."""
    rows = queries.visible_to(actor_of(request))
    named = {"unit": asked.unit, "office": asked.office, "state": asked.state}
    rows = rows.filter(**{name: value for name, value in named.items() if value is not None})
    if asked.cursor:
        rows = rows.filter(pk__gt=_after(asked.cursor))
    found = list(rows.order_by("pk")[: asked.limit + 1])
    some = found[: asked.limit]
    more = cursor_after(str(some[-1].pk)) if len(found) > asked.limit else None
    return WorkPage(items=shown.practices(some, today=timezone.localdate()), next=more)


@router.get(
    "/at-work/{uuid:key}",
    auth=DESK,
    response={200: PracticeAtWork, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="One model at work",
    operation_id="get_model_at_work",
)
@tagged
def get_at_work(request: HttpRequest, key: UUID) -> PracticeAtWork:
    """Its ETag is the one that deeds compare."""
    actor = actor_of(request)
    found = queries.visible_to(actor).filter(pk=key).first()
    if found is None:
        raise Http404
    return _show(actor)(found)


@router.post("/at-work", auth=Needs("movement.begin"), response=MADE, summary="Begin a form", operation_id="begin_model")
@idempotent
def begin(request: HttpRequest, body: BeginIn) -> Status[PracticeAtWork]:
    """A draft: nobody outside reads it. It may miss anything but its field."""
    actor = actor_of(request)
    drive = Drive.objects.filter(pk=body.drive).first()
    if drive is None:
        raise Refusal(_("Không có phong trào nào mang mã này."), status=422)
    where: dict[str, Any] = {"office": office(body.office), "hamlet": hamlet_of(body.hamlet)}
    made = actions.begin(drive=drive, written=_written(body), by=actor, now=timezone.now(), **where)
    return Status(201, _show(actor)(made))


@router.post(
    "/{uuid:key}/adoptions",
    auth=Needs("movement.adopt"),
    response={**MADE, 404: Problem},
    summary="Learn from a model",
    operation_id="adopt_model",
)
@idempotent
def adopt(request: HttpRequest, key: UUID, body: AdoptIn) -> Status[PracticeAtWork]:
    """A draft of the own office with the way of working of the original; owner, measures and place are its own."""
    actor = actor_of(request)
    original = queries.visible_to(actor).filter(pk=key).first()
    if original is None:
        raise Http404
    where: dict[str, Any] = {"office": office(body.office), "hamlet": hamlet_of(body.hamlet)}
    made = actions.adopt(original, by=actor, now=timezone.now(), **where)
    return Status(201, _show(actor)(made))


def _deed(name: str, permission: str, summary: str, operation: str) -> Callable[[Any], Any]:
    """The route of one deed."""

    def wrap(view: Any) -> Any:
        route = router.post(f"/at-work/{{uuid:key}}/{name}", auth=Needs(permission), response=DONE, summary=summary, operation_id=operation)
        return route(idempotent(conditional(view)))

    return wrap


def _do(request: HttpRequest, key: UUID, deed: Do) -> PracticeAtWork:
    """The deed on what the owner of the token sees, held meanwhile."""
    actor, now = actor_of(request), timezone.now()
    with held(request, queries.visible_to(actor), key, show=_show(actor)) as practice:
        deed(practice, {"by": actor, "now": now})
    return _show(actor)(practice)


@_deed("form", "movement.write", "Write the form", "write_model")
def write(request: HttpRequest, key: UUID, body: FormIn) -> PracticeAtWork:
    """The whole of it, every time, until it is sent in."""
    return _do(request, key, lambda p, who: actions.write(p, written=_written(body), **who))


@_deed("submission", "movement.submit", "Send it in", "submit_model")
def submit(request: HttpRequest, key: UUID) -> PracticeAtWork:
    """Every missing part is named. What it resembles is looked up and shown to who registers it."""
    return _do(request, key, lambda p, who: actions.submit(p, **who))


@_deed("readings", "movement.read_measure", "Write down what was measured", "read_model_measure")
def read_measure(request: HttpRequest, key: UUID, body: ReadingIn) -> PracticeAtWork:
    """Of one aim, on a day. It becomes a public figure with its source."""

    def deed(practice: Practice, who: Any) -> None:
        aim = practice.aims.filter(pk=body.aim).first()
        if aim is None:
            raise Refusal(_("Mô hình này không có tiêu chí nào mang mã này."), status=422)
        actions.read_measure(aim, value=body.value, bound=body.bound, read_on=body.read_on, note=body.note, **who)

    return _do(request, key, deed)


@_deed("evidence", "movement.add_evidence", "Add evidence", "add_model_evidence")
def add_evidence(request: HttpRequest, key: UUID, body: EvidenceIn) -> PracticeAtWork:
    """A link or a note of a day."""
    kind = EvidenceKind.LINK if body.url else EvidenceKind.NOTE
    return _do(request, key, lambda p, who: actions.add_evidence(p, kind=kind, note=body.note, url=body.url, shows=body.shows, **who))


@_deed("signs", "movement.give_sign", "Say that it lives", "give_model_sign")
def give_sign(request: HttpRequest, key: UUID, body: SignIn) -> PracticeAtWork:
    """Once a year, with something of the year that shows it."""
    return _do(request, key, lambda p, who: actions.give_sign(p, note=body.note, **who))


def _show(actor: Actor) -> Callable[[Practice], PracticeAtWork]:
    return lambda practice: at_work(practice, actor, today=timezone.localdate())


def _written(body: FormIn) -> Written:
    """Rows instead of ids."""
    field = Field.objects.filter(pk=body.field).first()
    if field is None:
        raise Refusal(_("Không có lĩnh vực nào mang mã này."), status=422)
    said = body.dict(exclude={"field", "new", "forces", "aims", "resources", "milestones", "drive", "office", "hamlet"})
    offices = _rows(Office.objects.all(), [f.office for f in body.forces], _("Không có cơ quan nào mang mã này."))
    indicators = _rows(Indicator.objects.all(), [a.indicator for a in body.aims], _("Không có chỉ tiêu nào mang mã này."))
    return Written(
        field=field,
        is_new=body.new,
        forces=tuple(ForceGiven(f.part, f.name, offices[f.office] if f.office else None, f.task) for f in body.forces),
        aims=tuple(
            AimGiven(a.name, a.measure, a.target, a.due, a.noun, a.before, indicators[a.indicator] if a.indicator else None)
            for a in body.aims
        ),
        resources=tuple(ResourceGiven(r.kind, r.measure, r.noun, r.planned, r.used) for r in body.resources),
        milestones=tuple(MilestoneGiven(m.due, m.what) for m in body.milestones),
        **said,
    )


def _rows(known: Any, keys: Iterable[UUID | None], otherwise: str) -> dict[UUID, Any]:
    """Rows by their ids; one that is not there is said."""
    asked = {key for key in keys if key is not None}
    found = {row.pk: row for row in known.filter(pk__in=asked)} if asked else {}
    if asked - set(found):
        raise Refusal(otherwise, status=422)
    return found


def _after(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged
