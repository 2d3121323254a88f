"""WHEN something is answered, and when its end is said: by those who spoke, never by a unit for itself."""

import re
from datetime import date, timedelta

from django.utils.translation import gettext as _

from gandan.commitments.enums import State as Promised
from gandan.core import legal
from gandan.core.access import Actor, Refusal
from gandan.core.text.days import written
from gandan.opinions import hands
from gandan.opinions.actor import Sender
from gandan.opinions.enums import Content, Deed, Form, State
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.handover import not_pending
from gandan.opinions.policies.states import CONFLICT, possible
from gandan.opinions.policies.words import BAD, SHORTEST_REASON, fits
from gandan.opinions.policies.words import reason as _reason
from gandan.opinions.policies.work import unmixed
from gandan.opinions.queries.single import promises_of, senders_say

SILENCE, FARTHEST = "opinion.silence", "opinion.farthest_promise"
RATINGS = range(1, 6)
GAP = re.compile(r"(?:(?<=[\s\[])|^)(?:…|\.{3,}|_{3,})(?=[\s.,;:\]]|$)")  # alone, where a word belongs; "rác, nước thải…" is a way to speak
AROUND = 24  # letters of the sentence that are shown with it


def answer(case: Case, *, text: str, law: str, partial: bool) -> Refusal | None:
    """What is classified, one content only, in words that somebody can judge."""
    if (refusal := possible(case, Deed.ANSWER_PARTLY if partial else Deed.ANSWER) or not_pending(case)) is not None:
        return refusal
    return classified(case) or fits(text, what="text", least=SHORTEST_REASON) or whole(text) or fits(law, what="law", least=0)


def whole(text: str) -> Refusal | None:
    """Nothing of a template is left to be filled in: dots between words stand for what somebody had to write there."""
    gap = GAP.search(text)
    if gap is None:
        return None
    around = " ".join(text[max(0, gap.start() - AROUND) : gap.end() + AROUND].split())
    return Refusal(
        _("Mẫu còn chỗ chưa điền: “%(around)s”. Xin điền vào chỗ “…”, hoặc bỏ câu ấy, rồi gửi.") % {"around": around}, status=BAD
    )


def promise(case: Case, due: date | None, *, today: date) -> Refusal | None:
    """A day that somebody may still hold the office to: what lies years ahead is no answer. A promise is public from the first hour; a
    complaint is between the complainant and who settles it."""
    if due is not None and case.content == Content.COMPLAINT:
        return Refusal(_("Khiếu nại không công khai, nên câu trả lời không kèm lời hứa công khai. Xin ghi việc sẽ làm trong câu trả lời."))
    held = legal.rule(FARTHEST, on=today)
    last = today + timedelta(days=held.days)
    if due is None or due <= last:
        return None
    said = _("Lời hứa xa nhất là ngày %(day)s. Xin hứa phần làm được đến ngày ấy; phần sau hứa tiếp khi đến lúc.")
    return Refusal(said % {"day": written(last)}, law=held.cite(), status=BAD)


def classified(case: Case) -> Refusal | None:
    """Which rule holds for it is known."""
    if case.content == Content.UNSORTED:
        return Refusal(_("Xin phân loại trước: phản ánh, kiến nghị hay khiếu nại."), status=CONFLICT)
    return unmixed(case)


def report_done(case: Case, *, summary: str) -> Refusal | None:
    """The unit's own word; what it promised is reported first, with its evidence."""
    if (refusal := possible(case, Deed.REPORT_DONE) or not_pending(case) or classified(case)) is not None:
        return refusal
    if (open_one := promises_of(case).filter(state=Promised.OPEN).first()) is not None:
        said = _("Việc đã hứa “%(title)s” chưa báo xong. Xin báo xong việc ấy trước, kèm bằng chứng.")
        return Refusal(said % {"title": open_one.title}, status=CONFLICT)
    return fits(summary, what="reason", least=SHORTEST_REASON)


