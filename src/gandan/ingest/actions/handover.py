"""What becomes of texts and batches when their unit is merged: they go to its successor. Registered with `units.handover`."""

from collections.abc import Sequence
from datetime import date, datetime

from gandan.core import events
from gandan.core.access import Actor, SystemActor, require
from gandan.ingest.models import Batch, Source
from gandan.units.enums import Change
from gandan.units.models import Succession

BY = SystemActor("handover")


def hand_over(steps: Sequence[Succession], first_day: date, *, by: Actor, now: datetime) -> None:
    """Texts of an ended unit are its successor's, for all offices of it: offices end with their unit. After a split nothing moves."""
    require(BY, "ingest.hand_over")
    for step in steps:
        if step.change == Change.SPLIT or step.new_id is None:
            continue
        for model in (Source, Batch):
            for row in model.objects.select_for_update(of=("self",)).filter(unit=step.old_id).order_by("pk"):  # type: ignore[attr-defined]
                if model is Source and _known(row, step):
                    continue
                row.unit_id, row.office_id = step.new_id, None
                row.save(update_fields=["unit", "office"])
                facts = {"from_unit": step.old_id}
                events.record(f"ingest.{model.__name__.lower()}_handed_over", row, by=BY, at=now, unit=step.new_id, facts=facts)


def _known(source: Source, step: Succession) -> bool:
    """Two merged units that both took the same text in: the second stays where it was, its records in the rooms are not touched."""
    return Source.objects.filter(unit=step.new_id, office=None, digest=source.digest, erased_at=None).exclude(digest="").exists()
