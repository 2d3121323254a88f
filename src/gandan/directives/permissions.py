"""WHO may do what in this room, on one screen.

Whoever works in an office registers documents and keeps the records of the own unit (and of those that went into it). What comes with the
program belongs to all and is kept by administrators. To say that a document ends or changes another one, both records must be one's own:
otherwise a ward could end a document of the centre on every page of the country.
"""

from typing import Any

from gandan.core.access import Actor, Role, anybody, either, holds, system
from gandan.core.access.permissions import Predicate
from gandan.directives.enums import RelationKind
from gandan.directives.queries.visibility import ABOVE, AT_HOME, kept_by

ADMINISTRATOR = holds(Role.ADMINISTRATOR)
IN_OFFICE = holds(*AT_HOME)


def _unit_of(thing: Any) -> Any:
    return thing.unit_id


def keeps(actor: Actor, thing: Any) -> bool:
    """Keeps the record: works in its unit, or leads above it; shared ones: administrators. Without a thing: might keep some."""
    if thing is None:
        return IN_OFFICE(actor, None) or ADMINISTRATOR(actor, None)
    if thing.unit_id is None:
        return ADMINISTRATOR(actor, None)
    return thing.unit_id in kept_by(actor) or holds(*ABOVE, above=_unit_of)(actor, thing)


def relates(actor: Actor, thing: Any) -> bool:
    """Keeps the document that does it; and for anything but guiding also the other one."""
    if thing is None or not hasattr(thing, "other_id"):
        return keeps(actor, thing)
    return keeps(actor, thing.document) and (thing.kind == RelationKind.GUIDES or keeps(actor, thing.other))


FILLS = system("install", "demo")

TABLE: dict[str, Predicate] = {
    "directives.view": anybody,
    "directives.open_desk": either(IN_OFFICE, ADMINISTRATOR),
    "directives.register_document": either(IN_OFFICE, ADMINISTRATOR, FILLS),
    "directives.correct_document": either(keeps, FILLS),
    "directives.attach_file": either(keeps, FILLS),
    "directives.remove_file": keeps,
    "directives.relate": either(relates, FILLS),
    "directives.take_back_relation": relates,
    "directives.note_advice": either(keeps, FILLS),
    "directives.settle_advice": keeps,
    "directives.withdraw_document": keeps,
    "directives.load": either(ADMINISTRATOR, system("install", "demo", "load")),
}
