"""READ what others found of models: reviewed, recognised, learnt by others, alive."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from gandan.appraisals.enums import Level
from gandan.movement.enums import Result
from gandan.movement.models import Practice, Recognition, Review
from gandan.movement.queries import family

LEVELS = (Level.BASE, Level.DISTRICT, Level.PROVINCE, Level.CENTRE)  # the lowest first


@dataclass(frozen=True)
class Proof:
    """What others found of a model. `effective` is the year of the newest review if that says so; `level` the highest recognition."""

    effective: int | None
    level: Level | None
    copies: int
    alive: bool

    @property
    def weight(self) -> float:
        """0 to 1. Effective counts most: recognition follows it, copies may be imitation."""
        level = 0.15 + 0.05 * LEVELS.index(self.level) if self.level else 0.0
        return min(1.0, (0.35 if self.effective else 0.0) + level + min(0.2, 0.05 * self.copies) + (0.15 if self.alive else 0.0))


def proofs_of(rows: QuerySet[Practice], today: date) -> dict[UUID, Proof]:
    """What others found of these models; three questions whatever their number."""
    newest = Review.objects.filter(practice=OuterRef("pk")).order_by("-year", "-given_at", "-id")
    told = rows.annotate(result=Subquery(newest.values("result")[:1]), year=Subquery(newest.values("year")[:1]))
    levels: dict[UUID, Level] = {}
    for key, level in Recognition.objects.filter(practice__in=rows.order_by().values("pk"), revoked_by=None).values_list(
        "practice", "level"
    ):
        if key not in levels or LEVELS.index(Level(level)) > LEVELS.index(levels[key]):
            levels[key] = Level(level)
    copied = family.copies(rows)
    return {
        row.pk: Proof(
            effective=row.year if row.result == Result.EFFECTIVE else None,
            level=levels.get(row.pk),
            copies=copied.get(row.pk, 0),
            alive=row.lives(today),
        )
        for row in told
    }
