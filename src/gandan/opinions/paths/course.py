"""Paths on which the office answers, sooner or later, and no more is heard than yes or silence."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from gandan.opinions import actions
from gandan.opinions.enums import Content
from gandan.opinions.paths.ways import ends
from gandan.opinions.stories import Story


def plain(s: Story) -> Iterator[datetime]:
    """Sorted, taken up, answered."""
    yield from s.take_up()
    yield s.later(1, 6)
    s.answer()
    yield from ends(s)


def slow(s: Story) -> Iterator[datetime]:
    """Answered after its date; with news on the way."""
    yield from s.take_up(slow=3)
    yield s.later(11, 14)
    s.do(actions.send_news, text="Việc đang chờ ý kiến cơ quan chuyên môn. Chúng tôi sẽ báo lại ngay khi có.")
    yield s.later(4, 12)
    s.answer()
    yield from ends(s)


def late_and_escalated(s: Story) -> Iterator[datetime]:
    """The date passes; the sender puts it before those above; then it is answered."""
    yield from s.take_up(slow=3)
    yield s.later(17, 22, office=False)
    while not s.case.is_late(timezone.localdate(s.at)):  # a complaint has longer; Tết counts for nothing
        yield s.later(4, 7, office=False)
    s.speak_case(actions.escalate, reason="Đã quá hạn mà tôi chưa nhận được trả lời nào.")
    yield s.later(4, 9)
    s.answer()
    yield from ends(s)


def done(s: Story) -> Iterator[datetime]:
    """Done at once: the report is the answer."""
    yield from s.take_up()
    yield s.later(2, 6)
    s.do(actions.report_done, summary=s.words.said("d"))
    yield from ends(s)


def paused(s: Story) -> Iterator[datetime]:
    """Time stood still for a reason."""
    yield from s.take_up()
    yield s.later(1, 2)
    s.do(actions.pause, reason="Chờ văn bản trả lời của cơ quan chuyên môn, dự kiến trong tuần sau.")
    yield s.later(6, 10)
    s.do(actions.resume)
    yield s.later(1, 4)
    s.answer()
    yield from ends(s)


def partly(s: Story) -> Iterator[datetime]:
    """A part at first."""
    yield from s.take_up()
    yield s.later(1, 3)
    s.do(actions.answer, text="Phần làm ngay được đã giao người làm trong tuần. Phần còn lại sẽ trả lời Ông/Bà trong hạn.", partial=True)
    yield s.later(2, 5)
    s.answer()
    yield from ends(s)


def unread(s: Story) -> Iterator[datetime]:
    """Nobody looked at it for long."""
    yield s.later(12, 30)
    s.do(actions.classify, content=s.words.matter.get("c", Content.REMARK), topic=s.words.matter["topic"])
    yield s.later(0.2, 2)
    s.do(actions.accept)
    yield s.later(3, 9)
    s.answer()
    yield from ends(s)


def forgotten(s: Story) -> Iterator[datetime]:
    """Taken up, and not answered to this day."""
    yield from s.take_up()
