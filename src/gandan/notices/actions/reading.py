"""Notices are read by the person they are for. No event is written: when somebody reads is nobody's business."""

from datetime import datetime

from django.db import transaction

from gandan.core.access import Actor, Refusal, require
from gandan.notices import queries
from gandan.notices.models import Notice


@transaction.atomic
def read(notice: Notice, *, by: Actor, now: datetime) -> Notice:
    """Mark one as read; the first time counts. Somebody else's does not exist (404)."""
    require(by, "notices.own")
    mine = queries.visible_to(by).select_for_update(of=("self",)).filter(pk=notice.pk).first()
    if mine is None:
        raise Refusal("", status=404)
    if mine.read_at is None:
        mine.read_at = now
        mine.save(update_fields=["read_at"])
    return mine


@transaction.atomic
def read_all(*, by: Actor, now: datetime) -> int:
    """Mark all of one's own as read; how many were not."""
    require(by, "notices.own")
    return queries.visible_to(by).filter(read_at=None).update(read_at=now)
