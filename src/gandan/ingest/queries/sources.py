"""READ sources: those of one's own desk, and how far each is decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from gandan.core.access import Actor, Role
from gandan.ingest.decided import Place, read
from gandan.ingest.enums import TAKEN, RecordKind, RecordState
from gandan.ingest.models import BatchFile, ProposedRecord, Source
from gandan.ingest.permissions import TAKES
from gandan.ingest.places import Places


def desk(actor: Actor) -> Q:
    """The rows of the actor's desk: `permissions.at_the_desk` as a condition on `unit` and `office`."""
    seen = Q(pk__in=())
    for h in actor.holdings:
        if h.role in TAKES and h.unit is not None:
            seen |= Q(unit=h.unit) if h.role == Role.LEADER else Q(unit=h.unit) & (Q(office=None) | Q(office=h.office))
    return seen


def visible_to(actor: Actor) -> QuerySet[Source]:
    """Texts the actor's office took in, newest first; those whose content was erased are gone."""
    return Source.objects.filter(desk(actor), erased_at=None).select_related("unit", "office").order_by("-taken_at", "-id")


def known_source(digest: str, *, unit: UUID, office: UUID | None) -> Source | None:
    """The text with the same words that this place took in before."""
    return Source.objects.filter(unit=unit, office=office, digest=digest, erased_at=None).first()


def records_of(source: Source) -> list[ProposedRecord]:
    """Its records in the order in which a person takes them in."""
    order = {kind: n for n, kind in enumerate(RecordKind)}
    rows = source.records.prefetch_related("made")
    return sorted(rows, key=lambda r: (order[RecordKind(r.kind)], r.position))


def batch_files_of(source: Source) -> QuerySet[BatchFile]:
    """The files it was read from, with their batches."""
    return source.files.select_related("batch").order_by("id")


@dataclass(frozen=True)
class Tally:
    """How many records of a source wait, were taken (accepted or merged), were rejected."""

    waiting: int = 0
    taken: int = 0
    rejected: int = 0

    @property
    def count(self) -> int:
        """All of them."""
        return self.waiting + self.taken + self.rejected


def tallies(sources: Iterable[UUID]) -> dict[UUID, Tally]:
    """Counts for a list of sources in one question."""
    taken = Q(state__in=TAKEN)
    rows = ProposedRecord.objects.filter(source__in=list(sources)).values("source").order_by()
    counted = rows.annotate(
        waiting=Count("pk", filter=Q(state=RecordState.WAITING)),
        taken=Count("pk", filter=taken),
        rejected=Count("pk", filter=Q(state=RecordState.REJECTED)),
    )
    return {r["source"]: Tally(r["waiting"], r["taken"], r["rejected"]) for r in counted}


def holders_of(rows: Iterable[ProposedRecord]) -> frozenset[str]:
    """Names that stay in the quotes of a text: who is named with an office in it, unless a person rejected that."""
    people = (row for row in rows if row.kind == RecordKind.PERSON and row.state != RecordState.REJECTED)
    told = (row.decided for row in people)
    return frozenset(one["name"] for one in told if one.get("name") and one.get("positions"))


def places_of(rows: Iterable[ProposedRecord]) -> Places:
    """The units of a text as they were read or corrected, without those that were rejected."""
    units = (row for row in rows if row.kind == RecordKind.UNIT and row.state != RecordState.REJECTED and row.erased_at is None)
    return Places(tuple(cast(Place, read(row.kind, row.payload, row.corrected)) for row in units))
