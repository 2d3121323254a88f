"""`gandan worker`: does the jobs that pages and the clock leave in the database."""

import typer

from gandan.cli.runtime import installation


def worker(
    concurrency: int = typer.Option(4, min=1, max=64, help="Số việc làm cùng lúc."),
    attached: bool = typer.Option(False, "--attached", hidden=True, help="Chỉ dùng cơ sở dữ liệu đang chạy."),
) -> None:
    """Chạy các việc nền. SIGTERM hay Ctrl-C: làm nốt việc đang làm rồi dừng."""
    with installation(attached=attached):
        from gandan.core.jobs.run import run

        run(concurrency=concurrency)
