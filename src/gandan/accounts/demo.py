"""The demo's people: a believable cast in real units, every name invented, made through the same actions as real ones.

All share one password and one second factor, which docs/try.md prints: so this refuses to run outside a demo.
"""

import tomllib
from datetime import date, datetime, time
from importlib.resources import files
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.accounts import actions, queries
from gandan.accounts.actor import UserActor
from gandan.accounts.models import User
from gandan.accounts.roles import SECOND_FACTOR
from gandan.core.access import Actor
from gandan.units import actions as unit_actions
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, Unit

PASSWORD = "Gan-dan-2026"  # noqa: S105  public, for the demo alone
SECRET = "GANDANDEMOGANDANDEMOGANDANDEMO32"  # noqa: S105  public, for the demo alone
SINCE = date(2025, 7, 1)  # the two-tier government began


class NotADemo(RuntimeError):
    """Somebody tried to let people with a published password into a real installation."""


def code(at: datetime) -> str:
    """The second factor of everybody in the demo at a moment."""
    return str(format_hotp_value(hotp_value(SECRET, int(at.timestamp()) // 30)))


def data() -> dict[str, Any]:
    """The readable list."""
    return tomllib.loads(files("gandan.accounts").joinpath("data/demo.toml").read_text(encoding="utf-8"))


@transaction.atomic
def fill(*, by: Actor, now: datetime) -> None:
    """Offices, people, hamlets, roles. What is there already is left alone, so that a second start changes nothing."""
    if not settings.DEMO:
        raise NotADemo
    told = data()
    for row in told["unit"]:
        _offices(row, by=by, now=now)
    people = {row["username"]: _person(row, by=by, now=now) for row in told["person"]}
    for row in told["person"]:  # officers first: they add the hamlets that hamlet heads need
        _roles(people[row["username"]], [r for r in row["roles"] if "hamlet" not in r], by=by, now=now)
    for row in told["hamlets"]:
        _hamlets(row, by=queries.actor_for(people[row["by"]], today=timezone.localdate(now)), now=now)
    for row in told["person"]:
        _roles(people[row["username"]], [r for r in row["roles"] if "hamlet" in r], by=by, now=now)


def _unit(code_: str) -> Unit:
    place = units.by_code(code_)
    if place is None:
        raise LookupError(code_)
    return Unit.objects.get(pk=place.id)


def _offices(row: dict[str, Any], *, by: Actor, now: datetime) -> None:
    unit, today = _unit(row["code"]), timezone.localdate(now)
    there = {o.kind for o in units.offices(unit.pk, on=today)}
    for kind, name in row["offices"].items():
        if kind not in there:
            unit_actions.add_office(unit, kind=kind, name=name, since=SINCE, by=by, now=now)
    if units.dan_van_owner(unit.pk, on=today) is None:
        owner = Office.objects.get(unit=unit, kind=row["owner"])
        unit_actions.set_dan_van_owner(unit, office=owner, since=SINCE, by=by, now=now)


def _person(row: dict[str, Any], *, by: Actor, now: datetime) -> User:
    user = User.objects.filter(username=row["username"]).first()
    if user is not None:
        return user
    user = actions.create_user(full_name=row["name"], username=row["username"], password=PASSWORD, by=by, now=now)
    if any(r["role"] in SECOND_FACTOR for r in row["roles"]):
        actions.set_second_factor(user, secret=SECRET, by=UserActor(user.pk), now=now)
    return user


def _roles(user: User, rows: list[dict[str, Any]], *, by: Actor, now: datetime) -> None:
    """Each role once, since the two-tier government began: what was done in these two years was done by who held it. One that was ended in
    the demo stays ended."""
    began = timezone.make_aware(datetime.combine(SINCE, time(7, 30)))
    for row in rows:
        place: dict[str, Any] = {}
        if "code" in row:
            place["unit"] = unit = _unit(row["code"])
            if "office" in row:
                place["office"] = Office.objects.get(unit=unit, kind=row["office"])
            if "hamlet" in row:
                place["hamlet"] = Hamlet.objects.get(unit=unit, name=row["hamlet"])
        if not user.roles.filter(role=row["role"], **place).exists():
            actions.give_role(user, role=row["role"], **place, since=SINCE, by=by, now=min(began, now))


def _hamlets(row: dict[str, Any], *, by: Actor, now: datetime) -> None:
    unit, today = _unit(row["code"]), timezone.localdate(now)
    there = set(Hamlet.objects.filter(unit=unit).values_list("name", flat=True))
    for name, households in row["names"].items():
        if name not in there:
            hamlet = unit_actions.add_hamlet(unit, kind=row["kind"], name=name, since=SINCE, by=by, now=now)
            unit_actions.count_households(hamlet, households=households, counted_on=today, by=by, now=now)
