"""Paths on which the sender is asked back, or reached."""

from collections.abc import Iterator
from datetime import datetime

from gandan.opinions import actions
from gandan.opinions.enums import Content
from gandan.opinions.paths.ways import ends
from gandan.opinions.stories import OPENED, Story

BACK = "Xin Ông/Bà cho biết rõ hơn việc này ở đâu và từ khi nào."
MORE = "Dạ ngay chỗ tôi đã ghi, từ hơn tuần nay."


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
    yield from ends(s)


def asked_in_vain(s: Story) -> Iterator[datetime]:
    """Nobody replied; the office went on."""
    yield from s.take_up()
    yield s.later(0.5, 2)
    s.do(actions.ask_back, text=s.words.matter.get("ask", BACK))
    yield s.later(9, 14)
    s.do(actions.go_on)
    yield s.later(1, 4)
    s.answer()
    yield from ends(s)


def asked_now(s: Story) -> Iterator[datetime]:
    """It waits for its sender."""
    yield from s.take_up()
    yield s.later(1, 2)
    s.do(actions.ask_back, text="Xin Ông/Bà gửi thêm ảnh chỗ sạt và cho biết xe tải có qua đoạn này không.")


def opened(s: Story) -> Iterator[datetime]:
    """The office had to reach its sender; the reason stands on the sender's page."""
    yield from s.take_up()
    yield s.later(0.5, 2)
    if s.n % 4 == 0:
        s.speak_office(actions.open_contact, reason=OPENED)
    yield s.later(2, 5)
    s.answer()
    yield from ends(s)
