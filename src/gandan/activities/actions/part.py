"""What all deeds on details share: lock, ask, write, one event, a fresh search document."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from gandan.activities import search
from gandan.activities.models import Activity, Part, WordedPart
from gandan.activities.policies import activity as activities
from gandan.activities.policies import open_words
from gandan.activities.policies import part as policies
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.text.clean import line

P = TypeVar("P", bound=Part)
__all__ = ["add", "line", "lock", "open_for", "take_off"]


def lock(activity: Activity) -> Activity:
    """The activity as it is now, for this deed alone."""
    return Activity.objects.select_for_update().get(pk=activity.pk)


def open_for(activity: Activity, *, by: Actor) -> Activity:
    """Lock it and ask who."""
    activity = lock(activity)
    require(by, "activities.add", activity)
    refuse_if(activities.shown(activity, by=by))
    return activity


def add(row: P, *, what: str, by: Actor, now: datetime, facts: Mapping[str, Fact] | None = None) -> P:
    """Save a new detail and record `activities.<what>_added`."""
    refuse_if(open_words.detail(row.activity, row))
    row.save(force_insert=True)
    _tell(row, f"activities.{what}_added", by=by, now=now, facts=facts)
    return row


def take_off(row: P, *, what: str, by: Actor, now: datetime, becomes: Mapping[str, object] | None = None) -> P:
    """Take a detail off: the row stays empty, so that the record still verifies; words and names are gone."""
    activity = lock(row.activity)
    row = type(row)._default_manager.select_for_update().get(pk=row.pk)
    row.activity = activity
    require(by, "activities.remove", row)
    refuse_if(activities.shown(activity, by=by) or policies.remove(row))
    if isinstance(row, WordedPart):
        row.erase_content()
    row.removed_at = now
    for name, value in (becomes or {}).items():
        setattr(row, name, value)
    row.save()
    _tell(row, f"activities.{what}_removed", by=by, now=now)
    return row


def _tell(row: Part, verb: str, *, by: Actor, now: datetime, facts: Mapping[str, Fact] | None = None) -> None:
    activity = row.activity
    activity.changed_at = now
    activity.save(update_fields=["changed_at"])
    binds = [row] if isinstance(row, WordedPart) else []
    events.record(verb, activity, by=by, at=now, unit=activity.unit_id, facts={"row": row.pk, **(facts or {})}, binds=binds)
    search.refresh(activity)
