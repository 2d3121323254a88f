"""Which way imports point."""

import sys
import textwrap

from importlinter.cli import lint_imports

from tests.architecture.source import ROOT


def test_the_contracts_are_kept(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_an_upward_import_is_found(tmp_path, monkeypatch):
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
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert lint_imports(config_filename=str(config), no_cache=True) == 1
