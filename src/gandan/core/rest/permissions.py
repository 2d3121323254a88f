"""WHO keeps and forgets answers of repeated calls. Whether the call itself is allowed is asked by its route, before."""

from gandan.core.access.permissions import Predicate, anybody, system

TABLE: dict[str, Predicate] = {"core.keep_call": anybody, "core.forget_calls": system("retention")}
