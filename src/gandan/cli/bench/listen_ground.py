"""A ward with very many cases: rows made in bulk in the database of the bench alone, with every constraint and trigger in force."""

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from gandan.cli.bench import listen_words as words
from gandan.cli.bench.ground import BULK, _bound, _hold, _moment, _one_of

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground

STATES = (
    ("received", 8),
    ("accepted", 14),
    ("asked", 2),
    ("paused", 1),
    ("answered", 15),
    ("done", 10),
    ("confirmed", 35),
    ("closed", 12),
    ("refused", 3),
)
ENDED = frozenset({"confirmed", "closed", "refused"})
OWED = frozenset({"received", "accepted", "asked", "paused"})
OLDEST = 730


def office_of(ground: "Ground") -> Any:
    """The people's committee of the busy ward, which answers."""
    return next(o for o in ground.committees if o.unit_id == ground.ward)


def people(ground: "Ground") -> tuple[Any, Any]:
    """An officer of that office, and a leader."""
    from gandan.accounts.models import User
    from gandan.cli.bench.ground import _second_factor
    from gandan.core.access import Role

    officer = User.objects.create(full_name="Cán bộ tiếp nhận", username="tiep.nhan.do")
    leader = User.objects.create(full_name="Lãnh đạo phường", username="lanh.dao.phuong.do")
    _hold(officer, Role.OFFICER, office_of(ground))
    _hold(leader, Role.LEADER, office_of(ground))
    _second_factor(leader)
    return officer, leader


def fill(ground: "Ground", held: int, count: int) -> None:
    """So many cases in the one ward, from the last two years."""
    from django.db import connection

    from gandan.opinions.models import Case, Opinion

    chance, topics, office = random.Random(count), words.topics(), office_of(ground)  # noqa: S311  the same rows each time
    for start in range(held, count, BULK):
        cases, opinions = [], []
        for n in range(start, min(start + BULK, count)):
            code, said = chance.choice(topics)
            case = _case(ground, office, code, chance)
            cases.append(case)
            opinions.append(_opinion(case, words.told(chance, said).question, n))
        Case.objects.bulk_create(cases)
        Opinion.objects.bulk_create(opinions)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


def _case(ground: "Ground", office: Any, topic: str, chance: random.Random) -> Any:
    from gandan.opinions.models import Case

    received = ground.today - timedelta(days=chance.randrange(1, OLDEST))
    state = _one_of(STATES, chance)
    if state in OWED:
        received = ground.today - timedelta(days=chance.randrange(1, 40))
    due = received + timedelta(days=14)
    return Case(
        state=state,
        asked_from="received" if state == "asked" else "",
        stopped_on=received if state in {"asked", "paused"} else None,
        channel="portal",
        content="remark",
        topic=topic,
        unit_id=ground.ward,
        made_in_id=ground.ward,
        office=office,
        received_on=received,
        received_at=_moment(received),
        accepted_on=None if state == "received" else received,
        answered_on=due if state in {"answered", "done", *ENDED} else None,
        ended_on=min(due, ground.today) if state in ENDED else None,
        due=due if state in OWED else None,
        changed_at=_moment(received),
    )


def _opinion(case: Any, text: str, n: int) -> Any:
    from gandan.opinions.models import Opinion

    row = Opinion(case=case, channel="portal", text=text, place="Gần chợ", unit_id=case.unit_id, code_digest=f"{n:064d}")
    row.said_on, row.said_at = case.received_on, case.received_at
    return _bound(row)
