"""WHO may do what in this room, on one screen.

Whoever works in an office registers documents and keeps the records of the own unit (and of those that went into it). What comes with the
program belongs to all and is kept by administrators; only they say that a record was compared with the document itself.
To say that a document ends or changes another one, both records must be one's own:
otherwise a ward could end a document of the centre on every page of the country.
"""

from collections.abc import Callable
from typing import Any

from gandan.core.access import Actor, Role, anybody, either, holds, system
from gandan.core.access.permissions import Predicate
from gandan.directives.enums import RelationKind
from gandan.directives.queries.visibility import AT_HOME, reach

ADMINISTRATOR = holds(Role.ADMINISTRATOR)
IN_OFFICE = holds(*AT_HOME)


def keeps(actor: Actor, thing: Any) -> bool:
    """Keeps the record: works in its unit, or leads above it; shared ones: administrators. Without a thing: might keep some."""
    return (IN_OFFICE(actor, None) or ADMINISTRATOR(actor, None)) if thing is None else keeper(actor)(thing)


def keeper(actor: Actor) -> Callable[[Any], bool]:
    """The same question for many documents, with one look at the tree of units."""
    units, shared = reach(actor), ADMINISTRATOR(actor, None)
    return lambda document: shared if document.unit_id is None else document.unit_id in units


def relater(actor: Actor) -> Callable[[Any], bool]:
    """Whether one may write or take back a relation: the document's keeper; for anything but guiding also the other's."""
    kept = keeper(actor)
    return lambda relation: kept(relation.document) and (relation.kind == RelationKind.GUIDES or kept(relation.other))


def relates(actor: Actor, thing: Any) -> bool:
    """As `relater`, for one relation. Without one: might write some."""
    return keeps(actor, None) if thing is None else relater(actor)(thing)


FILLS = system("install", "demo")

TABLE: dict[str, Predicate] = {
    "directives.view": anybody,
    "directives.open_desk": either(IN_OFFICE, ADMINISTRATOR),
    "directives.register_document": either(IN_OFFICE, ADMINISTRATOR, FILLS),
    "directives.correct_document": either(keeps, FILLS),
    "directives.check": either(ADMINISTRATOR, system("install", "demo", "load")),
    "directives.attach_file": either(keeps, FILLS),
    "directives.remove_file": keeps,
    "directives.relate": either(relates, FILLS),
    "directives.take_back_relation": relates,
    "directives.note_advice": either(keeps, FILLS),
    "directives.settle_advice": keeps,
    "directives.withdraw_document": keeps,
    "directives.load": either(ADMINISTRATOR, system("install", "demo", "load")),
}
