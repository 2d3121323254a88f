"""REST: an office proposes from its own system. Each deed takes `Idempotency-Key` and `If-Match` and answers with the dossier, nameless."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router, Status

from gandan.awards import actions, queries
from gandan.awards.enums import NominationState, Whom
from gandan.awards.given import CollectiveGiven, PersonGiven
from gandan.awards.models import Nomination, Nominee
from gandan.awards.web import shown
from gandan.awards.web.schemas_nominations import CollectiveIn, NominationIn, NominationList, NominationOut, PersonIn, SubmitIn
from gandan.core.access import Actor, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held, tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.units.models import Office

router = Router(tags=["awards"])
DESK, PROPOSES = Needs("awards.open_desk"), Needs("awards.nominate")
READ: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 422: Problem}
DONE: dict[int, Any] = {200: NominationOut, **READ}
MOST = 200


def _rows(actor: Actor) -> QuerySet[Nomination]:
    return queries.nominations(actor)


def _do(request: HttpRequest, key: UUID, deed: Callable[[Nomination, Any], object]) -> NominationOut:
    """The deed on a dossier that the owner of the token may open, held meanwhile."""
    actor, now = actor_of(request), timezone.now()
    with held(request, _rows(actor), key, show=shown.nomination) as row:
        deed(row, {"by": actor, "now": now})
    return shown.nomination(Nomination.objects.get(pk=row.pk))


@router.get("/nominations", auth=DESK, response={200: NominationList, **READ}, summary="Dossiers", operation_id="list_nominations")
@tagged
def list_nominations(request: HttpRequest) -> NominationList:
    """The newest first, those withdrawn left out."""
    rows = _rows(actor_of(request)).exclude(state=NominationState.WITHDRAWN).prefetch_related("nominees__checks")
    rows = rows.order_by("-begun_at", "-pk")[:MOST]
    return NominationList(items=[shown.nomination(row) for row in rows])


@router.get("/nominations/{uuid:key}", auth=DESK, response={200: NominationOut, **READ}, summary="A dossier", operation_id="get_nomination")
@tagged
def get_nomination(request: HttpRequest, key: UUID) -> NominationOut:
    """Its ETag is the one that deeds compare."""
    row = _rows(actor_of(request)).filter(pk=key).first()
    if row is None:
        raise Http404
    return shown.nomination(row)


@router.post(
    "/calls/{uuid:key}/nominations",
    auth=PROPOSES,
    response={201: NominationOut, **READ},
    summary="Begin a dossier",
    operation_id="begin_nomination",
)
@idempotent
def begin(request: HttpRequest, key: UUID, body: NominationIn) -> Status[NominationOut]:
    """Nobody else sees it before it is handed in."""
    actor = actor_of(request)
    call = queries.visible_to(actor).filter(pk=key).first()
    office = Office.objects.select_related("unit").filter(pk=body.office).first()
    if call is None or office is None:
        raise Http404
    made = actions.begin_nomination(call, office=office, by=actor, now=timezone.now())
    return Status(201, shown.nomination(made))


@router.post("/nominations/{uuid:key}/persons", auth=PROPOSES, response=DONE, summary="Propose a person", operation_id="propose_person")
@idempotent
@conditional
def add_person(request: HttpRequest, key: UUID, body: PersonIn) -> NominationOut:
    """What is told is sealed and not given back."""
    told = body.dict()
    ground = told.pop("ground")
    given = PersonGiven(**told)
    return _do(request, key, lambda n, who: actions.add_nominee(n, whom=Whom.PERSON, person=given, ground=ground, **who))


@router.post(
    "/nominations/{uuid:key}/collectives", auth=PROPOSES, response=DONE, summary="Propose a collective", operation_id="propose_collective"
)
@idempotent
@conditional
def add_collective(request: HttpRequest, key: UUID, body: CollectiveIn) -> NominationOut:
    """What is told is sealed and not given back."""
    told = body.dict()
    ground = told.pop("ground")
    given = CollectiveGiven(**told)
    return _do(request, key, lambda n, who: actions.add_nominee(n, whom=Whom.COLLECTIVE, person=given, ground=ground, **who))


@router.post(
    "/nominations/{uuid:key}/nominees/{uuid:nominee}/removal",
    auth=PROPOSES,
    response=DONE,
    summary="Take somebody out",
    operation_id="drop_nominee",
)
@idempotent
@conditional
def drop(request: HttpRequest, key: UUID, nominee: UUID) -> NominationOut:
    """What was told of them is gone at once."""

    def deed(row: Nomination, who: Any) -> object:
        found = Nominee.objects.select_related("nomination").filter(pk=nominee, nomination=row).first()
        if found is None:
            raise Http404
        return actions.drop_nominee(found, **who)

    return _do(request, key, deed)


@router.post("/nominations/{uuid:key}/submission", auth=PROPOSES, response=DONE, summary="Hand it in", operation_id="submit_nomination")
@idempotent
@conditional
def submit(request: HttpRequest, key: UUID, body: SubmitIn) -> NominationOut:
    """The checks are looked at and kept; nobody is left out by them."""
    return _do(request, key, lambda n, who: actions.submit_nomination(n, number=body.number, **who))


@router.post(
    "/nominations/{uuid:key}/withdrawal", auth=PROPOSES, response=DONE, summary="Withdraw the dossier", operation_id="withdraw_nomination"
)
@idempotent
@conditional
def withdraw(request: HttpRequest, key: UUID) -> NominationOut:
    """Everything told in it is gone at once."""
    return _do(request, key, lambda n, who: actions.withdraw_nomination(n, **who))
