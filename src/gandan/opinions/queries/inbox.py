"""READ: the inbox of those who answer. One page by its key, the numbers of its views by one counting, the load of each office."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, F, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Left

from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.core.access import Actor, Role
from gandan.core.search.models import SearchDocument
from gandan.opinions.enums import ENDED, OWED, State
from gandan.opinions.models import Case, CaseTag, Opinion
from gandan.opinions.permissions import STAFF
from gandan.opinions.queries import lateness
from gandan.units.models import OfficeName

WORDS = 240  # letters of an opinion that a row may need
NAMES = Prefetch("office__names", OfficeName.objects.order_by("during"))
TOLD = frozenset({State.ANSWERED, State.DONE})


@dataclass(frozen=True)
class Numbers:
    """How many cases stand in each view of an inbox. `open`: an answer is owed and the clock runs, or the reader is to decide."""

    open: int = 0
    late: int = 0
    soon: int = 0
    new: int = 0
    standing: int = 0
    told: int = 0
    ended: int = 0
    all: int = 0


def numbers(cases: QuerySet[Case], *, today: date, soon: date, waits: Q | None = None) -> Numbers:
    """The views of a list in one GROUP BY over state and date.

    `soon` is the last day that counts as near, `waits` what waits for the reader though no answer is owed.
    """
    marks = {
        "late": lateness.late(today),
        "near": lateness.RUNS & Q(due__range=(today, soon)),
        "runs": lateness.RUNS,
        "still": lateness.STANDS,
    } | ({"waits": waits} if waits is not None else {})
    counted = {name: Count("pk", filter=mark) for name, mark in marks.items()}
    lines: Iterable[Mapping[str, Any]] = cases.order_by().values("state").annotate(n=Count("pk"), **counted)
    by = {line["state"]: line for line in lines}

    def of(states: Iterable[str], what: str = "n") -> int:
        return sum(int(by[s][what]) for s in states if s in by)

    return Numbers(
        open=of(OWED, "runs") + (of(TOLD, "waits") if waits is not None else 0),
        late=of(OWED, "late"),
        soon=of(OWED, "near"),
        new=of([State.RECEIVED]),
        standing=of(OWED, "still"),
        told=of(TOLD),
        ended=of(ENDED),
        all=of(State),
    )


@dataclass(frozen=True)
class Key:
    """Where a page ended: the day, moment or score it is ordered by, and the case."""

    at: date | datetime | int
    case: UUID


@dataclass(frozen=True)
class Page:
    """Some cases in order; `next` leads on where there are more."""

    cases: list[Case]
    next: Key | None


def page(
    cases: QuerySet[Case],
    *,
    by_date: bool,
    after: Key | None = None,
    size: int,
    waits: bool = False,
    found: QuerySet[SearchDocument] | None = None,
) -> Page:
    """By the date that is owed, so late first (`by_date`); else by the last change, newest first. Two more joins cost no more queries.

    With `waits` what was put before those above and has no date stands by the day it was put there. Among what was `found` by words
    (`search.matching`) whoever looks wants one case: the best stands first.
    """
    name = "due" if by_date else "changed_at"
    if found is not None:
        document = found.filter(object_id=Cast(OuterRef("pk"), CharField()))
        by_date, name, cases = False, "score", cases.annotate(score=Subquery(document.values(best=F("score"))[:1]))
    elif by_date and waits:
        name, cases = "stands_by", cases.annotate(stands_by=Coalesce("due", "escalated_on", "received_on"))
    if after is not None:
        more = "gt" if by_date else "lt"
        cases = cases.filter(Q(**{f"{name}__{more}": after.at}) | Q(**{name: after.at, f"pk__{more}": after.case}))
    order = (name, "pk") if by_date else (f"-{name}", "-pk")
    rows = list(cases.order_by(*order).select_related("office", "hamlet", "person").prefetch_related(NAMES)[: size + 1])
    more_come = len(rows) > size
    rows = rows[:size]
    return Page(rows, Key(getattr(rows[-1], name), rows[-1].pk) if more_come else None)


def first_words(cases: Iterable[UUID]) -> dict[UUID, str]:
    """How each case begins, in the words of who spoke first; nothing where they are erased."""
    said = Opinion.objects.filter(case__in=list(cases)).exclude(text="").order_by("case_id", "said_at", "pk").distinct("case_id")
    return dict(said.values_list("case_id", Left("text", WORDS)))


def tags_of(cases: Iterable[UUID], *, actor: Actor) -> dict[UUID, list[str]]:
    """The words by which the reader's offices keep cases together; those of other offices are theirs."""
    found: dict[UUID, list[str]] = {}
    for case, label in own_tags(actor).filter(case__in=list(cases)).values_list("case_id", "label"):
        found.setdefault(case, []).append(label)
    return {case: sorted(set(labels)) for case, labels in found.items()}


def own_tags(actor: Actor) -> QuerySet[CaseTag]:
    """Tags of the reader's offices, and of every office of a unit that they lead."""
    mine = [h.office for h in actor.holdings if h.office and h.role in STAFF]
    led = [h.unit for h in actor.holdings if h.unit and h.role == Role.LEADER]
    return CaseTag.objects.filter(Q(office__in=mine) | Q(office__unit__in=led))


@dataclass(frozen=True)
class Load:
    """What an office, or one person in it, still owes. `oldest`: the day the oldest of it was received."""

    office: UUID
    person: UUID | None
    open: int
    late: int
    standing: int
    oldest: date | None


def load(cases: QuerySet[Case], *, today: date) -> list[Load]:
    """What is owed, by office and person, in one counting. Who has most that is late stands first."""
    late = Count("pk", filter=lateness.late(today))
    lines = cases.filter(state__in=OWED).order_by().values("office", "person")
    counted = lines.annotate(open=Count("pk"), late=late, standing=Count("pk", filter=lateness.STANDS), oldest=Min("received_on"))
    return [Load(x["office"], x["person"], x["open"], x["late"], x["standing"], x["oldest"]) for x in counted.order_by("-late", "-open")]


def together(lines: Iterable[Load]) -> dict[UUID, Load]:
    """The same by office alone."""
    found: dict[UUID, Load] = {}
    for x in lines:
        was = found.get(x.office)
        oldest = min((d for d in (x.oldest, was.oldest if was else None) if d), default=None)
        more = (was.open, was.late, was.standing) if was else (0, 0, 0)
        found[x.office] = Load(x.office, None, x.open + more[0], x.late + more[1], x.standing + more[2], oldest)
    return found


def people_of(offices: Iterable[UUID], *, today: date) -> dict[UUID, dict[UUID, str]]:
    """Who works in the offices, and may be named for a case: office → account → name, in one question."""
    held = RoleHeld.objects.filter(held_on(today), office__in=list(offices), role__in=STAFF, user__is_active=True)
    found: dict[UUID, dict[UUID, str]] = {}
    for role in held.select_related("user").order_by("user__full_name", "pk"):
        if role.office_id is not None:
            found.setdefault(role.office_id, {})[role.user_id] = role.user.full_name
    return found
