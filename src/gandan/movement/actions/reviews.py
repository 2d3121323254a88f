"""Rà soát: what others found of a model for a year."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.movement.actions.held import cleaned, held
from gandan.movement.actions.visits import acting_office
from gandan.movement.models import Practice, Review, Visit
from gandan.movement.policies import reviews as policies


@transaction.atomic
def review(practice: Practice, *, year: int, result: str, reason: str, by: Actor, now: datetime, visit: Visit | None = None) -> Review:
    """Effective, weak, or for show only. Said anew, the newest of a year holds; the ones before stay readable."""
    practice = held(practice)
    require(by, "movement.review", practice)
    reason, today = cleaned(reason), timezone.localdate(now)
    refuse_if(policies.review(practice, year=year, result=result, reason=reason, visit=visit, today=today))
    row = Review(practice=practice, office=acting_office(by, practice), year=year, result=result, reason=reason, visit=visit)
    row.given_on, row.given_at = today, now
    row.save(force_insert=True)
    facts: dict[str, Fact] = {"review_id": row.pk, "year": year, "result": result, "visit_id": visit.pk if visit else None}
    events.record("movement.reviewed", practice, by=by, at=now, unit=practice.unit_id, facts=facts, binds=[row])
    return row
