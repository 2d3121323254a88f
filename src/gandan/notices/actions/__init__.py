"""WRITE. `make`, `send` and `forget` are called by jobs, the rest by people."""

from gandan.notices.actions.calling import call_made
from gandan.notices.actions.making import make
from gandan.notices.actions.news import forget_correspondent, make_news, put_off_news, send_news, stop_news
from gandan.notices.actions.preferring import prefer
from gandan.notices.actions.reading import read, read_all
from gandan.notices.actions.retention import forget
from gandan.notices.actions.sending import put_off, send

__all__ = [
    "call_made",
    "forget",
    "forget_correspondent",
    "make",
    "make_news",
    "prefer",
    "put_off",
    "put_off_news",
    "read",
    "read_all",
    "send",
    "send_news",
    "stop_news",
]
