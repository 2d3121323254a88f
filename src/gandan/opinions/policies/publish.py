"""WHEN everybody may read a case, and what of it."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.opinions.enums import Content, Deed
from gandan.opinions.models import Case
from gandan.opinions.policies.states import CONFLICT, possible
from gandan.opinions.policies.words import fits


def publish(case: Case, *, title: str, question: str, answer: str) -> Refusal | None:
    """Answered, no complaint, and no words by which a private person is found: those are quoted, a person takes them out."""
    if (refusal := possible(case, Deed.PUBLISH) or publishable(case)) is not None:
        return refusal
    return (
        fits(title, what="title")
        or fits(question, what="question")
        or fits(answer, what="answer")
        or private.refusal(title, question, answer)
    )


def publishable(case: Case) -> Refusal | None:
    """A complaint is its sender's own; what is not classified might be one."""
    if case.erased_on is not None:
        return Refusal(_("Nội dung của việc này đã được xoá."), status=CONFLICT)
    if case.content == Content.COMPLAINT:
        return Refusal(_("Khiếu nại không công khai nội dung."))
    if case.content in {Content.UNSORTED, Content.MIXED}:
        return Refusal(_("Xin phân loại trước khi công khai."), status=CONFLICT)
    return None


def unpublish(case: Case, *, is_shown: bool, reason: str) -> Refusal | None:
    """What is shown, with a reason."""
    if (refusal := possible(case, Deed.UNPUBLISH)) is not None:
        return refusal
    if not is_shown:
        return Refusal(_("Việc này chưa công khai hoặc đã thôi công khai."), status=CONFLICT)
    return fits(reason, what="reason", least=10)
