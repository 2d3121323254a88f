"""The search over a million opinions: time in a commune, a province and the country, and how often the right case stands among the first
three; beside `ILIKE` and SQLite's FTS5 over the same texts."""

import random
import sqlite3
import time
import tomllib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import UUID

from gandan.cli.bench import listen_words as words
from gandan.cli.bench.result import Result
from gandan.cli.bench.texts import ROOT

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground

KIND = "opinion"
LABELLED = ROOT / "samples" / "search" / "cases.toml"
WAYS = ("plain", "bare", "typo")
BATCH = 2000
SLOW = 5  # questions for what takes seconds
AIMS = {"commune": "p95 dưới 20 ms", "province": "p95 dưới 50 ms", "nation": "p95 dưới 200 ms"}


@dataclass(frozen=True)
class Labelled:
    """A case, where it lies, and how it is asked for."""

    id: str
    unit: UUID
    asked: tuple[str, ...]


def timed(ground: "Ground", sizes: Sequence[int]) -> Iterator[Result]:
    """The index grows from size to size; the labelled cases lie in it all the while."""
    from django.db import connection

    cases = list(_labelled(ground))
    held = 0
    with TemporaryDirectory(prefix="gd-fts-") as folder, sqlite3.connect(Path(folder) / "fts") as fts, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_texts (id text, unit uuid, body text)")
        fts.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, unit UNINDEXED, body, tokenize='unicode61')")
        _others(cases, cursor, fts)
        for size in sizes:
            _grow(ground, held, size, cursor, fts)
            cursor.execute("CREATE INDEX IF NOT EXISTS bench_unit ON bench_texts (unit)")
            cursor.execute("VACUUM ANALYZE core_searchdocument")
            cursor.execute("ANALYZE bench_texts")
            held = size
            yield from _ours(ground, cases, size)
        yield from _theirs(cases, cursor, fts)
        cursor.execute("DROP TABLE bench_texts")


def _ours(ground: "Ground", cases: list[Labelled], size: int) -> Iterator[Result]:
    from gandan.core import search
    from gandan.core.access import Anyone
    from gandan.units import queries as units

    def in_province(case: Labelled) -> Collection[UUID]:
        return units.descendant_ids(units.ancestors(case.unit)[0].id)

    ways: dict[str, Callable[[Labelled], dict[str, Any]]] = {
        "commune": lambda case: {"unit": case.unit},
        "province": lambda case: {"within": in_province(case)},
        "nation": lambda case: {},
    }
    for name, scope in ways.items():
        spent, right = [], 0
        for case in cases:
            narrowed = scope(case)
            for text in case.asked:
                start = time.perf_counter()
                found = search.find(text, actor=Anyone(), kind=KIND, limit=10, **narrowed)
                spent.append((time.perf_counter() - start) * 1000)
                right += case.id in [hit.id for hit in found.hits[:3]]
        cuts = quantiles(spent, n=100, method="inclusive")
        yield Result(f"search_{name}_p50_{size}", round(cuts[49], 1), "ms")
        yield Result(f"search_{name}_p95_{size}", round(cuts[94], 1), "ms", "", None, AIMS[name])
        share = round(100 * right / len(spent), 1)
        yield Result(f"search_{name}_right_{size}", share, "%", f"{len(spent)} câu hỏi có đáp án", None, "từ 95 % trong ba kết quả đầu")


