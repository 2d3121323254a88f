"""WHO may do what in this room, on one screen."""

from gandan.core.access.permissions import Predicate

TABLE: dict[str, Predicate] = {}
