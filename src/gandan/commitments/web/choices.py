"""What can be picked on this room's pages: offices, rules that count days, hamlets, people of an office."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.forms import Form
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.commitments.web.forms.picking import Groups
from gandan.core.access import Actor, Role
from gandan.core.legal import queries as law
from gandan.core.legal.enums import DAYS
from gandan.core.text import sort_key
from gandan.units import queries as units
from gandan.units.gazetteer import Place
from gandan.units.models import Office, OfficeName

NOT_OWED = (  # periods that say how long something stands or is kept, or until when a citizen may act: no office owes a result by them
    *("commitment.", "notices.", "ingest.", "denunciation.", "complaint.time_bar", "complaint.lodge_"),
    *("disclosure.posting", "disclosure.loudspeaker", "consultation.period", "decision.ballot_publicity"),
)
MOST_UNITS = 6  # of one typed name: more would hide the right one


def own_units(actor: Actor) -> list[UUID]:
    """Units in which the actor holds a role."""
    return list(dict.fromkeys(h.unit for h in actor.holdings if h.unit))


def own_offices(actor: Actor, *, today: date) -> list[tuple[str, str]]:
    """The offices from which the actor works."""
    mine = [h.office for h in actor.holdings if h.office and h.role in (Role.OFFICER, Role.LEADER, Role.SPECIALIST)]
    rows = Office.objects.filter(pk__in=mine).order_by(units.in_protocol(), "pk").prefetch_related("names")
    return [(str(o.pk), o.name_on(today)) for o in rows]


def promising(actor: Actor, *, today: date) -> Groups:
    """Offices for which the actor may promise: their own, and as leader of a unit every office of it."""
    led = {h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit}
    mine = {str(h.office) for h in actor.holdings if h.role in (Role.OFFICER, Role.LEADER) and h.office}
    everywhere = in_units([u for u in own_units(actor) if u in led], today=today)
    there = in_units([u for u in own_units(actor) if u not in led], today=today)
    return [*everywhere, *((unit, kept) for unit, found in there if (kept := [o for o in found if o[0] in mine]))]


def offices(actor: Actor, typed: str, *, today: date, kept: Iterable[str] = ()) -> Groups:
    """Offices by unit: the actor's own units, then those that answer to the typed name; `kept` are ids that were chosen before."""
    wanted = own_units(actor)
    if typed.strip():
        wanted += [p.id for hit in units.of_today(typed, limit=MOST_UNITS) for p in hit.today[:MOST_UNITS]]
    wanted += Office.objects.filter(pk__in=[k for k in kept if is_id(k)]).values_list("unit_id", flat=True)
    return in_units(list(dict.fromkeys(wanted))[: MOST_UNITS * 2], today=today)


def in_units(wanted: list[UUID], *, today: date) -> Groups:
    """Every office of some units on a day, each group named by its unit."""
    rows = Office.objects.filter(unit_id__in=wanted, existed__contains=today)
    by_unit: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    for office in rows.prefetch_related(Prefetch("names", OfficeName.objects.order_by("during"))).order_by(units.in_protocol(), "pk"):
        by_unit[office.unit_id].append((str(office.pk), office.name_on(today)))
    places = {p.id: p for p in units.several(wanted) if p is not None}
    return [(places[u].full_name, by_unit[u]) for u in wanted if u in places and by_unit[u]]


def rules(*, today: date) -> Groups:
    """Rules by which an office owes something within a number of days, by group."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in law.current(on=today).filter(measure__in=DAYS):
        if row.code.startswith(NOT_OWED):
            continue
        rule = law.as_rule(row)
        found[rule.group].append((rule.code, f"{rule.label}: {rule.value_text()}"))
    return list(found.items())


def hamlets(wanted: Iterable[UUID], *, today: date) -> list[tuple[str, str]]:
    """Hamlets of the actor's communes."""
    return [(str(h.pk), str(h)) for unit in wanted for h in units.hamlets(unit, on=today)]


def people(office: Office, *, today: date) -> list[tuple[str, str]]:
    """Officers and leaders of an office, who may be named to look after a work."""
    roles = RoleHeld.objects.filter(held_on(today), office=office, role__in=(Role.OFFICER, Role.LEADER), user__is_active=True)
    named = {r.user_id: r.user.full_name for r in roles.select_related("user")}
    return sorted(((str(pk), name) for pk, name in named.items()), key=lambda pair: sort_key(pair[1]))


def office(key: str) -> Office:
    """The office that was picked, with its names."""
    return get_object_or_404(Office.objects.prefetch_related("names"), pk=key)


def names_of(wanted: Iterable[UUID]) -> dict[UUID, Place]:
    """Units by id, in one question however many."""
    ids = list(dict.fromkeys(wanted))
    return {p.id: p for p in units.several(ids) if p is not None}


def is_id(text: str) -> bool:
    """Whether a text is an id."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def picking(
    request: HttpRequest, form: Callable[..., Form], actor: Actor, *, today: date, field: str, **more: Any
) -> tuple[Form, bool, bool]:
    """A form with an office to be picked. The button that looks for a unit gives it back unchecked, with everything typed and more to pick.

    Answers the form, whether a unit was looked for, and whether it has offices.
    """
    typed = request.POST
    kept = [*typed.getlist(field), *typed.getlist("coordinators")]
    found = offices(actor, typed.get("where", ""), today=today, kept=kept)
    searching = "tim-co-quan" in typed
    if request.method != "POST":
        return form(offices=found, **more), False, False
    if searching:
        more["initial"] = {**more.get("initial", {}), **_as_initial(typed)}
        return form(offices=found, **more), True, len(found) > len(offices(actor, "", today=today, kept=kept))
    return form(typed, offices=found, **more), False, False


def _as_initial(typed: QueryDict) -> dict[str, Any]:
    """What was typed so far, to be shown again without being checked."""
    return {name: typed.getlist(name) if name == "coordinators" else typed.get(name) for name in typed}
