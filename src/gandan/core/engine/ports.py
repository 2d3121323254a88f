"""Whether an address can be served on, asked before anything else is started."""

import errno
import socket

from gandan.core.engine.faults import EngineFault


def family(host: str) -> socket.AddressFamily:
    """IPv6 when it is written so."""
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def is_free(host: str, port: int) -> OSError | None:
    """None when the address can be had, else why not."""
    with socket.socket(family(host)) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            return error
    return None


def suggest(host: str, port: int) -> int:
    """The next port that is free."""
    for candidate in range(port + 1, min(port + 200, 65536)):
        if is_free(host, candidate) is None:
            return candidate
    return 0


def require_free(host: str, port: int) -> None:
    """Stop with a sentence when the address is taken, forbidden, or none of this machine's."""
    error = is_free(host, port)
    if error is None:
        return
    if error.errno == errno.EADDRINUSE:
        raise EngineFault(f"Cổng {port} đang có chương trình khác dùng; xin chọn cổng khác, ví dụ --port {suggest(host, max(port, 1024))}.")
    if error.errno == errno.EACCES:
        raise EngineFault(f"Tài khoản này không được mở cổng {port}; xin chọn cổng từ 1024 trở lên, ví dụ --port {suggest(host, 8000)}.")
    raise EngineFault(f"Không lắng nghe được ở địa chỉ {host}; xin dùng --host 127.0.0.1 hoặc --host 0.0.0.0.")
