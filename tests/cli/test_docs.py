"""What operators may set or type stands in docs/operate, and what documents tell them to type exists."""

import re
from pathlib import Path

import pytest
import typer

from gandan.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
OPERATE = ROOT / "docs" / "operate"
READ = re.compile(
    r"""(?:environ(?:\.get|\.setdefault)?[\[(]\s*|getenv\(\s*|env\.(?:text|flag|words|number|key)\(\s*|envvar=)["']([A-Z][A-Z0-9_]+)["']"""
)
TYPED = (r"`([^`\n]+)`", r"^(?:\$ |    )?((?:gandan|make) .*)$", r"bin/(gandan .*)$")
OTHERS = {"PATH", "HOME", "LANG", "LC_ALL"}


def commands() -> dict[str, object]:
    """Every command as it is typed, with what it takes."""
    found: dict[str, object] = {}

    def walk(command: object, name: str) -> None:
        below = getattr(command, "commands", None)
        if below is None:
            found[name] = command
        for each, part in (below or {}).items():
            walk(part, f"{name} {each}".strip())

    walk(typer.main.get_command(app), "")
    return found


def settings_read() -> set[str]:
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests" / "support").glob("*.py")]
    return {name for f in files for name in READ.findall(f.read_text(encoding="utf-8"))} - OTHERS


@pytest.mark.parametrize("name", sorted(settings_read()))
def test_every_setting_is_documented(name):
    assert f"| `{name}` |" in (OPERATE / "settings.md").read_text(encoding="utf-8")


def test_every_documented_setting_is_read():
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", (OPERATE / "settings.md").read_text(encoding="utf-8"), re.MULTILINE))
    scripts = "".join(f.read_text(encoding="utf-8") for f in [ROOT / ".ci" / "run", *(ROOT / "tests").rglob("*.py")])
    assert {t for t in told - settings_read() if t not in scripts} == set()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_is_documented(name):
    top, *below = name.split()
    rows = [line for line in (OPERATE / "commands.md").read_text(encoding="utf-8").splitlines() if line.startswith(f"| `gandan {top}")]
    assert rows, f"gandan {name}"
    text = "\n".join(rows)
    assert all(f"`{part}" in text or f" {part} " in text for part in below), name
    for parameter in commands()[name].params:  # type: ignore[attr-defined]
        for option in (o for o in parameter.opts if o.startswith("--") and o != "--help" and not getattr(parameter, "hidden", False)):
            assert f"`{option}" in text, f"gandan {name} {option}"


def texts() -> list[Path]:
    folders = [ROOT / "docs", ROOT / "src", ROOT / "benchmarks", ROOT / "samples", ROOT / "deploy"]
    found = [f for folder in folders for f in folder.rglob("*.md")]
    return sorted([*ROOT.glob("*.md"), *found, *(ROOT / "deploy" / "systemd").glob("*")])


@pytest.mark.parametrize("file", texts(), ids=lambda f: str(f.relative_to(ROOT)))
def test_what_documents_tell_to_type_exists(file):
    text = file.read_text(encoding="utf-8")
    typed = "\n".join(found for pattern in TYPED for found in re.findall(pattern, text, re.MULTILINE))
    known = {name.split()[0] for name in commands()}
    for word in re.findall(r"(?:^|[\s/])gandan ([a-z]+(?:-[a-z]+)*)\b", typed):
        assert word in known, f"gandan {word}"
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for word in re.findall(r"(?:^|\s)make ([a-z]+)\b", typed):
        assert word in targets, f"make {word}"
