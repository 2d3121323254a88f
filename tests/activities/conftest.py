"""An activity of phường Ninh Kiều, and how to make more."""

from collections.abc import Callable
from datetime import date

import pytest

from gandan.activities import actions
from gandan.activities.models import Activity
from gandan.core.access import Actor, SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW

DAY = date(2026, 11, 20)
Make = Callable[..., Activity]


@pytest.fixture(autouse=True)
def _known(request) -> None:
    """The tree of the cast's units was filled, so that lists of what became of what can be read; the law is there."""
    if "world" in request.fixturenames:
        request.getfixturevalue("world")
        Load.objects.create(what="cast", digest="cast", at=NOW)
        load_law(by=SystemActor("install"), now=NOW)


@pytest.fixture
def make(world, front_officer) -> Make:
    """Writes one down; what a test does not say is a public dialogue of the Front in phường Ninh Kiều."""

    def made(*, by: Actor = front_officer, **more: object) -> Activity:
        said = {"kind": "dialogue", "title": "Đối thoại với bà con khu phố 3", "unit": world.commune, "starts_on": DAY, "is_public": True}
        return actions.record_activity(**{**said, **more}, by=by, now=NOW)

    return made


@pytest.fixture
def activity(make) -> Activity:
    return make()


@pytest.fixture(autouse=True)
def _files(settings, tmp_path) -> None:
    """Uploads of a test go with it."""
    settings.MEDIA_ROOT = tmp_path / "files"
