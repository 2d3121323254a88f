"""Emulation drives as REST shows them."""

from collections.abc import Sequence

from gandan.core.rest.refs import Named
from gandan.movement.enums import DriveState
from gandan.movement.models import Drive
from gandan.movement.web.api_shown import unit_refs
from gandan.movement.web.schemas.drive import DriveOut, FieldOut, SummingUpOut, WindowOut


def drives(rows: Sequence[Drive]) -> list[DriveOut]:
    """Drives with their fields, windows and meetings; give rows with these and the office's names prefetched."""
    places = unit_refs(row.unit_id for row in rows)
    return [
        DriveOut(
            id=row.pk,
            state=DriveState(row.state),
            title=row.title,
            aim=row.aim,
            unit=places[row.unit_id],
            office=Named(id=row.office_id, name=str(row.office)),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            launched_on=row.launched_on,
            before=row.before_id,
            fields=[FieldOut(id=f.pk, name=f.name, ended_on=f.ended_on) for f in row.fields.all()],
            windows=[WindowOut(year=w.year, opens_on=w.opens_on, closes_on=w.closes_on) for w in row.windows.all()],
            summings_up=[SummingUpOut(meeting=s.meeting, year=s.year, held_on=s.held_on, text=s.text) for s in row.summings_up.all()],
        )
        for row in rows
    ]
