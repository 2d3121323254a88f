"""The whole country in the database, and pages by their addresses."""

from datetime import date

import pytest
from django.test import Client

from gandan.units import queries as units

OLD = date(2025, 6, 30)


@pytest.fixture
def country(seeded) -> str:
    """A database filled like the demo's."""
    return seeded


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
