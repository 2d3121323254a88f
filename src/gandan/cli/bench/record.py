"""Sổ việc lớn: 10.000 rồi 100.000 việc trên cả nước, thời gian mở từng trang; và một lô 200 tệp được đọc, được nhận."""

import json
import math
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory

from gandan.cli.bench.result import Result

SIZES = (10_000, 100_000)
FILES = 200
TIMES = 60
AIM = "p95 dưới 500 ms"


def run(texts: str = "", *, sizes: tuple[int, ...] = SIZES, files: int = FILES, times: int = TIMES) -> Iterable[Result]:
    """In a process, a PostgreSQL server and a data folder of their own, gone afterwards; an installation that is here stays alone.

    Every page goes through the whole of Django's request path, warm, one after another; milliseconds of the clock on the wall.
    """
    with TemporaryDirectory(prefix="gd-bench-") as folder:
        Path(folder).chmod(0o755)  # as root the server runs as another account, which must get in
        command = [sys.executable, "-m", "gandan.cli.bench.record", json.dumps({"sizes": sizes, "files": files, "times": times})]
        with subprocess.Popen(command, env=_environment(folder), stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout or ():
                if line.startswith("{"):
                    yield Result(**json.loads(line))
        if process.returncode:
            raise RuntimeError(f"the measuring process ended with {process.returncode}; what it said stands above")


def _environment(folder: str) -> dict[str, str]:
    """A production-like installation that nobody knows: keys of its own, the embedded server with its ordinary settings."""
    from cryptography.fernet import Fernet

    kept = {k: v for k, v in os.environ.items() if not k.startswith("GANDAN_") and k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    ours = {"HOME": folder, "SECRET_KEY": token_urlsafe(64), "ENCRYPTION_KEYS": Fernet.generate_key().decode(), "HTTPS": "0"}
    return {**kept, **{f"GANDAN_{name}": value for name, value in ours.items()}, "GANDAN_LOG_LEVEL": "WARNING"}


def main(sizes: list[int], files: int, times: int) -> None:
    """The measuring process: one JSON line for each number."""
    from gandan.cli.runtime import installation

    with installation(migrated=False):
        from gandan.cli.migrate import bring_up_to_date
        from gandan.core.engine.static import collect

        bring_up_to_date()
        collect()
        for result in measured(sizes, files, times):
            sys.stdout.write(json.dumps(asdict(result)) + "\n")
            sys.stdout.flush()


def measured(sizes: list[int], files: int, times: int) -> Iterator[Result]:
    """All numbers, on a database that holds the country, the rules and nobody yet."""
    from gandan.cli.bench import batch, ground, pages

    place = ground.lay()
    held, before = 0, dict[str, float]()
    for size in sizes:
        ground.owe(place, size - held, seed=size)
        for page, spent in pages.timed(place, times):
            for name, value in (("p50", spent.p50), ("p95", spent.p95)):
                yield Result(f"record_{page}_{name}_{size}", round(value, 1), "ms", "", None, AIM if name == "p95" else "")
            if page in before:
                yield growth(page, held, before[page], size, spent.p50)
            before[page] = spent.p50
        held = size
    yield from batch.timed(place, files)


def growth(page: str, small: int, quick: float, large: int, slow: float) -> Result:
    """The exponent e of time ~ size^e, from the medians of two sizes: 0 = does not grow, 1 = grows as the record does."""
    exponent = math.log(slow / quick) / math.log(large / small)
    return Result(f"record_{page}_growth", round(exponent, 2), "số mũ", f"{small} lên {large} việc", None, "dưới 0,5")


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
