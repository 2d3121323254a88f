"""Whether anything of this room changed: one random word, another one right after each deed was committed.

What is counted over everything (the gallery's numbers, the dots of the country) is counted once for each word. The word lies in the shared
cache's table, which is not logged and holds no fact: losing it only means counting anew, and every new day counts anew by itself.

It is written after the commit and by itself, once for all that a transaction did. Written inside, this one row would be held by every deed
of the room until its end: all would wait in one line, and two that hold several models each would wait for each other in a circle.
"""

from uuid import uuid4

from django.db import connection, transaction

from gandan.core.events.models import Event

KEY = "movement:stamp"
READ = "SELECT value FROM gandan_cache WHERE cache_key = %s"
BEGIN = """
    INSERT INTO gandan_cache (cache_key, value, expires) VALUES (%s, %s, now() + interval '3650 days')
    ON CONFLICT (cache_key) DO UPDATE SET expires = excluded.expires RETURNING value
"""
WRITE = """
    INSERT INTO gandan_cache (cache_key, value, expires) VALUES (%s, %s, now() + interval '3650 days')
    ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value, expires = excluded.expires
"""


def current() -> str:
    """The word of now. Before the first deed, or after the table was emptied (a crash, a restore), whoever asks first gives one: without
    it everybody would count everything until the next deed. Of several that do at once all take the same."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [KEY])
        row = cursor.fetchone()
        if row is None:
            cursor.execute(BEGIN, [KEY, uuid4().hex])
            row = cursor.fetchone()
    return str(row[0])


def renew(event: Event) -> None:
    """Follows the record: after a transaction with deeds of this room the word is another one. Failing to write it fails no deed."""
    if event.verb.startswith("movement.") and not any(change in waiting for waiting in connection.run_on_commit):
        transaction.on_commit(change, robust=True)


def change() -> None:
    """Another word."""
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [KEY, uuid4().hex])
