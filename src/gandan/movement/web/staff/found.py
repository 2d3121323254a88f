"""One model or one drive for whoever may see it; anything else is not there."""

from datetime import date
from uuid import UUID

from django.http import Http404

from gandan.commitments.web import choices
from gandan.core.access import Actor, Role
from gandan.movement import queries
from gandan.movement.enums import DriveState
from gandan.movement.models import Drive, Practice
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office

WRITERS = (Role.OFFICER, Role.LEADER)


def practice_for(actor: Actor, key: UUID) -> Practice:
    """A model that the actor may see."""
    practice = queries.visible_to(actor).filter(pk=key).select_related("drive", "field", "office", "hamlet").first()
    if practice is None:
        raise Http404
    return practice


def drive_for(actor: Actor, key: UUID) -> Drive:
    """A drive that the actor may see."""
    drive = queries.drives_visible_to(actor).filter(pk=key).select_related("office", "document", "before").first()
    if drive is None:
        raise Http404
    return drive


def open_drives(actor: Actor, today: date) -> list[Drive]:
    """Drives in which the actor's units take part: launched, not over, of the unit itself or one above."""
    here = {up for unit in choices.own_units(actor) for up in units.ancestor_ids(unit, today)}
    rows = Drive.objects.filter(state=DriveState.LAUNCHED, unit__in=here, ends_on__gte=today)
    return list(rows.order_by("-starts_on", "-pk").select_related("office").prefetch_related("fields", "windows", "office__names"))


def own_offices(actor: Actor, *, today: date) -> list[tuple[str, str]]:
    """Offices for which the actor may write, by their names of today."""
    mine = [h.office for h in actor.holdings if h.office and h.role in WRITERS]
    rows = Office.objects.filter(pk__in=mine, existed__contains=today).order_by(units.in_protocol(), "pk").prefetch_related("names")
    return [(str(o.pk), o.name_on(today)) for o in rows]


def headed(actor: Actor) -> list[Hamlet]:
    """The hamlets that the actor heads."""
    return list(Hamlet.objects.filter(pk__in=[h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet]))


def adopts(actor: Actor, p: Practice) -> bool:
    """Whether the actor could learn from it for an office or a hamlet of their own."""
    mine = any(h.office and h.role in WRITERS and h.office != p.office_id for h in actor.holdings)
    return mine or any(h.role == Role.HAMLET_HEAD and h.hamlet != p.hamlet_id for h in actor.holdings)


def drive_offices(actor: Actor, today: date) -> list[tuple[str, str]]:
    """Offices from which the actor may launch a drive, by their names of today."""
    mine = [h.office for h in actor.holdings if h.office and h.role in (*WRITERS, Role.SPECIALIST)]
    rows = Office.objects.filter(pk__in=mine, existed__contains=today).order_by(units.in_protocol(), "pk").prefetch_related("names")
    return [(str(o.pk), o.name_on(today)) for o in rows]
