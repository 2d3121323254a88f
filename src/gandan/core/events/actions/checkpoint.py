"""Closing the record up to a number: the one writer of checkpoints.

A number missing among events can be a deed that was rolled back, one that is still in flight, or a row that somebody removed. A checkpoint
is written only when no transaction is left that could hold a number up to its end, so what is missing then was rolled back, and what is
missing later was removed. No deed waits for this: it looks at who is writing, as `CREATE INDEX CONCURRENTLY` does, and never locks.
"""

import time
from datetime import datetime

from django.db import connection, transaction

from gandan.core.access import Actor, require
from gandan.core.events.models import Checkpoint, Event
from gandan.core.events.models.checkpoint import GENESIS, leaf

MOST = 10_000  # leaves in one checkpoint: 560 kB
ONE_WRITER = 7_402_001  # advisory lock
WRITERS = """
    SELECT virtualtransaction FROM pg_locks
    WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())  -- clones of one template share numbers of tables
    AND relation = 'core_event'::regclass AND granted AND pid IS DISTINCT FROM pg_backend_pid()
    AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
"""


@transaction.atomic
def checkpoint(*, by: Actor, now: datetime, patience: float = 5.0) -> Checkpoint | None:
    """Bind all finished events since the last checkpoint.

    None when there are none, when another process is at it, or when a deed runs longer than `patience` seconds: the next run takes them.
    """
    require(by, "core.checkpoint")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_WRITER])
        if not cursor.fetchone()[0]:
            return None
        cursor.execute("SELECT last_value, is_called FROM core_event_seq")
        upto, called = cursor.fetchone()
    if not called or not _writers_gone(patience):
        return None
    last = Checkpoint.objects.last()
    after = last.upto if last else 0
    events = list(Event.objects.filter(seq__gt=after, seq__lte=upto).order_by("seq").values_list("seq", "id", "digest")[: MOST + 1])
    if not events:
        return None
    if len(events) > MOST:
        events.pop()
        upto = events[-1][0]
    made = Checkpoint(
        number=last.number + 1 if last else 1,
        after=after,
        upto=upto,
        count=len(events),
        at=now,
        leaves=b"".join(leaf(seq, key, bytes(digest)) for seq, key, digest in events),
        previous=last.digest if last else GENESIS,
    )
    made.digest = made.computed_digest()
    made.save(force_insert=True)
    return made


def _writers_gone(patience: float) -> bool:
    """Wait until every transaction that is writing events now has ended. A writer takes its lock on the table before its number."""
    end = time.monotonic() + patience
    with connection.cursor() as cursor:
        cursor.execute(WRITERS)
        writing = [row[0] for row in cursor.fetchall()]
        while writing:
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
            cursor.execute(WRITERS + "AND virtualtransaction = ANY(%s)", [writing])
            writing = [row[0] for row in cursor.fetchall()]
    return True
