"""`gandan database`: the embedded PostgreSQL as a service of its own, for machines without another."""

import signal
import threading

from gandan.cli.runtime import load_settings, say


def database() -> None:
    """Chạy PostgreSQL đi kèm cho tới khi SIGTERM hay Ctrl-C (không dùng khi đã đặt DATABASE_URL)."""
    load_settings(keys=False)
    from django.conf import settings

    from gandan.core.engine.embedded import cluster
    from gandan.core.engine.faults import EngineFault

    if not settings.EMBEDDED:
        raise EngineFault("DATABASE_URL đã đặt nên không cần PostgreSQL đi kèm.")
    server, asked = cluster(settings.HOME), threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: asked.set())
    server.start(dies_with_parent=True)
    say(f"PostgreSQL đang chạy, ổ cắm ở {server.socket}.")
    while not asked.wait(5.0):
        if not server.answers():
            server.start(dies_with_parent=True)
    server.stop()
