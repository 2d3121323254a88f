"""Tiếp nhận ý kiến: gửi, theo dõi, trang đầu, hộp việc 100.000 hồ sơ, tìm trong một triệu văn bản; cạnh trang Django trần."""

import json
import math
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from gandan.cli.bench.result import Result

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground

CASES = (10_000, 100_000)
DOCUMENTS = (100_000, 1_000_000)
SECONDS, CLIENTS, TIMES = 8.0, 32, 40
HELPDESK = {"opinion_submit": 53.0, "track_page": 75.0, "home_page": 89.0}
"""django-helpdesk 2.6.1 on two cores: `bench_helpdesk.py` beside the checkout measures it, docs/benchmarks.md says how."""


def run(
    texts: str = "", *, cases: tuple[int, ...] = CASES, documents: tuple[int, ...] = DOCUMENTS, seconds: float = SECONDS
) -> Iterable[Result]:
    """In a process, a PostgreSQL server and a data folder of their own, gone afterwards; an installation that is here stays alone."""
    from gandan.cli.bench.record import _environment

    with TemporaryDirectory(prefix="gd-bench-") as folder:
        Path(folder).chmod(0o755)  # as root the server runs as another account, which must get in
        asked = json.dumps({"cases": cases, "documents": documents, "seconds": seconds, "folder": folder})
        command = [sys.executable, "-m", "gandan.cli.bench.listen", asked]
        env = {**_environment(folder), "GANDAN_BEHIND_PROXY": "1", "GANDAN_LOG_LEVEL": "ERROR"}
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout or ():
                if line.startswith("{"):
                    yield Result(**json.loads(line))
        if process.returncode:
            raise RuntimeError(f"the measuring process ended with {process.returncode}; what it said stands above")


def main(cases: list[int], documents: list[int], seconds: float, folder: str) -> None:
    """The measuring process: one JSON line for each number."""
    from gandan.cli.runtime import installation

    with installation(migrated=False):
        from gandan.cli.bench import ground, listen_search
        from gandan.cli.migrate import bring_up_to_date
        from gandan.core.engine.static import collect

        bring_up_to_date()
        collect()
        place = ground.lay()
        for result in chain(served(place, seconds, Path(folder)), inbox(place, cases), listen_search.timed(place, documents)):
            sys.stdout.write(json.dumps(asdict(result)) + "\n")
            sys.stdout.flush()


def served(place: "Ground", seconds: float, folder: Path) -> Iterator[Result]:
    """Over HTTP, as in production: saying something by 32 clients (durable when answered), the tracking page, the first page."""
    from gandan.cli.bench import listen_load
    from gandan.cli.bench.listen_record import record

    asks = _asks(place)
    seen = folder / "seen.pickle"
    record(seen, {name: page for name, (page, _make) in asks.items()})
    clients = {"opinion_submit": CLIENTS, "track_page": 8, "home_page": 8}
    found = {}
    with listen_load.served("gandan.config.wsgi:application") as port:
        for name, (_page, make) in asks.items():
            listen_load.load(port, make, clients=8, seconds=min(1, seconds))
            found[name] = listen_load.load(port, make, clients=clients[name], seconds=seconds)
    with listen_load.served("gandan.cli.bench.listen_bare:application", BENCH_LISTEN_RECORD=str(seen)) as port:
        for name in asks:
            by_orm, by_sql = (_bare(port, address, clients[name], seconds) for address in (f"/{name}/", f"/sql/{name}/"))
            ours = found[name]
            half, five = "ít nhất 50 % trang trần", "ít nhất gấp 5 lần django-helpdesk"
            yield Result(f"{name}_bare", round(by_orm, 1), "1/giây", "trang Django trần, cùng câu hỏi, cùng số byte")
            yield Result(f"{name}_bare_sql", round(by_sql, 1), "1/giây", "như trên, không qua ORM", round(ours.rate / by_sql, 2))
            yield Result(name, round(ours.rate, 1), "1/giây", "trang Django trần", round(ours.rate / by_orm, 2), half)
            yield Result(f"{name}_helpdesk", HELPDESK[name], "1/giây", "đo riêng, xem docs", round(ours.rate / HELPDESK[name], 1), five)
            yield Result(f"{name}_p50", round(ours.p50, 1), "ms")
            yield Result(f"{name}_p99", round(ours.p99, 1), "ms", "p50", round(ours.p99 / max(ours.p50, 0.001), 1), "tối đa 5 lần p50")
            yield Result(f"{name}_failed", ours.failed, "lần", "", None, "0")


