"""What of a written form goes into which rows. A part of deeds."""

from collections.abc import Sequence
from datetime import datetime

from gandan.movement.actions.held import cleaned, one_line
from gandan.movement.models import Aim, Force, Milestone, Practice, Resource
from gandan.movement.written import MilestoneGiven, ResourceGiven, Written

LINES = ("title", "place", "audience")
TEXTS = ("problem", "aim", "way", "output", "upkeep", "changed")


def fill(practice: Practice, written: Written, *, now: datetime) -> None:
    """The words, choices and days of the form, in memory."""
    for name in LINES:
        setattr(practice, name, one_line(getattr(written, name)))
    for name in TEXTS:
        setattr(practice, name, cleaned(getattr(written, name)))
    practice.field, practice.kind, practice.subject, practice.host = written.field, written.kind, written.subject, written.host
    practice.is_new, practice.starts_on, practice.ends_on = written.is_new, written.starts_on, written.ends_on
    practice.changed_at = now


def as_written(practice: Practice) -> Written:
    """The words, choices and days that stand on the row, without its rows."""
    kept = {name: getattr(practice, name) for name in (*LINES, *TEXTS, "field", "kind", "subject", "host")}
    return Written(**kept, is_new=practice.is_new, starts_on=practice.starts_on, ends_on=practice.ends_on)


def rows(practice: Practice, written: Written) -> None:
    """The rows of the form, instead of those that stood there. Only drafts are written, so nothing was measured by them yet."""
    for kept in (practice.forces, practice.aims, practice.resources, practice.milestones):
        kept.all().delete()
    Force.objects.bulk_create(
        Force(practice=practice, part=f.part, office=f.office, name=one_line(f.name), task=one_line(f.task), order=n)
        for n, f in enumerate(written.forces, 1)
    )
    Aim.objects.bulk_create(
        Aim(
            practice=practice,
            name=one_line(a.name),
            measure=a.measure,
            noun=one_line(a.noun),
            before=a.before,
            target=a.target,
            due=a.due,
            indicator=a.indicator,
            order=n,
        )
        for n, a in enumerate(written.aims, 1)
    )
    more_rows(practice, written.resources, written.milestones)


def more_rows(practice: Practice, resources: Sequence[ResourceGiven], milestones: Sequence[MilestoneGiven]) -> None:
    """What it takes, and its timetable."""
    Resource.objects.bulk_create(
        Resource(practice=practice, kind=r.kind, measure=r.measure, noun=one_line(r.noun), planned=r.planned, used=r.used, order=n)
        for n, r in enumerate(resources, 1)
    )
    Milestone.objects.bulk_create(Milestone(practice=practice, due=m.due, what=one_line(m.what)) for m in milestones)
