"""REST for offices: their cases, one whole, every deed. Each deed takes `Idempotency-Key` and `If-Match`, and answers with the case as it
is now."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from ninja import Query, Router

from gandan.accounts.models import User
from gandan.commitments.web.making_api import office
from gandan.core.access import Refusal, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held, tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.opinions import actions, queries
from gandan.opinions.given import PromiseGiven
from gandan.opinions.models import Case, Opinion
from gandan.opinions.web import api_cases as shown
from gandan.opinions.web.schemas.answer import AnswerIn, PromiseIn, PublishIn, SummaryIn
from gandan.opinions.web.schemas.case import CaseWhole
from gandan.opinions.web.schemas.cases import CasePage, CasesAsked
from gandan.opinions.web.schemas.contact import ContactOut, OpenContactIn
from gandan.opinions.web.schemas.course import ClassifyIn, ForwardIn, LabelIn, PersonIn, ReasonIn, RefuseIn, WordsIn
from gandan.opinions.web.schemas.together import MergeIn, SplitIn

router = Router(tags=["opinions"])
DESK = Needs("opinions.open_inbox")
READS = Needs("opinions.read")
DONE: dict[int, Any] = {200: CaseWhole, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
Do = Callable[[Case, Any], object]


@router.get(
    "/at-work",
    auth=READS,
    response={200: CasePage, 401: Problem, 403: Problem, 422: Problem},
    summary="Cases that the owner of the token may read",
    operation_id="list_cases",
)
@tagged
def list_cases(request: HttpRequest, asked: Query[CasesAsked]) -> CasePage:
    """Of the own office; a leader's of the unit; those above what was escalated to them. A list has nobody's words."""
    return shown.page(actor_of(request), asked, today=timezone.localdate())


@router.get(
    "/at-work/{key}",
    auth=READS,
    response={200: CaseWhole, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="One case whole",
    operation_id="get_case",
)
@tagged
def get_case(request: HttpRequest, key: UUID) -> CaseWhole:
    """Its ETag is the one that deeds compare."""
    found = queries.visible_to(actor_of(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return shown.whole(found)


def _do(request: HttpRequest, key: UUID, deed: Do) -> CaseWhole:
    """The deed on what the owner of the token sees, held meanwhile."""
    actor, now = actor_of(request), timezone.now()
    with held(request, queries.visible_to(actor), key, show=shown.whole) as case:
        deed(case, {"by": actor, "now": now})
    return shown.whole(case)


def _deed(name: str, permission: str, summary: str, operation: str) -> Callable[[Any], Any]:
    """The route of one deed."""

    def wrap(view: Any) -> Any:
        route = router.post(f"/at-work/{{key}}/{name}", auth=Needs(permission), response=DONE, summary=summary, operation_id=operation)
        return route(idempotent(conditional(view)))

    return wrap


@_deed("classification", "opinions.classify", "Classify it", "classify_case")
def classify(request: HttpRequest, key: UUID, body: ClassifyIn) -> CaseWhole:
    """By content and topic; the date follows, the one before stays on record."""
    flags: dict[str, Any] = {"is_complex": body.complex, "is_remote": body.remote, "is_second_time": body.second_time}
    return _do(request, key, lambda c, who: actions.classify(c, content=body.content, topic=body.topic, **flags, **who))


@_deed("forwarding", "opinions.forward", "Forward it", "forward_case")
def forward(request: HttpRequest, key: UUID, body: ForwardIn) -> CaseWhole:
    """To another office, of this unit or another; who forwarded it may not see it any more, and then gets 404 the next time."""
    to = office(body.office)
    return _do(request, key, lambda c, who: actions.forward(c, to=to, reason=body.reason, **who))


@_deed("acceptance", "opinions.accept", "Accept it", "accept_case")
def accept(request: HttpRequest, key: UUID, body: PersonIn) -> CaseWhole:
    """The office answers it; perhaps by somebody named."""
    return _do(request, key, lambda c, who: actions.accept(c, person=_person(body.person), **who))


@_deed("question", "opinions.ask_back", "Ask the sender", "ask_back")
def ask_back(request: HttpRequest, key: UUID, body: WordsIn) -> CaseWhole:
    """The clock stands still until they reply."""
    return _do(request, key, lambda c, who: actions.ask_back(c, text=body.text, opinion=_opinion(c, body.opinion), **who))


@_deed("going-on", "opinions.go_on", "Go on without a reply", "go_on_with_case")
def go_on(request: HttpRequest, key: UUID) -> CaseWhole:
    """The clock runs again."""
    return _do(request, key, lambda c, who: actions.go_on(c, **who))


@_deed("refusal", "opinions.refuse", "Refuse it", "refuse_case")
def refuse(request: HttpRequest, key: UUID, body: RefuseIn) -> CaseWhole:
    """With a reason and the article behind it."""
    return _do(request, key, lambda c, who: actions.refuse(c, reason=body.reason, law=body.law, **who))


@_deed("pause", "opinions.pause", "Pause it", "pause_case")
def pause(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """The date moves by exactly the length of the pause."""
    return _do(request, key, lambda c, who: actions.pause(c, reason=body.reason, **who))


@_deed("resumption", "opinions.resume", "Resume it", "resume_case")
def resume(request: HttpRequest, key: UUID) -> CaseWhole:
    """The clock runs again."""
    return _do(request, key, lambda c, who: actions.resume(c, **who))


@_deed("answer", "opinions.answer", "Answer it", "answer_case")
def answer(request: HttpRequest, key: UUID, body: AnswerIn) -> CaseWhole:
    """To all senders. What it promises becomes a promise in the same deed."""
    promise = _promise(body.promise)
    return _do(request, key, lambda c, who: actions.answer(c, text=body.text, law=body.law, partial=body.partial, promise=promise, **who))


@_deed("report", "opinions.report_done", "Report it done", "report_case_done")
def report_done(request: HttpRequest, key: UUID, body: SummaryIn) -> CaseWhole:
    """The office's word; senders say whether it is so."""
    return _do(request, key, lambda c, who: actions.report_done(c, summary=body.summary, **who))


