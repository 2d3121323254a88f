"""Access: one mechanism, who × when. Start reading in permissions.py."""

from gandan.core.access.actor import Actor, Anyone, Holding, Role, SystemActor
from gandan.core.access.guard import actor_of, guarded, public
from gandan.core.access.permissions import anybody, either, holds, may, provide_ancestry, register, require, signed_in, system
from gandan.core.access.refusal import Refusal, refuse_if

__all__ = [
    "Actor",
    "Anyone",
    "Holding",
    "Refusal",
    "Role",
    "SystemActor",
    "actor_of",
    "anybody",
    "either",
    "guarded",
    "holds",
    "may",
    "provide_ancestry",
    "public",
    "refuse_if",
    "register",
    "require",
    "signed_in",
    "system",
]
