"""Many clients at once against a server of its own."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

Make = Callable[[int], bytes]


@dataclass(frozen=True)
class Load:
    """Answers a second that were as they should be, and milliseconds."""

    rate: float
    p50: float
    p95: float
    p99: float
    failed: int


@contextmanager
def served(application: str, **env: str) -> Iterator[int]:
    """A server as in production (two processes, four threads each) on a free port, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2"]
    command += ["--blocking-threads", "4", "--no-ws", "--log-level", "warning", application]
    with subprocess.Popen(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL) as server:
        try:
            _await(port)
            yield port
        finally:
            server.terminate()


def _await(port: int) -> None:
    for _ in range(240):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("the server did not start")


def load(port: int, make: Make, *, clients: int, seconds: float, fine: tuple[int, ...] = (200, 201)) -> Load:
    """So many clients, each with a connection that stays open; an answer that is not fine is counted apart."""
    took: list[float] = []
    failed = [0]
    lock, end = threading.Lock(), time.perf_counter() + seconds

    def run(client: int) -> None:
        link = socket.create_connection(("127.0.0.1", port), timeout=60)
        mine, wrong, turn = [], 0, client
        while time.perf_counter() < end:
            turn += clients
            start = time.perf_counter()
            status = _ask(link, make(turn))
            if status in fine:
                mine.append((time.perf_counter() - start) * 1000)
            else:
                wrong += 1
        link.close()
        with lock:
            took.extend(mine)
            failed[0] += wrong

    threads = [threading.Thread(target=run, args=(n,)) for n in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took.sort()
    if not took:
        raise RuntimeError(f"no answer was as it should be, {failed[0]} were not")
    rate = len(took) / (time.perf_counter() - begun)
    half, most, nearly_all = (took[min(len(took) - 1, int(len(took) * part))] for part in (0.5, 0.95, 0.99))
    return Load(rate, half, most, nearly_all, failed[0])


def always(asked: bytes) -> Make:
    """The same request from everybody."""
    return lambda _turn: asked


def _ask(link: socket.socket, asked: bytes) -> int:
    """Send, and read the whole answer by its Content-Length or its last chunk."""
    link.sendall(asked)
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(link)
    head, _, body = got.partition(b"\r\n\r\n")
    fields = head.lower()
    if b"content-length:" in fields:
        whole = int(fields.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        while len(body) < whole:
            body += _more(link)
    elif b"chunked" in fields:
        while not body.endswith(b"0\r\n\r\n"):
            body += _more(link)
    return int(head[9:12])


def _more(link: socket.socket) -> bytes:
    part = link.recv(65536)
    if not part:
        raise RuntimeError("the server closed the line")
    return part


def request(method: str, path: str, *, body: bytes = b"", **headers: str) -> bytes:
    """One request as it travels."""
    given = {"Host": "localhost", "Connection": "keep-alive", **{k.replace("_", "-"): v for k, v in headers.items()}}
    if body:
        given["Content-Length"] = str(len(body))
    lines = [f"{method} {path} HTTP/1.1", *(f"{k}: {v}" for k, v in given.items()), "", ""]
    return "\r\n".join(lines).encode() + body
