"""WHEN cases are joined and split, and when a sender withdraws."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gandan.core.access import Actor, Refusal
from gandan.opinions.enums import TICKING, Content, Deed
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.answer import clean_hands
from gandan.opinions.policies.handover import not_pending
from gandan.opinions.policies.states import CONFLICT, possible
from gandan.opinions.policies.words import BAD


def join(case: Case, *, into: Case) -> Refusal | None:
    """Into a case of the same unit and kind that owes its answer no later: nobody waits longer than they were told, and nothing that was
    late, escalated or opened again disappears in another case."""
    if (refusal := possible(case, Deed.JOIN) or not_pending(case)) is not None:
        return refusal
    if case.pk == into.pk:
        return Refusal(_("Xin chọn một việc khác để gộp vào."), status=BAD)
    if case.unit_id != into.unit_id:
        return Refusal(_("Hai việc thuộc hai đơn vị. Xin chuyển về một đơn vị trước."), status=BAD)
    if into.state not in TICKING:
        return Refusal(
            _("Chỉ gộp vào việc còn nợ câu trả lời: việc kia đang chờ, đang dừng, đã trả lời hoặc đã kết thúc."), status=CONFLICT
        )
    return _heard_above(case) or _alike(case, into) or _no_later(case, into) or not_pending(into)


def _heard_above(case: Case) -> Refusal | None:
    """Whoever was promised the ear of those above, or said that it was not done, keeps a case that says so."""
    if case.escalated_on is not None:
        return Refusal(_("Việc này đã đưa lên cấp trên nên không gộp vào việc khác. Xin gộp việc kia vào việc này."), status=CONFLICT)
    if case.round > 1 or case.verdicts.filter(is_done=False).exists():
        return Refusal(_("Việc này đã phải mở lại nên không gộp vào việc khác. Xin gộp việc kia vào việc này."), status=CONFLICT)
    return None


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


def withdraw(case: Case, *, by: Actor) -> Refusal | None:
    """Before it is answered, and never by who works for a unit that answers."""
    return clean_hands(case, by=by) or possible(case, Deed.WITHDRAW)
