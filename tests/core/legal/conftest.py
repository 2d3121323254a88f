from datetime import UTC, datetime
from uuid import uuid4

import pytest

from gandan.core.access import Holding, Role, SystemActor
from gandan.core.legal import actions

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class Someone:
    """An actor with one role, known only by the protocol."""

    def __init__(self, role: Role) -> None:
        self.key = f"user:{uuid4()}"
        self.holdings = (Holding(role, uuid4(), NOW.date()),)


@pytest.fixture
def law(db):
    """The shipped table, loaded."""
    return actions.load(by=SystemActor("install"), now=NOW)


@pytest.fixture
def administrator():
    return Someone(Role.ADMINISTRATOR)


@pytest.fixture
def now():
    return NOW


@pytest.fixture(params=[r for r in Role if r != Role.ADMINISTRATOR])
def not_administrator(request):
    return Someone(request.param)
