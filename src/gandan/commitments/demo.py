"""The demo's promises and tasks: invented, in real units, told through the ordinary deeds with days counted back from now."""

import tomllib
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.accounts.demo import NotADemo
from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import actor_for
from gandan.commitments import actions
from gandan.commitments.models import Commitment
from gandan.commitments.stories import Story
from gandan.core.access import Actor, Role, SystemActor
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, Unit


def data() -> dict[str, Any]:
    """The readable list."""
    return tomllib.loads(files("gandan.commitments").joinpath("data/demo.toml").read_text(encoding="utf-8"))


@transaction.atomic
def fill(*, by: Actor, now: datetime) -> None:
    """Promises and tasks, once: where there is any commitment already, nothing is added."""
    if not settings.DEMO:
        raise NotADemo
    if Commitment.objects.exists():
        return
    told = data()
    for row in told["promise"]:
        tell_promise(row, now=now)
    for row in told["task"]:
        _task(row, now=now)
    actions.end_postings(by=SystemActor("clock"), now=now)


def tell_promise(row: dict[str, Any], *, now: datetime) -> Commitment:
    """Make one promise and play what became of it."""
    office = office_of(row["unit"], row["office"])
    made = now - timedelta(days=row["made"])
    promise = actions.promise(
        title=row["title"],
        deliverable=row["deliverable"],
        beneficiary=row.get("to", ""),
        lead=office,
        due=timezone.localdate(now) + timedelta(days=row["due"]),
        hamlet=Hamlet.objects.get(unit_id=office.unit_id, name=row["hamlet"]) if "hamlet" in row else None,
        by=officer(office, now=now),
        now=made,
    )
    Story(row, promise, officer=officer(office, now=now), leader=at(Role.LEADER, office.unit_id, now=now), now=now).play()
    return promise


def _task(row: dict[str, Any], *, now: datetime) -> None:
    office, above = office_of(row["unit"], row["office"]), row["from"]
    giver = person(above["by"], now=now)
    task = actions.assign(
        title=row["title"],
        deliverable=row["deliverable"],
        lead=office,
        assigned_by=office_of(above["unit"], above["office"]),
        due=timezone.localdate(now) + timedelta(days=row["due"]),
        by=giver,
        now=now - timedelta(days=row["made"]),
    )
    Story(row, task, officer=officer(office, now=now), leader=giver, now=now).play()


def office_of(code: str, kind: str) -> Office:
    """The office of a kind at the unit that bears a code today."""
    place = units.by_code(code)
    if place is None:
        raise LookupError(code)
    return Office.objects.get(unit=Unit.objects.get(pk=place.id), kind=kind)


def person(username: str, *, now: datetime) -> Actor:
    """Somebody of the demo with today's roles."""
    return actor_for(RoleHeld.objects.filter(user__username=username)[0].user, today=timezone.localdate(now))


def officer(office: Office, *, now: datetime) -> Actor:
    """Whoever works in the office, else the leader of its unit."""
    held = RoleHeld.objects.filter(office=office, role__in=[Role.OFFICER, Role.LEADER]).order_by("-role", "pk").first()
    return actor_for(held.user, today=timezone.localdate(now)) if held else at(Role.LEADER, office.unit_id, now=now)


def at(role: Role, unit: UUID, *, now: datetime) -> Actor:
    """The first who holds the role in a unit."""
    return actor_for(RoleHeld.objects.filter(unit_id=unit, role=role).order_by("pk")[0].user, today=timezone.localdate(now))
