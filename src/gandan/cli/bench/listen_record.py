"""What a page asks of the database: each statement, and the question as the ORM had it, so that a bare view can ask the same."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models.sql import compiler as compilers
from django.db.models.sql.query import Query


@dataclass(frozen=True)
class Asked:
    """One statement. `query`: what the ORM made it from, where it is a reading without locks or an insertion; `returning` belongs to it."""

    sql: str
    params: Any
    many: bool
    query: Query | None = None
    returning: Any = None


@dataclass(frozen=True)
class Page:
    """What one request asks, the values among it that are new with every request, and the length of the answer in bytes."""

    asked: list[Asked]
    new: frozenset[Any]
    size: int


def record(into: Path, pages: dict[str, Callable[[], Any]]) -> None:
    """Each page is asked three times: once to warm it, twice to see which values are new with every request."""
    found = {}
    for name, page in pages.items():
        page()
        first, _answer = _heard(page)
        asked, answer = _heard(page)
        if answer.status_code not in (200, 201):
            raise RuntimeError(f"{name}: {answer.status_code} {answer.content[:300]!r}")
        found[name] = Page(asked, frozenset(_values(asked) - _values(first)), len(answer.content))
    into.write_bytes(pickle.dumps(found))


def _heard(page: Callable[[], Any]) -> tuple[list[Asked], Any]:
    asked: list[Asked] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "SAVEPOINT" not in sql[:30]:
            asked.append(Asked(sql, params, many, *_question(speaking[-1])) if speaking else Asked(sql, params, many))
        return execute(sql, params, many, context)

    with _compilers() as speaking, connection.execute_wrapper(note):
        answer = page()
    return asked, answer


@contextmanager
def _compilers() -> Iterator[list[tuple[Any, Any]]]:
    """Which part of the ORM speaks just now, with what an insertion gives back."""
    speaking: list[tuple[Any, Any]] = []
    kinds = (compilers.SQLCompiler, compilers.SQLInsertCompiler)
    before = [kind.execute_sql for kind in kinds]

    def told(original: Any) -> Any:
        def execute_sql(self: Any, *given: Any, **named: Any) -> Any:
            speaking.append((self, given[0] if given else named.get("returning_fields")))
            try:
                return original(self, *given, **named)
            finally:
                speaking.pop()

        return execute_sql

    for kind, original in zip(kinds, before, strict=True):
        kind.execute_sql = told(original)  # type: ignore[method-assign]
    try:
        yield speaking
    finally:
        for kind, original in zip(kinds, before, strict=True):
            kind.execute_sql = original  # type: ignore[method-assign]


def _question(speaking: tuple[Any, Any]) -> tuple[Query | None, Any]:
    """The question as it may be asked again: not one that locks rows or changes them, where every request has its own."""
    by, returning = speaking
    if isinstance(by, compilers.SQLInsertCompiler):
        return pickle.loads(pickle.dumps((by.query, returning)))  # type: ignore[no-any-return]  # noqa: S301  a deep copy of our own
    if type(by).__name__ in ("SQLUpdateCompiler", "SQLDeleteCompiler") or by.query.select_for_update:
        return None, None
    return pickle.loads(pickle.dumps(by.query)), None  # noqa: S301  the same


def _values(run: list[Asked]) -> set[Any]:
    """Ids, digests and salts; days, numbers and words stay as they are."""
    rows = [row for one in run for row in (one.params if one.many else [one.params]) if row]
    return {value for row in rows for value in (row.values() if isinstance(row, dict) else row) if _could_be_new(value)}


def _could_be_new(value: Any) -> bool:
    return isinstance(value, UUID | bytes) or (isinstance(value, str) and (len(value) in (36, 64) or value.startswith((":1:", "pace:"))))
