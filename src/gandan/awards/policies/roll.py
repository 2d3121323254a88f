"""WHEN something may stand on the roll, be numbered, taken back, revoked."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.awards import hands
from gandan.awards.enums import NameSource, Whom
from gandan.awards.given import HolderGiven
from gandan.awards.models import Call, Conferral, Holder
from gandan.awards.policies.words import BAD, fits, reason
from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.units.models import Office

FIRST = date(1930, 1, 1)
MOST = 100_000
LONGEST_CERTIFICATE = 40


def told(*, name: str, by_whom: str, ground: str, persons: int, collectives: int, given_on: date | None, today: date) -> Refusal | None:
    """What was given, to how many, when; numbers a text can mean."""
    refused = (
        fits(name, what="workplace", missing=_("Xin ghi tên hình thức khen."))
        or fits(by_whom, what="name", missing="", least=0)
        or fits(ground, what="workplace", missing="", least=0)
    )
    if refused is not None:
        return refused
    if persons < 0 or collectives < 0 or not 0 < persons + collectives <= MOST:
        return Refusal(_("Xin ghi số cá nhân hoặc số tập thể được khen."), status=BAD)
    if given_on is not None and not FIRST <= given_on <= today:
        return Refusal(_("Ngày khen không thể ở sau hôm nay hoặc trước năm 1930. Xin xem lại."), status=BAD)
    return None


def year(value: int | None, *, today: date) -> Refusal | None:
    """A year that has been."""
    if value is not None and not FIRST.year <= value <= today.year:
        return Refusal(_("Năm khen không thể ở sau năm nay hoặc trước năm 1930. Xin xem lại."), status=BAD)
    return None


def public_words(*words: str, names: bool = True) -> Refusal | None:
    """Names of holders stand in their own lines, never in sentences. A text that was read has its names covered already."""
    return private.refusal(*words, names=names)


def holders(given: Sequence[HolderGiven], *, persons: int, collectives: int) -> Refusal | None:
    """Names of an old book: each whole, and not more than the numbers say."""
    for one in given:
        refused = fits(one.name, what="name", missing=_("Xin ghi họ tên hoặc tên tập thể.")) or fits(
            one.workplace, what="workplace", missing="", least=0
        )
        if refused is not None:
            return refused
        if len(one.certificate.strip()) > LONGEST_CERTIFICATE:
            return Refusal(_("Số giấy chứng nhận dài quá %(most)s ký tự.") % {"most": LONGEST_CERTIFICATE}, status=BAD)
    many = sum(one.whom == Whom.PERSON for one in given)
    if many > persons or len(given) - many > collectives:
        return Refusal(_("Số tên nhiều hơn số được khen. Xin xem lại."), status=BAD)
    return None


def quote(text: str) -> Refusal | None:
    """A text is believed as far as its sentence goes."""
    if not text.strip():
        return Refusal(_("Xin giữ câu văn kể việc khen: số lượng luôn đi cùng câu nói ra nó."), status=BAD)
    return None


def take_back(conferral: Conferral, *, why: str) -> Refusal | None:
    """What was told or entered; a decision is revoked for a holder, never struck out."""
    if conferral.source == NameSource.DECISION:
        return Refusal(_("Mục này theo quyết định trong hệ thống nên không gỡ được. Cần thì thu hồi bằng quyết định."))
    if conferral.removed_at is not None:
        return Refusal(_("Mục này đã gỡ rồi."))
    return reason(why)


def number(call: Call, numbers: Mapping[UUID, str], *, known: Mapping[UUID, Holder], taken: frozenset[str]) -> Refusal | None:
    """Each certificate has a number of its own within its kind."""
    if call.decision_id is None:
        return Refusal(_("Đợt xét chưa có quyết định nên chưa có số giấy chứng nhận."))
    if not numbers or set(numbers) - set(known):
        return Refusal(_("Xin ghi số cho những người, tập thể có trong quyết định của đợt này."), status=BAD)
    told_ = [n.strip() for n in numbers.values()]
    if any(not 0 < len(n) <= LONGEST_CERTIFICATE for n in told_):
        return Refusal(_("Số giấy chứng nhận từ 1 đến %(most)s ký tự.") % {"most": LONGEST_CERTIFICATE}, status=BAD)
    twice = {n for n in told_ if told_.count(n) > 1} | (set(told_) & taken)
    if twice:
        return Refusal(_("Số giấy chứng nhận bị trùng: %(numbers)s.") % {"numbers": ", ".join(sorted(twice)[:5])}, status=BAD)
    return None


def revoke(holder: Holder, *, why: str, office: Office | None = None) -> Refusal | None:
    """Once, with a reason, by the office that gave it or what became of it; of an old book, by an office of the unit that keeps it."""
    if office is not None and not gave_it(office, holder):
        return Refusal(_("Chỉ cơ quan đã tặng, hoặc cơ quan kế nhiệm, thu hồi được."), status=BAD)
    if holder.revoked_on is not None:
        return Refusal(_("Hình thức khen này đã thu hồi rồi."))
    if holder.conferral.removed_at is not None:
        return Refusal(_("Mục này đã gỡ khỏi danh sách."))
    return reason(why)


def revoked_on(holder: Holder, *, decided_on: date) -> Refusal | None:
    """Not before it was given."""
    given = holder.conferral.given_on
    if given is not None and decided_on < given:
        return Refusal(_("Ngày thu hồi phải sau ngày khen. Xin xem lại."), status=BAD)
    return None


def gave_it(office: Office, holder: Holder) -> bool:
    """Whether an office may revoke what somebody holds."""
    decision = holder.conferral.decision
    if decision is not None:
        return office.pk in hands.answering(decision.office_id)
    return office.unit_id == holder.conferral.kept_by_id
