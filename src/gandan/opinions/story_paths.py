"""What may become of a case of the demo. Each path is a generator: it waits, then the next deed is done."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils import timezone

from gandan.core import legal
from gandan.core.access import SystemActor
from gandan.opinions import actions, grounds
from gandan.opinions.enums import Content, State
from gandan.opinions.stories import OPENED, Story

CLOCK = SystemActor("clock")
NO = "Tôi ra xem thì vẫn chưa xong như đã trả lời."
AGAIN = "Chúng tôi đã kiểm tra lại tại chỗ và làm tiếp phần còn thiếu. Xin lỗi Ông/Bà vì lần trước chưa làm đến nơi."
BACK = "Xin Ông/Bà cho biết rõ hơn việc này ở đâu và từ khi nào."
MORE = "Dạ ngay chỗ tôi đã ghi, từ hơn tuần nay."
Path = Callable[[Story], Iterator[datetime]]


def _ends(s: Story) -> Iterator[datetime]:
    """Perhaps published; then the sender says yes, rates it, or says nothing until the clock closes it."""
    if s.n % 5 in (0, 2) and s.case.content != Content.COMPLAINT:
        yield s.later(0.5, 3)
        s.publish()
    if s.n % 7 in (0, 1, 3, 4):
        yield from _silence(s)
        return
    yield s.later(0.5, 6, office=False)
    for opinion in (s.opinion, *s.others):
        s.speak(actions.give_verdict, opinion, is_done=True, rating=3 + s.n % 3)
        if s.case.state == State.CONFIRMED:
            return


def _silence(s: Story) -> Iterator[datetime]:
    """Nobody says anything: the clock closes it the day after the days of silence."""
    days = legal.rule("opinion.silence", on=s.at.date()).days
    yield s.later(days + 1.1, days + 1.2)
    s.do(actions.close, by=CLOCK)


def plain(s: Story) -> Iterator[datetime]:
    """Sorted, taken up, answered."""
    yield from s.take_up()
    yield s.later(1, 6)
    s.answer()
    yield from _ends(s)


def slow(s: Story) -> Iterator[datetime]:
    """Answered after its date; with news on the way."""
    yield from s.take_up(slow=3)
    yield s.later(11, 14)
    s.do(actions.send_news, text="Việc đang chờ ý kiến cơ quan chuyên môn. Chúng tôi sẽ báo lại ngay khi có.")
    yield s.later(4, 12)
    s.answer()
    yield from _ends(s)


def late_and_escalated(s: Story) -> Iterator[datetime]:
    """The date passes; the sender puts it before those above; then it is answered."""
    yield from s.take_up(slow=3)
    yield s.later(17, 22, office=False)
    while not s.case.is_late(timezone.localdate(s.at)):  # a complaint has longer; Tết counts for nothing
        yield s.later(4, 7, office=False)
    s.speak_case(actions.escalate, reason="Đã quá hạn mà tôi chưa nhận được trả lời nào.")
    yield s.later(4, 9)
    s.answer()
    yield from _ends(s)


def done(s: Story) -> Iterator[datetime]:
    """Done at once: the report is the answer."""
    yield from s.take_up()
    yield s.later(2, 6)
    s.do(actions.report_done, summary=s.words.said("d"))
    yield from _ends(s)


def asked(s: Story) -> Iterator[datetime]:
    """Something was missing."""
    yield s.later(0.1, 1)
    s.do(actions.classify, content=s.words.matter.get("c", Content.REMARK), topic=s.words.matter["topic"])
    yield s.later(0.1, 1)
    s.do(actions.ask_back, text=s.words.matter.get("ask", BACK))
    yield s.later(1, 6, office=False)
    s.speak(actions.reply, text=s.words.matter.get("reply", MORE))
    yield s.later(0.2, 1)
    s.do(actions.accept)
    yield s.later(2, 5)
    s.answer()
    yield from _ends(s)


def asked_in_vain(s: Story) -> Iterator[datetime]:
    """Nobody replied; the office went on."""
    yield from s.take_up()
    yield s.later(0.5, 2)
    s.do(actions.ask_back, text=s.words.matter.get("ask", BACK))
    yield s.later(9, 14)
    s.do(actions.go_on)
    yield s.later(1, 4)
    s.answer()
    yield from _ends(s)


def asked_now(s: Story) -> Iterator[datetime]:
    """It waits for its sender."""
    yield from s.take_up()
    yield s.later(1, 2)
    s.do(actions.ask_back, text="Xin Ông/Bà gửi thêm ảnh chỗ sạt và cho biết xe tải có qua đoạn này không.")


def paused(s: Story) -> Iterator[datetime]:
    """Time stood still for a reason."""
    yield from s.take_up()
    yield s.later(1, 2)
    s.do(actions.pause, reason="Chờ văn bản trả lời của cơ quan chuyên môn, dự kiến trong tuần sau.")
    yield s.later(6, 10)
    s.do(actions.resume)
    yield s.later(1, 4)
    s.answer()
    yield from _ends(s)


def partly(s: Story) -> Iterator[datetime]:
    """A part at first."""
    yield from s.take_up()
    yield s.later(1, 3)
    s.do(actions.answer, text="Phần làm ngay được đã giao người làm trong tuần. Phần còn lại sẽ trả lời Ông/Bà trong hạn.", partial=True)
    yield s.later(2, 5)
    s.answer()
    yield from _ends(s)


def forwarded(s: Story) -> Iterator[datetime]:
    """It was another office's matter."""
    yield s.later(0.1, 1)
    s.do(actions.classify, content=s.words.matter.get("c", Content.REMARK), topic=s.words.matter["topic"])
    yield s.later(0.2, 1.5)
    case = s.case
    other = case.unit.offices.exclude(pk=case.office_id).filter(kind__in=("front", "people_committee")).first()
    if other is not None and s.cast.knows(other):
        s.do(actions.forward, to=other, reason="Việc này thuộc phần phụ trách của cơ quan nhận; đã trao đổi trực tiếp.")
    yield s.later(0.2, 1)
    s.do(actions.accept)
    yield s.later(2, 5)
    s.answer()
    yield from _ends(s)


