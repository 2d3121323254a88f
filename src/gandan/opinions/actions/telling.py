"""A sender is written to no more."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from gandan.core.access import Actor, require
from gandan.notices import actions as notices
from gandan.opinions.actions.held import held_with, tell
from gandan.opinions.enums import Wish
from gandan.opinions.models import Contact, Opinion
from gandan.opinions.permissions import SENDERS


@transaction.atomic
def stop_telling(opinion: Opinion, *, by: Actor, now: datetime) -> None:
    """The system writes to this address no more; what was left stays sealed for an office that must reach the sender.

    By whoever has the link of a message: a mistyped address is somebody's who has no code. A second time changes nothing.
    """
    opinion, case = held_with(opinion)
    require(by, "opinions.stop_telling", opinion)
    contact = Contact.objects.select_for_update().filter(opinion=opinion).exclude(wish=Wish.NONE).first()
    if contact is None:
        return
    contact.wish = Wish.NONE
    contact.save(update_fields=["wish"])
    tell("telling_stopped", case, by=by, now=now, facts={"opinion_id": opinion.pk})


def forget_telling(opinions: Iterable[UUID], *, by: Actor, now: datetime) -> None:
    """With a contact goes when it was written to; a part of the deed that takes it away."""
    for key in opinions:
        notices.forget_correspondent(SENDERS, str(key), by=by, now=now)
