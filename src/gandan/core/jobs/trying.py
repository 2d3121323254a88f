"""One of many that cannot be done stops none of the others: it is written down, and the next run tries again."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from psycopg.errors import DeadlockDetected, SerializationFailure

from gandan.core.access import Refusal

IN_EACH_OTHERS_WAY = (DeadlockDetected, SerializationFailure)
log = logging.getLogger("gandan.jobs")


def tried(deed: Callable[[], int | object], about: Any) -> int:
    """Do it in a savepoint of its own; how much was done, 1 where the deed does not say.

    What changed meanwhile (a refusal) is nothing to report; any other failure is logged with what it was about and counts as nothing, also
    that the database let another deed go first. A database that is gone ends the run.
    """
    try:
        with transaction.atomic():
            done = deed()
    except Refusal:
        return 0
    except Exception as failed:  # the clock of a whole province must not stand still for one row
        if isinstance(failed, OperationalError | InterfaceError) and not isinstance(failed.__cause__, IN_EACH_OTHERS_WAY):
            raise
        log.exception("left undone: %s", about)
        return 0
    return done if isinstance(done, int) else 1
