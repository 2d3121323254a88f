"""Lives told side by side: whichever has the next moment goes on. The demo of every room that tells years plays them so."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count

Life = Iterator[datetime]
Queue = list[tuple[datetime, int, Life]]


def play(lives: Iterable[tuple[datetime, Life]], *, until: datetime) -> Queue:
    """Whatever comes first is done first; what is left of it afterwards."""
    queue: Queue = [(at, n, life) for n, (at, life) in enumerate(lives)]
    heapq.heapify(queue)
    go_on(queue, until=until)
    return queue


def go_on(queue: Queue, *, until: datetime) -> None:
    """As far as a moment. A life yields the moment of its next deed and does it when it is asked again."""
    order = count(len(queue) * 1000)
    while queue and queue[0][0] <= until:
        moment, _n, life = heapq.heappop(queue)
        following = next(life, None)
        if following is not None:
            heapq.heappush(queue, (max(following, moment), next(order), life))
