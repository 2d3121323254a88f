"""Which way imports point. The linter runs as a program of its own: in this process it would silence every logger."""

import subprocess
import sys
import textwrap
from pathlib import Path

from tests.architecture.source import ROOT

PROGRAM = str(Path(sys.executable).parent / "lint-imports")


def lint(config: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run in `folder`, whose packages it finds first."""
    command = [PROGRAM, "--config", str(config), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_are_kept():
    said = lint(ROOT / "pyproject.toml", ROOT)
    assert said.returncode == 0, said.stdout + said.stderr


def test_an_upward_import_is_found(tmp_path):
    for name, text in {"__init__": "", "low": "import badhouse.high", "high": ""}.items():
        (tmp_path / "badhouse").mkdir(exist_ok=True)
        (tmp_path / "badhouse" / f"{name}.py").write_text(text)
    config = tmp_path / "bad.toml"
    config.write_text(
        textwrap.dedent("""
        [tool.importlinter]
        root_packages = ["badhouse"]
        [[tool.importlinter.contracts]]
        name = "house"
        type = "layers"
        layers = ["badhouse.high", "badhouse.low"]
    """)
    )
    said = lint(config, tmp_path)
    assert said.returncode == 1
    assert "badhouse.low -> badhouse.high" in said.stdout
