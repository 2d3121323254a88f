"""Progress, evidence, and the report that it is done."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.commitments import policies
from gandan.commitments.actions.held import cleaned, held, to_state
from gandan.commitments.enums import EvidenceKind, State
from gandan.commitments.models import Commitment, DoneReport, Evidence, Progress
from gandan.core import events, legal
from gandan.core.access import Actor, refuse_if, require
from gandan.core.calendar.queries import work_calendar
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.files.enums import FileKind
from gandan.core.legal.enums import Measure

POSTING = "commitment.posting"


@transaction.atomic
def note_progress(commitment: Commitment, *, note: str, by: Actor, now: datetime, percent: int | None = None) -> Progress:
    """Say how far it has come."""
    commitment = held(commitment)
    require(by, "commitments.note_progress", commitment)
    refuse_if(policies.note_progress(commitment, note=cleaned(note), percent=percent))
    progress = Progress.objects.create(commitment=commitment, note=cleaned(note), percent=percent, noted_at=now)
    facts: dict[str, Fact] = {"progress_id": progress.pk, "percent": percent}
    events.record("commitments.progress_noted", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts, binds=[progress])
    return progress


@transaction.atomic
def add_evidence(
    commitment: Commitment, *, kind: str, by: Actor, now: datetime, note: str = "", url: str = "", upload: "File[Any] | None" = None
) -> Evidence:
    """Show the work: one photograph, file, link or note. `core.files` checks a file and opens it for who may see the work."""
    commitment = held(commitment)
    require(by, "commitments.add_evidence", commitment)
    note, url = cleaned(note), url.strip()
    refuse_if(policies.add_evidence(commitment, kind=kind, note=note, url=url, has_upload=upload is not None))
    evidence = Evidence.objects.create(commitment=commitment, kind=kind, note=note, url=url, round=commitment.round, added_at=now)
    facts: dict[str, Fact] = {"evidence_id": evidence.pk, "kind": kind}
    if upload is not None:
        file = files.store(upload, owner=evidence, by=by, now=now)
        refuse_if(policies.photo(is_image=kind != EvidenceKind.PHOTO or FileKind(file.kind).is_image))
        facts["file_id"] = file.pk
    events.record("commitments.evidence_added", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts, binds=[evidence])
    return evidence


@transaction.atomic
def report_done(commitment: Commitment, *, summary: str, by: Actor, now: datetime) -> DoneReport:
    """The unit says that it is done. What is owed to people is posted for them to confirm or object; a task waits to be accepted."""
    commitment = held(commitment)
    require(by, "commitments.report_done", commitment)
    refuse_if(policies.report_done(commitment, summary=cleaned(summary)))
    today = timezone.localdate(now)
    until = None if commitment.is_task else posted_until(today)
    report = DoneReport.objects.create(
        commitment=commitment, round=commitment.round, reported_on=today, posted_until=until, summary=cleaned(summary)
    )
    was = to_state(commitment, State.REPORTED, now=now)
    facts: dict[str, Fact] = {"report_id": report.pk, "posted_until": until, "due": commitment.due, "late": report.is_late}
    unit = commitment.unit_id
    events.record(
        "commitments.reported_done", commitment, by=by, at=now, unit=unit, was=was, now=State.REPORTED, facts=facts, binds=[report]
    )
    return report


def posted_until(reported_on: date) -> date:
    """The last day of posting: so many days after the report, each day of the week counted unless the rule says working days."""
    rule = legal.rule(POSTING, on=reported_on)
    if rule.measure == Measure.WORKING_DAYS:
        return work_calendar(reported_on, reported_on + timedelta(days=rule.days * 2 + 30)).add_working_days(reported_on, rule.days)
    return reported_on + timedelta(days=rule.days)
