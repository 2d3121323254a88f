"""WHEN a card is handed in, cards are shown, scored again, and the result is closed."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.appraisals.calc.points import Result
from gandan.appraisals.enums import Deed, Part, Tie
from gandan.appraisals.models import Appraisal, Criterion, Seat
from gandan.appraisals.policies.opening import possible, until, whole_card
from gandan.appraisals.policies.words import BAD, LONGEST, fits
from gandan.core.access import Refusal

LAST_ROUND = 2


def declare_conflict(appraisal: Appraisal, seat: Seat, *, tie: str, reason: str) -> Refusal | None:
    """By the member, before the own card of this round."""
    if (refusal := possible(appraisal, Deed.DECLARE_CONFLICT)) is not None:
        return refusal
    if tie not in Tie.values:
        return Refusal(_("Xin chọn Ông/Bà liên quan thế nào đến hồ sơ này."), status=BAD)
    if appraisal.conflicts.filter(seat__user=seat.user_id).exists():
        return Refusal(_("Ông/Bà đã được ghi là có liên quan và không chấm hồ sơ này."), status=409)
    if appraisal.cards.filter(seat__user=seat.user_id, round=appraisal.round).exists():
        return Refusal(_("Ông/Bà đã nộp phiếu nên không rút được nữa. Xin báo chủ tịch hội đồng để thôi xét và lập hồ sơ khác."))
    if tie == Tie.OTHER:
        return fits(reason, what="reason", least=10)
    return Refusal(_("Lý do dài quá 500 ký tự. Xin viết gọn lại."), status=BAD) if len(reason) > LONGEST["reason"] else None


def hand_in(
    appraisal: Appraisal, seat: Seat, *, tie: Tie | None, marks: Mapping[UUID, Decimal], reason: str, criteria: Collection[Criterion]
) -> Refusal | None:
    """Once in a round, whole, by somebody without a tie, whichever seat they had then. `tie` is what the system finds today."""
    if (refusal := possible(appraisal, Deed.HAND_IN)) is not None:
        return refusal
    if seat.part == Part.SECRETARY:
        return Refusal(_("Thư ký hội đồng không chấm điểm."))
    if tie is not None or appraisal.conflicts.filter(seat__user=seat.user_id).exists():
        return Refusal(_("Ông/Bà có liên quan đến hồ sơ này nên không chấm."))
    if appraisal.cards.filter(seat__user=seat.user_id, round=appraisal.round).exists():
        return Refusal(_("Ông/Bà đã nộp phiếu. Phiếu đã nộp thì không sửa, để không ai chấm theo người khác."), status=409)
    return whole_card(marks, criteria) or fits(reason, what="card_reason", least=10)


def show(appraisal: Appraisal, *, cards: int, owing: int, today: date) -> Refusal | None:
    """When nobody owes a card; or when the time is over and enough are there."""
    if (refusal := possible(appraisal, Deed.SHOW)) is not None:
        return refusal
    if owing and today <= appraisal.closes_on:
        said = _("Còn %(owing)s thành viên chưa nộp phiếu. Điểm chỉ mở khi mọi người đã nộp, hoặc sau hạn %(day)s.")
        return Refusal(said % {"owing": owing, "day": f"{appraisal.closes_on:%d/%m/%Y}"})
    if cards < appraisal.sheet.members_least:
        said = _("Mới có %(cards)s phiếu; kết quả cần ít nhất %(least)s phiếu. Xin nhắc các thành viên, hoặc thêm thành viên.")
        return Refusal(said % {"cards": cards, "least": appraisal.sheet.members_least})
    return None


def score_again(appraisal: Appraisal, *, found: Result | None, members: int, closes_on: date, today: date) -> Refusal | None:
    """Once, and only where members were too far apart: nobody scores until it suits."""
    if (refusal := possible(appraisal, Deed.SCORE_AGAIN)) is not None:
        return refusal
    if appraisal.round >= LAST_ROUND:
        return Refusal(_("Hồ sơ đã chấm lại một lần. Xin chốt kết quả."))
    if found is None or not _apart(appraisal, found):
        return Refusal(_("Điểm của các thành viên đủ gần nhau nên không chấm lại. Xin chốt kết quả."))
    if members < appraisal.sheet.members_least:
        said = _("Hội đồng còn %(members)s người chấm được; phiếu chấm cần ít nhất %(least)s.")
        return Refusal(said % {"members": members, "least": appraisal.sheet.members_least})
    return until(closes_on, today=today)


def close(appraisal: Appraisal, *, found: Result | None) -> Refusal | None:
    """The result of the cards that were shown; members too far apart talk and score a second time first."""
    if (refusal := possible(appraisal, Deed.CLOSE)) is not None:
        return refusal
    if found is None:
        return Refusal(_("Chưa có phiếu điểm nào."))
    if appraisal.round < LAST_ROUND and _apart(appraisal, found):
        said = _("Điểm cao nhất và thấp nhất lệch nhau %(spread)s, quá mức %(most)s. Xin trao đổi rồi chấm lại lần hai.")
        return Refusal(said % {"spread": found.spread, "most": appraisal.sheet.spread_most})
    return None


def _apart(appraisal: Appraisal, found: Result) -> bool:
    return found.spread > appraisal.sheet.spread_most
