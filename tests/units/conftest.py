"""Units of the shipped file in the test's own transaction, and who works on them."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from gandan.core.access import Holding, Role, SystemActor
from gandan.units import actions
from gandan.units.models import Unit, UnitCode

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
LOADER = SystemActor("load")


class Person:
    """An actor with roles, as accounts makes them."""

    def __init__(self, *holdings: Holding, name: str = "user:00000000-0000-7000-8000-000000000001") -> None:
        self.key, self.holdings = name, holdings


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def loaded_once(django_db_setup, django_db_blocker):
    """The shipped units, written once for all tests of this folder and taken away at the end."""
    from django.db import transaction

    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        actions.load(by=LOADER, now=NOW)
        yield
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def units(db) -> None:
    actions.load(by=LOADER, now=NOW)


def unit(code: str, on: date = TODAY) -> Unit:
    return UnitCode.objects.select_related("unit").get(code=code, during__contains=on).unit


def person(role: Role, place: UUID, office: UUID | None = None) -> Person:
    return Person(Holding(role=role, unit=place, on=TODAY, office=office))
