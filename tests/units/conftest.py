"""Units of the shipped file, and who works on them."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import connection

from gandan.core.access import Holding, Role, SystemActor
from gandan.units.models import Unit, UnitCode

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
LAST_OLD = date(2025, 6, 30)
LOADER = SystemActor("load")


class Person:
    """An actor with roles, as accounts makes them."""

    def __init__(self, *holdings: Holding) -> None:
        self.key, self.holdings = "user:00000000-0000-7000-8000-000000000001", holdings


@pytest.fixture
def units(in_country, db) -> None:
    """The whole country; each test's own changes roll back."""


@pytest.fixture
def now() -> datetime:
    return NOW


def unit(code: str, on: date = TODAY) -> Unit:
    return UnitCode.objects.select_related("unit").get(code=code, during__contains=on).unit


def person(role: Role, place: UUID) -> Person:
    return Person(Holding(role=role, unit=place, on=TODAY))


@pytest.fixture
def ninh_kieu(units) -> Unit:
    return unit("31135")


@pytest.fixture
def officer(ninh_kieu) -> Person:
    return person(Role.OFFICER, ninh_kieu.pk)


@pytest.fixture
def leader(ninh_kieu) -> Person:
    return person(Role.LEADER, ninh_kieu.pk)


@pytest.fixture
def outsider(units) -> Person:
    return person(Role.LEADER, unit("31120").pk)


@pytest.fixture
def administrator(units) -> Person:
    return person(Role.ADMINISTRATOR, unit("92").pk)


def settle() -> None:
    """Ask now what the database asks at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
