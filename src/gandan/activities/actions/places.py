"""Who held it, and in which further units."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.activities.actions.part import add, line, open_for, take_off
from gandan.activities.models import Activity, ActivityPlace, Host
from gandan.activities.policies import part as policies
from gandan.core.access import Actor, refuse_if
from gandan.units.models import Office, Unit


@transaction.atomic
def add_host(activity: Activity, *, office: Office | None = None, name: str = "", by: Actor, now: datetime) -> Host:
    """An office that held it. The same one again answers with what is there."""
    activity, name = open_for(activity, by=by), line(name)
    refuse_if(policies.host(activity, office=office, name=name))
    if office is not None:
        name = office.name_on(activity.starts_on or timezone.localdate(now))
    same = Host.objects.filter(removed_at=None, activity=activity)
    there = (same.filter(office=office) if office is not None else same.filter(name=name)).first()
    return there or add(Host(activity=activity, office=office, name=name), what="host", by=by, now=now)


@transaction.atomic
def remove_host(host: Host, *, by: Actor, now: datetime) -> Host:
    """It did not hold it after all."""
    return take_off(host, what="host", by=by, now=now)


@transaction.atomic
def add_place(activity: Activity, *, unit: Unit, mention: str = "", quote: str = "", by: Actor, now: datetime) -> ActivityPlace:
    """A further unit in which it happened, as it was then. The same one again answers with what is there."""
    activity, mention, quote = open_for(activity, by=by), line(mention), line(quote)
    there = ActivityPlace.objects.filter(removed_at=None, activity=activity, unit=unit).first()
    if there is not None:
        return there
    refuse_if(policies.place(activity, unit=unit, mention=mention, quote=quote))
    return add(
        ActivityPlace(activity=activity, unit=unit, mention=mention, quote=quote), what="place", by=by, now=now, facts={"at": unit.pk}
    )


@transaction.atomic
def remove_place(place: ActivityPlace, *, by: Actor, now: datetime) -> ActivityPlace:
    """It did not happen there after all."""
    return take_off(place, what="place", by=by, now=now)