def _theirs(cases: list[Labelled], cursor: Any, fts: sqlite3.Connection) -> Iterator[Result]:
    """What a programmer would write first: all words somewhere in the text. Asked without typing errors, which neither finds."""
    from gandan.core.search import words as typed

    def ilike(case: Labelled, text: str, there: bool) -> bool:
        parts = text.split()
        every = " AND ".join(["body ILIKE %s"] * len(parts))
        sql = f"SELECT id FROM bench_texts WHERE {every}" + (" AND unit = %s" if there else "")  # noqa: S608  only %s
        cursor.execute(f"{sql} LIMIT 3", [*(f"%{p}%" for p in parts), *([case.unit] if there else [])])
        return case.id in [row[0] for row in cursor.fetchall()]

    def full_text(case: Labelled, text: str, there: bool) -> bool:
        query = " ".join(f'"{w}"' for w in typed.folded(text))
        sql = "SELECT id FROM texts WHERE texts MATCH ?" + (" AND unit = ?" if there else "") + " ORDER BY rank LIMIT 3"  # noqa: S608  only ?
        return case.id in [row[0] for row in fts.execute(sql, [query, *([str(case.unit)] if there else [])])]

    for name, ask in (("ilike", ilike), ("fts5", full_text)):
        for place in ("commune", "nation"):
            spent, right = [], 0
            asked = [(case, text) for case in cases for text in case.asked]
            asked = asked if name == "fts5" or place == "commune" else asked[: SLOW * len(WAYS)]
            for case, text in asked:
                start = time.perf_counter()
                right += ask(case, text, place == "commune")
                spent.append((time.perf_counter() - start) * 1000)
            said = f"đúng {round(100 * right / len(spent), 1)} % của {len(spent)} câu hỏi"
            yield Result(f"search_{place}_{name}", round(median(spent), 1), "ms", said)


def _labelled(ground: "Ground") -> Iterator[Labelled]:
    """Laid out over the country, every second one in the busy ward."""
    from gandan.core import search
    from gandan.core.ids import uuid7

    told = tomllib.loads(LABELLED.read_text(encoding="utf-8"))["case"]
    for n, case in enumerate(told):
        unit = ground.ward if n % 2 else ground.fronts[1 + n * 61 % (len(ground.fronts) - 1)].unit_id
        one = Labelled(str(uuid7()), unit, tuple(case[way] for way in WAYS))
        search.put(_document(one.id, words.Told(case["title"], case["question"], words.DID[0]), unit, ground))
        yield one


def _others(cases: list[Labelled], cursor: Any, fts: sqlite3.Connection) -> None:
    from gandan.core.text import fold

    told = tomllib.loads(LABELLED.read_text(encoding="utf-8"))["case"]
    for one, case in zip(cases, told, strict=True):
        text = f"{case['title']}\n{case['question']}"
        cursor.execute("INSERT INTO bench_texts VALUES (%s, %s, %s)", [one.id, one.unit, text])
        fts.execute("INSERT INTO texts VALUES (?, ?, ?)", [one.id, str(one.unit), fold(text)])


def _grow(ground: "Ground", held: int, size: int, cursor: Any, fts: sqlite3.Connection) -> None:
    from gandan.core import search
    from gandan.core.ids import uuid7
    from gandan.core.text import fold

    chance, topics = random.Random(size), words.topics()  # noqa: S311  the same texts each time
    for start in range(held, size, BATCH):
        some = []
        for _ in range(start, min(start + BATCH, size)):
            unit = ground.ward if chance.random() < 0.01 else chance.choice(ground.fronts).unit_id
            some.append((str(uuid7()), unit, words.told(chance, chance.choice(topics)[1])))
        search.put(*(_document(key, told, unit, ground, chance.randrange(700)) for key, unit, told in some))
        texts = [(key, str(unit), f"{t.title}\n{t.question}\n{t.answer}") for key, unit, t in some]
        cursor.executemany("INSERT INTO bench_texts VALUES (%s, %s, %s)", texts)
        fts.executemany("INSERT INTO texts VALUES (?, ?, ?)", [(key, unit, fold(text)) for key, unit, text in texts])


def _document(key: str, told: words.Told, unit: UUID, ground: "Ground", age: int = 0) -> Any:
    from gandan.core.search import Document

    return Document(
        kind=KIND,
        id=key,
        title=told.title,
        url=f"/y-kien/so/{key}/",
        body=f"{told.question}\n{told.answer}",
        unit=unit,
        day=ground.today - timedelta(days=age),
    )
