"""What the tests of this room stand on: the cast in a tree of units, the law, a drive, and models in every state."""

import pytest

from gandan.core.access import SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.movement import actions
from gandan.movement.enums import State
from gandan.movement.models import Drive, Field, Practice
from gandan.units.models import Load
from tests.movement.ground import a_drive, a_sheet, brought, form, hold_dan_van
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW


@pytest.fixture
def ground(world, cast):
    """World, cast, tree and law; the Front holds dân vận work in the commune, in the other commune the Front there."""
    Load.objects.create(what="cast", digest="cast", at=NOW)
    load_law(by=SystemActor("install"), now=NOW)
    hold_dan_van(world.commune, world.front)
    hold_dan_van(world.other, world.other_front)
    hold_dan_van(world.province, world.province_board)
    return world


@pytest.fixture
def sheet(ground, provincial_leader):
    return a_sheet(ground.province, provincial_leader)


@pytest.fixture
def drive(ground, sheet, provincial_leader) -> Drive:
    """Launched by the province's board, open to both communes."""
    return a_drive(ground.province_board, provincial_leader)


@pytest.fixture
def field(drive) -> Field:
    return drive.fields.first()


@pytest.fixture
def begun(drive, field, ground, committee_officer):
    """A draft of the people's committee; another number gives another title."""

    def make(n: int = 1, *, office=None, by=None, hamlet=None, **more) -> Practice:
        written = form(field, n, **more)
        return actions.begin(
            drive=drive, office=office or ground.committee, written=written, hamlet=hamlet, by=by or committee_officer, now=NOW
        )

    return make


@pytest.fixture
def in_state(begun, committee_officer, front_officer):
    """A model of the people's committee that went through real deeds into a state."""

    def bring(state: State = State.REGISTERED, n: int = 1, **more) -> Practice:
        return brought(begun(n, **more), state, owner=committee_officer, registrar=front_officer)

    return bring
