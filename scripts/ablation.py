"""What each family of rules adds to the reading of prose: F1 with the family switched off, one at a time.

usage: scripts/ablation.py [FOLDER_OF_TEXTS_WITH_GOLD …]

Reads samples/ingest (text and records side by side) and, for each folder given, FOLDER/*.txt with FOLDER/gold/*.json.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from gandan.ingest import chrome  # noqa: E402
from gandan.ingest.atlas import Atlas  # noqa: E402
from gandan.ingest.document import Document  # noqa: E402
from gandan.ingest.extract import awards, counted, documents, figures, people, units  # noqa: E402
from gandan.ingest.extract.people import names, owners, positions, sharing, signatures  # noqa: E402
from gandan.ingest.extract.units import bare, kinded, resolve  # noqa: E402
from gandan.ingest.lines import LineKind  # noqa: E402
from gandan.ingest.score import same  # noqa: E402

NOTHING = re.compile(r"(?!)")


class Everything:
    """A list in which every word stands."""

    def __contains__(self, word: object) -> bool:
        return True


KEYS: dict[str, tuple[Any, Callable[[dict[str, Any]], object]]] = {
    "figures": (figures, lambda item: (round(item["value"], 4), item["measure"])),
    "documents": (documents, lambda item: item["number"].lower()),
    "awards": (awards, lambda item: (item["name"].lower(), item.get("persons", 0), item.get("collectives", 0))),
    "people": (people, lambda item: (same(item["name"]), *sorted(same(post) for post in item["positions"]))),
    "units": (units, lambda item: (same(item["name"]), same(item["province"] or ""))),
}
FAMILIES: list[tuple[str, str, Any, str, Any]] = [
    ("page furniture", "figures", chrome, "mark", lambda lines: [LineKind.BODY for _ in lines]),
    ("page furniture", "documents", chrome, "mark", lambda lines: [LineKind.BODY for _ in lines]),
    ("what a bare number counts (all of it)", "figures", counted, "counts", lambda *_: True),
    ("bare numbers read at all", "figures", counted, "counts", lambda *_: False),
    ("not counted: time, age, headings", "figures", counted, "_NOT", NOTHING),
    ("nouns that are counted", "figures", counted, "_NOUN", NOTHING),
    ("any other noun counts too", "figures", counted, "_PLAIN_WORD", NOTHING),
    ("labels and names: ấp 3, lần thứ 2", "figures", counted, "_is_named", lambda *_, **__: False),
    ("years, days, months", "figures", counted, "_is_calendar", lambda *_, **__: False),
    ("fractions: 21/21 once, 5/7 twice", "figures", figures, "_fractions_once", iter),
    ("dates, clocks, telephones, slogans", "figures", figures, "_taken", lambda _: iter(())),
    ("a fact told again is one", "figures", figures, "_told_once", iter),
    ("a code is needed: QĐ/TW", "documents", documents, "_is_number", lambda *_, **__: True),
    ("bare digits after a kind", "documents", documents, "_is_ordinal", lambda *_: True),
    ("one ground a clause", "awards", awards, "_clauses", lambda text: iter([awards._Clause(text, 0)])),
    ("a single receiver named", "awards", awards, "_one_named", lambda *_: (0, 0)),
    ("number of medals", "awards", awards, "_medals", lambda *_: None),
    ("page furniture", "people", chrome, "mark", lambda lines: [LineKind.BODY for _ in lines]),
    ("surnames (any capital begins a name)", "people", names, "_SURNAMES", Everything()),
    ("places cut off before a name", "people", Atlas, "place_prefix", lambda *_: 0),
    ("words that end a post", "people", positions, "_STOPS", frozenset()),
    ("compound words of bodies", "people", positions, "_KEEPS", NOTHING),
    ("one post said of a list", "people", owners, "_NAME_THEN_NAME", NOTHING),
    ("a shared word is put in", "people", sharing, "expand", lambda posts, later: list(posts)),
    ("one office in its longest form", "people", sharing, "merge", list),
    ("signers on a line of their own", "people", signatures, "find", lambda _: iter(())),
    ("page furniture", "units", chrome, "mark", lambda lines: [LineKind.BODY for _ in lines]),
    ("bare names", "units", bare, "add", lambda *_: None),
    ("lists behind a kind: các xã: A, B", "units", bare, "_NAMED_KIND", NOTHING),
    ("streets, schools, newspapers", "units", bare, "_BEFORE_NO_PLACES", frozenset()),
    ("persons are left alone", "units", people, "spans", lambda _: []),
    ("the other places of the text decide", "units", resolve, "_score", lambda *_: 0.0),
    ("the map of the text's day", "units", units, "_day", lambda _: units.UNDATED),
    ("kinds raised later", "units", kinded, "_UPGRADES", {}),
    ("units unknown to the gazetteer", "units", kinded, "_unknown", lambda *_: None),
]


def texts(folders: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each text with its hand-made records."""
    pairs = [(path.with_suffix(".txt"), path) for path in sorted((ROOT / "samples" / "ingest").glob("*.json"))]
    for folder in map(Path, folders):
        pairs += [(folder / f"{path.stem}.txt", path) for path in sorted((folder / "gold").glob("*.json"))]
    for text, gold in pairs:
        yield text.read_text(encoding="utf-8"), json.loads(gold.read_text(encoding="utf-8"))


def score(key: str, corpus: list[tuple[str, dict[str, Any]]]) -> tuple[int, int, int]:
    """Right, said and gold."""
    module, identity = KEYS[key]
    right = said = gold = 0
    for text, expected in corpus:
        if key not in expected:
            continue
        got = Counter(identity(record.model_dump(mode="json")) for record in module.find(Document.of(text)))
        want = Counter(map(identity, expected[key]))
        right, said, gold = right + (got & want).total(), said + got.total(), gold + want.total()
    return right, said, gold


@contextmanager
def without(module: object, name: str, replacement: object) -> Iterator[None]:
    """Switch one family off."""
    kept = getattr(module, name)
    setattr(module, name, replacement)
    people._owners.cache_clear()
    try:
        yield
    finally:
        setattr(module, name, kept)
        people._owners.cache_clear()


def line(name: str, key: str, counts: tuple[int, int, int]) -> str:
    right, said, gold = counts
    return f"| {name} | {key} | {right / said if said else 0:.3f} | {right / gold if gold else 0:.3f} | {2 * right / (said + gold):.3f} |"


def main() -> None:
    corpus = list(texts(sys.argv[1:]))
    print("| without | key | precision | recall | F1 |\n|---|---|---:|---:|---:|")
    for key in KEYS:
        print(line("(nothing: all rules)", key, score(key, corpus)))
    for name, key, module, attribute, replacement in FAMILIES:
        with without(module, attribute, replacement):
            print(line(name, key, score(key, corpus)))


if __name__ == "__main__":
    main()
