"""The project's own files, read as text and as syntax trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "gandan"
ROOMS = tuple(
    "units accounts notices commitments indicators directives activities denunciations opinions appraisals movement awards ingest".split()
)
SHELLS = ("portal", "workspace", "api", "cli")
NO_PART = {"migrations", "templatetags"}
PARTS_OF_CORE = tuple(sorted(p.name for p in (SRC / "core").iterdir() if (p / "__init__.py").exists() and p.name not in NO_PART))


@dataclass(frozen=True)
class Module:
    """One Python file: its path below src/gandan, and its tree."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    """Every Python file of the package that a person wrote."""
    files = (f for f in sorted(SRC.rglob("*.py")) if "migrations" not in f.parts)
    return tuple(Module(str(f.relative_to(SRC)), f.read_text(encoding="utf-8")) for f in files)


def slot(path: str) -> set[str]:
    """The names a path goes through, without endings: units/actions/hamlet.py → {units, actions, hamlet}."""
    return {part.removesuffix(".py") for part in Path(path).parts}
