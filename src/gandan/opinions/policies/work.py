"""WHEN an office sorts, hands on, takes up, asks, waits, refuses."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import held_on
from gandan.core.access import Actor, Refusal, SystemActor
from gandan.core.text import private
from gandan.opinions import topics
from gandan.opinions.enums import ENDED, Content, Deed, LetterKind, State
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.handover import not_pending, stands
from gandan.opinions.policies.states import CONFLICT, possible
from gandan.opinions.policies.words import BAD, SHORTEST_REASON, fits
from gandan.opinions.policies.words import reason as _reason
from gandan.opinions.queries.pauses import left
from gandan.units import queries as units
from gandan.units.models import Office


def classify(case: Case, *, content: str, topic: str, is_complex: bool, is_remote: bool, is_second_time: bool) -> Refusal | None:
    """By content and by topic; what only a complaint knows is said of complaints alone."""
    if (refusal := possible(case, Deed.CLASSIFY)) is not None:
        return refusal
    if content not in Content.values or content == Content.UNSORTED:
        return Refusal(_("Xin chọn nội dung: phản ánh, kiến nghị, khiếu nại hoặc nhiều nội dung."), status=BAD)
    found = topics.get(topic)
    if found is None or (found.retired and topic != case.topic):
        return Refusal(_("Xin chọn lĩnh vực trong danh sách."), status=BAD)
    if content != Content.COMPLAINT and (is_complex or is_remote or is_second_time):
        return Refusal(_("Chỉ khiếu nại mới có lần hai, vụ việc phức tạp, vùng sâu vùng xa."), status=BAD)
    return not_pending(case)


def forward(case: Case, *, to: Office, reason: str, today: date) -> Refusal | None:
    """To another office that stands: of the unit, of one above, or of a sister unit."""
    if (refusal := possible(case, Deed.FORWARD) or not_pending(case)) is not None:
        return refusal
    if to.pk == case.office_id:
        return Refusal(_("Cơ quan này đang giữ việc đó rồi."), status=BAD)
    return stands(to, today=today) or _near(case, to, today=today) or _reason(reason)


def accept(case: Case, *, person: User | None, today: date) -> Refusal | None:
    """One content only; who looks after it works there."""
    if (refusal := possible(case, Deed.ACCEPT) or unmixed(case) or not_pending(case)) is not None:
        return refusal
    return works_there(person, case, today=today) if person else None


def unmixed(case: Case) -> Refusal | None:
    """What holds several contents goes back to be split: each has a rule and a date of its own."""
    if case.content == Content.MIXED:
        return Refusal(_("Ý kiến này có nhiều nội dung. Xin hỏi lại để người gửi tách ra, hoặc tách các ý kiến trong việc này."))
    return None


def name_person(case: Case, *, person: User | None, today: date) -> Refusal | None:
    """While somebody works on it."""
    if case.state in ENDED:
        return Refusal(_("Việc này đã kết thúc nên không đổi người phụ trách."), status=CONFLICT)
    return works_there(person, case, today=today) if person else None


def works_there(person: User, case: Case, *, today: date) -> Refusal | None:
    """In the office that answers."""
    if not RoleHeld.objects.filter(held_on(today), user=person, office=case.office_id).exists():
        return Refusal(_("Người này không làm việc ở cơ quan đang giữ việc. Xin chọn người khác."), status=BAD)
    return None


def ask_back(case: Case, *, text: str, opinion: Opinion | None) -> Refusal | None:
    """What is missing, of one sender or of all."""
    if (refusal := possible(case, Deed.ASK_BACK) or not_pending(case)) is not None:
        return refusal
    return belongs(case, opinion) or fits(text, what="text", least=SHORTEST_REASON)


def belongs(case: Case, opinion: Opinion | None) -> Refusal | None:
    """The sender who is written to spoke of this case."""
    if opinion is not None and opinion.case_id != case.pk:
        return Refusal(_("Ý kiến này không thuộc việc đó. Xin mở lại trang của việc."), status=BAD)
    return None


def reply(case: Case, opinion: Opinion, *, text: str) -> Refusal | None:
    """Whoever was asked answers; what one person was asked no other answers for them."""
    if (refusal := possible(case, Deed.REPLY)) is not None:
        return refusal
    asked = case.letters.filter(kind=LetterKind.ASK).last()
    if asked is not None and asked.opinion_id != opinion.pk and (asked.opinion_id is not None or not opinion.reads_all):
        return Refusal(_("Cơ quan đang hỏi một người gửi khác. Ông/Bà vẫn viết thêm cho cơ quan được."))
    return fits(text, what="text")


def go_on(case: Case, *, by: Actor) -> Refusal | None:
    """The office waits no longer. The clock asks nobody: that an office is still to be chosen is not the senders' doing."""
    return possible(case, Deed.GO_ON) or (None if isinstance(by, SystemActor) else not_pending(case))


