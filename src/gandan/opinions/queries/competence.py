"""READ: which office answers for a topic in a unit."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.db.models import Q

from gandan.opinions import topics
from gandan.opinions.models import Competence
from gandan.units.enums import OfficeKind
from gandan.units.models import Office, Unit
from gandan.units.queries import dan_van_owner, offices

FILE = Path(__file__).parent.parent / "data" / "competence.toml"


@lru_cache(maxsize=1)
def shipped() -> Mapping[tuple[str, str], str]:
    """What comes with the program: (topic, level) → kind of office; topic "" for every topic without a line of its own."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["competence"]
    return {(row["topic"], row["level"]): OfficeKind(row["kind"]).value for row in rows}


def office_for(topic: str, unit: Unit, *, today: date) -> Office | None:
    """The office that answers for a topic in a unit.

    The narrowest word holds: the unit's own for the topic, the unit's own for all topics, the table's for all units of the tier (topic,
    then all), what came with the program. Where the office it names does not stand today: the people's committee, then the office that
    holds dân vận work, then any that stands. None where the unit has no office at all.
    """
    return _choose(topic, unit, list(rows_for(unit, topic)), list(offices(unit.pk, on=today).prefetch_related(None)), today=today)


def rows_for(unit: Unit, *named: str) -> Iterable[Competence]:
    """Rows of the table that concern a unit, for some topics or all."""
    rows = Competence.objects.filter(Q(unit=unit) | Q(unit=None), level=unit.level).select_related("office")
    return rows.filter(topic__in=["", *named]) if named else rows


def _choose(topic: str, unit: Unit, rows: list[Competence], standing: list[Office], *, today: date) -> Office | None:
    word = narrowest(topic, unit, rows)
    if word is not None and word.office is not None and word.office.exists(today):
        return word.office
    kind = word.kind if word else shipped_kind(topic, unit.level)
    by_kind = {office.kind: office for office in standing}
    found = by_kind.get(kind) or by_kind.get(OfficeKind.PEOPLE_COMMITTEE)
    if found is not None:
        return found
    owner = dan_van_owner(unit.pk, on=today)
    return owner if owner is not None and owner.exists(today) else next(iter(standing), None)


def narrowest(topic: str, unit: Unit, rows: Iterable[Competence]) -> Competence | None:
    """The row that holds for a topic in a unit; None where only what came with the program does."""
    fits = [row for row in rows if row.topic in ("", topic)]
    return max(fits, key=lambda row: (row.unit_id is not None, row.topic == topic), default=None)


def shipped_kind(topic: str, level: str) -> str:
    """The kind of office that the program names for a topic in units of a tier; empty where it names none."""
    return shipped().get((topic, level)) or shipped().get(("", level), "")


@dataclass(frozen=True)
class Answers:
    """Who answers for a topic in a unit, and who said so: the unit's own row, one for all units of the tier, or the program."""

    topic: topics.Topic
    office: Office | None
    row: Competence | None
    is_own: bool


def table(unit: Unit, *, today: date) -> list[Answers]:
    """Every topic that a form offers, with its office in a unit. A constant number of queries."""
    rows, standing, out = list(rows_for(unit)), list(offices(unit.pk, on=today)), []
    for topic in topics.offered():
        row = narrowest(topic.code, unit, rows)
        out.append(Answers(topic, _choose(topic.code, unit, rows, standing, today=today), row, row is not None and row.unit_id is not None))
    return out
