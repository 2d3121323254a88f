"""READ. Actors, people of a unit, one person's roles."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from gandan.accounts.actor import UserActor
from gandan.accounts.models import ApiToken, PasswordLink, RoleHeld, User
from gandan.accounts.roles import SECOND_FACTOR
from gandan.core.access import Actor, Holding, Role
from gandan.core.events import Event
from gandan.core.text import sort_key
from gandan.units.models import HamletPlace


def held_on(day: date) -> Q:
    """Roles that count on a day."""
    return Q(valid__contains=day, withdrawn=False)


def people_holding(roles: Q, *, today: date) -> "QuerySet[RoleHeld, UUID]":
    """Ids of the active people who hold such roles on a day, each once: to whom something is told."""
    return RoleHeld.objects.filter(held_on(today), roles, user__is_active=True).values_list("user_id", flat=True).distinct()


def roles_of(user: User, *, on: date) -> list[RoleHeld]:
    """What somebody is on a day, the most responsible first."""
    rows = RoleHeld.objects.filter(held_on(on), user=user).select_related("office", "hamlet", "unit").prefetch_related("office__names")
    order = list(Role)
    return sorted(rows, key=lambda r: (order.index(Role(r.role)), r.pk))


def must_have_second_factor(roles: list[RoleHeld]) -> bool:
    """Whether one of the roles forbids working with a password alone."""
    return any(r.role in SECOND_FACTOR for r in roles)


def has_second_factor(user: User) -> bool:
    """Whether a code is asked after the password."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def encrypted_samples() -> list[str]:
    """The newest and the oldest encrypted secret, to try the keys on: lost keys fail on one of them."""
    rows = Authenticator.objects.filter(type=Authenticator.Type.TOTP, data__has_key="secret").values_list("data__secret", flat=True)
    return list(dict.fromkeys([*rows.order_by("-pk")[:1], *rows.order_by("pk")[:1]]))


def actor_of_roles(user: User, roles: list[RoleHeld], *, today: date, acting_as: UUID | None = None) -> UserActor:
    """The frozen actor; `acting_as` narrows it to one role, when the person chose the office they act from.

    A chosen role that has ended leaves nothing: a session never widens to other roles by itself.
    """
    chosen = roles if acting_as is None else [r for r in roles if r.pk == acting_as]
    aside = tuple((Role(r.role), r.office_id) for r in roles if r not in chosen and r.office_id is not None)
    return UserActor(user.pk, tuple(Holding(Role(r.role), r.unit_id, today, r.office_id, r.hamlet_id) for r in chosen), aside)


def actor_for(user: User, *, today: date, acting_as: UUID | None = None) -> UserActor:
    """Who acts when this person does something today. Nobody's rights outlive a deactivated account."""
    roles = roles_of(user, on=today) if user.is_active else []
    return actor_of_roles(user, roles, today=today, acting_as=acting_as)


def led_by(actor: Actor) -> set[UUID]:
    """Units that the actor leads."""
    return {h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit is not None}


def is_administrator(actor: Actor) -> bool:
    """Runs the system: accounts and roles everywhere, contents nowhere."""
    return any(h.role == Role.ADMINISTRATOR for h in actor.holdings)


def visible_to(actor: Actor) -> QuerySet[User]:
    """Accounts that an actor may manage or look at: administrators all, leaders those with a role in their unit, others none."""
    if is_administrator(actor):
        return User.objects.all()
    units = led_by(actor)
    if not units:
        return User.objects.none()
    return User.objects.filter(Exists(RoleHeld.objects.filter(user=OuterRef("pk"), unit__in=units, withdrawn=False)))


def people_at(unit: UUID | None, *, actor: Actor, today: date) -> list[User]:
    """Who holds a role in a unit (None: in the whole installation), today or later, by name; `current` are those roles."""
    roles = RoleHeld.objects.filter(Q(valid__endswith__gt=today) | Q(valid__upper_inf=True), unit=unit, withdrawn=False)
    roles = roles.select_related("office", "hamlet").prefetch_related("office__names").order_by("valid")
    rows = visible_to(actor).filter(Exists(roles.filter(user=OuterRef("pk"))))
    return sorted(rows.prefetch_related(Prefetch("roles", roles, to_attr="current")), key=lambda u: sort_key(u.full_name))


def people_without_role(*, actor: Actor, today: date) -> QuerySet[User]:
    """Accounts that hold nothing today or later: to be given a role, or closed."""
    open_ = RoleHeld.objects.filter(Q(valid__endswith__gt=today) | Q(valid__upper_inf=True), user=OuterRef("pk"), withdrawn=False)
    return visible_to(actor).filter(~Exists(open_)).order_by("-created_at")


