"""Paths on which the answer promises something."""

from collections.abc import Iterator
from datetime import datetime

from gandan.opinions import actions
from gandan.opinions.enums import State
from gandan.opinions.paths.ways import AGAIN, NO
from gandan.opinions.stories import Story


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
