"""One of many that cannot be done stops none of the others: it is written down, and the next run tries again."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError, transaction

from gandan.core.access import Refusal

log = logging.getLogger("gandan.opinions")


def tried(deed: Callable[[], object], about: Any) -> int:
    """Do it in a savepoint of its own; 1 when it was done, 0 where the deed says False.

    What changed meanwhile (a refusal) is nothing to report; any other failure is logged with what it was about. A database that is gone
    ends the run.
    """
    try:
        with transaction.atomic():
            done = deed()
    except Refusal:
        return 0
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # the clock of a whole province must not stand still for one row
        log.exception("left undone: %s", about)
        return 0
    return int(done is not False)
