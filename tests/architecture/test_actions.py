"""Every action says who does it and when; nothing deep inside reads the clock."""

import ast
from functools import cache
from pathlib import PurePath

import pytest

from tests.architecture.source import Module, modules, slot

BORDERS = {"web", "rest", "cli", "tasks", "middleware", "schedule", "health", "logs", "backup", "engine"}  # engine: waits for programs
CLOCK = {
    "core/ids.py": "a UUIDv7 is made of the moment it is made in",
    "core/events/actions/checkpoint.py": "waits a few seconds for deeds in flight",
    "movement/queries/judged.py": "a council's subjects are described without a day; who is meant stands there as long as it is posted",
}
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("timezone", "localtime"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "monotonic"),
    ("functions", "Now"),
}
CONVERTS = {"localdate", "localtime"}  # with a moment given they only turn it into local time


def public_functions(module: Module) -> list[ast.FunctionDef]:
    return [n for n in module.tree.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def exported(init: Module) -> set[str]:
    """What an actions folder offers; its other functions are parts of those deeds."""
    return {alias.name for node in init.tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}


@cache
def by_path() -> dict[str, Module]:
    return {m.path: m for m in modules()}


@cache
def folders() -> tuple[str, ...]:
    """The actions folders, as one would import from inside them."""
    return tuple(sorted({f"gandan.{p.parent}.".replace("/", ".") for m in modules() if (p := PurePath(m.path)).parent.name == "actions"}))


def deeds(module: Module) -> list[ast.FunctionDef]:
    """The actions of a file: all public functions of `actions.py`; in a folder, those that its `__init__` offers."""
    init = by_path().get(str(PurePath(module.path).parent / "__init__.py"))
    if PurePath(module.path).name == "actions.py" or init is None:
        return public_functions(module)
    return [f for f in public_functions(module) if f.name in exported(init)]


def reaches_in(module: Module) -> list[str]:
    """Imports of single files of an actions folder from outside it."""
    froms = [n.module or "" for n in ast.walk(module.tree) if isinstance(n, ast.ImportFrom)]
    return [f for f in froms if f.startswith(folders())]


def lacks(function: ast.FunctionDef) -> list[str]:
    """What an action's signature misses."""
    names = {a.arg for a in (*function.args.args, *function.args.kwonlyargs)}
    missing = [] if "by" in {a.arg for a in function.args.kwonlyargs} else ["by"]
    return missing if names & {"now", "today", "at"} else [*missing, "now or today"]


def clock_reads(module: Module) -> list[int]:
    lines = []
    for call in module.calls():
        if call.args and _name(call.func) in CONVERTS:
            continue
        match call.func:
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if (owner, name) in CLOCKS:
                lines.append(call.lineno)
            case ast.Attribute(value=ast.Attribute(attr=owner), attr=name) if (owner, name) in CLOCKS:
                lines.append(call.lineno)
            case ast.Name(id="Now" | "localdate" | "localtime"):
                lines.append(call.lineno)
    return sorted(lines)


@pytest.mark.parametrize("module", [m for m in modules() if "actions" in slot(m.path)], ids=lambda m: m.path)
def test_an_action_takes_who_and_when(module):
    for function in deeds(module):
        assert lacks(function) == [], f"{module.path}: {function.name}"


@pytest.mark.parametrize("module", [m for m in modules() if "actions" not in slot(m.path)], ids=lambda m: m.path)
def test_only_whole_deeds_are_imported(module):
    assert reaches_in(module) == [], f"{module.path} takes a part of a deed from inside an actions folder"


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.path)
def test_the_clock_is_read_at_the_borders(module):
    if slot(module.path) & BORDERS or module.path in CLOCK:
        return
    assert clock_reads(module) == [], f"{module.path} reads the clock; take today= or now="


def test_exceptions_are_still_needed():
    found = {m.path: m for m in modules()}
    assert [path for path in CLOCK if path not in found or not clock_reads(found[path])] == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("def give(thing): ...", ["by", "now or today"]),
        ("def give(thing, *, by): ...", ["now or today"]),
        ("def give(thing, *, by, now): ...", []),
        ("def give(thing, by, today): ...", ["by"]),
    ],
)
def test_a_poor_signature_is_seen(code, missing):
    assert lacks(public_functions(Module("x/actions.py", code))[0]) == missing


@pytest.mark.parametrize(
    "code", ["date.today()", "timezone.now()", "datetime.now(UTC)", "datetime.datetime.now()", "time.time()", "Now()", "localdate()"]
)
def test_a_clock_is_seen(code):
    assert clock_reads(Module("x.py", code)) == [1]


def test_turning_a_given_moment_is_no_clock():
    assert clock_reads(Module("x.py", "timezone.localdate(now)")) == []


def test_a_part_of_a_deed_taken_from_outside_is_seen():
    assert reaches_in(Module("x.py", "from gandan.core.events.actions.event import record")) == ["gandan.core.events.actions.event"]
