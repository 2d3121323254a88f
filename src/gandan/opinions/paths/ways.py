"""What every path of the demo is made of: its type, and how a case ends once it is answered."""

from collections.abc import Callable, Iterator
from datetime import datetime

from gandan.core import legal
from gandan.core.access import SystemActor
from gandan.opinions import actions
from gandan.opinions.enums import Content, State
from gandan.opinions.stories import Story

CLOCK = SystemActor("clock")
NO = "Tôi ra xem thì vẫn chưa xong như đã trả lời."
AGAIN = "Chúng tôi đã kiểm tra lại tại chỗ và làm tiếp phần còn thiếu. Xin lỗi Ông/Bà vì lần trước chưa làm đến nơi."
Path = Callable[[Story], Iterator[datetime]]


def ends(s: Story) -> Iterator[datetime]:
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
