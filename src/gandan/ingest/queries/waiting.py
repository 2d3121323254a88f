"""READ what still waits for a person: texts with records that nobody looked at."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from gandan.core.access import Actor
from gandan.ingest.enums import RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.queries.sources import visible_to

_WAITING = Exists(ProposedRecord.objects.filter(source=OuterRef("pk"), state=RecordState.WAITING))


def waiting_sources(actor: Actor) -> QuerySet[Source]:
    """Texts of the actor's desk that have waiting records, newest first."""
    return visible_to(actor).filter(_WAITING)


def reviewed_sources(actor: Actor) -> QuerySet[Source]:
    """Texts of the actor's desk of which nothing waits any more, newest first."""
    return visible_to(actor).exclude(_WAITING)


def following(source: Source, actor: Actor, *, batch: UUID | None = None) -> UUID | None:
    """The text to look at after this one: of the same batch in its order, else the newest that waits."""
    rest = waiting_sources(actor).exclude(pk=source.pk)
    if batch is not None:
        found = rest.filter(files__batch=batch).order_by("files__position").values_list("pk", flat=True).first()
        if found is not None:
            return found
    return rest.values_list("pk", flat=True).first()


def records_waiting(batches: list[UUID]) -> dict[UUID, int]:
    """How many records of each batch wait; a text that two files of one batch gave counts once."""
    rows = ProposedRecord.objects.filter(state=RecordState.WAITING, source__files__batch__in=batches)
    pairs = rows.values_list("source__files__batch", "pk").distinct()
    counts = dict.fromkeys(batches, 0)
    for batch, _record in pairs:
        counts[batch] += 1
    return counts
