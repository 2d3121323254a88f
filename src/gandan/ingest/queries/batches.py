"""READ batches: how far each is read, and what became of each file."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from gandan.core.access import Actor
from gandan.ingest.enums import FileState
from gandan.ingest.models import Batch, BatchFile
from gandan.ingest.queries.sources import desk


def batches_visible_to(actor: Actor) -> QuerySet[Batch]:
    """Batches of the actor's desk, newest first."""
    return Batch.objects.filter(desk(actor)).select_related("unit", "office").order_by("-made_at", "-id")


def files_of(batch: Batch) -> QuerySet[BatchFile]:
    """Its files in the order they came, with what was read from each."""
    return batch.files.select_related("source").order_by("position")


@dataclass(frozen=True)
class Progress:
    """Files of a batch by state."""

    waiting: int = 0
    read: int = 0
    same: int = 0
    failed: int = 0

    @property
    def count(self) -> int:
        """All files."""
        return self.waiting + self.done

    @property
    def done(self) -> int:
        """Files that were looked at."""
        return self.read + self.same + self.failed

    @property
    def is_over(self) -> bool:
        """Whether nothing waits any more."""
        return self.waiting == 0

    @property
    def percent(self) -> int:
        """Whole per cent, 100 only when it is over."""
        return 100 if self.is_over else min(99, self.done * 100 // self.count)


def progress(batch: Batch) -> Progress:
    """How far one batch is."""
    return progress_of([batch.pk]).get(batch.pk, Progress())


def progress_of(batches: Iterable[UUID]) -> dict[UUID, Progress]:
    """How far batches are, in one question."""
    rows = BatchFile.objects.filter(batch__in=list(batches)).values("batch").order_by()
    counted = rows.annotate(
        waiting=Count("pk", filter=Q(state=FileState.WAITING)),
        read=Count("pk", filter=Q(state=FileState.READ)),
        same=Count("pk", filter=Q(state=FileState.SAME)),
        failed=Count("pk", filter=Q(state=FileState.FAILED)),
    )
    return {r["batch"]: Progress(r["waiting"], r["read"], r["same"], r["failed"]) for r in counted}


def may_open_file(actor: Actor, file_id: str) -> bool:
    """Whether the bytes of a file are open to the actor: those of the own desk."""
    return batches_visible_to(actor).filter(files=UUID(file_id)).exists()
