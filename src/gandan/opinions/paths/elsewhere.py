"""Paths that leave the office: forwarded, refused, withdrawn."""

from collections.abc import Iterator
from datetime import datetime

from gandan.opinions import actions, grounds
from gandan.opinions.enums import Content
from gandan.opinions.paths.ways import ends
from gandan.opinions.stories import Story


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
    yield from ends(s)


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
        yield from ends(s)
        return
    ground = usual[0]
    s.do(actions.refuse, reason=ground.words, law=ground.law)
    if s.n % 4 == 0:
        yield s.later(2, 5, office=False)
        s.speak(actions.give_verdict, is_done=False, text="Lần trước trả lời về chuyện khác, việc này tôi mới gửi lần đầu.")
        yield s.later(3, 7)
        s.answer()
        yield from ends(s)


def withdrawn(s: Story) -> Iterator[datetime]:
    """Its sender takes it back."""
    yield s.later(0.2, 1.5, office=False)
    s.speak(actions.withdraw)
