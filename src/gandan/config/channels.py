"""How messages leave the house: the mail server, the gateway for text messages, and the address under which people find the site.

What is not set is off, and pages say so. What is set wrongly is a fault with a sentence that never repeats the address.
"""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from gandan.config import env

SMTP_EXAMPLE = "smtp://ten:mat-khau@may-chu:587?tls=starttls"
TLS = {"starttls", "tls", "none"}
USUAL_PORT = {"starttls": 587, "tls": 465, "none": 25}


def mail() -> dict[str, Any]:
    """What Django's SMTP client takes, from `GANDAN_SMTP_URL`; empty when mail is off.

    `tls` is starttls (587), tls (465; also smtps://) or none (25), and starttls unless said otherwise: a password never goes in clear.
    """
    given = env.text("GANDAN_SMTP_URL")
    if not given:
        return {}
    try:
        return _server(given)
    except ValueError:
        env.faults.append(
            f"GANDAN_SMTP_URL không đọc được; xin viết theo mẫu {SMTP_EXAMPLE} (ký tự đặc biệt trong mật khẩu viết dạng %XX)."
        )
        return {}


def _server(given: str) -> dict[str, Any]:
    url = urlsplit(given)
    tls = parse_qs(url.query).get("tls", ["tls" if url.scheme == "smtps" else "starttls"])[0]
    if url.scheme not in {"smtp", "smtps"} or not url.hostname or tls not in TLS or (url.username and tls == "none"):
        raise ValueError
    return {
        "host": url.hostname,
        "port": url.port or USUAL_PORT[tls],
        "username": unquote(url.username or ""),
        "password": unquote(url.password or ""),
        "use_tls": tls == "starttls",
        "use_ssl": tls == "tls",
    }


def sender() -> str:
    """`GANDAN_MAIL_FROM`: required where mail is on."""
    given = env.text("GANDAN_MAIL_FROM")
    if env.text("GANDAN_SMTP_URL") and "@" not in given:
        env.faults.append('GANDAN_MAIL_FROM chưa đặt; ví dụ GANDAN_MAIL_FROM="Gần Dân <gandan@xa.gov.vn>".')
    return given


def gateway() -> dict[str, str]:
    """Address and token of the gateway; empty when it is off. In clear only to the machine itself."""
    given = env.text("GANDAN_GATEWAY_URL")
    if not given:
        return {}
    try:
        url = urlsplit(given)
        here = url.scheme == "http" and url.hostname in {"127.0.0.1", "localhost", "::1"}
        good = bool(url.hostname) and (url.port or 1) > 0 and (url.scheme == "https" or here)
    except ValueError:
        good = False
    if not good:
        env.faults.append("GANDAN_GATEWAY_URL phải bắt đầu bằng https:// (http:// chỉ dùng cho cổng chạy trên chính máy này).")
        return {}
    return {"url": given, "token": env.text("GANDAN_GATEWAY_TOKEN")}


def site(hosts: list[str], *, https: bool) -> str:
    """Where links in messages point: `GANDAN_URL`, else the first of the hosts."""
    given = env.text("GANDAN_URL").rstrip("/")
    if given and not given.startswith(("https://", "http://")):
        env.faults.append("GANDAN_URL phải bắt đầu bằng https://, ví dụ https://gandan.xa.gov.vn.")
        given = ""
    host = next((h for h in hosts if not h.startswith((".", "*"))), "localhost")
    return given or f"{'https' if https else 'http'}://{host}"
