"""WHO may change the numbers of law that this installation counts by."""

from gandan.core.access.actor import Role
from gandan.core.access.permissions import Predicate, anybody, either, holds, signed_in, system

TABLE: dict[str, Predicate] = {
    "legal.view": anybody,  # law is public; so is every number we count by
    "legal.open_desk": signed_in,
    "legal.change": holds(Role.ADMINISTRATOR),
    "legal.load": either(system("install"), holds(Role.ADMINISTRATOR)),
}
