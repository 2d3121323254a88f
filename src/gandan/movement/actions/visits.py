"""A team goes and looks, and writes down what it saw."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.accounts.models import User
from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.files.enums import FileKind
from gandan.movement.actions.held import cleaned, held
from gandan.movement.models import Finding, Practice, Visit, VisitMember
from gandan.movement.permissions import STAFF
from gandan.movement.policies import visits as policies
from gandan.units import queries as units
from gandan.units.models import Office


@transaction.atomic
def record_visit(
    practice: Practice,
    *,
    visited_on: date,
    seen: str,
    findings: Sequence[tuple[str, str]],
    members: Sequence[User],
    head: User | None,
    by: Actor,
    now: datetime,
    uploads: Sequence[File] = (),  # type: ignore[type-arg]
) -> Visit:
    """Day, team, what was seen, findings as (kind, words), photographs. The office is the one the actor acts from."""
    practice = held(practice)
    require(by, "movement.visit", practice)
    seen, findings = cleaned(seen), [(kind, cleaned(text)) for kind, text in findings]
    members = list({m.pk: m for m in members}.values())
    today = timezone.localdate(now)
    asked = {"findings": findings, "members": members, "head": head, "uploads": len(uploads), "today": today}
    refuse_if(policies.record_visit(practice, visited_on=visited_on, seen=seen, **asked))  # type: ignore[arg-type]
    office = acting_office(by, practice)
    visit = Visit(practice=practice, unit_id=office.unit_id, office=office, visited_on=visited_on, seen=seen, recorded_at=now)
    visit.save(force_insert=True)
    VisitMember.objects.bulk_create(VisitMember(visit=visit, user=m, is_head=head is not None and m.pk == head.pk) for m in members)
    rows = [Finding(visit=visit, kind=kind, text=text) for kind, text in findings]
    for row in rows:
        row.save(force_insert=True)
    kept = [files.store(upload, owner=visit, by=by, now=now) for upload in uploads]
    facts: dict[str, Fact] = {"visit_id": visit.pk, "visited_on": visited_on, "members": len(members), "findings": len(rows)}
    facts |= {"photos": sum(FileKind(file.kind).is_image for file in kept), "files": len(kept)}
    events.record("movement.visited", practice, by=by, at=now, unit=practice.unit_id, facts=facts, binds=[visit, *rows])
    return visit


def acting_office(by: Actor, practice: Practice) -> Office:
    """The office from which the actor looks at a model: at its unit before one above, never the owner's."""
    day = next((h.on for h in by.holdings), None)
    above = units.ancestor_ids(practice.unit_id, day) if day is not None else frozenset()
    mine = [(h.unit != practice.unit_id, h.office) for h in by.holdings if h.role in STAFF and h.unit in above]
    offices = [office for _far, office in sorted(mine, key=lambda m: m[0]) if office is not None and office != practice.owning_office]
    if not offices:
        raise Refusal("", status=404)  # `require` asked already
    return Office.objects.get(pk=offices[0])
