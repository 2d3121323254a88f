"""Which cases may be about the same thing as a text: what it is about and where it is are looked up apart, in the index (`calc/near.py`).

Of the public index only what is published is compared; of the internal one what an officer reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from gandan.opinions import topics
from gandan.opinions.calc import alike, near, suggest
from gandan.opinions.models import Case
from gandan.opinions.queries import inbox
from gandan.opinions.search import INTERNAL, PUBLIC, without_persons
from gandan.units.models import Hamlet

NEWEST = 2000  # cases that are compared
LOOKED_AT = 60  # of the nearest by words, whose topic and place are weighed
SAME_HAMLET, OTHER_HAMLET = 1.2, 0.75
FRESH = 90  # days after which a case is half as near in time as a new one


@dataclass(frozen=True)
class Asks:
    """What somebody says, where, about which topic (as chosen, else as their words suggest), on which day."""

    text: str
    place: str
    hamlet: Hamlet | None
    topic: str
    today: date


@dataclass(frozen=True)
class _Near:
    """A case with how much it shares of the whole text, of what it is about and of where it is, 0 to 1 each."""

    case: Case
    score: float
    about: float
    where: float


def ranked(asks: Asks, cases: QuerySet[Case], *, most: int, internal: bool = False) -> list[tuple[Case, float]]:
    """Nearest first, with how near each is."""
    found = sorted(_shared(asks, cases, INTERNAL if internal else PUBLIC), key=lambda x: (-x.score, -x.case.received_on.toordinal()))
    found = found[:LOOKED_AT]
    untold = [x.case.pk for x in found if x.case.topic == topics.OTHER] if internal else []
    words = inbox.first_words(untold) if untold else {}
    told = {x.case.pk: " ".join(o.place for o in x.case.opinions.all()) for x in found} if internal else {}
    fitting = [x for x in found if _fits(asks, x, topic_of(x.case, words.get(x.case.pk, "")), told.get(x.case.pk, ""))]
    return [(x.case, x.score) for x in fitting[:most]]


def topic_of(case: Case, text: str) -> str:
    """As it was chosen; where nobody chose, as the words suggest."""
    hint = suggest.topic_of(text) if case.topic == topics.OTHER and text else None
    return hint.code if hint else str(case.topic)


def _fits(asks: Asks, x: _Near, topic: str, place: str) -> bool:
    known = topics.OTHER not in (topic, asks.topic)
    hamlets = (asks.hamlet.pk if asks.hamlet else None, x.case.hamlet_id)
    same_hamlet = hamlets[0] == hamlets[1] if all(hamlets) else None
    where = near.same_place(same_hamlet=same_hamlet, shared=x.where, told=bool(place and asks.place))
    return near.fits(same_topic=topic == asks.topic if known else None, same_place=where, about=x.about)


def _shared(asks: Asks, cases: QuerySet[Case], kind: str) -> list[_Near]:
    asked = near.asked(without_persons(asks.text), without_persons(asks.place))
    whole = alike.concepts(without_persons(f"{asks.text} {asks.place}"))
    rows = cases.select_related("hamlet").order_by("-received_on", "-id")
    if kind == INTERNAL:
        rows = rows.prefetch_related("opinions")
    known = {str(c.pk): c for c in rows[:NEWEST]} if asked.about else {}
    if not known:
        return []
    named = _named([*whole, *asked.about, *asked.where], list(known), kind)
    cut = (len(whole), len(whole) + len(asked.about))
    parts = (
        alike.scores(whole, [row[: cut[0]] for row in named.values()]),
        alike.scores(asked.about, [row[cut[0] : cut[1]] for row in named.values()]),
        alike.scores(asked.where, [row[cut[1] :] for row in named.values()]),
    )
    found = [_Near(known[key], _weighed(known[key], s, asks), a, w) for key, s, a, w in zip(named, *parts, strict=True) if s]
    return [x for x in found if x.score >= alike.ENOUGH]


def _weighed(case: Case, score: float, asks: Asks) -> float:
    """Nearer when of the same hamlet, farther when of another; farther the older it is."""
    if asks.hamlet is not None and case.hamlet_id is not None:
        score *= SAME_HAMLET if case.hamlet_id == asks.hamlet.pk else OTHER_HAMLET
    age = max(0, (asks.today - case.received_on).days)
    return min(1.0, score * (1 - 0.25 * age / (age + FRESH)))


def _named(asked: Sequence[alike.Concept], keys: list[str], kind: str) -> dict[str, list[bool]]:
    """Which of the concepts each case names, by the index of what is published or of what officers read."""
    tests = ", ".join("vector @@ %s::tsquery" for _ in asked)
    sql = f"SELECT object_id, ARRAY[{tests}] FROM core_searchdocument WHERE kind = %s AND object_id = ANY(%s)"  # noqa: S608  only %s
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(_tsquery(c) for c in asked), kind, keys])
        return dict(cursor.fetchall())


def _tsquery(concept: alike.Concept) -> str:
    """Any of the ways, words of a way one after the other. Words are letters and digits only, so nothing can be injected."""
    return " | ".join("(" + " <-> ".join(f"'{word}'" for word in way) + ")" for way in concept.ways)
