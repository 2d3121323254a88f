"""Papers of a dossier: what the office signed and stamped, as files. They go with the dossier, by the retention rule at the latest."""

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.awards import policies
from gandan.awards.actions.held import held_nomination
from gandan.awards.models import Nomination
from gandan.core import events
from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.files.models import StoredFile
from gandan.core.files.queries import of as files_of


@transaction.atomic
def add_paper(nomination: Nomination, *, upload: "File[Any]", by: Actor, now: datetime) -> StoredFile:
    """One file more, as long as the dossier can be mended. The same file twice is one."""
    nomination = held_nomination(nomination)
    require(by, "awards.nominate", nomination)
    there = files_of(nomination).count()
    refuse_if(policies.nomination.paper(nomination, there=there, today=timezone.localdate(now)))
    stored = files.store(upload, by=by, now=now, owner=nomination)
    facts: dict[str, Fact] = {"file_id": stored.pk, "size": stored.size}
    events.record("awards.paper_added", nomination, by=by, at=now, unit=nomination.unit_id, now=nomination.state, facts=facts)
    return stored


@transaction.atomic
def drop_paper(nomination: Nomination, file: StoredFile, *, by: Actor, now: datetime) -> StoredFile:
    """A wrong file goes at once, bytes and name; that there was one stays."""
    nomination = held_nomination(nomination)
    require(by, "awards.nominate", nomination)
    refuse_if(policies.nomination.changeable(nomination, today=timezone.localdate(now)))
    kept = files_of(nomination).get(pk=file.pk)
    erased = files.erase(kept, by=SystemActor("retention"), now=now)
    facts: dict[str, Fact] = {"file_id": kept.pk}
    events.record("awards.paper_dropped", nomination, by=by, at=now, unit=nomination.unit_id, now=nomination.state, facts=facts)
    return erased
