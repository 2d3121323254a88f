"""Old notices go, and what carried them; the events stay."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from gandan.core import legal
from gandan.core.access import Actor, require
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message, News, Notice


@transaction.atomic
def forget(*, by: Actor, now: datetime) -> int:
    """Delete notices that were read long ago, all very old ones, and messages that carry none any more; how many notices went.

    News for those without an account goes as long after it left, or was given up. Calls about things that were all read meanwhile are
    closed. No event: nothing is decided here.
    """
    require(by, "notices.forget")
    today = timezone.localdate(now)
    read, old = (now - timedelta(days=legal.rule(code, on=today).days) for code in ("notices.keep_read", "notices.keep"))
    gone = Notice.objects.filter(Q(read_at__lt=read) | Q(made_at__lt=old))
    count = gone.count()
    gone.delete()
    carried = Message.notices.through.objects.filter(message=OuterRef("pk"))
    Message.objects.filter(~Exists(carried)).delete()
    News.objects.filter(ended_at__lt=read).delete()
    unread = carried.filter(notice__read_at=None)
    Message.objects.filter(~Exists(unread), channel=Channel.CALL, state=State.QUEUED).update(state=State.VOID, ended_at=now)
    return count