def give_verdict(case: Case, opinion: Opinion, *, is_done: bool | None, rating: int | None, text: str, by: Actor) -> Refusal | None:
    """Done or not, once in a round, by who said it in words; a no says what is missing."""
    if rating is not None and rating not in RATINGS:
        return Refusal(_("Xin chọn mức hài lòng từ 1 đến 5."), status=BAD)
    if is_done is None and rating is None:
        return Refusal(_("Xin chọn đã xong hay chưa, hoặc mức hài lòng."), status=BAD)
    deed = Deed.CONFIRM if is_done else Deed.REOPEN
    if (
        refusal := clean_hands(case, by=by) or (None if is_done is None else spoke(opinion)) or _told(case, deed, is_done=is_done)
    ) is not None:
        return refusal
    there = opinion.verdicts.filter(round=case.round).first()
    if there is not None and (there.is_done is not None or is_done is None):
        return Refusal(_("Ông/Bà đã cho biết ý kiến về câu trả lời này."), status=CONFLICT)
    if is_done:
        return _promise_open(case)
    return fits(text, what="objection", least=SHORTEST_REASON if is_done is False else 0)


def clean_hands(case: Case, *, by: Actor) -> Refusal | None:
    """A code typed by somebody who works for the unit that answers is not its sender's word."""
    if isinstance(by, Sender) and not hands.outside(by.behind, case):
        return Refusal(
            _("Người làm việc ở đơn vị trả lời không xác nhận thay, không rút thay người gửi. Xin đăng xuất, hoặc để người gửi tự làm.")
        )
    return None


def spoke(opinion: Opinion) -> Refusal | None:
    """Who said "tôi cũng gặp" counts, and says how content they are; the end is the word of those who said it in words of their own. A
    code costs a stranger one click, and many of them would speak for the sender."""
    if opinion.form != Form.ME_TOO:
        return None
    said = _("Mã của lượt “Tôi cũng gặp” không xác nhận, mở lại hay đưa lên cấp trên được. Nếu chưa xong, xin gửi ý kiến của Ông/Bà.")
    return Refusal(said)


def _told(case: Case, deed: Deed, *, is_done: bool | None) -> Refusal | None:
    """There is something to judge: an answer, a report, a refusal."""
    if is_done is None:
        return None if case.state in {State.ANSWERED, State.DONE, State.CLOSED, State.REFUSED} else possible(case, Deed.REOPEN)
    return possible(case, deed)


def _promise_open(case: Case) -> Refusal | None:
    """What was promised and is not reported done yet cannot be confirmed, and stays in sight until it is."""
    if promises_of(case).filter(state=Promised.OPEN).exists():
        return Refusal(_("Cơ quan còn việc đã hứa chưa báo xong. Xin chờ báo xong rồi xác nhận."), status=CONFLICT)
    return None


def escalate(case: Case, *, reason: str, by: Actor, today: date) -> Refusal | None:
    """Once; by a sender when the answer is late or did not help, by the unit's leader when it is beyond the unit."""
    if (refusal := possible(case, Deed.ESCALATE)) is not None:
        return refusal
    if case.escalated_on is not None:
        return Refusal(_("Việc này đã được đưa lên cấp trên."), status=CONFLICT)
    if isinstance(by, Sender) and (refusal := spoke(Opinion.objects.get(pk=by.opinion))) is not None:
        return refusal
    if isinstance(by, Sender) and not (case.is_late(today) or case.round > 1):
        return Refusal(_("Việc này chưa quá hạn và chưa phải mở lại. Xin chờ đến hạn, hoặc viết thêm cho cơ quan."), status=CONFLICT)
    return _reason(reason) if by.key.startswith(("user:", "opinion:")) else None


def order_reopen(case: Case, *, reason: str) -> Refusal | None:
    """Who leads or stands above has it done again."""
    return possible(case, Deed.ORDER_REOPEN) or _reason(reason)


def close(case: Case, *, last_told: date, today: date) -> Refusal | None:
    """After the days of silence, when nothing that was promised is open."""
    if (refusal := possible(case, Deed.CLOSE)) is not None:
        return refusal
    if senders_say(case).no:
        return Refusal(
            _("Người gửi nói chưa xong. Việc này chờ cấp trên: yêu cầu giải quyết lại, hoặc khép lại có lý do."), status=CONFLICT
        )
    if today <= last_told + timedelta(days=legal.rule(SILENCE, on=last_told).days):
        return Refusal(_("Thời gian chờ người gửi cho biết ý kiến chưa hết."), status=CONFLICT)
    return _promise_open(case)


def end_objected(case: Case, *, reason: str) -> Refusal | None:
    """Only against a no that stands: what nobody calls not done ends by its senders or by silence."""
    if (refusal := possible(case, Deed.CLOSE)) is not None:
        return refusal
    if not senders_say(case).no:
        return Refusal(_("Người gửi chưa nói gì trái ý. Việc này chờ người gửi cho biết đã xong hay chưa."), status=CONFLICT)
    return _reason(reason)
