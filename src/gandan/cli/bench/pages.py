"""How long pages take: asked through Django's whole request path, in this process, warm, one after another."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import quantiles
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground

WARM = 5


@dataclass(frozen=True)
class Spent:
    """Milliseconds."""

    p50: float
    p95: float


def timed(ground: "Ground", times: int) -> Iterator[tuple[str, Spent]]:
    """Name of the page, and what it took."""
    from django.test import Client
    from django.urls import reverse

    anyone, officer, leader = (Client(headers={"host": "localhost"}) for _ in range(3))
    officer.force_login(ground.officer)
    leader.force_login(ground.leader)
    yield "my_work_officer", asked(officer, reverse("workspace:home"), times)
    yield "my_work_province", asked(leader, reverse("workspace:home"), times)
    yield "promises_of_ward", asked(anyone, reverse("commitments-public:ward", args=[ground.ward]), times)
    yield "unit_page", asked(anyone, reverse("portal:unit", args=[ground.ward]), times)
    yield "board_province", asked(leader, reverse("commitments:board"), times)


def asked(client: Any, url: str, times: int) -> Spent:
    """The page so many times, after it was asked for a few times; an answer that is no page is a defect of the bench."""
    spent = []
    for n in range(WARM + times):
        start = time.perf_counter()
        answer = client.get(url)
        taken = (time.perf_counter() - start) * 1000
        if answer.status_code != 200:
            raise RuntimeError(f"{url}: {answer.status_code}")
        if n >= WARM:
            spent.append(taken)
    cuts = quantiles(spent, n=100, method="inclusive")
    return Spent(cuts[49], cuts[94])
