"""Documents for tests, made by the deeds themselves."""

from datetime import date
from typing import Any

from gandan.core.access import Actor, SystemActor
from gandan.directives import actions
from gandan.directives.models import Document
from tests.people import NOW

SHIPPED = SystemActor("install")


def document(number: str = "05/KH-UBND", *, by: Actor = SHIPPED, **more: Any) -> Document:
    """A public document that comes with the program, unless somebody else registers it."""
    given: dict[str, Any] = {"kind": "", "issuer": "", "is_public": by is SHIPPED, **more}
    return actions.register_document(number=number, **given, by=by, now=NOW)


def replaces(new: Document, old: Document, *, since: date | None = None, kind: str = "replaces", by: Actor = SHIPPED) -> None:
    actions.relate(new, other=old, kind=kind, from_day=since, by=by, now=NOW)
