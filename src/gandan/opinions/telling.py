"""Senders who left a mail address or a number hear that there is news of what they said; `notices.correspondents` does the telling.

Only that there is news: what it is, the tracking page says to who types the code.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from gandan.commitments.models import Commitment
from gandan.core.access import Actor
from gandan.core.events import Event
from gandan.notices.calc.numbers import international
from gandan.notices.correspondents import Reached, Room
from gandan.notices.enums import Channel, Gateway
from gandan.opinions.enums import Form, Wish
from gandan.opinions.models import Contact, Joining, Opinion
from gandan.opinions.origins import TYPE
from gandan.opinions.permissions import SENDERS
from gandan.opinions.queries.contacts import opened

OF_CASE = frozenset(
    f"opinions.{verb}"
    for verb in (
        "accepted",
        "forwarded",
        "asked_back",
        "refused",
        "paused",
        "resumed",
        "gone_on",
        "classified",
        "recounted",
        "answered",
        "reported_done",
        "reopened",
        "found_not_done",
        "reopen_ordered",
        "escalated",
        "news_sent",
        "contact_opened",
        "closed",
        "ended_objected",
        "handed_over",
        "published",
        "unpublished",
        "joined",
        "split",
    )
)
OF_ONE = frozenset({"opinions.asked_back", "opinions.news_sent", "opinions.contact_opened"})  # else every sender of the case is told
TO_READERS = frozenset({"opinions.asked_back", "opinions.news_sent"})  # letters to all: who joined with a click does not read them
MOVED = {"opinions.joined": "into", "opinions.split": "new_case"}  # the fact that names the case where they lie now
IF_MOVED = frozenset({"opinions.classified", "opinions.recounted"})  # news only where the date is another
OF_PROMISE = frozenset(f"commitments.{verb}" for verb in ("extended", "handed_over", "reported_done", "objected", "withdrawn"))
CHANNELS = {Wish.MAIL: Channel.MAIL, Wish.GATEWAY: Channel.GATEWAY}


def whom(event: Event) -> Mapping[str, Channel]:
    """Senders of the case (of one of them alone, where the event is about one), but not who did the deed; and only those who wish it."""
    if event.verb in IF_MOVED and event.facts.get("due") == event.facts.get("was_due"):
        return {}
    senders = _there(event).filter(contact__wish__in=list(CHANNELS))
    one = event.facts.get("opinion_id") if event.verb in OF_ONE else None
    if one is None and event.verb in TO_READERS:
        senders = senders.filter(form=Form.SAID)
    rows = senders.filter(pk=str(one)) if one else senders
    return {str(pk): CHANNELS[Wish(wish)] for pk, wish in rows.values_list("pk", "contact__wish") if event.actor != f"opinion:{pk}"}


def reach(key: str) -> Reached | None:
    """The address, opened for this moment. Nothing where it was taken away, or lacks what the wish needs."""
    row = Contact.objects.filter(opinion=UUID(key)).select_related("opinion").first()
    if row is None or row.wish == Wish.NONE:
        return None
    given, channel = opened(row), CHANNELS[Wish(row.wish)]
    address = given.mail if channel == Channel.MAIL else f"{Gateway.SMS}:{international(given.phone)}" if given.phone else ""
    known = dict(settings.LANGUAGES)
    return Reached(channel, address, row.opinion.language if row.opinion.language in known else settings.LANGUAGE_CODE)


def page(key: str) -> str:
    """Where a code is typed. The same for everybody."""
    return reverse("opinions-public:track")


def stop(key: str, by: Actor, now: datetime) -> None:
    """Whoever has the link of a message ends the telling."""
    from gandan.opinions import actions

    opinion = Opinion.objects.filter(pk=key).first()
    if opinion is not None:
        actions.stop_telling(opinion, by=by, now=now)


def _there(event: Event) -> QuerySet[Opinion]:
    """Opinions of the case; of what went into another case, or left one, those that went."""
    to = MOVED.get(event.verb)
    if to is None:
        return Opinion.objects.filter(case=_case(event))
    went = Joining.objects.filter(was=UUID(event.thing_id), to=UUID(str(event.facts[to])))
    return Opinion.objects.filter(pk__in=went.values("opinion"))


def _case(event: Event) -> UUID | None:
    """The case of an event: its own, or that from which the promise came."""
    if event.verb in OF_CASE:
        return UUID(event.thing_id)
    came = Commitment.objects.filter(pk=event.thing_id, origin_type=TYPE).values_list("origin_id", flat=True)
    key = came.first()
    return UUID(key) if key else None


ROOM = Room(kind=SENDERS, verbs=OF_CASE | OF_PROMISE, whom=whom, reach=reach, page=page, stop=stop)
