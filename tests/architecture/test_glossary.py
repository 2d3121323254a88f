"""The glossary names things that exist."""

import importlib
import re

import pytest
from django.conf import settings

from tests.architecture.source import ROOT

TEXT = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
ROOMS = "|".join(app.removeprefix("gandan.") for app in settings.INSTALLED_APPS if app.startswith("gandan."))
NAMES = sorted(set(re.findall(rf"`((?:{ROOMS})(?:\.\w+)+)`", TEXT)))


def exists(name: str) -> bool:
    """`units.Unit` is looked for in gandan.units, its models, its queries; `core.access.Role.LEADER` likewise, attribute by attribute."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        module = "gandan." + ".".join(parts[:cut])
        for home in (module, f"{module}.models", f"{module}.enums"):
            try:
                thing = importlib.import_module(home)
            except ImportError:
                continue
            try:
                for part in parts[cut:]:
                    fields = getattr(thing, "model_fields", {}) | getattr(thing, "__annotations__", {}) if isinstance(thing, type) else {}
                    thing = fields[part] if part in fields and not hasattr(thing, part) else getattr(thing, part)
            except AttributeError:
                continue
            return True
    return False


@pytest.mark.parametrize("name", NAMES)
def test_a_term_exists_in_code(name):
    assert exists(name)


def test_there_are_terms():
    assert len(NAMES) > 15


def test_a_missing_name_is_seen():
    assert not exists("units.Kingdom")
    assert not exists("core.access.Role.KING")
    assert exists("core.access.Role.LEADER")
