"""Builds src/gandan/units/data/ from the MIT-licensed package `vietnamadminunits`.

Run `.venv/bin/python scripts/units.py`; the same package gives the same bytes. What is taken, what is computed
and what stays unknown is told in docs/data-units.md.
"""

import gzip
import json
import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.distance import Levenshtein

from gandan.core.text import fold, nfc

OUT = Path(__file__).resolve().parent.parent / "src/gandan/units/data"
SEEN, CHANGED = "2025-06-30", "2025-07-01"
PROVINCES_DECREE = "202/2025/QH15"
KINDS = ("Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã")
GRID = 24
FLOOR = 0.03  # a part that the source lists is never nothing: at least this share of the grid before scaling
Row = dict[str, Any]
Where = tuple[float | None, float | None, float | None]


class Part(NamedTuple):
    """One receiver of a divided commune."""

    ward: str
    permille: int
    basis: str
    main: bool


def main() -> None:
    """Read, join, write."""
    package = Path(str(distribution("vietnamadminunits").locate_file("vietnamadminunits")))
    lines = sorted(build(package))
    taken = f"vietnamadminunits {version('vietnamadminunits')}, (c) 2025 Tran Ngoc Minh Hieu, MIT: see LICENSE.txt here."
    head = [
        f"# Administrative units of Vietnam on {SEEN} and since {CHANGED}, with what became of each.",
        f"# Derived by scripts/units.py from {taken}",
        "# U key level kind name code parent from to lat lon km2: a line for each time a unit kept name, code and parent.",
        "#   Empty means unknown; `to` is the last day. Coordinates and areas are those of the whole unit.",
        "# S from_key to_key first_day kind permille basis main decree: what a unit became.",
        "#   basis: whole, estimate (computed from positions), doubt (the source seems to confuse two communes of one name).",
    ]
    data = "\n".join([*head, *lines, ""]).encode()
    OUT.mkdir(exist_ok=True)
    (OUT / "units.tsv.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    licence = next(f for f in distribution("vietnamadminunits").files or () if f.name.startswith("LICENSE"))
    (OUT / "LICENSE.txt").write_text(licence.read_text().strip() + "\n")
    print(f"{len(lines)} lines, {(OUT / 'units.tsv.gz').stat().st_size} bytes")


def build(package: Path) -> Iterator[str]:
    """Every line of the file."""
    db = sqlite3.connect(f"file:{package}/data/dataset.db?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    new: list[Row] = [dict(r) for r in db.execute("select * from admin_units")]
    old: list[Row] = [dict(r) for r in db.execute("select * from admin_units_legacy")]
    tables = json.loads((package / "data/converter_2025.json").read_text())
    yield from provinces(old, new, tables["DICT_PROVINCE"])
    yield from districts(old)
    yield from communes(old, new, tables)


def provinces(old: list[Row], new: list[Row], merged: dict[str, list[str]]) -> Iterator[str]:
    """63 to 34. One that took in no other, under the same name, goes on existing: it is one line without an end."""
    before = {r["provinceKey"]: r for r in old}
    after = {r["provinceKey"]: r for r in new}
    kept = {k for k, sources in merged.items() if sources == [k]}
    for key, r in before.items():
        me = was("p", r["provinceCode"])
        end = "" if key in kept else SEEN
        yield unit(me, "province", r["province"], r["provinceCode"], "", "", end, (r["provinceLat"], r["provinceLon"], None))
    for key, r in after.items():
        if key in kept:
            continue
        me = now("p", r["provinceCode"])
        yield unit(me, "province", r["province"], r["provinceCode"], "", CHANGED, "", (r["provinceLat"], r["provinceLon"], None))
        for source in merged[key]:
            yield succession(was("p", before[source]["provinceCode"]), me, "merge", 1000, "whole", main=True, decree=PROVINCES_DECREE)


def districts(old: list[Row]) -> Iterator[str]:
    """All 696 end on 30/6/2025. An island district without communes became a special zone (in `communes`)."""
    for r in {r["districtCode"]: r for r in old}.values():
        parent = was("p", r["provinceCode"])
        where = (r["districtLat"], r["districtLon"], None)
        yield unit(was("d", r["districtCode"]), "district", r["district"], r["districtCode"], parent, "", SEEN, where)
        if r["wardCode"]:
            yield succession(was("d", r["districtCode"]), "", "abolition", 0, "", main=False)


def communes(old: list[Row], new: list[Row], tables: dict[str, Any]) -> Iterator[str]:
    """10,035 communes and 5 island districts to 3,321."""
    before = {"_".join([r["provinceKey"], r["districtKey"], r["wardKey"] or ""]): r for r in old}
    after = {(r["provinceKey"], r["wardKey"]): r for r in new}
    province = {r["provinceKey"]: r["provinceCode"] for r in new}
    merged = tables["DICT_PROVINCE"]
    parts = dict(shares(before, tables["DICT_PROVINCE_WARD_DIVIDED"]))
    sources = sources_of(tables["DICT_PROVINCE_WARD_NO_DIVIDED"], parts)
    told: set[str] = set()
    for target, r in after.items():
        p, here = target[0], sources[target]
        parent = was("p", province[p]) if merged[p] == [p] else now("p", province[p])
        if goes_on(before[here[0]], here, r, here[0] in parts):
            yield commune(before[here[0]], place(r))
            yield unit(was("c", r["wardCode"]), "commune", r["ward"], r["wardCode"], parent, CHANGED, "", place(r))
            continue
        me = now("c", r["wardCode"])
        yield unit(me, "commune", r["ward"], r["wardCode"], parent, CHANGED, "", place(r))
        for o in here:
            source = before[o]
            key = was("c", source["wardCode"]) if source["wardCode"] else was("d", source["districtCode"])
            if source["wardCode"] and o not in told:
                told.add(o)
                yield commune(source, (source["wardLat"], source["wardLon"], None))
            if o in parts:
                part = next(x for x in parts[o][1] if x.ward == target[1])
                yield succession(key, me, "split", part.permille, part.basis, main=part.main)
            else:
                yield succession(key, me, "rename" if len(here) == 1 else "merge", 1000, "whole", main=True)


def sources_of(whole: dict[str, Any], parts: dict[str, tuple[str, list[Part]]]) -> dict[tuple[str, str], list[str]]:
    """For each new commune (province, ward) the old ones that went into it, whole or in part."""
    sources: dict[tuple[str, str], list[str]] = defaultdict(list)
    for p, targets in whole.items():
        for ward, names in targets.items():
            sources[p, ward] += names
    for o, (p, listed) in parts.items():
        for part in listed:
            sources[p, part.ward].append(o)
    return sources


def commune(r: Row, where: Where) -> str:
    """A commune as it was on 30/6/2025."""
    return unit(was("c", r["wardCode"]), "commune", r["ward"], r["wardCode"], was("d", r["districtCode"]), "", SEEN, where)


def goes_on(r: Row, here: list[str], after: Row, divided: bool) -> bool:
    """Left alone by the reorganisation: the only source, whole, with its code, its kind and its name.

    The name may be one letter of spelling apart (Ia RVê, Ia Rvê).
    """
    same = len(here) == 1 and not divided and r["wardCode"] == after["wardCode"]
    return same and Levenshtein.distance(fold(after["ward"]), fold(r["ward"])) <= 1


def shares(before: dict[str, Row], divided: dict[str, Any]) -> Iterator[tuple[str, tuple[str, list[Part]]]]:
    """Parts of each divided commune in thousandths.

    The source gives position and area of the *whole* receiving unit, not of the part, so a share is estimated: a grid over the
    old commune's bounds, each point to the listed unit that is nearest in measure of its own size. Parts in doubt get nothing.
    """
    for p, table in divided.items():
        for o, listed in table.items():
            sure = [x for x in listed if not doubtful(o, x, before, table)]
            exact = dict(zip([x["newWardKey"] for x in sure], thousandths(grid(before[o], sure)), strict=True))
            parts = [(x["newWardKey"], exact.get(x["newWardKey"], 0), bool(x["isDefaultNewWard"])) for x in listed]
            yield o, (p, [Part(key, n, "estimate" if key in exact else "doubt", main) for key, n, main in parts])


def doubtful(o: str, part: Row, before: dict[str, Row], table: dict[str, list[Row]]) -> bool:
    """The source mixed up communes of one name that came into one province (phường 4 of Mỹ Tho and of Cao Lãnh, 80 km apart).

    So a part is in doubt when a divided namesake lists it too and lies much nearer to it, while this one lies out of its reach.
    """
    namesakes = [k for k in table if k != o and k.rsplit("_", 1)[1] == o.rsplit("_", 1)[1]]
    others = [k for k in namesakes if part["newWardKey"] in {x["newWardKey"] for x in table[k]}]
    here = distance(before[o], part)
    return any(distance(before[k], part) < here / 2 for k in others) and here > 1.5 * math.sqrt(part["newWardAreaKm2"] or 50.0)


def distance(r: Row, part: Row) -> float:
    """Kilometres between the centres of an old commune and a new one."""
    east = (r["wardLon"] - part["newWardLon"]) * math.cos(math.radians(r["wardLat"]))
    return 111.2 * math.hypot(r["wardLat"] - part["newWardLat"], east)


def grid(r: Row, listed: list[Row]) -> list[float]:
    """How many points of the grid fall to each part, with the floor."""
    (south, west), (north, east) = [map(float, corner.split(",")) for corner in r["wardBounds"].split(" – ")]
    hits = [0.0] * len(listed)
    stretch = math.cos(math.radians(south))
    for i in range(GRID):
        for j in range(GRID):
            lat, lon = south + (north - south) * (i + 0.5) / GRID, west + (east - west) * (j + 0.5) / GRID
            far = [math.hypot(lat - x["newWardLat"], (lon - x["newWardLon"]) * stretch) for x in listed]
            reach = [d / math.sqrt(x["newWardAreaKm2"] or 50.0) for d, x in zip(far, listed, strict=True)]
            hits[reach.index(min(reach))] += 1
    return [max(h, FLOOR * GRID * GRID) for h in hits]


def thousandths(weights: list[float]) -> list[int]:
    """Whole numbers that make exactly 1000, by largest remainder."""
    exact = [1000 * w / sum(weights) for w in weights]
    out = [int(x) for x in exact]
    for i in sorted(range(len(out)), key=lambda i: (out[i] - exact[i], i))[: 1000 - sum(out)]:
        out[i] += 1
    return out


def was(level: str, code: str) -> str:
    """Key of a unit first seen on 30/6/2025: never changes, so installations agree on its id."""
    return f"{level}{code}@20250630"


def now(level: str, code: str) -> str:
    """Key of a unit that began on 1/7/2025."""
    return f"{level}{code}@20250701"


def place(r: Row) -> Where:
    return r["wardLat"], r["wardLon"], r["wardAreaKm2"]


def unit(key: str, level: str, name: str, code: str, parent: str, start: str, end: str, where: Where) -> str:
    """One line U."""
    name = " ".join(nfc(name).split())
    kind = next(k for k in KINDS if name.lower().startswith(k.lower() + " "))
    figures = [f"{x:.5f}".rstrip("0").rstrip(".") if x else "" for x in where]
    return "\t".join(["U", key, level, kind, name[len(kind) :].strip(), code, parent, start, end, *figures])


def succession(old: str, new: str, kind: str, permille: int, basis: str, *, main: bool, decree: str = "") -> str:
    """One line S."""
    return "\t".join(["S", old, new, CHANGED, kind, str(permille), basis, "1" if main else "", decree])


if __name__ == "__main__":
    main()
