"""REST for offices: the answer, and what it promises."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from gandan.commitments.web.making_api import office
from gandan.opinions import actions
from gandan.opinions.given import PromiseGiven
from gandan.opinions.web.api_deed import deed, do
from gandan.opinions.web.schemas.answer import AnswerIn, PromiseIn, SummaryIn
from gandan.opinions.web.schemas.case import CaseWhole

router = Router(tags=["opinions"])


@deed(router, "answer", "opinions.answer", "Answer it", "answer_case")
def answer(request: HttpRequest, key: UUID, body: AnswerIn) -> CaseWhole:
    """To all senders. What it promises becomes a promise in the same deed."""
    promise = _promise(body.promise)
    return do(request, key, lambda c, who: actions.answer(c, text=body.text, law=body.law, partial=body.partial, promise=promise, **who))


@deed(router, "report", "opinions.report_done", "Report it done", "report_case_done")
def report_done(request: HttpRequest, key: UUID, body: SummaryIn) -> CaseWhole:
    """The office's word; senders say whether it is so."""
    return do(request, key, lambda c, who: actions.report_done(c, summary=body.summary, **who))


def _promise(given: PromiseIn | None) -> PromiseGiven | None:
    if given is None:
        return None
    return PromiseGiven(title=given.title, deliverable=given.deliverable, due=given.due, lead=office(given.lead))
