"""Whose hands a subject is in: who works for it takes no other part in judging it, in whatever role they act today."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.appraisals import subjects
from gandan.appraisals.enums import Tie
from gandan.appraisals.models import Appraisal, Conflict, Posting, Seat
from gandan.core.access import Actor


def user_of(actor: Actor) -> UUID | None:
    """The account behind an actor; None for parts of the system and for people without one."""
    return actor.id if isinstance(actor, UserActor) else None


def offices_of(actor: Actor, *, today: date) -> set[UUID]:
    """Offices in which the actor works today, also in roles that were put aside to act in another."""
    here, user = {h.office for h in actor.holdings if h.office is not None}, user_of(actor)
    if user is not None:
        here |= set(RoleHeld.objects.filter(held_on(today), user=user, office__isnull=False).values_list("office", flat=True))
    return here


def of_office(actor: Actor, offices: Iterable[UUID | None], *, today: date) -> bool:
    """Whether the actor works in one of these offices today, in whatever role."""
    wanted = {office for office in offices if office is not None}
    return bool(wanted) and not wanted.isdisjoint(offices_of(actor, today=today))


def owners(subject_type: str, subject_id: str, owner_office: UUID | None) -> set[UUID]:
    """The office that owned it when it came here, and the one that owns it now."""
    now = subjects.owner(subject_type, subject_id)
    return {pk for pk in (owner_office, now.pk if now else None) if pk is not None}


def has_part(actor: Actor, posting: Posting, *, today: date) -> bool:
    """Whether the actor works for what is posted, or wrote it."""
    pair = (posting.subject_type, posting.subject_id)
    return actor.key in subjects.hands([pair])[pair] or of_office(actor, owners(*pair, posting.owner_office_id), today=today)


def concerned(actor: Actor, appraisals: Iterable[Appraisal], *, today: date) -> set[UUID]:
    """Of these appraisals, those in which the actor has a part: works in the owner's office, wrote or submitted it, or has a tie. The same
    number of questions for one and for a council's five hundred."""
    rows = list(appraisals)
    wrote, owned, user = subjects.hands(map(_pair, rows)), _owned(rows), user_of(actor)
    mine = offices_of(actor, today=today)
    tied = Conflict.objects.filter(appraisal__in=[a.pk for a in rows], seat__user=user).values_list("appraisal", flat=True) if user else ()
    known = set(tied)
    return {a.pk for a in rows if a.pk in known or actor.key in wrote[_pair(a)] or not mine.isdisjoint(owned[a.pk])}


def ties(appraisals: Iterable[Appraisal], seats: Iterable[Seat], *, today: date) -> dict[tuple[UUID, UUID], Tie]:
    """By appraisal and seat, whose person works for what is appraised: in the owner's office, at its unit where the council is of another
    unit (a ward's own council is made of people of the ward), or wrote or submitted it. The same number of questions for any number."""
    rows, seats = list(appraisals), list(seats)
    wrote, owned = subjects.hands(map(_pair, rows)), _owned(rows)
    roles = RoleHeld.objects.filter(held_on(today), user__in={s.user_id for s in seats}).values_list("user_id", "office_id", "unit_id")
    offices, places = defaultdict(set), defaultdict(set)
    for user, office, unit in roles:
        offices[user].add(office)
        places[user].add(unit)
    found: dict[tuple[UUID, UUID], Tie] = {}
    for a in rows:
        near = {a.unit_id} if a.council.unit_id != a.unit_id else set()
        for s in seats:
            if not owned[a.pk].isdisjoint(offices[s.user_id]) or not near.isdisjoint(places[s.user_id]):
                found[a.pk, s.pk] = Tie.OWN_UNIT
            elif f"user:{s.user_id}" in wrote[_pair(a)]:
                found[a.pk, s.pk] = Tie.TOOK_PART
    return found


def _pair(appraisal: Appraisal) -> tuple[str, str]:
    return appraisal.subject_type, appraisal.subject_id


def _owned(rows: list[Appraisal]) -> dict[UUID, set[UUID]]:
    """The offices that owned each when it came here, and own it now."""
    now = subjects.owners(map(_pair, rows))
    return {a.pk: {pk for pk in (a.owner_office_id, now[_pair(a)].pk if _pair(a) in now else None) if pk is not None} for a in rows}
