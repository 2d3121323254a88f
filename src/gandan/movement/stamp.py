"""Whether anything of this room changed: one random word, another one with each deed, visible at the moment the deed is committed.

What is counted over everything (the gallery's numbers, the dots of the country) is counted once for each word. The word lies in the shared
cache's table, which is not logged and holds no fact: losing it only means counting anew.
"""

from datetime import timedelta
from uuid import uuid4

from django.db import connection

from gandan.core.events.models import Event

KEY = "movement:stamp"
READ = "SELECT value FROM gandan_cache WHERE cache_key = %s"
WRITE = """
    INSERT INTO gandan_cache (cache_key, value, expires) VALUES (%s, %s, %s)
    ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value, expires = excluded.expires
"""
LASTS = timedelta(days=3650)


def current() -> str:
    """The word of now; none before the first deed, or after the table was emptied."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [KEY])
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def renew(event: Event) -> None:
    """Follows the record: a deed of this room changes the word within its own transaction."""
    if event.verb.startswith("movement."):
        with connection.cursor() as cursor:
            cursor.execute(WRITE, [KEY, uuid4().hex, event.at + LASTS])
