"""The demo's work diary: invented activities in real units, with the requests made there and what became of them."""

import tomllib
from datetime import datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.accounts.demo import NotADemo
from gandan.activities import actions
from gandan.activities.models import Activity
from gandan.commitments.demo import at, office_of, officer
from gandan.core.access import Actor, Role
from gandan.directives import queries as documents
from gandan.units import queries as units
from gandan.units.models import Unit


def data() -> dict[str, Any]:
    """The readable list."""
    return tomllib.loads(files("gandan.activities").joinpath("data/demo.toml").read_text(encoding="utf-8"))


@transaction.atomic
def fill(*, by: Actor, now: datetime) -> None:
    """Activities, once: where there is any already, nothing is added."""
    if not settings.DEMO:
        raise NotADemo
    if Activity.objects.exists():
        return
    for row in data()["activity"]:
        _activity(row, now=now)


def _activity(row: dict[str, Any], *, now: datetime) -> None:
    office = office_of(row["unit"], row["office"])
    who, when = officer(office, now=now), now - timedelta(days=row["day"] - 1 / 4)
    day = timezone.localdate(now) - timedelta(days=row["day"])
    activity = actions.record_activity(
        kind=row["kind"],
        title=row["title"],
        unit=office.unit,
        starts_on=day,
        place=row["place"],
        text=row["text"],
        is_public=not row.get("internal", False),
        hosts=[office],
        by=who,
        now=when,
    )
    if "in" in row:
        actions.add_place(activity, unit=_unit(row["in"]), mention=row["place"], by=who, now=when)
    if "people" in row:
        people, bound = row["people"]
        actions.add_attendance(activity, people=people, bound=bound, by=who, now=when)
    for point, points, people, bound in row.get("points", ()):
        actions.add_attendance(activity, point=point, points=points, people=people, bound=bound, by=who, now=when)
    for number in row.get("documents", ()):
        for document in documents.find_number(number)[:1]:
            actions.cite_document(activity, document=document, by=who, now=when)
    for value, measure, noun, quote in row.get("figures", ()):
        actions.note_figure(activity, value=Decimal(str(value)), measure=measure, noun=noun, quote=quote, by=who, now=when)
    for ask in row.get("asks", ()):
        _ask(activity, ask, who=who, when=when, now=now)


def _ask(activity: Activity, ask: dict[str, Any], *, who: Actor, when: datetime, now: datetime) -> None:
    addressed = _unit(ask["addressed"]) if "addressed" in ask else activity.unit
    said = {"by_text": ask["by"], "to_text": ask["to"], "text": ask["text"], "addressed": addressed}
    request = actions.note_request(activity, **said, by=who, now=when)
    leader, later = at(Role.LEADER, addressed.pk, now=now), when + timedelta(days=2)
    if ask["outcome"] == "declined":
        actions.decline_request(request, reason=ask["reason"], by=leader, now=later)
    if ask["outcome"] == "taken_up":
        office = activity.unit.offices.get(kind=ask["office"])
        due = timezone.localdate(now) + timedelta(days=ask["due"])
        said = {"title": ask["title"], "deliverable": ask["deliverable"], "lead": office, "due": due}
        actions.take_up_request(request, **said, by=leader, now=later)


def _unit(code: str) -> Unit:
    place = units.by_code(code)
    if place is None:
        raise LookupError(code)
    return Unit.objects.get(pk=place.id)
