"""Places held until a deed on them ends. Parts of deeds, never one by themselves."""

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from gandan.units.models import Office, Unit

Place = TypeVar("Place", bound=Model)


def held(place: Place) -> Place:
    """The place as the database knows it, held."""
    return rows(type(place), [place.pk])[place.pk]


def held_office(office: Office) -> Office:
    """An office after its unit, in the order in which deeds that write something into an office hold them."""
    rows(Unit, [office.unit_id])
    return held(office)


def rows(model: type[Place], keys: Iterable[UUID]) -> dict[UUID, Place]:
    """Rows of places in one order for everybody, held against others who change or share them.

    Not against a row that merely names the place: whoever writes one may hold what we are going to hand over, and each would wait for the
    other for ever. But those who wrote one already are waited for once, so that what is handed over is all of it.
    """
    found = model._default_manager.filter(pk__in=list(keys)).order_by("pk")
    held = {row.pk: row for row in found.select_for_update(no_key=True)}
    before = transaction.savepoint()
    list(found.select_for_update().values_list("pk"))
    transaction.savepoint_rollback(before)  # which lets go of the stronger hold alone
    return held
