"""A place that the text names becomes a further place of the activity."""

from typing import cast

from django.utils import timezone

from gandan.activities import actions as activities
from gandan.activities.models import Activity, ActivityPlace
from gandan.activities.policies.part import MENTION
from gandan.core.access import refuse_if
from gandan.ingest import places, policies
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.units import queries as units
from gandan.units.models import Unit


def take(taking: Taking) -> Outcome:
    """The main unit of the activity, one in which that lies, or one of its places is not written a second time."""
    activity = cast(Activity, taking.activity)
    unit = places.row(places.resolved(taking.decided, on=taking.day))
    refuse_if(policies.placed(unit))
    unit = cast(Unit, unit)
    if unit.pk in units.ancestor_ids(activity.unit_id, taking.day or activity.unit.ended or timezone.localdate(taking.now)):
        return Outcome(activity, merged=True)
    there = ActivityPlace.objects.filter(activity=activity, unit=unit, removed_at=None).first()
    if there is not None:
        return Outcome(there, merged=True)
    place = activities.add_place(activity, unit=unit, mention=taking.decided.mention[:MENTION], quote=taking.shown_quote, **taking.who)
    return Outcome(place, (place,))


def take_back(place: ActivityPlace, taking: Taking) -> None:
    """Not there any more."""
    activities.remove_place(place, **taking.who)
