"""Measures and what a model takes, as REST shows them."""

from gandan.indicators.enums import Bound, Measure
from gandan.movement.enums import ResourceKind
from gandan.movement.models import Aim, Reading, Resource
from gandan.movement.web.schemas.parts import OutcomeOut, ResourceOut


def resource(r: Resource) -> ResourceOut:
    """What it takes of one kind."""
    kind, measure = ResourceKind(r.kind), Measure(r.measure)
    return ResourceOut(id=r.pk, kind=kind, measure=measure, noun=r.noun, planned=r.planned, used=r.used)


def last_read(aim: Aim) -> Reading | None:
    """The newest reading of a measure; its readings are prefetched."""
    return max(aim.readings.all(), key=lambda r: (r.read_on, r.pk), default=None)


def outcome(aim: Aim, last: Reading | None) -> OutcomeOut:
    """A measure with what was read last."""
    return OutcomeOut(
        id=aim.pk,
        name=aim.name,
        measure=Measure(aim.measure),
        noun=aim.noun,
        before=aim.before,
        target=aim.target,
        due=aim.due,
        value=last.statement.value if last else None,
        bound=Bound(last.statement.bound) if last else None,
        read_on=last.read_on if last else None,
    )
