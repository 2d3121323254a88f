"""READ: which models share the rarest of some terms. The finder and the look for likeness both begin here.

A term that few models have says more than one that many do. So the rarest are asked first, and no more of them than together a bounded
number of models have: the time does not grow with what everybody writes.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from gandan.movement.models import FinderEntry, FinderTerm

UNKNOWN = 0.6  # how rare counts what nobody wrote: it is asked for and missing, yet a long question has many such terms
LEAST_MODELS = 200  # rarity is reckoned as if there were so many at least: among three models nothing is rare
SHARES = "(SELECT practice_id, %s::int AS n, %s::float8 AS weight FROM movement_finderentry WHERE terms @> ARRAY[%s]::varchar[])"
BEST = "SELECT practice_id, sum(weight), array_agg(n) FROM ({shares}) AS shared GROUP BY practice_id ORDER BY 2 DESC, 1 DESC LIMIT %s"


@dataclass(frozen=True)
class Near:
    """A model and which of the asked terms it has (their places in what was asked)."""

    practice: UUID
    weight: float
    has: frozenset[int]


@dataclass(frozen=True)
class Weighed:
    """Asked terms with what they weigh by their rarity, the heaviest first; `models` how many have each."""

    keys: tuple[str, ...]
    weights: tuple[float, ...]
    models: tuple[int, ...]


def weighed(asked: Mapping[str, float]) -> Weighed:
    """The terms by how much they say."""
    held = dict(FinderTerm.objects.filter(term__in=list(asked)).values_list("term", "practices"))
    all_models = max(_models(), LEAST_MODELS)
    rare = {key: math.log((all_models + 1) / (n + 0.5)) if n else UNKNOWN for key, n in held.items()}
    weights = {key: weight * rare.get(key, UNKNOWN) for key, weight in asked.items()}
    ordered = sorted(asked, key=lambda key: (-weights[key], key))
    return Weighed(tuple(ordered), tuple(max(weights[k], 0.01) for k in ordered), tuple(held.get(k, 0) for k in ordered))


def nearest(asked: Weighed, *, budget: int, most_terms: int, limit: int) -> list[Near]:
    """The models that share most of the weight, best first; `budget` bounds how many rows are looked at."""
    parts, given, spent = list[str](), list[int | float | str](), 0
    for n, (key, weight, models) in enumerate(zip(asked.keys, asked.weights, asked.models, strict=True)):
        if not models or (parts and spent + models > budget):
            continue
        spent += models
        parts.append(SHARES)
        given += [n, weight, key]
        if len(parts) == most_terms:
            break
    return _asked(parts, given, limit) if parts else []


def _asked(parts: Sequence[str], given: Sequence[int | float | str], limit: int) -> list[Near]:
    with connection.cursor() as cursor:
        cursor.execute(BEST.format(shares=" UNION ALL ".join(parts)), [*given, limit])
        return [Near(key, weight, frozenset(has)) for key, weight, has in cursor.fetchall()]


def _models() -> int:
    """How many models are in the index: exactly while they are few, else as the statistics of the table say."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = %s::regclass", [FinderEntry._meta.db_table])
        told = int(cursor.fetchone()[0])
    return told if told > LEAST_MODELS else FinderEntry.objects.count()
