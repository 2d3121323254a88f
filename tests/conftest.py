"""What all tests stand on; each part is a file in tests/support."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import settings

pytest_plugins = ["tests.support.databases", "tests.support.sockets", "tests.support.browser"]
settings.register_profile("gandan", deadline=None)  # two busy cores say nothing about a property
settings.load_profile("gandan")
SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not SHARED.is_dir():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason="the folder ../shared is not beside this checkout"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts beside the checkout; only for tests marked `shared`."""
    return SHARED


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """Every test begins in Vietnamese; one that leaves another language behind would be blamed on the next."""
    yield
    left = translation.get_language()
    translation.deactivate()
    assert left in ("vi", None), f"left in {left}"
