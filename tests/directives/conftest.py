"""The cast in a tree of units that readers know."""

import pytest

from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW


@pytest.fixture(autouse=True)
def tree(request):
    """The mark that tells readers that the tree of units was filled; only where there is a world."""
    if "world" in request.fixturenames or "cast" in request.fixturenames:
        request.getfixturevalue("world")
        Load.objects.create(what="cast", digest="cast", at=NOW)
