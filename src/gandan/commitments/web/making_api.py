"""REST: making a commitment, one call for each kind."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Status

from gandan.commitments import actions
from gandan.commitments.policies.start import EARLIEST
from gandan.commitments.web import shown
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.commitments.web.schemas.making import MakeIn, RequestIn, TaskIn
from gandan.core import legal
from gandan.core.access import Refusal, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.units.models import Hamlet, Office

router = Router(tags=["commitments"])
MADE: dict[int, Any] = {201: CommitmentWhole, 401: Problem, 403: Problem, 422: Problem}


@router.post("/promises", auth=Needs("commitments.promise"), response=MADE, summary="Promise something to people", operation_id="promise")
@idempotent
def promise(request: HttpRequest, body: MakeIn) -> Status[CommitmentWhole]:
    """Public at once; only those it is promised to, two households or the supervision board confirm it."""
    actor = actor_of(request)
    return Status(201, shown.whole(actions.promise(**_read(body), by=actor, now=timezone.now()), actor))


@router.post("/tasks", auth=Needs("commitments.assign"), response=MADE, summary="Assign a task", operation_id="assign_task")
@idempotent
def assign(request: HttpRequest, body: TaskIn) -> Status[CommitmentWhole]:
    """Internal; accepted or sent back by the office that assigned it."""
    actor = actor_of(request)
    made = actions.assign(**_read(body), assigned_by=office(body.assigned_by), by=actor, now=timezone.now())
    return Status(201, shown.whole(made, actor))


@router.post("/requests", auth=Needs("commitments.take_up"), response=MADE, summary="Take up a request", operation_id="take_up_request")
@idempotent
def take_up(request: HttpRequest, body: RequestIn) -> Status[CommitmentWhole]:
    """Public like a promise, and ended by people like one."""
    actor = actor_of(request)
    return Status(201, shown.whole(actions.take_up(**_read(body), by=actor, now=timezone.now()), actor))


def office(key: UUID) -> Office:
    """An office by its id."""
    found = Office.objects.select_related("unit").filter(pk=key).first()
    if found is None:
        raise Refusal(_("Không có cơ quan nào mang mã này."), status=422)
    return found


def _read(body: MakeIn) -> dict[str, Any]:
    """What every kind takes, rows instead of ids."""
    typed = body.dict(include={"title", "deliverable", "due", "due_rule", "made_on", "beneficiary"})
    typed["due"] = typed["due"] or _by_rule(body)
    typed["lead"], typed["coordinators"] = office(body.lead), [office(key) for key in body.coordinators]
    typed["hamlet"] = None
    if body.hamlet is not None:
        typed["hamlet"] = Hamlet.objects.filter(pk=body.hamlet).first()
        if typed["hamlet"] is None:
            raise Refusal(_("Không có thôn, tổ dân phố nào mang mã này."), status=422)
    return typed


def _by_rule(body: MakeIn) -> Any:
    if not body.due_rule:
        raise Refusal(_("Xin ghi hạn, hoặc chọn quy định để tính hạn."), status=422)
    start, today = body.made_on or timezone.localdate(), timezone.localdate()
    if not EARLIEST <= start <= today:
        raise Refusal(_("Ngày hứa hoặc giao việc từ năm 2000 đến hôm nay. Xin xem lại ngày, tháng, năm."), status=422)
    try:
        return legal.due(body.due_rule, start=start).date
    except (legal.UnknownRule, ValueError) as unknown:
        raise Refusal(_("Không có quy định nào về số ngày mang mã này."), status=422) from unknown
