"""REST: every deed on a commitment. Each takes `Idempotency-Key` and `If-Match`, and answers with the whole of it as it is now."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from gandan.commitments import actions, queries
from gandan.commitments.enums import EvidenceKind
from gandan.commitments.models import Commitment
from gandan.commitments.web import shown
from gandan.commitments.web.making_api import office
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.commitments.web.schemas.deeds import EvidenceIn, ExtendIn, HandOverIn, OfficeIn, ProgressIn, ReasonIn, ReportIn
from gandan.commitments.web.schemas.voices import CodeIn, CodeOut
from gandan.commitments.web.schemas.words import Note
from gandan.core import codes
from gandan.core.access import actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem

router = Router(tags=["commitments"])
DONE: dict[int, Any] = {200: CommitmentWhole, 401: Problem, 403: Problem, 404: Problem, 422: Problem}
FILED: dict[int, Any] = {**DONE, 413: Problem, 415: Problem}


def _do(request: HttpRequest, key: UUID, deed: Callable[[Commitment, Any], object]) -> CommitmentWhole:
    """The deed on what the owner of the token sees, held meanwhile."""
    actor, now = actor_of(request), timezone.now()
    with held(request, queries.visible_to(actor), key, show=lambda row: shown.whole(row, actor)) as thing:
        deed(thing, {"by": actor, "now": now})
    return shown.whole(thing, actor)


@router.post(
    "/{key}/progress", auth=Needs("commitments.note_progress"), response=DONE, summary="Note progress", operation_id="note_progress"
)
@idempotent
@conditional
def note_progress(request: HttpRequest, key: UUID, body: ProgressIn) -> CommitmentWhole:
    """For the lead office and those that work along."""
    return _do(request, key, lambda c, who: actions.note_progress(c, note=body.note, percent=body.percent, **who))


@router.post(
    "/{key}/evidence", auth=Needs("commitments.add_evidence"), response=DONE, summary="Add a link or a note", operation_id="add_evidence"
)
@idempotent
@conditional
def add_evidence(request: HttpRequest, key: UUID, body: EvidenceIn) -> CommitmentWhole:
    """What people compare with the promise."""
    url = str(body.url) if body.url else ""
    return _do(request, key, lambda c, who: actions.add_evidence(c, kind=body.kind, note=body.note, url=url, **who))


@router.post(
    "/{key}/files",
    auth=Needs("commitments.add_evidence"),
    response=FILED,
    summary="Add a photo or a file",
    operation_id="add_evidence_file",
)
@idempotent
@conditional
def add_file(request: HttpRequest, key: UUID, upload: File[UploadedFile], note: Form[Note] = "") -> CommitmentWhole:
    """Checked by content; images are made anew, without the place where they were taken."""
    kind = EvidenceKind.PHOTO if (upload.content_type or "").startswith("image/") else EvidenceKind.FILE
    return _do(request, key, lambda c, who: actions.add_evidence(c, kind=kind, note=note, upload=upload, **who))


@router.post("/{key}/report", auth=Needs("commitments.report_done"), response=DONE, summary="Report it done", operation_id="report_done")
@idempotent
@conditional
def report_done(request: HttpRequest, key: UUID, body: ReportIn) -> CommitmentWhole:
    """The unit's own word, with evidence since it was opened; the end is in others' hands."""
    return _do(request, key, lambda c, who: actions.report_done(c, summary=body.summary, **who))


@router.post(
    "/{key}/extension", auth=Needs("commitments.extend"), response=DONE, summary="Give a later date", operation_id="extend_commitment"
)
@idempotent
@conditional
def extend(request: HttpRequest, key: UUID, body: ExtendIn) -> CommitmentWhole:
    """Before the date has passed, with a reason for everybody."""
    return _do(request, key, lambda c, who: actions.extend(c, to=body.to, reason=body.reason, **who))


@router.post(
    "/{key}/handover", auth=Needs("commitments.hand_over"), response=DONE, summary="Hand it over", operation_id="hand_over_commitment"
)
@idempotent
@conditional
def hand_over(request: HttpRequest, key: UUID, body: HandOverIn) -> CommitmentWhole:
    """To another office; between units by those above both."""
    return _do(request, key, lambda c, who: actions.hand_over(c, to=office(body.office), reason=body.reason, **who))


@router.post(
    "/{key}/successor",
    auth=Needs("commitments.choose_successor"),
    response=DONE,
    summary="Choose who goes on with it",
    operation_id="choose_successor",
)
@idempotent
@conditional
def choose_successor(request: HttpRequest, key: UUID, body: OfficeIn) -> CommitmentWhole:
    """After a reorganisation; 404 where nothing waits for a choice."""

    def choose(c: Commitment, who: Any) -> object:
        pending = queries.pending(c)
        if pending is None:
            raise Http404
        return actions.choose_successor(pending, to=office(body.office), **who)

    return _do(request, key, choose)


@router.post(
    "/{key}/withdrawal", auth=Needs("commitments.withdraw"), response=DONE, summary="Withdraw it", operation_id="withdraw_commitment"
)
@idempotent
@conditional
def withdraw(request: HttpRequest, key: UUID, body: ReasonIn) -> CommitmentWhole:
    """It stays where it is, with its reason."""
    return _do(request, key, lambda c, who: actions.withdraw(c, reason=body.reason, **who))


@router.post("/{key}/acceptance", auth=Needs("commitments.accept"), response=DONE, summary="Accept a task", operation_id="accept_task")
@idempotent
@conditional
def accept(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """By the office that assigned it."""
    return _do(request, key, lambda c, who: actions.accept(c, **who))


@router.post(
    "/{key}/send-back", auth=Needs("commitments.send_back"), response=DONE, summary="Send a task back", operation_id="send_back_task"
)
@idempotent
@conditional
def send_back(request: HttpRequest, key: UUID, body: ReasonIn) -> CommitmentWhole:
    """It is open again with the date it had."""
    return _do(request, key, lambda c, who: actions.send_back(c, reason=body.reason, **who))


@router.post(
    "/{key}/confirmation", auth=Needs("commitments.confirm"), response=DONE, summary="Confirm it", operation_id="confirm_commitment"
)
@idempotent
@conditional
def confirm(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """By the supervision board or the office that asked, never by the unit that owes it."""
    return _do(request, key, lambda c, who: actions.confirm(c, **who))


@router.post(
    "/{key}/reminder", auth=Needs("commitments.remind"), response=DONE, summary="Ask after it", operation_id="remind_of_commitment"
)
@idempotent
@conditional
def remind(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """Once a day."""
    return _do(request, key, lambda c, who: actions.remind(c, **who))


@router.post(
    "/{key}/coordinators",
    auth=Needs("commitments.change_coordinators"),
    response=DONE,
    summary="Add an office that helps",
    operation_id="add_coordinator",
)
@idempotent
@conditional
def add_coordinator(request: HttpRequest, key: UUID, body: OfficeIn) -> CommitmentWhole:
    """It works along and answers for nothing."""
    return _do(request, key, lambda c, who: actions.add_coordinator(c, office=office(body.office), **who))


@router.post(
    "/{key}/coordinators/removal",
    auth=Needs("commitments.change_coordinators"),
    response=DONE,
    summary="Take an office out",
    operation_id="remove_coordinator",
)
@idempotent
@conditional
def remove_coordinator(request: HttpRequest, key: UUID, body: OfficeIn) -> CommitmentWhole:
    """It helps no longer."""
    return _do(request, key, lambda c, who: actions.remove_coordinator(c, office=office(body.office), **who))


@router.post(
    "/{key}/codes", auth=Needs("commitments.issue_code"), response={**DONE, 201: CodeOut}, summary="Make a code", operation_id="issue_code"
)
@conditional
def issue_code(request: HttpRequest, key: UUID, body: CodeIn) -> Status[CodeOut]:
    """Shown this once. It takes no `Idempotency-Key`: a kept answer would keep the code."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: shown.whole(row, actor)) as thing:
        code = actions.issue_code(thing, kind=body.kind, by=actor, now=timezone.now())
    return Status(201, CodeOut(code=codes.shown(code)))
