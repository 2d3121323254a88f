"""WHO may do what to the record. Recording itself is asked nothing: the deed that records was asked."""

from gandan.core.access.permissions import Predicate, system

TABLE: dict[str, Predicate] = {"core.checkpoint": system("sealer")}
