"""Numbers of models as REST shows them."""

from gandan.movement.enums import Kind, Subject
from gandan.movement.queries.counts import Counts
from gandan.movement.web.schemas.counts import CountsRow


def counts_row(found: Counts, *, field: str | None = None, kind: str | None = None, subject: str | None = None) -> CountsRow:
    """One line of numbers."""
    return CountsRow(
        field=field,
        kind=Kind(kind) if kind else None,
        subject=Subject(subject) if subject else None,
        registered=found.registered,
        living=found.living,
        effective=found.effective,
        lapsed=found.lapsed,
        stopped=found.stopped,
        told=found.told,
        recognised=dict(found.recognised),
    )
