"""Numbers: registered, effective, recognised by each level and lapsed, side by side and never added. Registered is not effective."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gandan.appraisals.enums import Level
from gandan.commitments.queries import past_of
from gandan.movement.enums import PUBLIC, Kind, Result, Subject
from gandan.movement.models import Practice, Recognition, Review
from gandan.movement.queries import life

KEYS = ("field", "kind", "subject", "unit", "drive", "host")
EXEMPLARS = {Subject.COLLECTIVE.value: "collectives", Subject.PERSON.value: "persons"}
ORDER = tuple(Level.values)  # once: asking an enum for its values is slow where thousands of groups are added


@dataclass(frozen=True, slots=True)
class Counts:
    """`registered`: by the day, whatever became of it; each of them is one of `living`, `lapsed`, `stopped` (`queries.life`). `effective`:
    living, and the newest review by the day says so. `recognised`: by level; one that two levels recognised stands in both. `told`: only
    texts tell of them. A sign of life given since the day counts as if it had been given."""

    registered: int = 0
    living: int = 0
    effective: int = 0
    lapsed: int = 0
    stopped: int = 0
    told: int = 0
    recognised: Mapping[str, int] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.registered or self.told or self.recognised)


NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class Apart:
    """Ways of working, exemplary collectives and exemplary persons: three things, and no number is of two of them."""

    models: Counts = NOTHING
    collectives: Counts = NOTHING
    persons: Counts = NOTHING

    @property
    def lines(self) -> tuple[tuple[str, Counts], ...]:
        """Those of which there is any, as ("models", …), in this order."""
        found = (("models", self.models), ("collectives", self.collectives), ("persons", self.persons))
        return tuple((name, one) for name, one in found if one.any)


def apart(found: Mapping[tuple[Any, ...], Counts], *, kind: int = 0, subject: int = 1) -> Apart:
    """Groups folded by what they count; `kind` and `subject` are their places in the keys."""
    groups: dict[str, Counts] = {}
    for key, one in found.items():
        name = "models" if key[kind] == Kind.MODEL else EXEMPLARS[key[subject]]
        groups[name] = added(groups[name], one) if name in groups else one
    return Apart(**groups)


def counts(rows: QuerySet[Practice] | None = None, *, on: date) -> Counts:
    """Of these rows together (all unless said). Two queries."""
    return grouped(rows, on=on).get((), Counts())


def grouped(rows: QuerySet[Practice] | None = None, *by: str, on: date) -> dict[tuple[Any, ...], Counts]:
    """The same for each combination of `by` (of KEYS), as tuples of ids and codes. Two queries, however many rows.

    An exemplary person counts as everybody does; no count here goes by a person.
    """
    if set(by) - set(KEYS):
        raise ValueError(f"{by}: of {KEYS}")
    base = (Practice.objects.all() if rows is None else rows).order_by()
    seen = base.filter(state__in=sorted(PUBLIC), registered_on__lte=on)
    which: dict[str, Q] = {
        "registered": life.OWN,
        "living": life.living(on),
        "effective": life.living(on) & Q(_effective(on)),
        "lapsed": life.silent(on),
        "stopped": life.stopped(on),
        "told": life.told(on),
    }
    counted = {f"n_{name}": Count("pk", filter=rule) for name, rule in which.items()}
    rows_found: Iterable[dict[str, Any]] = seen.values(*by).annotate(**counted) if by else [seen.aggregate(**counted)]
    out = {tuple(row[name] for name in by): {name: row[f"n_{name}"] for name in which} for row in rows_found}
    levels: dict[tuple[Any, ...], dict[str, int]] = {}
    held = Recognition.objects.filter(Q(revoked_on=None) | Q(revoked_on__gt=on), practice__in=base, recognised_on__lte=on)
    for *key, level, n in (
        held.order_by().values_list(*(f"practice__{name}" for name in by), "level").annotate(n=Count("practice", distinct=True))
    ):
        levels.setdefault(tuple(key), {})[level] = n
    keys = out.keys() | levels.keys()
    return {key: Counts(**out.get(key, {}), recognised=_in_order(levels.get(key, {}))) for key in keys}


def _effective(on: date) -> Exists:
    """The newest review by the day says so: one that does, and none after it. Worded without "the first of", so that the database may look
    up each model of a few, or go through all reviews once for many."""
    later = Q(given_at__gt=OuterRef("given_at")) | Q(given_at=OuterRef("given_at"), pk__gt=OuterRef("pk"))
    after = Q(year__gt=OuterRef("year")) | Q(year=OuterRef("year")) & later
    newer = Review.objects.filter(after, practice=OuterRef("practice"), given_on__lte=on)
    return Exists(Review.objects.filter(~Exists(newer), practice=OuterRef("pk"), result=Result.EFFECTIVE, given_on__lte=on))


def by_unit(unit_ids: Iterable[UUID], *, on: date) -> dict[UUID, Counts]:
    """Of each unit, with the units that went wholly into it; one without any has zeros."""
    wanted = list(unit_ids)
    past = past_of(wanted)
    out = dict.fromkeys(wanted, Counts())
    for (unit,), one in grouped(Practice.objects.filter(unit__in=[*wanted, *past]), "unit", on=on).items():
        now = past.get(unit, unit)
        out[now] = added(out[now], one)
    return out


def together(several: Iterable[Counts]) -> Counts:
    """Places or groups that share no model, as one."""
    return reduce(added, several, Counts())


def added(one: Counts, other: Counts) -> Counts:
    """Two places or groups together."""
    levels = {level: one.recognised.get(level, 0) + other.recognised.get(level, 0) for level in (*one.recognised, *other.recognised)}
    return Counts(
        registered=one.registered + other.registered,
        living=one.living + other.living,
        effective=one.effective + other.effective,
        lapsed=one.lapsed + other.lapsed,
        stopped=one.stopped + other.stopped,
        told=one.told + other.told,
        recognised=_in_order(levels),
    )


def _in_order(levels: Mapping[str, int]) -> dict[str, int]:
    return {level: levels[level] for level in ORDER if level in levels}
