"""Somebody says something about a place. The fastest way of this room: few questions, few rows, one event."""

from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.ids import uuid7
from gandan.denunciations.enums import Accused
from gandan.opinions import codes, policies
from gandan.opinions.actions.accused import accuses
from gandan.opinions.actions.aside import put_aside
from gandan.opinions.actions.begin import begin
from gandan.opinions.actions.held import line, lines, stand_still
from gandan.opinions.actions.paper import paper_of, sent_before
from gandan.opinions.enums import Channel, Wish
from gandan.opinions.given import ContactGiven, Said, Uploads
from gandan.opinions.models import Opinion
from gandan.opinions.policies.say import LANGUAGE
from gandan.units.models import Hamlet, Unit

OWN = frozenset({Channel.PORTAL, Channel.OPEN311})  # who speaks types; every other way an officer or an import writes down


def say(
    *,
    text: str,
    unit: Unit,
    by: Actor,
    now: datetime,
    place: str = "",
    hamlet: Hamlet | None = None,
    topic: str = "",
    channel: str = Channel.PORTAL,
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    uploads: Uploads = (),
    contact: ContactGiven | None = None,
    wish: str = Wish.NONE,
    code: str | None = None,
    pin: str | None = None,
    language: str = "vi",
    marked: bool = False,
    accused: str = Accused.BELOW,
    said_on: date | None = None,
    pin_by_office: bool | None = None,
) -> Said:
    """Take what a person says: a case begins, its date is set, the sender goes home with code and PIN.

    `code` and `pin` may have been made when the form was opened: the same form sent twice gives the same receipt, never two opinions.
    `pin_by_office`: the PIN was made or printed where somebody else could read it; by default so when an officer or an import writes
    down and brings no PIN.
    What its sender marks as a denunciation, or what looks like one by its words or by those about the place, is set aside and nothing of it
    is kept in this room; `accused`: at which level somebody is accused, as far as the sender says so.
    """
    opinion = Opinion(id=uuid7(), channel=channel, text=lines(text), place=line(place), unit=unit, hamlet=hamlet)
    opinion.latitude, opinion.longitude, opinion.language = latitude, longitude, (language or "vi")[:LANGUAGE]
    opinion.pin_by_office = (channel not in OWN and not pin) if pin_by_office is None else pin_by_office
    paper = paper_of(code, pin)
    try:
        return _say(
            opinion,
            paper,
            topic=topic,
            uploads=uploads,
            contact=contact,
            wish=wish,
            marked=marked,
            accused=accused,
            said_on=said_on,
            by=by,
            now=now,
        )
    except IntegrityError:  # the same form came twice at once
        if (again := sent_before(paper, opinion)) is None:
            raise
        return again


@transaction.atomic
def _say(
    opinion: Opinion,
    paper: tuple[str, str, bool],
    *,
    topic: str,
    uploads: Uploads,
    contact: ContactGiven | None,
    wish: str,
    marked: bool,
    accused: str,
    said_on: date | None,
    by: Actor,
    now: datetime,
) -> Said:
    today, unit = timezone.localdate(now), opinion.unit
    require(by, "opinions.say" if opinion.channel in OWN else "opinions.say_for", unit)
    code, pin, given = paper
    if given and (again := sent_before(paper, opinion)) is not None:
        return again
    stand_still(unit)
    refuse_if(policies.say(opinion, unit=unit, topic=topic, uploads=uploads, said_on=said_on or today, today=today))
    refuse_if(policies.pin(pin) or policies.contact(contact, wish))
    opinion.code_digest, opinion.pin_mac = codes.digest(code), codes.pin_mac(opinion.pk, pin)
    if marked or accuses(opinion.text, opinion.place):
        put_aside(opinion, topic=topic, uploads=uploads, contact=contact, wish=wish, marked=marked, accused=accused, by=by, now=now)
        return Said(None, code, pin, is_set_aside=True)
    opinion.said_on = said_on or today
    begin(opinion, topic=topic, received_on=opinion.said_on, by=by, now=now, uploads=uploads, contact=contact, wish=wish)
    return Said(opinion, code, pin)
