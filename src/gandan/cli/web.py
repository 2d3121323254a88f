"""`gandan web`: the pages and the API, served by granian."""

from pathlib import Path

import typer

from gandan.cli.runtime import installation, say

HOST = typer.Option("127.0.0.1", help="Địa chỉ lắng nghe.")
PORT = typer.Option(8000, min=1, max=65535, help="Cổng lắng nghe.")


def web(
    host: str = HOST,
    port: int = PORT,
    workers: int = typer.Option(2, min=1, max=64, help="Số tiến trình."),
    threads: int = typer.Option(4, min=1, max=64, help="Số luồng mỗi tiến trình; mỗi luồng giữ một kết nối cơ sở dữ liệu."),
) -> None:
    """Phục vụ trang web. SIGTERM hay Ctrl-C: trả lời nốt yêu cầu đang dở rồi dừng."""
    with installation():
        from django.conf import settings

        from gandan.cli.serving import web_part
        from gandan.core.engine.ports import require_free
        from gandan.core.engine.static import collect
        from gandan.core.engine.supervisor import Supervisor

        require_free(host, port)
        collect()
        Supervisor([web_part(settings.HOME, host, port, workers=workers, threads=threads)], ledger=Path(settings.HOME) / "web.json").run(
            ready=lambda: True, announce=lambda: say(f"Đang phục vụ ở http://{host}:{port}/")
        )
