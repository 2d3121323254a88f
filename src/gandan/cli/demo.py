"""`gandan demo`: the whole installation in one process tree, filled with invented people, ended by Ctrl-C."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from gandan.cli.runtime import close, database, load_settings, say

if TYPE_CHECKING:
    from gandan.core.engine.postgres import Cluster


def demo(
    host: str = typer.Option("127.0.0.1", help="Địa chỉ lắng nghe; 0.0.0.0 để máy khác trong mạng cùng xem."),
    port: int = typer.Option(8000, min=1, max=65535, help="Cổng lắng nghe."),
) -> None:
    """Mở bản dùng thử: cơ sở dữ liệu, việc nền và trang web; chạy lại thì giữ dữ liệu cũ; Ctrl-C để dừng."""
    os.environ["GANDAN_DEMO"] = "1"
    if host not in {"127.0.0.1", "localhost", "::1"}:
        os.environ.setdefault("GANDAN_HOSTS", "*")
    os.environ.setdefault("GANDAN_URL", f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else host}:{port}")  # noqa: S104
    from gandan.core.engine.family import end_leftovers
    from gandan.core.engine.keys import make_demo_keys
    from gandan.core.engine.places import home
    from gandan.core.engine.ports import require_free

    folder = home()
    with only_one(folder) as elsewhere:
        if elsewhere:
            say(f"Bản dùng thử đang chạy ở {elsewhere}")
            return
        end_leftovers(folder / "demo.json")
        require_free(host, port)
        make_demo_keys(folder)
        load_settings()
        with database(dies_with_parent=True) as cluster:
            prepare()
            serve(folder, cluster, host, port)
        say("Đã dừng. Dữ liệu vẫn ở " + str(folder))


@contextmanager
def only_one(folder: Path) -> Iterator[str]:
    """Hold the folder, or learn the address where another demo holds it. The kernel lets go when the holder dies, however it dies."""
    import fcntl

    from gandan.core.engine.faults import EngineFault

    there = (folder / "demo.lock").exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / "demo.lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise EngineFault(f"Không ghi được vào {folder} ({error.strerror}); xin đặt GANDAN_HOME tới một thư mục ghi được.") from None
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            yield handle.read().strip() or "một cửa sổ khác (đang khởi động)"
            return
        handle.truncate(0)
        try:
            yield ""
        except EngineFault:  # a start that was refused leaves nothing behind that says a demo was here
            if not there:
                (folder / "demo.lock").unlink(missing_ok=True)
            raise


def prepare() -> None:
    """Schema, units, invented people and records, style sheets: each only where missing."""
    import django

    django.setup()
    from gandan.cli.filling import fill, mark_as_demo
    from gandan.cli.migrate import bring_up_to_date
    from gandan.cli.progress import shown
    from gandan.core.engine.static import collect

    mark_as_demo()
    say("Đang chuẩn bị dữ liệu… Lần đầu mất vài phút (đơn vị cả nước, 400 ý kiến của hai năm); những lần sau vài giây.")
    with shown(say) as progress:
        progress.doing("bảng dữ liệu và đơn vị cả nước")
        bring_up_to_date()
        fill(progress.doing)
        progress.doing("hình và kiểu chữ của trang")
        collect()
    close()


def serve(folder: Path, cluster: "Cluster | None", host: str, port: int) -> None:
    """Run worker and web under this process until asked to stop; web ends first, then worker, then (by our caller) PostgreSQL."""
    from gandan.cli.serving import web_part
    from gandan.core.engine.supervisor import Part, Supervisor

    shown = f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else host}:{port}/"  # noqa: S104
    parts = [web_part(folder, host, port), Part("worker", [sys.executable, "-m", "gandan.cli", "worker", "--attached"])]

    def announce() -> None:
        (folder / "demo.lock").write_text(shown, encoding="utf-8")
        say(f"\nGần Dân đang chạy: {shown}\nNgười dùng thử và mật khẩu: docs/try.md\nNhấn Ctrl-C để dừng.")

    def keep_database() -> bool:
        return cluster is None or cluster.answers() or cluster.start(dies_with_parent=True)

    Supervisor(parts, ledger=folder / "demo.json", also=keep_database).run(ready=lambda: everything_up(shown), announce=announce)


def everything_up(address: str) -> bool:
    """Whether pages are served and the worker has shown a heartbeat."""
    from urllib.error import URLError
    from urllib.request import urlopen

    try:
        with urlopen(address + "readyz", timeout=5) as answer:  # noqa: S310  our own address
            return bool(json.load(answer)["worker"])
    except (URLError, OSError, ValueError):
        return False
