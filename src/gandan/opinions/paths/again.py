"""Paths on which a sender says no."""

from collections.abc import Iterator
from datetime import datetime

from gandan.opinions import actions
from gandan.opinions.paths.ways import AGAIN, NO, ends
from gandan.opinions.stories import Story


def reopened(s: Story) -> Iterator[datetime]:
    """Answered, not done, done again."""
    yield from s.take_up()
    yield s.later(2, 6)
    s.answer()
    yield s.later(1, 6, office=False)
    s.speak(actions.give_verdict, is_done=False, text=s.words.matter.get("no", NO), rating=2)
    yield s.later(3, 8)
    s.answer(text=AGAIN)
    yield from ends(s)


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
