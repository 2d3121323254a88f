"""WHO may do what to accounts and roles, on one screen.

An administrator manages accounts everywhere and reads no content. A leader manages the officers and hamlet heads of the own unit, and
nobody who is more than that: whoever can reset a password can become that person.
"""

from typing import Any

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.roles import LEADER_GIVES
from gandan.core.access import Actor, Role, anybody, either, holds, signed_in, system

ADMINISTRATOR = holds(Role.ADMINISTRATOR)


def _led_unit(thing: Any) -> Any:
    return thing.unit_id


def gives(actor: Actor, thing: RoleHeld | None) -> bool:
    """A leader gives and ends the roles of LEADER_GIVES in the own unit."""
    if thing is None:
        return holds(Role.LEADER)(actor, None)
    return thing.role in LEADER_GIVES and thing.unit_id is not None and holds(Role.LEADER, at=_led_unit)(actor, thing)


def manages(actor: Actor, thing: User | None) -> bool:
    """A leader manages a person whose every role that has not ended is one that this leader could give."""
    if thing is None:
        return holds(Role.LEADER)(actor, None)
    roles = [r for r in thing.roles.all() if not r.withdrawn and not _ended(actor, r)]
    return bool(roles) and all(gives(actor, r) for r in roles)


def _ended(actor: Actor, role: RoleHeld) -> bool:
    """Whether a role is over on the actor's day."""
    return any(role.valid.upper is not None and role.valid.upper <= h.on for h in actor.holdings)


TABLE = {
    "accounts.own": signed_in,
    "accounts.open_people": either(ADMINISTRATOR, holds(Role.LEADER)),
    "accounts.create_user": either(ADMINISTRATOR, holds(Role.LEADER), system("cli", "demo")),
    "accounts.give_role": either(ADMINISTRATOR, gives, system("cli", "demo")),
    "accounts.end_role": either(ADMINISTRATOR, gives, system("cli", "handover")),
    "accounts.move_role": system("handover"),
    "accounts.change_user": either(ADMINISTRATOR, manages),
    "accounts.send_password_link": either(ADMINISTRATOR, manages, system("cli")),
    "accounts.set_password_by_link": anybody,  # whoever holds the link; it was handed over in person
    "accounts.deactivate": either(ADMINISTRATOR, manages),
    "accounts.reactivate": either(ADMINISTRATOR, manages),
    "accounts.reset_second_factor": either(ADMINISTRATOR, system("cli")),
    "accounts.forget_sign_ins": system("retention"),
    "accounts.see_without_role": ADMINISTRATOR,
}