@_deed("joining", "opinions.join", "Join it to another", "join_case")
def join(request: HttpRequest, key: UUID, body: MergeIn) -> CaseWhole:
    """Every sender keeps the code in hand."""
    into = queries.visible_to(actor_of(request)).filter(pk=body.into).first()
    if into is None:
        raise Refusal(_("Không có việc nào mang mã này."), status=422)
    return _do(request, key, lambda c, who: actions.join(c, into=into, **who))


@_deed("splitting", "opinions.split", "Take opinions out of it", "split_case")
def split(request: HttpRequest, key: UUID, body: SplitIn) -> CaseWhole:
    """They become a case of their own; the answer is the case that they left."""
    return _do(request, key, lambda c, who: actions.split([_one_of(c, one) for one in body.opinions], **who))


@_deed("publication", "opinions.publish", "Publish it", "publish_case")
def publish(request: HttpRequest, key: UUID, body: PublishIn) -> CaseWhole:
    """It gets its public number."""
    words: dict[str, Any] = {"title": body.title, "question": body.question, "answer": body.answer}
    return _do(request, key, lambda c, who: actions.publish(c, **words, **who))


@_deed("unpublishing", "opinions.unpublish", "Take it off the public pages", "unpublish_case")
def unpublish(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """Its number is kept."""
    return _do(request, key, lambda c, who: actions.unpublish(c, reason=body.reason, **who))


@_deed("news", "opinions.send_news", "Tell the senders something", "send_news")
def send_news(request: HttpRequest, key: UUID, body: WordsIn) -> CaseWhole:
    """Through the system, to one or to all."""
    return _do(request, key, lambda c, who: actions.send_news(c, text=body.text, opinion=_opinion(c, body.opinion), **who))


@_deed("tag", "opinions.tag", "Tag it", "tag_case")
def tag(request: HttpRequest, key: UUID, body: LabelIn) -> CaseWhole:
    """A word of the office's own."""
    return _do(request, key, lambda c, who: actions.tag(c, label=body.label, **who))


@_deed("untag", "opinions.tag", "Take a tag off", "untag_case")
def untag(request: HttpRequest, key: UUID, body: LabelIn) -> CaseWhole:
    """Nothing else changes."""
    return _do(request, key, lambda c, who: actions.untag(c, label=body.label, **who))


@_deed("person", "opinions.name_person", "Say who works on it", "name_person")
def name_person(request: HttpRequest, key: UUID, body: PersonIn) -> CaseWhole:
    """Somebody of the office, or nobody."""
    return _do(request, key, lambda c, who: actions.name_person(c, person=_person(body.person), **who))


@_deed("escalation", "opinions.escalate", "Put it before those above", "escalate_case")
def escalate(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """By who leads the unit. From now on those above read it."""
    return _do(request, key, lambda c, who: actions.escalate(c, reason=body.reason, **who))


@_deed("reopening", "opinions.order_reopen", "Order that it is done again", "order_reopening")
def order_reopen(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """By who leads the unit, or stands above once it was escalated."""
    return _do(request, key, lambda c, who: actions.order_reopen(c, reason=body.reason, **who))


@_deed("ending", "opinions.end_objected", "End it against a sender's no", "end_objected")
def end_objected(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """By who stands above, with a reason that its senders read. It is counted as ended without their agreement."""
    return _do(request, key, lambda c, who: actions.end_objected(c, reason=body.reason, **who))


@router.post(
    "/at-work/{key}/contact",
    auth=Needs("opinions.open_contact"),
    response={200: ContactOut, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem},
    summary="Open one sender's contact",
    operation_id="open_contact",
)
def open_contact(request: HttpRequest, response: HttpResponse, key: UUID, body: OpenContactIn) -> ContactOut:
    """One at a time, with a reason that its sender reads. Kept in no cache, and answered to no repeated call."""
    actor = actor_of(request)
    case = queries.visible_to(actor).filter(pk=key).first()
    if case is None:
        raise Http404
    opinion = _one_of(case, body.opinion)
    given = actions.open_contact(opinion, reason=body.reason, by=actor, now=timezone.now())
    patch_cache_control(response, private=True, no_store=True)
    return ContactOut(name=given.name, phone=given.phone, mail=given.mail)


def _opinion(case: Case, key: UUID | None) -> Opinion | None:
    """One of the case's own, or all of them."""
    return _one_of(case, key) if key is not None else None


def _one_of(case: Case, key: UUID) -> Opinion:
    found = Opinion.objects.filter(pk=key, case=case).first()
    if found is None:
        raise Refusal(_("Việc này không có ý kiến nào mang mã ấy."), status=422)
    return found


def _person(key: UUID | None) -> User | None:
    if key is None:
        return None
    found = User.objects.filter(pk=key, is_active=True).first()
    if found is None:
        raise Refusal(_("Không có ai mang mã này."), status=422)
    return found


def _promise(given: PromiseIn | None) -> PromiseGiven | None:
    if given is None:
        return None
    return PromiseGiven(title=given.title, deliverable=given.deliverable, due=given.due, lead=office(given.lead))
