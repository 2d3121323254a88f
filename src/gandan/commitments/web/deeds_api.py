"""REST: the work on a commitment: progress, evidence, the word that it is done. The other deeds: files beside."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Form, Router
from ninja.files import UploadedFile

from gandan.commitments import actions
from gandan.commitments.enums import EvidenceKind
from gandan.commitments.web.api_deed import DONE, do
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.commitments.web.schemas.deeds import EvidenceIn, ProgressIn, ReportIn
from gandan.commitments.web.schemas.words import Note
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem

router = Router(tags=["commitments"])
FILED: dict[int, Any] = {**DONE, 413: Problem, 415: Problem}


@router.post(
    "/{key}/progress", auth=Needs("commitments.note_progress"), response=DONE, summary="Note progress", operation_id="note_progress"
)
@idempotent
@conditional
def note_progress(request: HttpRequest, key: UUID, body: ProgressIn) -> CommitmentWhole:
    """For the lead office and those that work along."""
    return do(request, key, lambda c, who: actions.note_progress(c, note=body.note, percent=body.percent, **who))


@router.post(
    "/{key}/evidence", auth=Needs("commitments.add_evidence"), response=DONE, summary="Add a link or a note", operation_id="add_evidence"
)
@idempotent
@conditional
def add_evidence(request: HttpRequest, key: UUID, body: EvidenceIn) -> CommitmentWhole:
    """What people compare with the promise."""
    url = str(body.url) if body.url else ""
    return do(request, key, lambda c, who: actions.add_evidence(c, kind=body.kind, note=body.note, url=url, **who))


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
    return do(request, key, lambda c, who: actions.add_evidence(c, kind=kind, note=note, upload=upload, **who))


@router.post("/{key}/report", auth=Needs("commitments.report_done"), response=DONE, summary="Report it done", operation_id="report_done")
@idempotent
@conditional
def report_done(request: HttpRequest, key: UUID, body: ReportIn) -> CommitmentWhole:
    """The unit's own word, with evidence since it was opened; the end is in others' hands."""
    return do(request, key, lambda c, who: actions.report_done(c, summary=body.summary, **who))
