"""WHEN a kind of commendation, its name or its conditions may be laid down."""

import re
from datetime import date

from django.utils.translation import gettext as _

from gandan.awards.models import AwardKind, AwardName, Eligibility
from gandan.awards.policies.words import BAD, fits
from gandan.core.access import Refusal

CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
MOST_YEARS = 60
MONTHS = 12
LONG_MONTHS = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def define(*, code: str, to_persons: bool, to_collectives: bool, once_a_person: bool) -> Refusal | None:
    """A code that nobody has yet, and somebody it is given to."""
    if not CODE.fullmatch(code) or len(code) > 60:
        return Refusal(_("Mã gồm chữ thường không dấu, số, dấu gạch dưới; ví dụ: giay_khen.phuong."), status=BAD)
    if AwardKind.objects.filter(code=code).exists():
        return Refusal(_("Mã này đã có. Xin chọn mã khác, hoặc sửa hình thức khen đã có."), status=BAD)
    if not to_persons and not to_collectives:
        return Refusal(_("Xin chọn tặng cho cá nhân, tập thể, hoặc cả hai."), status=BAD)
    if once_a_person and not to_persons:
        return Refusal(_("“Mỗi người một lần” chỉ dùng khi tặng cho cá nhân."), status=BAD)
    return None


def named(*, name: str, issuer: str, source: str, checked: bool) -> Refusal | None:
    """What it is called and who gives it."""
    return (
        fits(name, what="name", missing=_("Xin ghi tên hình thức khen."))
        or fits(issuer, what="name", missing=_("Xin ghi cơ quan tặng."))
        or read(source=source, checked=checked)
    )


def rename(kind: AwardKind, *, from_day: date, latest: AwardName | None) -> Refusal | None:
    """After the name that holds: what was given under an earlier name keeps it."""
    if kind.ended_on is not None:
        return Refusal(_("Hình thức khen này đã thôi dùng."))
    if latest is not None and latest.during.lower is not None and from_day <= latest.during.lower:
        return Refusal(_("Tên mới phải bắt đầu sau tên đang dùng. Xin xem lại ngày."), status=BAD)
    return None


def read(*, source: str, checked: bool) -> Refusal | None:
    """Who says that a number was read in a text names the text."""
    if checked and not source.strip():
        return Refusal(_("Đã đối chiếu thì xin ghi văn bản đã đối chiếu."), status=BAD)
    return None


def eligibility(
    kind: AwardKind,
    *,
    years: int | None,
    years_head: int | None,
    deadline_month: int | None,
    deadline_day: int | None,
    others: str,
    papers: str,
    source: str,
    from_day: date,
    latest: Eligibility | None,
) -> Refusal | None:
    """Conditions name their source; a new version begins after the one that holds, which stays for what was judged by it."""
    if kind.ended_on is not None:
        return Refusal(_("Hình thức khen này đã thôi dùng."))
    if (refused := fits(source, what="source", missing=_("Xin ghi nguồn: văn bản nào, hoặc vì sao đặt như vậy."))) is not None:
        return refused
    for words in (others, papers):
        if (refused := fits(words, what="conditions", missing="", least=0)) is not None:
            return refused
    if any(n is not None and not 1 <= n <= MOST_YEARS for n in (years, years_head)):
        return Refusal(_("Số năm từ 1 đến %(most)s. Không có điều kiện về số năm thì để trống.") % {"most": MOST_YEARS}, status=BAD)
    if years_head is not None and (years is None or years_head > years):
        return Refusal(_("Số năm của người đứng đầu không dài hơn số năm chung."), status=BAD)
    if (deadline_month is None) != (deadline_day is None):
        return Refusal(_("Xin ghi cả ngày và tháng của hạn gửi, hoặc để trống cả hai."), status=BAD)
    if deadline_month is not None and deadline_day is not None and not 1 <= deadline_day <= LONG_MONTHS.get(deadline_month, 0):
        return Refusal(_("Không có ngày này trong năm. Xin xem lại ngày, tháng của hạn gửi."), status=BAD)
    if latest is not None and latest.during.lower is not None and from_day <= latest.during.lower:
        return Refusal(_("Điều kiện mới phải bắt đầu sau điều kiện đang có. Xin xem lại ngày."), status=BAD)
    return None


def end(kind: AwardKind, *, living: int) -> Refusal | None:
    """Not while somebody is being considered for it."""
    if kind.ended_on is not None:
        return Refusal(_("Hình thức khen này đã thôi dùng."))
    if living:
        return Refusal(_("Đang có %(n)s đợt xét hình thức này. Xin kết thúc các đợt ấy trước.") % {"n": living})
    return None
