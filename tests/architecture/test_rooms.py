"""Every room has the same shape, so that who knows one knows all."""

from pathlib import Path

import pytest

from tests.architecture.source import PARTS_OF_CORE, ROOMS, ROOT, SHELLS, SRC

SLOTS = frozenset(  # what may stand directly in a room
    "README.md __init__ apps enums models permissions policies queries actions web templates locale calc adapters tasks data migrations "
    "static templatetags demo management search measures middleware".split()
)
NEVER = {"utils", "helpers", "common", "services", "signals", "misc", "lib"}


def unknown(room: Path) -> list[str]:
    """Names in a room that are no slot."""
    return sorted(p.name for p in room.iterdir() if p.name != "__pycache__" and p.name.removesuffix(".py") not in SLOTS)


@pytest.mark.parametrize("name", [*ROOMS, "portal", "workspace", "api"])
def test_a_room_has_the_known_slots_and_explains_its_own_names(name):
    readme = SRC / name / "README.md"
    explained = readme.read_text(encoding="utf-8") if readme.exists() else ""
    assert [n for n in unknown(SRC / name) if n.removesuffix(".py") not in explained] == [], f"{name}/README.md: say what these are for"


@pytest.mark.parametrize("name", [*ROOMS, *SHELLS, "core", "core/ui"])
def test_a_room_says_what_it_is_for(name):
    text = (SRC / name / "README.md").read_text(encoding="utf-8")
    assert len(text.split()) > 60, "purpose, words, who may what, where to start reading"


def test_every_package_is_a_known_room():
    assert {p.name for p in SRC.iterdir() if (p / "__init__.py").exists()} == {*ROOMS, *SHELLS, "core", "config"}


@pytest.mark.parametrize("part", PARTS_OF_CORE)
def test_every_part_of_core_says_what_it_is(part):
    assert (SRC / "core" / part / "__init__.py").read_text(encoding="utf-8").startswith('"""')


def test_no_drawer_for_odds_and_ends():
    found = [str(p.relative_to(ROOT)) for p in SRC.rglob("*") if p.name.removesuffix(".py") in NEVER]
    assert found == []


def test_a_strange_name_is_seen(tmp_path):
    for name in ("README.md", "models", "actions.py", "utils.py"):
        (tmp_path / name).touch()
    assert unknown(tmp_path) == ["utils.py"]
