"""WRITE: what repeated calls are answered from. Bookkeeping of the API: the deeds themselves have their events."""

from datetime import datetime, timedelta

from django.db import transaction

from gandan.core.access import Actor, require
from gandan.core.rest.models import IdempotentCall

KEPT = timedelta(days=3)  # longer than any client goes on trying; then the answer is forgotten and the key is free


@transaction.atomic
def keep_call(*, scope: str, asked: str, status: int, answer: str, by: Actor, now: datetime) -> IdempotentCall:
    """Keep an answer, in the transaction of the deed that it tells of: rolled back together, both are as if never asked."""
    require(by, "core.keep_call")
    return IdempotentCall.objects.create(scope=scope, asked=asked, status=status, answer=answer, at=now)


@transaction.atomic
def forget_calls(*, by: Actor, now: datetime) -> int:
    """Delete answers that nobody repeats any more. Returns how many."""
    require(by, "core.forget_calls")
    gone, _ = IdempotentCall.objects.filter(at__lt=now - KEPT).delete()
    return int(gone)
