"""Whose hands a subject is in: who works for it takes no other part in judging it, in whatever role they act today."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.appraisals import subjects
from gandan.appraisals.enums import Tie
from gandan.appraisals.models import Appraisal, Seat
from gandan.core.access import Actor


def user_of(actor: Actor) -> UUID | None:
    """The account behind an actor; None for parts of the system and for people without one."""
    return actor.id if isinstance(actor, UserActor) else None


def of_office(actor: Actor, offices: Iterable[UUID | None], *, today: date) -> bool:
    """Whether the actor works in one of these offices today, also in a role that was put aside to act in another."""
    wanted = {office for office in offices if office is not None}
    if any(h.office in wanted for h in actor.holdings):
        return True
    user = user_of(actor)
    return bool(wanted) and user is not None and RoleHeld.objects.filter(held_on(today), user=user, office__in=wanted).exists()


def owners(subject_type: str, subject_id: str, owner_office: UUID | None) -> set[UUID]:
    """The office that owned it when it came here, and the one that owns it now."""
    now = subjects.owner(subject_type, subject_id)
    return {pk for pk in (owner_office, now.pk if now else None) if pk is not None}


def ties(appraisal: Appraisal, seats: Iterable[Seat], *, today: date) -> dict[UUID, Tie]:
    """Of these seats, those whose person works for what is appraised: in the owner's office, at its unit where the council is of another
    unit (a ward's own council is made of people of the ward), or wrote or submitted it. One question for all of them."""
    owned = owners(appraisal.subject_type, appraisal.subject_id, appraisal.owner_office_id)
    near = Q(office__in=owned)
    if appraisal.council.unit_id != appraisal.unit_id:
        near |= Q(unit=appraisal.unit_id)
    seats = list(seats)
    working = set(RoleHeld.objects.filter(held_on(today), near, user__in=[s.user_id for s in seats]).values_list("user_id", flat=True))
    wrote = subjects.hands(appraisal.subject_type, appraisal.subject_id)
    found = {s.pk: Tie.TOOK_PART for s in seats if f"user:{s.user_id}" in wrote}
    return found | {s.pk: Tie.OWN_UNIT for s in seats if s.user_id in working}
