"""WHEN cases are joined and split, and when a sender withdraws."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.opinions.enums import Content, Deed, State
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.handover import not_pending
from gandan.opinions.policies.states import CONFLICT, possible
from gandan.opinions.policies.words import BAD

TAKES = frozenset({State.RECEIVED, State.ACCEPTED, State.ANSWERED, State.DONE})


def join(case: Case, *, into: Case) -> Refusal | None:
    """Into a case of the same unit and kind whose answer is due no later: nobody waits longer than they were told."""
    if (refusal := possible(case, Deed.JOIN) or not_pending(case)) is not None:
        return refusal
    if case.pk == into.pk:
        return Refusal(_("Xin chọn một việc khác để gộp vào."), status=BAD)
    if case.unit_id != into.unit_id:
        return Refusal(_("Hai việc thuộc hai đơn vị. Xin chuyển về một đơn vị trước."), status=BAD)
    if into.state not in TAKES:
        return Refusal(_("Việc kia đang chờ, đang dừng hoặc đã kết thúc nên không gộp vào được."), status=CONFLICT)
    return _alike(case, into) or _no_later(case, into) or not_pending(into)


def _alike(case: Case, into: Case) -> Refusal | None:
    if Content.COMPLAINT in (case.content, into.content):
        return Refusal(_("Khiếu nại là việc riêng của mỗi người nên không gộp."))
    if Content.MIXED in (case.content, into.content):
        return Refusal(_("Ý kiến có nhiều nội dung phải tách ra trước khi gộp."), status=CONFLICT)
    if Content.UNSORTED not in (case.content, into.content) and case.content != into.content:
        return Refusal(_("Hai việc được phân loại khác nhau. Xin phân loại lại trước khi gộp."), status=CONFLICT)
    return None


def _no_later(case: Case, into: Case) -> Refusal | None:
    if case.due is not None and into.due is not None and into.due > case.due:
        return Refusal(_("Việc kia có hạn muộn hơn. Xin gộp việc kia vào việc này, để không ai phải chờ lâu hơn đã hẹn."), status=CONFLICT)
    return None


def split(case: Case, opinions: Sequence[Opinion]) -> Refusal | None:
    """Some of the opinions of one case, never all."""
    if (refusal := possible(case, Deed.SPLIT) or not_pending(case)) is not None:
        return refusal
    if any(opinion.case_id != case.pk for opinion in opinions):
        return Refusal(_("Xin chọn các ý kiến của cùng một việc."), status=BAD)
    if len({opinion.pk for opinion in opinions}) >= case.senders:
        return Refusal(_("Xin để lại ít nhất một ý kiến trong việc này."), status=BAD)
    return None


def chosen(opinions: Sequence[Opinion]) -> Refusal | None:
    """Something was chosen."""
    return None if opinions else Refusal(_("Xin chọn ý kiến cần tách."), status=BAD)


def withdraw(case: Case) -> Refusal | None:
    """Before it is answered."""
    return possible(case, Deed.WITHDRAW)
