"""What becomes of texts and batches when their unit is merged: they go to its successor. Registered with `units.handover`."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from gandan.core import events
from gandan.core.access import Actor, SystemActor, require
from gandan.ingest.models import Batch, Source
from gandan.units.enums import Change
from gandan.units.models import Succession, Unit

BY = SystemActor("handover")


def hand_over(steps: Sequence[Succession], first_day: date, *, by: Actor, now: datetime) -> None:
    """Texts of an ended unit are its successor's, for all offices of it: offices end with their unit. After a split nothing moves."""
    require(BY, "ingest.hand_over")
    for step in steps:
        if step.change == Change.SPLIT or step.new_id is None:
            continue
        for source in Source.objects.select_for_update(of=("self",)).filter(unit=step.old_id).order_by("pk"):
            if not _known(source, step):
                _move("ingest.source_handed_over", source, step, now)
        for batch in Batch.objects.select_for_update(of=("self",)).filter(unit=step.old_id).order_by("pk"):
            _move("ingest.batch_handed_over", batch, step, now)


def _move(verb: str, row: Source | Batch, step: Succession, now: datetime) -> None:
    row.unit, row.office = cast(Unit, step.new), None
    row.save(update_fields=["unit", "office"])
    events.record(verb, row, by=BY, at=now, unit=step.new_id, facts={"from_unit": step.old_id})


def _known(source: Source, step: Succession) -> bool:
    """Two merged units that both took the same text in: the second stays where it was, its records in the rooms are not touched."""
    return Source.objects.filter(unit=step.new_id, office=None, digest=source.digest, erased_at=None).exclude(digest="").exists()
