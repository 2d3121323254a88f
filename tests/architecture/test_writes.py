"""Rows change in actions and nowhere else."""

import ast

import pytest

from tests.architecture.source import Module, modules, slot

ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "abulk_create", "acreate", "asave", "adelete", "aupdate"}
QUERYSETS = {"objects", "_base_manager", "_default_manager", "filter", "exclude", "all", "select_for_update", "get"}
ELSEWHERE = {  # path: why rows may change there
    "core/search/index.py": "the index is derived from rows whose deeds were asked and recorded; it is rebuilt at any time",
    "cli/bench/ground.py": "fills a database that exists for one measurement and is dropped after it",
    "cli/bench/listen_ground.py": "as above",
    "cli/bench/movement_council.py": "as above",
    "cli/bench/movement_ground.py": "as above",
    "movement/index.py": "the finder's index is derived from rows whose deeds were asked and recorded; it is rebuilt at any time",
}


def _chain(node: ast.expr) -> set[str]:
    names = set()
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
        node = node.func if isinstance(node, ast.Call) else node.value
    return names


def _is_super(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super"


def is_write(call: ast.Call) -> bool:
    """Whether a call changes rows. Look-alikes: `dict.update(x)`, `image.save(out)`, `cache.delete(key)` have positional arguments."""
    if not isinstance(call.func, ast.Attribute) or _is_super(call.func.value):
        return False
    name, chain = call.func.attr, _chain(call.func.value)
    if name in ALWAYS:
        return True
    if name in {"save", "delete"}:
        return not call.args
    if name == "create":
        return not call.args
    return name == "update" and (bool(chain & QUERYSETS) or _looks_like_rows(call))


def _looks_like_rows(call: ast.Call) -> bool:
    """`rows.update(state=x)` on a queryset kept in a variable. A dict would be `d |= {…}` here; a log's event is structlog's."""
    kept_in = call.func.value if isinstance(call.func, ast.Attribute) else None
    return bool(call.keywords) and not call.args and isinstance(kept_in, ast.Name) and kept_in.id not in {"event", "context"}


def writes(module: Module) -> list[int]:
    return sorted(call.lineno for call in module.calls() if is_write(call))


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.path)
def test_only_actions_write(module):
    if "actions" in slot(module.path) or module.path in ELSEWHERE:
        return
    assert writes(module) == [], f"{module.path}: rows change outside actions"


def test_exceptions_are_still_needed():
    found = {m.path: m for m in modules()}
    for path in ELSEWHERE:
        assert writes(found[path]), f"{path} writes nothing any more: take it off the list"


@pytest.mark.parametrize(
    "line",
    [
        "thing.save()",
        "thing.save(update_fields=['a'])",
        "Thing.objects.create(a=1)",
        "Thing.objects.filter(a=1).update(a=2)",
        "thing.delete()",
        "thing.parts.create(a=1)",
        "Thing.objects.bulk_create(rows)",
        "Thing.objects.all().delete()",
        "rows.update(state='x')",
    ],
)
def test_a_write_is_seen(line):
    assert writes(Module("x.py", line)) == [1]


@pytest.mark.parametrize(
    "line",
    ["image.save(out, 'PNG')", "d.update(other)", "cache.delete(key)", "super().save(**k)", "digest.update(b'')", "event.update(a=1)"],
)
def test_look_alikes_are_not(line):
    assert writes(Module("x.py", line)) == []
