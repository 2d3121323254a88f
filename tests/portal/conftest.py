"""The whole country in the database, and pages by their addresses."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from gandan.units import queries as units
from tests.support.databases import lent

OLD = date(2025, 6, 30)


@pytest.fixture(scope="module")
def country(databases, django_db_setup, seeded_template, django_db_blocker) -> Iterator[str]:
    """A database filled like the demo's, for all tests of a file: they read, or write only what is theirs."""
    with django_db_blocker.unblock(), lent(databases, seeded_template) as name:
        yield name


@pytest.fixture
def reader(country) -> Client:
    """Somebody without an account."""
    return Client()


@pytest.fixture
def address(country):
    """The address of a unit's page by what people call it."""

    def of(name: str, on: date | None = None) -> str:
        return f"/don-vi/{units.find(name, on=on)[0].place.id}/"

    return of
