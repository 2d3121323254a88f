"""A batch of articles: files read a second, and records accepted a second, by the deeds that the worker and the page call."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gandan.cli.bench.result import Result
from gandan.cli.bench.texts import ROOT

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground

FIRST = date(2023, 1, 2)
SAMPLE = ROOT / "samples" / "reading" / "tin-truong-xuan.txt"


def article(n: int) -> bytes:
    """The sample, told of another day each time, so that no two are the same text or the same activity."""
    day, after = FIRST + timedelta(days=n), FIRST + timedelta(days=n + 1)
    text = SAMPLE.read_text(encoding="utf-8").replace("12/09/2024", f"{after:%d/%m/%Y}").replace("Ngày 11/9", f"Ngày {day.day}/{day.month}")
    return text.replace("Tháp Mười: ", f"Tháp Mười, đợt {n + 1}: ", 1).encode()


def timed(ground: "Ground", files: int) -> Iterator[Result]:
    """One process reads and accepts, one after another; a worker does four at a time."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.utils import timezone

    from gandan.accounts.queries import actor_for
    from gandan.core.access import SystemActor
    from gandan.ingest import actions
    from gandan.ingest.models import Source
    from gandan.units.models import Unit

    by, now = actor_for(ground.officer, today=ground.today), timezone.now()
    uploads = [SimpleUploadedFile(f"tin-{n}.txt", article(n)) for n in range(files)]
    start = time.perf_counter()
    batch = actions.start_batch(uploads=uploads, unit=Unit.objects.get(pk=ground.ward), by=by, now=now)
    stored = time.perf_counter() - start
    yield Result("record_batch_stored", round(files / stored, 1), "tệp/giây")
    start = time.perf_counter()
    for file in batch.files.all():
        actions.read_batch_file(file, by=SystemActor("ingest"), now=now)
    yield Result("record_batch_read", round(files / (time.perf_counter() - start), 1), "tệp/giây")
    start = time.perf_counter()
    decided = [actions.accept_all(source, by=by, now=now) for source in Source.objects.filter(files__batch=batch)]
    taken, accepted = time.perf_counter() - start, sum(len(d.accepted) for d in decided)
    yield Result("record_batch_accepted", round(accepted / taken, 1), "bản ghi/giây", f"{accepted} bản ghi của {files} tệp")
    yield Result("record_batch_left", sum(len(d.left) for d in decided), "bản ghi", "để người xem lại")
