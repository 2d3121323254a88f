import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from gandan.core.engine.places import places
from gandan.core.engine.postgres import Cluster


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a short path that the server's account can enter."""
    folder = Path(tempfile.mkdtemp(prefix="gd-"))
    folder.chmod(0o755)
    yield folder
    where = places(folder)
    Cluster(where.data, where.socket).stop()
    shutil.rmtree(folder, ignore_errors=True)
    if where.far:
        shutil.rmtree(where.data.parent, ignore_errors=True)


@pytest.fixture
def as_root() -> None:
    if os.geteuid() != 0:
        pytest.skip("only root runs the server as another account")
