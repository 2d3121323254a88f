"""What answers to a case promised, as everybody sees it: until somebody confirms it, it stands on the sender's page."""

from dataclasses import dataclass
from datetime import date

from gandan.commitments.models import Commitment
from gandan.commitments.web import rows
from gandan.commitments.web.words import Shape
from gandan.core.access import Anyone
from gandan.opinions import queries
from gandan.opinions.models import Case


@dataclass(frozen=True)
class Promised:
    """A promise with its state and how many pieces of evidence it has."""

    thing: Commitment
    shape: Shape
    office: str
    proofs: int


def of(case: Case, *, today: date) -> list[Promised]:
    """Public promises of a case, by their dates."""
    found = rows.with_proofs(rows.named(queries.promises_of(case).filter(is_public=True)))
    return [Promised(r.thing, r.shape, r.office, r.proofs) for r in rows.rows(found, actor=Anyone(), today=today)]
