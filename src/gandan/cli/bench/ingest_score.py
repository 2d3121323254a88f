"""Độ đúng của đọc văn bản: F1 từng loại bản ghi trên các bài có bản ghi làm tay, và số câu trích không có trong bài."""

import json
from collections.abc import Iterable
from pathlib import Path

from gandan.cli.bench.result import Result
from gandan.cli.bench.texts import ROOT, folders, with_gold

_ENOUGH = 20
"""Hand-made records a key must have for its own aim to mean anything."""


def run(texts: str = "") -> Iterable[Result]:
    """One number a key, then the micro-average and the invented quotes, for each folder that has `gold/`."""
    from gandan.cli.ingest import without_settings

    without_settings()
    for folder in folders(texts):
        yield from _folder(folder)


def _folder(folder: Path) -> Iterable[Result]:
    from gandan.ingest.queries import propose_file
    from gandan.ingest.score import KEYS, Tally

    tally = Tally()
    pairs = with_gold(folder)
    for path, gold in pairs:
        reading = propose_file(path)
        tally.add(json.loads(gold.read_text(encoding="utf-8")), reading.proposal.model_dump(mode="json"), reading.text)
    if not pairs:
        return
    against = f"{len(pairs)} bài làm tay trong {_short(folder)}"
    for key in KEYS:
        gold_count = tally.counts[key].gold
        aim = "từ 0,88" if gold_count >= _ENOUGH else f"chỉ có {gold_count} bản ghi làm tay"
        yield Result(f"ingest_score_{key}", round(tally.counts[key].f1, 3), "F1", against, None, aim)
    yield Result("ingest_score_micro", round(tally.total.f1, 3), "F1", against, None, "từ 0,93")
    yield Result("ingest_score_invented_quotes", tally.invented, "câu", against, None, "0")


def _short(folder: Path) -> str:
    return folder.relative_to(ROOT).as_posix() if folder.is_relative_to(ROOT) else folder.name