def units_with_people(*, today: date) -> list[tuple[UUID, int]]:
    """Units in which somebody holds a role today, with how many."""
    rows = RoleHeld.objects.filter(held_on(today), unit__isnull=False).values("unit").annotate(people=Count("user", distinct=True))
    return [(r["unit"], r["people"]) for r in rows.order_by("-people", "unit")]


def roles_at(user: User, *, actor: Actor) -> QuerySet[RoleHeld]:
    """A person's roles through time, as far as the actor may see them: a leader those in the own unit."""
    rows = user.roles.select_related("unit", "office", "hamlet").prefetch_related("office__names").order_by("-valid")
    return rows if is_administrator(actor) else rows.filter(unit__in=led_by(actor))


@dataclass(frozen=True)
class OwnSession:
    """Where somebody is signed in. No address is kept."""

    id: int
    device: str
    since: datetime
    current: bool


def runs_a_role_with_second_factor(user: User, *, today: date) -> bool:
    """Whether a role of today or later forbids working with a password alone."""
    open_ = Q(valid__endswith__gt=today) | Q(valid__upper_inf=True)
    return user.roles.filter(open_, withdrawn=False, role__in=SECOND_FACTOR).exists()


def who_did(verb: str, user: User, *, since: datetime) -> set[str]:
    """Keys of the people who did something to an account."""
    rows = Event.objects.filter(thing_type="accounts.user", thing_id=str(user.pk), verb=verb, at__gte=since, actor__startswith="user:")
    return set(rows.values_list("actor", flat=True))


def in_one_hand(user: User, *, now: datetime) -> bool:
    """Whether one person lately had both the password link and the second factor of this account in hand; said at each sign-in."""
    since = now - timedelta(days=30)
    return bool(who_did("accounts.password_link_made", user, since=since) & who_did("accounts.second_factor_reset", user, since=since))


def administrators_beside(actor: Actor, user: User, *, today: date) -> QuerySet[RoleHeld]:
    """Who else could do an administrator's deed on this account."""
    rows = RoleHeld.objects.filter(held_on(today), role=Role.ADMINISTRATOR, user__is_active=True).exclude(user=user)
    return rows.exclude(user=UUID(actor.key.removeprefix("user:"))) if actor.key.startswith("user:") else rows


def roles_left_behind(*, today: date) -> QuerySet[RoleHeld]:
    """Roles that still run in a place that is gone: after a split only people know who works where now."""
    rows = RoleHeld.objects.filter(held_on(today), user__is_active=True).select_related("user", "unit", "office", "hamlet")
    there = HamletPlace.objects.filter(hamlet=OuterRef("hamlet"), unit=OuterRef("unit"), during__contains=today)
    gone = ~Q(unit__existed__contains=today) | Q(office__isnull=False) & ~Q(office__existed__contains=today)
    return rows.filter(Q(unit__isnull=False) & gone | Q(hamlet__isnull=False) & ~Exists(there)).order_by("unit", "pk")


def sessions_of(user: User, *, current_key: str | None) -> list[OwnSession]:
    """Living sessions of a person, newest first; those that ended by themselves are left out."""
    rows = UserSession.objects.filter(user=user).order_by("-created_at")
    return [OwnSession(s.pk, device(s.user_agent), s.created_at, s.session_key == current_key) for s in rows if s.exists()]


def device(user_agent: str) -> str:
    """Browser and system in two words, for people to recognise."""
    browsers = {"Edg": "Edge", "OPR": "Opera", "coc_coc": "Cốc Cốc", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox"}
    browsers |= {"Chrome": "Chrome", "Safari": "Safari"}
    systems = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS", "Linux": "Linux"}
    parts = [next((name for sign, name in names.items() if sign in user_agent), "") for names in (browsers, systems)]
    return " · ".join(p for p in parts if p)


def usable_link(token: str, *, now: datetime) -> PasswordLink | None:
    """The link behind a token while it can still be used."""
    from gandan.accounts.tokens import digest

    row = PasswordLink.objects.select_related("user").filter(digest=digest(token), used_at=None, valid_until__gt=now).first()
    return row if row is not None and row.user.is_active else None


def actor_of_token(token: str, now: datetime) -> Actor | None:
    """Who asks with a token; None when it opens nothing today. Roles that need a second factor count only where one is set up."""
    from gandan.accounts.tokens import digest

    today = timezone.localdate(now)
    held = ApiToken.objects.select_related("user").filter(digest=digest(token)).first()
    if held is None or not held.works(today) or not held.user.is_active:
        return None
    roles = roles_of(held.user, on=today)
    if must_have_second_factor(roles) and not has_second_factor(held.user):
        return UserActor(held.user.pk)
    return actor_of_roles(held.user, roles, today=today)
