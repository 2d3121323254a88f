"""What shows that a model works: numbers, photographs, links, what other rooms know of it, what it took."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.activities.models import Activity
from gandan.activities.queries import visible_to as activities_of
from gandan.commitments.models import Commitment
from gandan.commitments.queries import visible_to as commitments_of
from gandan.core import events
from gandan.core.access import Actor, SystemActor, may, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.text.days import written
from gandan.indicators import actions as indicators
from gandan.indicators.enums import Bound
from gandan.movement.actions.held import cleaned, held
from gandan.movement.enums import Deed, Subject
from gandan.movement.models import Aim, Evidence, Link, Practice, Reading
from gandan.movement.policies import life as policies
from gandan.movement.policies.state import possible
from gandan.opinions.models import Case
from gandan.opinions.queries.visible import visible_to as cases_of

MEASURING = SystemActor("movement")  # for heads of hamlets, who keep no figures of their own in `indicators`
QUOTE = "{name}: ngày {day} đo được {value} {noun}. {note}"  # a sentence of the record, in the language of the record


@transaction.atomic
def read_measure(aim: Aim, *, value: Decimal, read_on: date, by: Actor, now: datetime, bound: str = Bound.EXACT, note: str = "") -> Reading:
    """Write down what was measured on a day. The number is a statement of `indicators` with its sentence, as every figure is; one that was
    wrong is retracted or corrected there."""
    practice = held(aim.practice_id)
    aim = Aim.objects.get(pk=aim.pk)
    aim.practice = practice
    require(by, "movement.read_measure", practice)
    note = cleaned(note)
    refuse_if(policies.read_measure(aim, value=value, bound=bound, read_on=read_on, note=note, today=timezone.localdate(now)))
    noun = aim.noun or aim.get_measure_display()
    named = practice.is_public and practice.subject != Subject.PERSON  # there a name would outlive a revocation
    quote = QUOTE.format(name=aim.name, day=written(read_on), value=f"{value:f}".replace(".", ","), noun=noun, note=note).strip()
    statement = indicators.state_figure(
        value=value,
        measure=aim.measure,
        bound=bound,
        noun=aim.noun or aim.name,
        quote=quote,
        unit=practice.unit,
        on=read_on,
        source_title=practice.title if named else "",
        is_public=practice.is_public,
        kept_by=practice.unit,
        by=by if may(by, "indicators.state") else MEASURING,
        now=now,
    )
    reading = Reading.objects.create(aim=aim, statement=statement, read_on=read_on)
    facts: dict[str, Fact] = {"aim_id": aim.pk, "reading_id": reading.pk, "statement_id": statement.pk, "read_on": read_on, "value": value}
    events.record("movement.measured", practice, by=by, at=now, unit=practice.unit_id, facts=facts)
    return reading


@transaction.atomic
def add_evidence(
    practice: Practice,
    *,
    kind: str,
    by: Actor,
    now: datetime,
    note: str = "",
    url: str = "",
    uploads: Sequence[File] = (),  # type: ignore[type-arg]
    shows: date | None = None,
) -> Evidence:
    """Show it: photographs or files, a link, or a note, of the day it shows (today unless said)."""
    practice = held(practice)
    require(by, "movement.add_evidence", practice)
    today, note, url = timezone.localdate(now), cleaned(note), url.strip()
    refuse_if(policies.add_evidence(practice, kind=kind, note=note, url=url, uploads=len(uploads), shows=shows or today, today=today))
    row = Evidence.objects.create(practice=practice, kind=kind, note=note, url=url, shows=shows or today, added_at=now)
    kept = [files.store(upload, owner=row, by=by, now=now) for upload in uploads]
    facts: dict[str, Fact] = {"evidence_id": row.pk, "kind": kind, "shows": row.shows, "files": len({file.pk for file in kept})}
    events.record("movement.evidence_added", practice, by=by, at=now, unit=practice.unit_id, facts=facts, binds=[row])
    return row


@transaction.atomic
def link(
    practice: Practice,
    *,
    by: Actor,
    now: datetime,
    activity: Activity | None = None,
    commitment: Commitment | None = None,
    case: Case | None = None,
) -> Link:
    """Tie one activity, commitment or case to it, which the actor may see. The same thing again answers with what is there."""
    practice = held(practice)
    require(by, "movement.tie", practice)
    refuse_if(policies.tie(practice, things=(activity, commitment, case), seen=_sees(by, activity, commitment, case)))
    there = practice.links.filter(activity=activity, commitment=commitment, case=case, removed_on=None).first()
    if there is not None:
        return there
    today = timezone.localdate(now)
    row = Link.objects.create(practice=practice, activity=activity, commitment=commitment, case=case, linked_on=today)
    events.record("movement.tied", practice, by=by, at=now, unit=practice.unit_id, facts=_ends(row))
    return row


@transaction.atomic
def unlink(link: Link, *, by: Actor, now: datetime) -> Link:
    """It does not belong to it after all; the row stays, marked."""
    practice = held(link.practice_id)
    require(by, "movement.tie", practice)
    refuse_if(possible(practice, Deed.TIE))
    link = Link.objects.select_for_update().get(pk=link.pk)
    if link.removed_on is None:
        link.removed_on = timezone.localdate(now)
        link.save(update_fields=["removed_on"])
        events.record("movement.untied", practice, by=by, at=now, unit=practice.unit_id, facts=_ends(link))
    return link


@transaction.atomic
def note_use(
    practice: Practice, *, by: Actor, now: datetime, used: Mapping[UUID, Decimal] | None = None, reached: Mapping[UUID, date] | None = None
) -> Practice:
    """What it has taken so far, by the ids of its resources, and which lines of the timetable were reached when."""
    practice = held(practice)
    require(by, "movement.note_use", practice)
    took, done = dict(used or {}), dict(reached or {})
    refuse_if(policies.note_use(practice, used=took, reached=done, today=timezone.localdate(now)))
    for resource in practice.resources.filter(pk__in=took):
        resource.used = took[resource.pk]
        resource.save(update_fields=["used"])
    for milestone in practice.milestones.filter(pk__in=done):
        milestone.reached_on = done[milestone.pk]
        milestone.save(update_fields=["reached_on"])
    facts: dict[str, Fact] = {"resources": len(took), "milestones": len(done)}
    events.record("movement.use_noted", practice, by=by, at=now, unit=practice.unit_id, facts=facts)
    return practice


def _sees(by: Actor, activity: Activity | None, commitment: Commitment | None, case: Case | None) -> bool:
    """Nobody ties what they may not open: the page of a model would tell them that it exists."""
    return (
        (activity is None or activities_of(by).filter(pk=activity.pk).exists())
        and (commitment is None or commitments_of(by).filter(pk=commitment.pk).exists())
        and (case is None or cases_of(by).filter(pk=case.pk).exists())
    )


def _ends(row: Link) -> dict[str, Fact]:
    return {"link_id": row.pk, "activity_id": row.activity_id, "commitment_id": row.commitment_id, "case_id": row.case_id}
