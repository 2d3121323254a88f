"""Mô hình: tìm trong 50.000 mô hình, trang công khai, hội đồng 30 người chấm 500 mô hình, so trùng: độ đúng và thời gian."""

import json
import math
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from gandan.cli.bench.result import Result
from gandan.cli.bench.texts import ROOT

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground

SIZES = (5_000, 50_000)
MEMBERS, MODELS, TIMES = 30, 500, 200
PAIRS = ROOT / "samples" / "movement"
FIRST = 5  # a right answer stands among so many


def run(
    texts: str = "", *, sizes: tuple[int, ...] = SIZES, members: int = MEMBERS, models: int = MODELS, times: int = TIMES
) -> Iterable[Result]:
    """In a process, a PostgreSQL server and a data folder of their own, gone afterwards; an installation that is here stays alone."""
    from gandan.cli.bench.record import _environment

    with TemporaryDirectory(prefix="gd-bench-") as folder:
        Path(folder).chmod(0o755)  # as root the server runs as another account, which must get in
        asked = json.dumps({"sizes": sizes, "members": members, "models": models, "times": times})
        command = [sys.executable, "-m", "gandan.cli.bench.movement", asked]
        with subprocess.Popen(command, env=_environment(folder), stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout or ():
                if line.startswith("{"):
                    yield Result(**json.loads(line))
        if process.returncode:
            raise RuntimeError(f"the measuring process ended with {process.returncode}; what it said stands above")


def main(sizes: list[int], members: int, models: int, times: int) -> None:
    """The measuring process: one JSON line for each number."""
    from gandan.cli.runtime import installation

    with installation(migrated=False):
        from gandan.cli.migrate import bring_up_to_date
        from gandan.core.engine.static import collect

        bring_up_to_date()
        collect()
        for result in measured(sizes, members, models, times):
            sys.stdout.write(json.dumps(asdict(result)) + "\n")
            sys.stdout.flush()


def measured(sizes: Sequence[int], members: int, models: int, times: int) -> Iterator[Result]:
    """All numbers: the models grow from size to size, the labelled ones lie among them all the while."""
    from gandan.cli.bench import ground, movement_council, movement_ground

    place = ground.lay()
    drive = movement_ground.drive(place)
    yield from scored()
    planted = _plant(place, drive)
    held, before = 0, dict[str, float]()
    for size in sizes:
        movement_ground.fill(place, drive, size - held, seed=size)
        for name, spent in _timed(place, times):
            p50, p95 = _cuts(spent)
            yield Result(f"movement_{name}_p50_{size}", round(p50, 1), "ms")
            yield Result(f"movement_{name}_p95_{size}", round(p95, 1), "ms", "", None, "dưới 200 ms")
            if name in before:
                exponent = math.log(p50 / before[name]) / math.log(size / held)
                yield Result(f"movement_{name}_growth", round(exponent, 2), "số mũ", f"{held} lên {size} mô hình", None, "dưới 0,5")
            before[name] = p50
        yield from _checked(place, planted, size)
        held = size
    yield from movement_council.timed(place, members, models)


def scored() -> Iterator[Result]:
    """Precision and recall on every file of labelled pairs, without a database: of models, of movements."""
    from gandan.movement import score

    for path in score.files(PAIRS):
        for kind, tally in score.tallies(score.load(path)).items():
            against = f"{tally.all} cặp trong {path.name}"
            name = f"movement_{path.stem.replace('-', '_')}_{kind}"
            yield Result(f"{name}_precision", round(tally.precision, 3), "tỷ lệ", against, None, "từ 0,8")
            yield Result(f"{name}_recall", round(tally.recall, 3), "tỷ lệ", against, None, "từ 0,8")


def _plant(place: "Ground", drive: Any) -> list[tuple[Any, Any]]:
    """The first form of each labelled pair of models, registered somewhere; beside it the pair."""
    from gandan.cli.bench import movement_ground
    from gandan.movement import score

    made: dict[Any, Any] = {}
    planted = []
    for path in score.files(PAIRS):
        for pair in score.load(path):
            if pair.other is not None:
                row = made.get(pair.one) or made.setdefault(pair.one, movement_ground.plant(place, drive, pair.one))
                planted.append((row, pair))
    return planted


def _timed(place: "Ground", times: int) -> Iterator[tuple[str, list[float]]]:
    """The finder with questions of every kind, the first page of the gallery, one model's page; warm, one after another, milliseconds."""
    from django.test import Client
    from django.urls import reverse

    from gandan.cli.bench import movement_words
    from gandan.core.access import Anyone
    from gandan.movement.models import Practice
    from gandan.movement.queries import finder

    chance = random.Random(7)  # noqa: S311  the same questions each time
    asked = iter([movement_words.question(chance) for _ in range(times + WARM)])
    yield "find", list(_spent(lambda: finder.find(next(asked), actor=Anyone(), today=place.today), times))
    anyone, one = Client(headers={"host": "localhost"}), Practice.objects.filter(state="registered").order_by("-pk")[0].pk
    pages = {"gallery": reverse("movement-public:index"), "page": reverse("movement-public:one", args=[one])}
    for name, url in pages.items():
        yield name, list(_spent(lambda url=url: _opened(anyone, url), min(times, 60)))


WARM = 5


def _spent(work: Any, times: int) -> Iterator[float]:
    for n in range(WARM + times):
        begun = time.perf_counter()
        work()
        if n >= WARM:
            yield (time.perf_counter() - begun) * 1000


def _opened(client: Any, url: str) -> None:
    answer = client.get(url)
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")


def _checked(place: "Ground", planted: list[tuple[Any, Any]], size: int) -> Iterator[Result]:
    """The check of a new form among all models: whether what is labelled the same is shown, what is not, is not; and how long it takes."""
    from gandan.core.access import Anyone
    from gandan.movement.models import Practice
    from gandan.movement.queries import alike, finder

    hits = wrong = shown = same = 0
    spent: list[float] = []
    for row, pair in planted:
        form = pair.other
        draft = Practice(
            title=form.title, problem=form.problem, way=form.way, output=form.output, unit_id=place.ward, made_in_id=place.ward
        )
        begun = time.perf_counter()
        found = {like.other.pk for like in alike.look(draft) if like.other is not None}
        spent.append((time.perf_counter() - begun) * 1000)
        same += pair.same
        hits += pair.same and row.pk in found
        wrong += not pair.same and row.pk in found
        if pair.same:
            answers = finder.find(form.problem, actor=Anyone(), today=place.today, limit=FIRST)
            shown += row.pk in {answer.practice.pk for answer in answers}
    p50, p95 = _cuts(spent)
    yield Result(f"movement_check_p50_{size}", round(p50, 1), "ms", "một phiếu mới so với tất cả")
    yield Result(f"movement_check_p95_{size}", round(p95, 1), "ms", "một phiếu mới so với tất cả", None, "dưới 300 ms")
    against = f"{len(planted)} cặp làm tay giữa {size} mô hình"
    yield Result(f"movement_check_recall_{size}", round(hits / same, 3) if same else 1.0, "tỷ lệ", against, None, "từ 0,8")
    precision = hits / (hits + wrong) if hits + wrong else 1.0
    yield Result(f"movement_check_precision_{size}", round(precision, 3), "tỷ lệ", against, None, "từ 0,8")
    said = f"{same} vấn đề hỏi bằng lời nơi khác, trong {FIRST} câu đầu"
    yield Result(f"movement_find_right_{size}", round(shown / same, 3) if same else 1.0, "tỷ lệ", said)


def _cuts(spent: Sequence[float]) -> tuple[float, float]:
    cuts = quantiles(spent, n=100, method="inclusive")
    return cuts[49], cuts[94]


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
