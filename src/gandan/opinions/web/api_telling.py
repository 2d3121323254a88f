"""REST for offices: what everybody may read of a case, and news to its senders."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from gandan.opinions import actions
from gandan.opinions.web.api_deed import deed, do, opinion_of
from gandan.opinions.web.schemas.answer import PublishIn
from gandan.opinions.web.schemas.case import CaseWhole
from gandan.opinions.web.schemas.course import ReasonIn, WordsIn

router = Router(tags=["opinions"])


@deed(router, "publication", "opinions.publish", "Publish it", "publish_case")
def publish(request: HttpRequest, key: UUID, body: PublishIn) -> CaseWhole:
    """It gets its public number."""
    words: dict[str, Any] = {"title": body.title, "question": body.question, "answer": body.answer}
    return do(request, key, lambda c, who: actions.publish(c, **words, **who))


@deed(router, "unpublishing", "opinions.unpublish", "Take it off the public pages", "unpublish_case")
def unpublish(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """Its number is kept."""
    return do(request, key, lambda c, who: actions.unpublish(c, reason=body.reason, **who))


@deed(router, "news", "opinions.send_news", "Tell the senders something", "send_news")
def send_news(request: HttpRequest, key: UUID, body: WordsIn) -> CaseWhole:
    """Through the system, to one or to all."""
    return do(request, key, lambda c, who: actions.send_news(c, text=body.text, opinion=opinion_of(c, body.opinion), **who))
