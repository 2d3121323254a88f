"""Every dependency says why it is here; what is installed is pinned by hash; no lock names an address."""

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, modules

LOCKS = sorted(ROOT.glob("requirements*.lock"))
SPOKEN_OF = {"argon2-cffi": "Argon2PasswordHasher"}  # packages that Django loads under a name of its own
LINE = re.compile(r'^\s*"(?P<name>[A-Za-z0-9_.-]+)[^"]*",?(?P<rest>.*)$')


def without_why(text: str) -> list[str]:
    """Names of dependencies whose line has no comment after it."""
    inside, bare = False, []
    for line in text.splitlines():
        if re.match(r"^(dependencies|bench|dev|requires)\s*=\s*\[", line):
            inside = not line.rstrip().split("#")[0].rstrip().endswith("]")
            if not inside and "#" not in line:
                bare.append(line)
            continue
        if inside and line.startswith("]"):
            inside = False
        found = LINE.match(line) if inside else None
        if found and len(found["rest"].partition("#")[2].strip()) < 8:
            bare.append(found["name"])
    return bare


def declared() -> set[str]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lines = [*data["project"]["dependencies"], *data["dependency-groups"]["dev"]]
    return {re.split(r"[\[<>=!~ ;]", line, maxsplit=1)[0].lower().replace("_", "-") for line in lines}


def pinned(lock: Path) -> set[str]:
    return {m[1].lower().replace("_", "-") for m in re.finditer(r"^([A-Za-z0-9_.-]+)==", lock.read_text(), re.MULTILINE)}


def test_every_dependency_has_its_why():
    assert without_why((ROOT / "pyproject.toml").read_text()) == []


def test_a_missing_why_is_seen():
    assert without_why('dependencies = [\n  "django>=5",  # web framework\n  "leftpad",\n  "rich",  #\n]') == ["leftpad", "rich"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_a_lock_pins_by_hash_and_names_no_address(lock):
    text = lock.read_text()
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|file:", text)
    blocks = re.findall(r"^[A-Za-z0-9_.-]+==[^\n]*\n(?:\s+--hash=[^\n]*\n?)*", text, re.MULTILINE)
    assert blocks
    assert [b.split("==")[0] for b in blocks if "--hash=sha256:" not in b] == []


def idle(named: set[str]) -> list[str]:
    """Distributions of whose modules no file of ours speaks."""
    code = "\n".join(m.text for m in modules())
    bears: dict[str, set[str]] = {}
    for module, names in packages_distributions().items():
        for name in names:
            bears.setdefault(name.lower().replace("_", "-"), set()).add(module)
    return sorted(
        name for name in named if not any(re.search(rf"\b{m}\b", code) for m in {*bears.get(name, ()), SPOKEN_OF.get(name, name)})
    )


def run_time() -> set[str]:
    lines = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    return {re.split(r"[\[<>=!~ ;]", line, maxsplit=1)[0].lower() for line in lines}


def test_everything_installed_to_run_is_used():
    assert idle(run_time()) == []


def test_an_idle_one_is_seen():
    assert idle({"django", "pytest-xdist"}) == ["pytest-xdist"]


def test_everything_declared_is_pinned():
    assert declared() - pinned(ROOT / "requirements-dev.lock") == set()


def test_both_locks_agree():
    def versions(lock):
        return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", (ROOT / lock).read_text(), re.MULTILINE))

    run, dev = versions("requirements.lock"), versions("requirements-dev.lock")
    assert {n: v for n, v in run.items() if dev.get(n, v) != v} == {}
