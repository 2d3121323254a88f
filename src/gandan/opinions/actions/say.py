"""Somebody says something about a place, or joins what others said. The fastest way of this room: few questions, few rows, one event."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core import codes as core_codes
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.core.ids import uuid7
from gandan.denunciations import actions as denunciations
from gandan.denunciations import queries as set_aside
from gandan.denunciations.enums import Accused
from gandan.denunciations.sealing import BY_OFFICE
from gandan.denunciations.sealing import letter as unsealed
from gandan.opinions import codes, policies, topics
from gandan.opinions.actions import clock
from gandan.opinions.actions.accused import accuses
from gandan.opinions.actions.held import attach, held, keep, line, lines, stand_still, tell
from gandan.opinions.actions.sealed import seal
from gandan.opinions.enums import Channel, Form, Wish
from gandan.opinions.given import ContactGiven, Said
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.say import LANGUAGE
from gandan.opinions.queries.codes import of_digest
from gandan.opinions.queries.competence import office_for
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, Unit

OWN = frozenset({Channel.PORTAL, Channel.OPEN311})  # who speaks types; every other way an officer or an import writes down
Uploads = Sequence["File[Any]"]


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
    paper = _paper(code, pin)
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
        if (again := _before(paper, opinion)) is None:
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
    if given and (again := _before(paper, opinion)) is not None:
        return again
    stand_still(unit)
    refuse_if(policies.say(opinion, unit=unit, topic=topic, uploads=uploads, said_on=said_on or today, today=today))
    refuse_if(policies.pin(pin) or policies.contact(contact, wish))
    opinion.code_digest, opinion.pin_mac = codes.digest(code), codes.pin_mac(opinion.pk, pin)
    if marked or accuses(opinion.text, opinion.place):
        _set_aside(opinion, topic=topic, uploads=uploads, contact=contact, wish=wish, marked=marked, accused=accused, by=by, now=now)
        return Said(None, code, pin, is_set_aside=True)
    opinion.said_on = said_on or today
    begin(opinion, topic=topic, received_on=opinion.said_on, by=by, now=now, uploads=uploads, contact=contact, wish=wish)
    return Said(opinion, code, pin)


def begin(
    opinion: Opinion,
    *,
    topic: str,
    received_on: date,
    by: Actor,
    now: datetime,
    uploads: Uploads = (),
    contact: ContactGiven | None = None,
    wish: str = Wish.NONE,
) -> Case:
    """The case of one opinion, its date, its event. A part of deeds; its unit stands still already."""
    today = timezone.localdate(now)
    office = _office(topic, opinion.unit, today=today)
    if office is None:
        raise Refusal(_("Đơn vị này chưa có cơ quan tiếp nhận trên hệ thống. Xin gửi đến đơn vị cấp trên."), status=409)
    case = Case(
        channel=opinion.channel,
        topic=topic or topics.OTHER,
        unit_id=office.unit_id,
        made_in=opinion.unit,
        hamlet=opinion.hamlet,
        office=office,
    )
    case.received_on, case.received_at, case.changed_at = received_on, now, now
    facts = clock.begin(case, now=now)
    case.save(force_insert=True)
    opinion.case, opinion.said_at = case, now
    opinion.save(force_insert=True)
    seal(opinion, contact, wish, now=now, is_new=True)
    facts |= {"opinion_id": opinion.pk, "channel": opinion.channel, "office_id": office.pk, "topic": case.topic}
    tell("said", case, by=by, now=now, facts=facts, binds=[opinion], first=True)
    attach(opinion, uploads, by=by, now=now)
    return case


def join_in(
    case: Case,
    *,
    by: Actor,
    now: datetime,
    place: str = "",
    contact: ContactGiven | None = None,
    wish: str = Wish.NONE,
    code: str | None = None,
    pin: str | None = None,
    language: str = "vi",
) -> Said:
    """ "Tôi cũng gặp": one more sender of the case, with a code of their own; no list says who they are. The same form twice joins once."""
    opinion = Opinion(id=uuid7(), form=Form.ME_TOO, channel=Channel.PORTAL, place=line(place), language=(language or "vi")[:LANGUAGE])
    paper = _paper(code, pin)
    try:
        return _join_in(case, opinion, paper, contact=contact, wish=wish, by=by, now=now)
    except IntegrityError:  # the same form came twice at once
        if (again := _before(paper, opinion)) is None:
            raise
        return again


@transaction.atomic
def _join_in(
    case: Case, opinion: Opinion, paper: tuple[str, str, bool], *, contact: ContactGiven | None, wish: str, by: Actor, now: datetime
) -> Said:
    require(by, "opinions.join_in", case)
    if (again := _before(paper, opinion)) is not None:
        return again
    case = held(case)
    opinion.case, opinion.unit = case, case.unit
    refuse_if(policies.join_in(case, opinion) or policies.pin(paper[1]) or policies.contact(contact, wish))
    opinion.code_digest, opinion.pin_mac = codes.digest(paper[0]), codes.pin_mac(opinion.pk, paper[1])
    if accuses(opinion.place):
        _set_aside(opinion, topic=case.topic, uploads=(), contact=contact, wish=wish, marked=False, by=by, now=now)
        return Said(None, paper[0], paper[1], is_set_aside=True)
    opinion.said_on, opinion.said_at = timezone.localdate(now), now
    opinion.save(force_insert=True)
    seal(opinion, contact, wish, now=now, is_new=True)
    case.senders += 1
    keep(case, now=now)
    tell("joined_in", case, by=by, now=now, facts={"opinion_id": opinion.pk, "senders": case.senders}, binds=[opinion])
    return Said(opinion, paper[0], paper[1])


def _office(topic: str, unit: Unit, *, today: date) -> Office | None:
    """Who answers. One of another unit (above, or what followed) has to stand still too; one on its last day has handed over already, and
    what it were given today nobody would take over tomorrow."""
    home = lives_on(unit, today=today)
    found = office_for(topic, home, today=today)
    if found is not None and found.unit_id != unit.pk:
        stand_still(found.unit)
        found = office_for(topic, home, today=today)
    if found is not None and found.existed.upper is not None:
        found = office_for(topic, home, today=today + timedelta(days=1)) or found
    return found


def lives_on(unit: Unit, *, today: date) -> Unit:
    """The unit, or what most of it became: a letter may come back after the ward that it spoke of was merged."""
    if unit.exists(today):
        return unit
    parts = sorted(units.became(unit, on=today), key=lambda part: (not part.main, -(part.share or 0)))
    return Unit.objects.get(pk=parts[0].place.id) if parts else unit


def _paper(code: str | None, pin: str | None) -> tuple[str, str, bool]:
    """Code and PIN in one spelling, and whether they came with the form."""
    read = core_codes.read(code) if code else core_codes.new()
    if read is None:
        raise Refusal(_("Mã trên mẫu này không đọc được. Xin mở mẫu mới rồi gửi lại."), status=422)
    return read, pin or codes.new_pin(), bool(code)


def _before(paper: tuple[str, str, bool], opinion: Opinion) -> Said | None:
    """The receipt of a form that arrived before, here or set aside: for the same PIN and the same words. Other words are not dropped under
    a receipt that speaks of the first ones; both rooms refuse them alike, so that the answer does not tell where those lie."""
    code, pin, _given = paper
    digest = codes.digest(code)
    there = of_digest(digest) if Opinion.objects.filter(code_digest=digest).exists() else None  # asked of every form, true of few
    if there is not None:
        refuse_if(policies.same_code(there.pk, there.pin_mac, pin=pin, words=(there.text or there.place, opinion.text or opinion.place)))
        return Said(there, code, pin, is_repeat=True)
    aside = set_aside.of_code_digest(digest)
    if aside is None:
        return None
    first = "" if aside.is_erased else unsealed(aside.sealed, key=aside.key).text
    refuse_if(policies.same_code(aside.pk, aside.pin_mac, pin=pin, words=(first, opinion.text or opinion.place)))
    return Said(None, code, pin, is_set_aside=True, is_repeat=True)


def _set_aside(
    opinion: Opinion,
    *,
    topic: str,
    uploads: Uploads,
    contact: ContactGiven | None,
    wish: str,
    marked: bool,
    by: Actor,
    now: datetime,
    accused: str = Accused.BELOW,
) -> None:
    more = {"hamlet": str(opinion.hamlet.pk) if opinion.hamlet else "", "topic": topic, "language": opinion.language, "wish": wish}
    if opinion.latitude is not None:
        more |= {"latitude": str(opinion.latitude), "longitude": str(opinion.longitude)}
    if opinion.pin_by_office:
        more[BY_OFFICE] = "1"
    denunciations.set_aside(
        text=opinion.text or opinion.place,  # who joined others wrote of a place only
        place=opinion.place,
        unit=opinion.unit,
        channel=opinion.channel,
        uploads=uploads,
        contact=asdict(contact) if contact else None,
        code_digest=opinion.code_digest,
        pin_mac=opinion.pin_mac,
        marked=marked,
        by=by,
        now=now,
        pk=opinion.pk,
        accused=accused,
        more={key: value for key, value in more.items() if value},
    )
