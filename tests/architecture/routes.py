"""Every address of the installation and every call of the API, with what each declares about who may use it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import Operation

from gandan.api.api import api
from gandan.core.rest.auth import Needs, open_to_all

LIBRARY = {  # module of the view: why it has no guard of ours
    "ninja.operation": "calls of the API declare `auth`, checked call by call below",
    "functools": "ninja's partials for the schema and the root of the API, both public",
}


@dataclass(frozen=True)
class Route:
    """One address: its pattern, name, guard ("public", a permission, or None), and what has to be filled in."""

    pattern: str
    name: str
    guard: str | None
    module: str
    required: tuple[tuple[str, str], ...]


def routes(resolver: URLResolver | None = None, prefix: str = "", space: str = "") -> Iterator[Route]:
    """Walk all addresses."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, pattern, space + (f"{entry.namespace}:" if entry.namespace else ""))
        elif isinstance(entry, URLPattern):
            view = entry.callback
            yield Route(
                pattern,
                space + (entry.name or ""),
                getattr(view, "guard", None),
                getattr(view, "__module__", type(view).__module__),
                tuple((name, type(kind).__name__) for name, kind in entry.pattern.converters.items()),
            )


def operations() -> Iterator[Operation]:
    """Every call of the API."""
    for _prefix, router in api._routers:
        for path in router.path_operations.values():
            yield from path.operations


def declared(operation: Operation) -> str | None:
    """ "public", the permission of a token, or None when a call declares nothing."""
    for callback in operation.auth_callbacks:
        if callback is open_to_all:
            return "public"
        if isinstance(callback, Needs):
            return callback.permission
    return None
