"""Settings of the doors: what an operator may write, what it means, and what is said of what cannot be."""

import pytest

from gandan.config import channels, env
from gandan.core.health import doctor


@pytest.fixture(autouse=True)
def faults(monkeypatch):
    found: list[str] = []
    monkeypatch.setattr(env, "faults", found)
    for name in ("SMTP_URL", "MAIL_FROM", "GATEWAY_URL", "GATEWAY_TOKEN", "URL"):
        monkeypatch.delenv(f"GANDAN_{name}", raising=False)
    return found


@pytest.mark.parametrize(
    ("url", "host", "port", "username", "password", "tls", "ssl"),
    [
        ("smtp://a%40xa.vn:m%3Ak@thu.xa.vn", "thu.xa.vn", 587, "a@xa.vn", "m:k", True, False),
        ("smtp://a:b@thu:2525?tls=starttls", "thu", 2525, "a", "b", True, False),
        ("smtps://a:b@thu", "thu", 465, "a", "b", False, True),
        ("smtp://a:b@thu?tls=tls", "thu", 465, "a", "b", False, True),
        ("smtp://127.0.0.1?tls=none", "127.0.0.1", 25, "", "", False, False),
    ],
)
def test_a_mail_server(monkeypatch, faults, url, host, port, username, password, tls, ssl):
    monkeypatch.setenv("GANDAN_SMTP_URL", url)
    given = {"host": host, "port": port, "username": username, "password": password, "use_tls": tls, "use_ssl": ssl}
    assert channels.mail() == given
    assert faults == []


@pytest.mark.parametrize(
    "url", ["thu.xa.vn", "http://thu", "smtp://", "smtp://a:bi-mat@thu?tls=none", "smtp://a:bi-mat@thu:x", "smtp://thu?tls=maybe"]
)
def test_a_wrong_mail_server_is_said_without_its_password(monkeypatch, faults, url):
    monkeypatch.setenv("GANDAN_SMTP_URL", url)
    assert channels.mail() == {}
    assert "GANDAN_SMTP_URL không đọc được" in faults[0]
    assert "bi-mat" not in faults[0]


def test_mail_needs_a_sender(monkeypatch, faults):
    assert channels.sender() == ""
    monkeypatch.setenv("GANDAN_SMTP_URL", "smtp://thu")
    channels.sender()
    assert "GANDAN_MAIL_FROM chưa đặt" in faults[0]


@pytest.mark.parametrize(
    ("url", "good"), [("https://cong.vn/x", True), ("http://127.0.0.1:80/", True), ("http://cong.vn/", False), ("cong", False)]
)
def test_a_gateway_is_never_asked_in_clear_over_a_network(monkeypatch, faults, url, good):
    monkeypatch.setenv("GANDAN_GATEWAY_URL", url)
    monkeypatch.setenv("GANDAN_GATEWAY_TOKEN", "khoa")
    assert channels.gateway() == ({"url": url, "token": "khoa"} if good else {})
    assert bool(faults) != good


def test_links_begin_with_the_address_people_know(monkeypatch, faults):
    assert channels.site(["*", "gandan.xa.vn"], https=True) == "https://gandan.xa.vn"
    assert channels.site(["*"], https=False) == "http://localhost"
    monkeypatch.setenv("GANDAN_URL", "https://xa.vn/")
    assert channels.site([], https=True) == "https://xa.vn"
    monkeypatch.setenv("GANDAN_URL", "xa.vn")
    channels.site([], https=True)
    assert "GANDAN_URL phải bắt đầu" in faults[0]


def test_the_doctor_says_what_is_off(settings):
    settings.MAIL, settings.GATEWAY = {}, {}
    assert [(f.check, f.state) for f in doctor._channels()] == [("mail", "warning")]
    settings.MAIL, settings.GATEWAY = {"host": "thu", "port": 587}, {"url": "https://x", "token": ""}
    assert [(f.check, f.state) for f in doctor._channels()] == [("mail", "ok"), ("gateway", "ok")]
