"""Đọc văn bản thành bản ghi: số bài mỗi giây trên một lõi, cạnh bộ nhận diện tên của underthesea trên cùng các bài."""

import time
from collections.abc import Callable, Iterable

from gandan.cli.bench.result import Result
from gandan.cli.bench.texts import files, folders

_ROUNDS = 5
_AIM = "ít nhất gấp 10 lần"


def run(texts: str = "") -> Iterable[Result]:
    """Both on the same texts, already decoded, in this process; the clock counts processor time, so neighbours on the machine do not."""
    from gandan.cli.ingest import without_settings

    without_settings()
    from gandan.ingest.extract import propose
    from gandan.ingest.reading import read_file

    read = [read_file(path).text for folder in folders(texts) for path in files(folder)]
    ours = _rate(propose, read, _ROUNDS)
    theirs = _underthesea(read)
    if theirs is None:
        yield Result("ingest", round(ours, 1), "bài/giây", "underthesea NER (chưa cài: make bench)", None, _AIM)
        return
    yield Result("ingest_underthesea", round(theirs, 2), "bài/giây")
    yield Result("ingest", round(ours, 1), "bài/giây", "underthesea NER", round(ours / theirs, 1), _AIM)


def _rate(work: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Texts a second of processor time, the first call left out: it loads word lists and models."""
    work(texts[0])
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            work(text)
    return len(texts) * rounds / (time.process_time() - start)


def _underthesea(texts: list[str]) -> float | None:
    try:
        from underthesea import ner
    except ImportError:
        return None
    return _rate(ner, texts, 1)
