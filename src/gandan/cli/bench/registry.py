"""A bench is a file in this folder with a function `run() -> Iterable[Result]`; its docstring's first line says what it measures."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from gandan.cli.bench.result import Result

OURS = frozenset({"__init__", "batch", "command", "ground", "pages", "registry", "result", "texts"})
PARTS = ("listen_", "movement_")  # files of a bench that has several
Run = Callable[..., Iterable[Result]]


def names() -> list[str]:
    """Every bench."""
    return sorted(
        f.stem.replace("_", "-") for f in Path(__file__).parent.glob("*.py") if f.stem not in OURS and not f.stem.startswith(PARTS)
    )


def load(name: str) -> tuple[Run, str]:
    """Its function and what it measures."""
    module = import_module(f"gandan.cli.bench.{name.replace('-', '_')}")
    return module.run, (module.__doc__ or "").strip().splitlines()[0]
