"""A model with all that were learnt from it, as REST shows it."""

from datetime import date
from uuid import UUID

from django.http import Http404

from gandan.appraisals.enums import Level
from gandan.core.rest.refs import UnitRef
from gandan.movement.enums import State, Worked
from gandan.movement.queries.family import Family, Member
from gandan.movement.web.api_parts import outcome
from gandan.movement.web.api_shown import page_of, unit_refs
from gandan.movement.web.schemas.family import FamilyOut, MemberOut


def family(found: Family, *, today: date) -> FamilyOut:
    """Parents before children; 404 where nothing of it may be seen."""
    if found.first is None:
        raise Http404
    members = list(found.members.values())
    places = unit_refs(unit for m in members for unit in (m.practice.unit_id, m.practice.made_in_id))
    return FamilyOut(
        root=found.first.practice.pk,
        size=found.size,
        units=found.units,
        provinces=found.provinces,
        generations=found.generations,
        members=[_member(m, places, today) for m in members],
    )


def _member(member: Member, places: dict[UUID, UnitRef], today: date) -> MemberOut:
    row, judged = member.practice, member.judged
    return MemberOut(
        id=row.pk,
        parent=row.adopted_from_id,
        depth=member.depth,
        title=row.title,
        state=State(row.state),
        alive=row.lives(today),
        unit=places[row.unit_id],
        made_in=places[row.made_in_id],
        registered_on=row.registered_on,
        changed=row.changed,
        worked=Worked(judged.worked) if judged else None,
        verdict=judged.text if judged else "",
        effective=member.effective,
        levels=[Level(level) for level in member.levels],
        outcomes=[outcome(came.aim, came.last) for came in member.came],
        url=page_of(row.pk),
    )
