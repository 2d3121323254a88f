"""The fixtures that journeys stand on."""

import socket
from urllib.request import urlopen

import pytest

from gandan.units.models import Unit
from tests.support.sockets import Outside


def test_the_site_is_served_over_the_demo_data(live):
    assert b'"ok"' in urlopen(live.url + "/healthz").read()  # noqa: S310
    assert Unit.objects.count() > 10_000


def test_no_test_reaches_the_world():
    with pytest.raises(Outside):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