def refused(s: Story) -> Iterator[datetime]:
    """Not taken up, with reason and law."""
    yield s.later(0.2, 2)
    content = s.words.matter.get("c", Content.REMARK)
    s.do(actions.classify, content=content, topic=s.words.matter["topic"])
    yield s.later(0.5, 3)
    usual = grounds.usual(content, on=s.at.date())
    if not usual:  # before the decree of July 2026 there was no article to refuse a remark by
        s.do(actions.accept)
        yield s.later(1, 4)
        s.answer()
        yield from _ends(s)
        return
    ground = usual[0]
    s.do(actions.refuse, reason=ground.words, law=ground.law)
    if s.n % 4 == 0:
        yield s.later(2, 5, office=False)
        s.speak(actions.give_verdict, is_done=False, text="Lần trước trả lời về chuyện khác, việc này tôi mới gửi lần đầu.")
        yield s.later(3, 7)
        s.answer()
        yield from _ends(s)


def withdrawn(s: Story) -> Iterator[datetime]:
    """Its sender takes it back."""
    yield s.later(0.2, 1.5, office=False)
    s.speak(actions.withdraw)


def reopened(s: Story) -> Iterator[datetime]:
    """Answered, not done, done again."""
    yield from s.take_up()
    yield s.later(2, 6)
    s.answer()
    yield s.later(1, 6, office=False)
    s.speak(actions.give_verdict, is_done=False, text=s.words.matter.get("no", NO), rating=2)
    yield s.later(3, 8)
    s.answer(text=AGAIN)
    yield from _ends(s)


