"""READ: cases as outsiders ask for them by the standard. Nothing here needs a right: what is shown of each is decided where it is shown."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from gandan.core.events.models import Event
from gandan.opinions.enums import ENDED, State
from gandan.opinions.models import Case, Opinion, Publication

THING = Case._meta.label_lower
DEEP = 20  # a case joined into a case joined into a case …


def cases() -> QuerySet[Case]:
    """Every case but those that went into another, with what is shown of them, in a constant number of queries."""
    placed = Opinion.objects.filter(latitude__isnull=False, case__publication__is_shown=True).order_by("said_at", "id")
    rows = Case.objects.exclude(state=State.JOINED).select_related("hamlet", "office", "publication")
    return rows.prefetch_related("office__names", Prefetch("opinions", queryset=placed))


def asked(
    *, start: datetime, end: datetime, topics: Iterable[str], statuses: Iterable[str], units: Iterable[UUID] | None, most: int
) -> list[Case]:
    """What was received from `start` to `end`, newest first. No status is every status."""
    rows = cases().filter(received_at__gte=start, received_at__lte=end)
    if codes := list(topics):
        rows = rows.filter(topic__in=codes)
    wanted = set(statuses)
    if len(wanted) == 1:
        rows = rows.filter(state__in=sorted(ENDED)) if "closed" in wanted else rows.exclude(state__in=sorted(ENDED))
    if units is not None:
        rows = rows.filter(unit__in=list(units))
    return list(rows.order_by("-received_at", "-id")[:most])


def several(ids: Iterable[str]) -> list[Case]:
    """Cases by public number or id, in the order asked; what is unknown is left out. A joined one leads to what it went into."""
    wanted = list(ids)
    keys = {one: key for one in wanted if (key := _id(one))}
    into = _joined_into(set(keys.values()))
    found = Q(number__in=[one.upper() for one in wanted if one]) | Q(pk__in=[into.get(key, key) for key in keys.values()])
    rows = list(cases().filter(found))
    by_number, by_id = {case.number: case for case in rows if case.number}, {case.pk: case for case in rows}
    order = [by_id.get(into.get(keys[one], keys[one])) if one in keys else by_number.get(one.upper()) for one in wanted]
    return list(dict.fromkeys(case for case in order if case is not None))


def number_of(opinion: UUID) -> str | None:
    """The public number of the case in which an opinion lies, while the case stands published."""
    shown = Publication.objects.filter(case__opinions=opinion, is_shown=True).values_list("case__number", flat=True)
    return shown.first() or None


def changes(*, start: datetime, end: datetime, units: Iterable[UUID] | None, ids: Iterable[str], most: int) -> list[tuple[Event, Case]]:
    """Deeds that changed a case's state or published it, oldest first, each with the case as it is now."""
    if wanted := list(ids):
        rows = several(wanted)
    else:
        changed = cases().filter(changed_at__gte=start)
        changed = changed if units is None else changed.filter(unit__in=list(units))
        rows = list(changed.order_by("changed_at", "id")[:most])
    by_id = {str(case.pk): case for case in rows}
    told = Event.objects.filter(thing_type=THING, thing_id__in=list(by_id), at__gte=start, at__lte=end).exclude(now="")
    return [(event, by_id[event.thing_id]) for event in told.order_by("at", "seq")[:most]]


def _joined_into(keys: set[UUID]) -> dict[UUID, UUID]:
    """For those that were joined: where they lie in the end."""
    led: dict[UUID, UUID] = {}
    waiting = set(keys)
    for _depth in range(DEEP):
        rows = Case.objects.filter(pk__in=waiting).values_list("pk", "joined_into")
        went = {key: to for key, to in rows if to is not None}
        if not went:
            break
        led = {key: went.get(at, at) for key, at in led.items()} | {key: to for key, to in went.items() if key in keys and key not in led}
        waiting = set(went.values())
    return led


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
