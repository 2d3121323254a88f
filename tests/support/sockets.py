"""No test talks to the world: sockets reach this machine only."""

import ipaddress
import socket
from typing import Any

import pytest


class Outside(Exception):
    """A test tried to reach another machine."""


def is_here(address: Any) -> bool:
    """Unix sockets and loopback."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(scope="session", autouse=True)
def closed_sockets():
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(original: Any) -> Any:
        def inner(self: socket.socket, address: Any) -> Any:
            if not is_here(address):
                raise Outside(f"{address!r}")
            return original(self, address)

        return inner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(connect))
        patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
        yield