def twice_no(s: Story) -> Iterator[datetime]:
    """Not done twice: those above read it, have it done again, and then it is."""
    yield from s.take_up()
    yield s.later(2, 5)
    s.answer()
    yield s.later(1, 3, office=False)
    s.speak(actions.give_verdict, is_done=False, text=s.words.matter.get("no", NO), rating=1)
    yield s.later(2, 5)
    s.answer(text=AGAIN)
    yield s.later(1, 3, office=False)
    s.speak(actions.give_verdict, is_done=False, text="Vẫn y như cũ, không có gì thay đổi.", rating=1)
    yield s.later(2, 5)
    s.do(actions.order_reopen, by=s.cast.above(s.case.unit_id), reason="Đề nghị đơn vị kiểm tra lại cùng người gửi và báo kết quả.")
    yield s.later(3, 7)
    s.answer(text=AGAIN)
    yield s.later(1, 4, office=False)
    s.speak(actions.give_verdict, is_done=True, rating=4)


def promised(s: Story) -> Iterator[datetime]:
    """The answer promises something, and it is kept; the sender says so."""
    yield from s.take_up()
    yield s.later(2, 6)
    promise = s.answer(promise_in=28)
    yield s.later(12, 24)
    if promise is not None:
        s.keep_promise(promise)
    yield s.later(1, 6, office=False)
    for opinion in (s.opinion, *s.others):
        s.speak(actions.give_verdict, opinion, is_done=True, rating=5)
        if s.case.state == State.CONFIRMED:
            return


def promised_late(s: Story) -> Iterator[datetime]:
    """Promised, and kept after its date; nobody says anything."""
    yield from s.take_up()
    yield s.later(2, 6)
    promise = s.answer(promise_in=20)
    yield s.later(34, 60)
    if promise is not None:
        s.keep_promise(promise)


def promised_not_kept(s: Story) -> Iterator[datetime]:
    """Reported done, and it is not: answer and promise are open again, and then it is done."""
    yield from s.take_up()
    yield s.later(2, 5)
    promise = s.answer(promise_in=30)
    yield s.later(12, 20)
    if promise is not None:
        s.keep_promise(promise)
    yield s.later(1, 4, office=False)
    s.speak(actions.give_verdict, is_done=False, text=s.words.matter.get("no", NO), rating=2)
    yield s.later(2, 6)
    s.answer(text=AGAIN)
    yield s.later(4, 9)
    if promise is not None:
        s.keep_promise(promise)
    yield s.later(1, 4, office=False)
    s.speak(actions.give_verdict, is_done=True, rating=4)


def promise_to_judge(s: Story) -> Iterator[datetime]:
    """Promised and reported done: it waits for its sender to say whether it is."""
    yield from s.take_up()
    yield s.later(2, 4)
    promise = s.answer(promise_in=21)
    yield s.later(14, 16)
    if promise is not None:
        s.keep_promise(promise)


def opened(s: Story) -> Iterator[datetime]:
    """The office had to reach its sender; the reason stands on the sender's page."""
    yield from s.take_up()
    yield s.later(0.5, 2)
    if s.n % 4 == 0:
        s.speak_office(actions.open_contact, reason=OPENED)
    yield s.later(2, 5)
    s.answer()
    yield from _ends(s)


def unread(s: Story) -> Iterator[datetime]:
    """Nobody looked at it for long."""
    yield s.later(12, 30)
    s.do(actions.classify, content=s.words.matter.get("c", Content.REMARK), topic=s.words.matter["topic"])
    yield s.later(0.2, 2)
    s.do(actions.accept)
    yield s.later(3, 9)
    s.answer()
    yield from _ends(s)


def forgotten(s: Story) -> Iterator[datetime]:
    """Taken up, and not answered to this day."""
    yield from s.take_up()


WEIGHTS: tuple[tuple[Path, int], ...] = (
    (plain, 12),
    (done, 6),
    (slow, 8),
    (asked, 4),
    (reopened, 3),
    (promised, 5),
    (promised_late, 2),
    (promised_not_kept, 2),
    (forwarded, 3),
    (refused, 6),
    (paused, 2),
    (partly, 2),
    (asked_in_vain, 2),
    (late_and_escalated, 3),
    (twice_no, 1),
    (withdrawn, 1),
    (opened, 2),
    (unread, 8),
)
PROMISING = (promised, promised_late, promised_not_kept, promise_to_judge)
BY_NAME: dict[str, Path] = {path.__name__: path for path in (*(p for p, _n in WEIGHTS), promise_to_judge, asked_now)}
