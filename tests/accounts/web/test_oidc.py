"""Sign-in by a provider: the button, who comes in, who is refused. The provider is a small OpenID Connect server on loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone

from gandan.accounts import actions
from gandan.accounts.models import User
from tests.people import make_user


class Provider:
    """Says that `email` is whoever signed in."""

    def __init__(self) -> None:
        self.email, self.verified, self.nonce = "", True, None
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args: object) -> None: ...

            def answer(self, body: dict[str, object]) -> None:
                raw = json.dumps(body).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def do_GET(self) -> None:
                if self.path.startswith("/.well-known/"):
                    at = {f"{name}_endpoint": f"{provider.url}/{name}" for name in ("authorization", "token", "userinfo")}
                    self.answer({"issuer": provider.url, "jwks_uri": f"{provider.url}/jwks", **at})
                else:
                    self.answer(provider.claims())

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                token = jwt.encode({**provider.claims(), "iss": provider.url, "aud": "gandan"}, "x" * 32, algorithm="HS256")
                self.answer({"access_token": "opaque", "token_type": "Bearer", "id_token": token})

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def claims(self) -> dict[str, object]:
        return {"sub": f"so-{self.email}", "email": self.email, "email_verified": self.verified, "name": "Người Ở Nơi Kia"}


@pytest.fixture
def provider(settings):
    started = Provider()
    app = {"provider_id": "co-quan", "name": "Sở Nội vụ", "client_id": "gandan", "secret": "s", "settings": {"server_url": started.url}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    yield started
    started.server.shutdown()


def come_back(browser: Client) -> object:
    """Press the button, and return from the provider with its code."""
    sent = browser.post("/dang-nhap/qua/co-quan/")
    assert sent.status_code == 302, sent.content.decode()[:500]
    state = parse_qs(urlsplit(sent.url).query)["state"][0]
    return browser.get("/dang-nhap/qua/co-quan/tro-ve/", {"code": "abc", "state": state})


def test_without_a_provider_there_is_no_button(db):
    assert "Đăng nhập qua" not in Client().get("/dang-nhap/").content.decode()


def test_a_provider_shows_up_by_name(db, provider):
    assert "Đăng nhập qua Sở Nội vụ" in Client().get("/dang-nhap/").content.decode()


def test_a_known_person_comes_in_and_keeps_the_password(db, provider):
    user = make_user("Nguyễn Thị Mai", "mai")
    provider.email, password = user.email, user.password
    browser = Client()
    come_back(browser)
    assert browser.get("/lam-viec/").status_code == 200
    assert User.objects.get(pk=user.pk).password == password
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(("email", "verified"), [("la@noi-khac.example.vn", True), ("mai@ninhkieu.example.vn", False)])
def test_who_is_unknown_or_unverified_is_refused_and_no_account_is_made(db, provider, email, verified):
    make_user("Nguyễn Thị Mai", "mai")
    provider.email, provider.verified = email, verified
    browser = Client()
    answer = come_back(browser)
    text = answer.content.decode() if answer.status_code == 200 else browser.get(answer.url).content.decode()
    assert "Chưa có tài khoản ở đây" in text
    assert browser.get("/lam-viec/").status_code == 302
    assert User.objects.count() == 1


def test_who_must_have_a_second_factor_is_asked_to_set_it_up_here_too(world, people, provider):
    provider.email = people["leader"].email
    browser = Client()
    come_back(browser)
    assert browser.get("/lam-viec/").url == "/tai-khoan/hai-buoc/"
    assert browser.get("/tai-khoan/hai-buoc/").status_code in {200, 302}


def test_who_has_a_second_factor_is_asked_for_it_behind_the_provider_too(cast, people, provider):
    actions.set_second_factor(people["leader"], secret="JBSWY3DPEHPK3PXP", by=cast["leader"], now=timezone.now())
    provider.email = people["leader"].email
    browser = Client()
    assert come_back(browser).url.startswith("/dang-nhap/ma/")
    assert browser.get("/lam-viec/").status_code == 302


def test_a_closed_account_stays_closed(db, provider):
    user = make_user("Nguyễn Thị Mai", "mai", is_active=False)
    provider.email = user.email
    browser = Client()
    come_back(browser)
    assert browser.get("/lam-viec/").status_code == 302
