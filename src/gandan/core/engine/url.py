"""Reads `DATABASE_URL` with libpq's own parser, so that whatever psql accepts is accepted here."""

from typing import Any
from urllib.parse import urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

EXAMPLE = "postgresql://gandan:mat-khau@may-chu:5432/gandan"
NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


class WrongUrl(ValueError):
    """The address cannot be used; the text is a sentence for the operator and never repeats the address, which holds a password."""


def parse(url: str) -> dict[str, Any]:
    """Django's database settings for an address like postgresql://user:password@host:port/name?sslmode=require."""
    if urlsplit(url).scheme not in {"postgresql", "postgres"}:
        raise WrongUrl(f"DATABASE_URL phải bắt đầu bằng postgresql://, ví dụ {EXAMPLE}.")
    try:
        given = conninfo_to_dict(url)
    except ProgrammingError:
        raise WrongUrl(f"DATABASE_URL không đọc được; xin viết theo mẫu {EXAMPLE} (ký tự đặc biệt trong mật khẩu viết dạng %XX).") from None
    if not given.get("dbname"):
        raise WrongUrl(f"DATABASE_URL chưa có tên cơ sở dữ liệu; xin viết theo mẫu {EXAMPLE}.")
    port = str(given.get("port") or "")
    if port and not all(p.isdecimal() and 0 < int(p) < 65536 for p in port.split(",")):
        raise WrongUrl(f"DATABASE_URL có cổng không hợp lệ; xin viết theo mẫu {EXAMPLE}.")
    settings: dict[str, Any] = {NAMES[k]: str(v) for k, v in given.items() if k in NAMES and v is not None}
    options = {k: v for k, v in given.items() if k not in NAMES and v is not None}
    if options:
        settings["OPTIONS"] = options
    return settings