def _bare(port: int, address: str, clients: int, seconds: float) -> float:
    from gandan.cli.bench import listen_load

    asked = listen_load.always(listen_load.request("GET", address))
    listen_load.load(port, asked, clients=8, seconds=min(1, seconds))
    return listen_load.load(port, asked, clients=clients, seconds=seconds).rate


def _asks(place: "Ground") -> dict[str, Any]:
    """For each name: the page asked in this process, and the bytes that a client sends."""
    from django.test import Client

    from gandan.cli.bench.listen_load import request
    from gandan.core import codes

    said = {"text": "Đèn đường đầu hẻm 132 tắt ba tuần nay, đi học về tối rất nguy hiểm.", "unit": str(place.ward), "place": "Hẻm 132"}
    turn = iter(range(10**9))

    def client() -> Client:
        return Client(headers={"host": "localhost", "x-forwarded-for": f"10.9.{next(turn)}"})

    def say() -> Any:
        return client().post("/api/v1/opinions", said, content_type="application/json")

    paper = say().json()
    own = client()
    own.post("/y-kien/tra-cuu/", {"code": codes.shown(paper["code"])})
    cookie = f"sessionid={own.cookies['sessionid'].value}"
    body, json_type = json.dumps(said).encode(), {"Content_Type": "application/json"}
    return {
        "opinion_submit": (say, lambda n: request("POST", "/api/v1/opinions", body=body, X_Forwarded_For=f"10.8.{n}", **json_type)),
        "track_page": (lambda: own.get("/y-kien/tra-cuu/viec/"), lambda n: request("GET", "/y-kien/tra-cuu/viec/", Cookie=cookie)),
        "home_page": (lambda: client().get("/"), lambda n: request("GET", "/")),
    }


def inbox(place: "Ground", sizes: list[int]) -> Iterator[Result]:
    """An officer's inbox and a leader's dashboard in one ward with very many cases; in this process, warm, one after another."""
    from django.test import Client
    from django.urls import reverse

    from gandan.cli.bench import listen_ground
    from gandan.cli.bench.pages import asked

    officer, leader = (Client(headers={"host": "localhost"}) for _ in range(2))
    for browser, user in zip((officer, leader), listen_ground.people(place), strict=True):
        browser.force_login(user)
    pages = {
        "inbox": (officer, reverse("opinions:inbox")),
        "dashboard": (leader, reverse("opinions:dashboard")),
        "ward_page": (Client(headers={"host": "localhost"}), reverse("opinions-public:ward", args=[place.ward])),
    }
    held, before = 0, dict[str, float]()
    for size in sizes:
        listen_ground.fill(place, held, size)
        for name, (browser, url) in pages.items():
            spent = asked(browser, url, TIMES)
            yield Result(f"{name}_p50_{size}", round(spent.p50, 1), "ms")
            yield Result(f"{name}_p95_{size}", round(spent.p95, 1), "ms", "", None, "dưới 500 ms")
            if name in before:
                exponent = math.log(spent.p50 / before[name]) / math.log(size / held)
                yield Result(f"{name}_growth", round(exponent, 2), "số mũ", f"{held} lên {size} hồ sơ", None, "dưới 0,5")
            before[name] = spent.p50
        held = size


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
