"""Cases like the one that somebody is about to make: looked up on a press, so that they may join instead.

The asked text is compared and forgotten: it is kept nowhere and written into no log. Strangers are told of an unpublished case only what
counts say anyway (topic, place, state, day, how many); never a word of it. Complaints are between a person and an office: never offered to
others unless published.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from gandan.commitments.queries import past_of
from gandan.core.access import Actor
from gandan.opinions import topics
from gandan.opinions.calc import alike
from gandan.opinions.enums import LIVING, Content, State
from gandan.opinions.models import Case, Publication
from gandan.opinions.search import INTERNAL, without_persons
from gandan.units.models import Hamlet, Unit

RECENT = timedelta(days=180)  # what ended longer ago is another matter
NEWEST = 2000  # cases that are compared
MOST = 5
SAME_HAMLET, OTHER_HAMLET = 1.2, 0.75
FRESH = 90  # days after which a case is half as near in time as a new one


@dataclass(frozen=True)
class Similar:
    """What anybody may know of a case like theirs. `title`, `number` and `url` only where it is published; `score` from 0 to 1."""

    case: UUID
    topic: str
    topic_name: str
    hamlet: str
    state: State
    day: date
    people: int
    score: float
    title: str = ""
    number: str = ""
    url: str = ""
    may_join: bool = False

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(self.state.label)


def similar(text: str, *, unit: Unit | UUID, hamlet: Hamlet | None = None, today: date, place: str = "", most: int = MOST) -> list[Similar]:
    """Cases of the unit, living or ended lately, that may be about the same thing, nearest first; what anybody may know of them."""
    cases = _near_in_time(_key(unit), today).filter(~Q(content=Content.COMPLAINT) | Q(publication__is_shown=True))
    return _shown(_ranked(f"{text} {place}", cases, hamlet, today)[:most])


def similar_to(case: Case, *, by: Actor, today: date, most: int = MOST) -> list[tuple[Case, float]]:
    """For an officer who thinks of joining: like cases among those the actor may read, with how near each is."""
    from gandan.opinions import queries

    text = " ".join(f"{o.text} {o.place}" for o in case.opinions.all())
    readable = queries.visible_to(by).exclude(pk=case.pk).values("pk")
    found = _ranked(text, _near_in_time(case.unit_id, today).filter(pk__in=readable), case.hamlet, today)[:most]
    return [(one.case, one.score) for one in found]


@dataclass(frozen=True)
class _Near:
    case: Case
    score: float


def _key(unit: Unit | UUID) -> UUID:
    return unit.pk if isinstance(unit, Unit) else unit


def _near_in_time(unit: UUID, today: date) -> QuerySet[Case]:
    """Cases of a unit and of those that went into it: in work, or ended not long ago."""
    places = [unit, *past_of([unit])]
    lately = Q(state__in=sorted(LIVING)) | Q(ended_on__gte=today - RECENT)
    rows = Case.objects.filter(lately, unit__in=places, erased_on=None)
    return rows.exclude(state__in=[State.JOINED, State.WITHDRAWN])


def _ranked(text: str, cases: QuerySet[Case], hamlet: Hamlet | None, today: date) -> list[_Near]:
    asked = alike.concepts(without_persons(text))
    rows = {str(c.pk): c for c in cases.select_related("hamlet").order_by("-received_on", "-id")[:NEWEST]} if asked else {}
    if not rows:
        return []
    named = _named(asked, list(rows))
    found = [_Near(rows[key], score) for key, score in zip(named, alike.scores(asked, list(named.values())), strict=True) if score]
    weighed = [replace(one, score=_weighed(one, hamlet, today)) for one in found]
    return sorted((one for one in weighed if one.score >= alike.ENOUGH), key=lambda one: (-one.score, -one.case.received_on.toordinal()))


def _weighed(one: _Near, hamlet: Hamlet | None, today: date) -> float:
    """Nearer when of the same hamlet, farther when of another; farther the older it is."""
    score = one.score
    if hamlet is not None and one.case.hamlet_id is not None:
        score *= SAME_HAMLET if one.case.hamlet_id == hamlet.pk else OTHER_HAMLET
    age = max(0, (today - one.case.received_on).days)
    return min(1.0, score * (1 - 0.25 * age / (age + FRESH)))


def _named(asked: Sequence[alike.Concept], keys: list[str]) -> dict[str, list[bool]]:
    """Which of the concepts each case names, by the index."""
    tests = ", ".join("vector @@ %s::tsquery" for _ in asked)
    sql = f"SELECT object_id, ARRAY[{tests}] FROM core_searchdocument WHERE kind = %s AND object_id = ANY(%s)"  # noqa: S608  only %s
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(_tsquery(c) for c in asked), INTERNAL, keys])
        return dict(cursor.fetchall())


def _tsquery(concept: alike.Concept) -> str:
    """Any of the ways, words of a way one after the other. Words are letters and digits only, so nothing can be injected."""
    return " | ".join("(" + " <-> ".join(f"'{word}'" for word in way) + ")" for way in concept.ways)


def _shown(found: Sequence[_Near]) -> list[Similar]:
    published = {p.case_id: p for p in Publication.objects.filter(case__in=[one.case.pk for one in found], is_shown=True)}
    shown = []
    for near in found:
        case, words = near.case, published.get(near.case.pk)
        public = (words.title, case.number, f"/y-kien/so/{case.number}/") if words else ("", "", "")
        one = Similar(
            case=case.pk,
            topic=case.topic,
            topic_name=topics.name_of(case.topic),
            hamlet=str(case.hamlet) if case.hamlet else "",
            state=State(case.state),
            day=case.received_on,
            people=case.senders,
            score=round(near.score, 2),
            title=public[0],
            number=public[1],
            url=public[2],
            may_join=case.state in LIVING,
        )
        shown.append(one)
    return shown
