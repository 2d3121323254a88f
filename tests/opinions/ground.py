"""Fixtures for tests of what outsiders see: the cast in a tree of units, the law, an empty count of tries."""

import pytest
from django.core.cache import cache

from gandan.core.access import SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW


@pytest.fixture
def ground(world, cast):
    """World, cast, tree and law; nobody has tried anything yet."""
    cache.clear()
    Load.objects.create(what="cast", digest="cast", at=NOW)
    load_law(by=SystemActor("install"), now=NOW)
    return world