def refuse(case: Case, *, reason: str, law: str) -> Refusal | None:
    """With a reason, and the article it stands on."""
    return possible(case, Deed.REFUSE) or not_pending(case) or _reason(reason) or fits(law, what="law")


def pause(case: Case, *, reason: str, today: date) -> Refusal | None:
    """With a reason that the senders read; what is late stops no clock, and the pauses of a round together have their longest."""
    if (refusal := possible(case, Deed.PAUSE) or not_pending(case)) is not None:
        return refusal
    if case.is_late(today):
        said = _("Việc này đã quá hạn nên không tạm dừng được. Xin trả lời điều đã rõ, hoặc báo tin cho người gửi.")
        return Refusal(said, status=CONFLICT)
    if left(case, on=today) <= 0:
        said = _("Việc này đã tạm dừng đủ số ngày cho phép. Xin trả lời điều đã rõ; phần còn lại, xin hứa ngày làm xong trong câu trả lời.")
        return Refusal(said, status=CONFLICT)
    return _reason(reason)


def resume(case: Case, *, by: Actor) -> Refusal | None:
    """What is paused; the clock asks nobody."""
    return possible(case, Deed.RESUME) or (None if isinstance(by, SystemActor) else not_pending(case))


def send_news(case: Case, *, text: str, opinion: Opinion | None) -> Refusal | None:
    """As long as somebody reads it: words are there, the sender has not withdrawn, it did not go on in another case."""
    if case.erased_on is not None or (case.state in {State.JOINED, State.WITHDRAWN}):
        return Refusal(_("Việc này đã kết thúc nên không gửi tin được nữa."), status=CONFLICT)
    return belongs(case, opinion) or fits(text, what="text")


def write(case: Case, *, text: str) -> Refusal | None:
    """A sender adds words while somebody works on it or it waits for them."""
    if case.state in ENDED:
        return Refusal(_("Việc này đã kết thúc. Nếu chưa xong, xin mở lại; việc khác thì xin gửi ý kiến mới."), status=CONFLICT)
    return fits(text, what="text")


def tag(case: Case, *, label: str) -> Refusal | None:
    """A word for the matter, never for a person; none where the words are gone."""
    if case.erased_on is not None:
        return Refusal(_("Nội dung của việc này đã được xoá theo thời hạn lưu."), status=CONFLICT)
    return fits(label, what="label") or private.refusal(label)


def _near(case: Case, to: Office, *, today: date) -> Refusal | None:
    """The same unit, one above it, or a sister under the same unit."""
    if to.unit_id == case.unit_id or to.unit_id in units.ancestor_ids(case.unit_id, today):
        return None
    mine, theirs = (units.ancestors(unit, on=today) for unit in (case.unit_id, to.unit_id))
    if mine and theirs and mine[0].id == theirs[0].id:
        return None
    return Refusal(_("Chỉ chuyển trong đơn vị, lên đơn vị cấp trên hoặc sang đơn vị cùng cấp, cùng tỉnh."), status=BAD)
