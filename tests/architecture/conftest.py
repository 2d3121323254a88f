"""Every file of the house is read once, and kept out of sight of the garbage collector: else each of its rounds walks all these trees."""

import gc

import pytest

from tests.architecture.source import modules


@pytest.fixture(scope="session", autouse=True)
def trees() -> None:
    gc.disable()
    for module in modules():
        module.tree  # noqa: B018  read now
    gc.freeze()
    gc.enable()
