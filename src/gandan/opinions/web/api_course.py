"""REST for offices: the course of a case until it is answered."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from gandan.commitments.web.making_api import office
from gandan.opinions import actions
from gandan.opinions.web.api_deed import deed, do, opinion_of, person_of
from gandan.opinions.web.schemas.case import CaseWhole
from gandan.opinions.web.schemas.course import ClassifyIn, ForwardIn, PersonIn, ReasonIn, RefuseIn, WordsIn

router = Router(tags=["opinions"])


@deed(router, "classification", "opinions.classify", "Classify it", "classify_case")
def classify(request: HttpRequest, key: UUID, body: ClassifyIn) -> CaseWhole:
    """By content and topic; the date follows, the one before stays on record."""
    flags: dict[str, Any] = {"is_complex": body.complex, "is_remote": body.remote, "is_second_time": body.second_time}
    return do(request, key, lambda c, who: actions.classify(c, content=body.content, topic=body.topic, **flags, **who))


@deed(router, "forwarding", "opinions.forward", "Forward it", "forward_case")
def forward(request: HttpRequest, key: UUID, body: ForwardIn) -> CaseWhole:
    """To another office, of this unit or another; who forwarded it may not see it any more, and then gets 404 the next time."""
    to = office(body.office)
    return do(request, key, lambda c, who: actions.forward(c, to=to, reason=body.reason, **who))


@deed(router, "acceptance", "opinions.accept", "Accept it", "accept_case")
def accept(request: HttpRequest, key: UUID, body: PersonIn) -> CaseWhole:
    """The office answers it; perhaps by somebody named."""
    return do(request, key, lambda c, who: actions.accept(c, person=person_of(body.person), **who))


@deed(router, "question", "opinions.ask_back", "Ask the sender", "ask_back")
def ask_back(request: HttpRequest, key: UUID, body: WordsIn) -> CaseWhole:
    """The clock stands still until they reply."""
    return do(request, key, lambda c, who: actions.ask_back(c, text=body.text, opinion=opinion_of(c, body.opinion), **who))


@deed(router, "going-on", "opinions.go_on", "Go on without a reply", "go_on_with_case")
def go_on(request: HttpRequest, key: UUID) -> CaseWhole:
    """The clock runs again."""
    return do(request, key, lambda c, who: actions.go_on(c, **who))


@deed(router, "refusal", "opinions.refuse", "Refuse it", "refuse_case")
def refuse(request: HttpRequest, key: UUID, body: RefuseIn) -> CaseWhole:
    """With a reason and the article behind it."""
    return do(request, key, lambda c, who: actions.refuse(c, reason=body.reason, law=body.law, **who))


@deed(router, "pause", "opinions.pause", "Pause it", "pause_case")
def pause(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """The date moves by exactly the length of the pause."""
    return do(request, key, lambda c, who: actions.pause(c, reason=body.reason, **who))


@deed(router, "resumption", "opinions.resume", "Resume it", "resume_case")
def resume(request: HttpRequest, key: UUID) -> CaseWhole:
    """The clock runs again."""
    return do(request, key, lambda c, who: actions.resume(c, **who))
